"""`Case` → frozen `Result`, pure: one published method per file."""
