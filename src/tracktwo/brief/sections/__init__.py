"""One section of the brief in each file: what stands on the ground → typed blocks."""
