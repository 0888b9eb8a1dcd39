"""How well are texts read? Gold files of our own, the scorer of READING.md, and the table."""
