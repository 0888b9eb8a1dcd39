"""What is demanded over many documents and much time: who raised it, repeated it, moved, replied."""
