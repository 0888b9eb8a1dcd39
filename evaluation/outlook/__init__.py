"""How well the models of the outlook forecast outcomes that are known."""
