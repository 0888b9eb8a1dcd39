"""Will it hold, and how could we get there? The graph model for conflict resolution."""
