"""File, folder, standard input or named address → `Document`: text that spans point into."""
