"""Other programs' formats ↔ our types."""
