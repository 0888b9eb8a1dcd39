"""Other programs' formats, to and fro."""
