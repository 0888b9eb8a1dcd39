"""Blocks of a brief → HTML: all text escaped, no request to anywhere, no script needed."""
