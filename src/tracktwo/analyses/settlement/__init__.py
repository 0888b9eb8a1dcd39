"""Is there room for an agreement, exactly, and what stands in its way?"""
