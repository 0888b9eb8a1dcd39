"""One kind of chart in each file: its numbers → an SVG drawing, twice, wide and narrow."""
