"""Readings and results → a brief of typed sentences, each leading back to its source."""
