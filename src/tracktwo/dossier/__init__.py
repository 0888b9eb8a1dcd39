"""The store: documents, readings, decisions and grades; the only package that opens a database."""
