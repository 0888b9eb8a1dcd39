"""Which input, source or specification decides a conclusion."""
