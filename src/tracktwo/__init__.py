"""Who demands what of whom, is there room for an agreement, and what comes next?"""

__version__ = "0.1.0"
