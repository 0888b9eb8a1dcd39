"""A frozen `Case`: parties, issues, positions and rules, each with its evidence."""
