"""A name as written, and a date → `Actor`: who is this, and for whom do they speak?"""
