"""Where positions are heading: one published model per file, over parties on a scale."""
