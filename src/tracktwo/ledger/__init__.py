"""What is demanded over many documents: who raised it, repeated it, moved, and who replied."""
