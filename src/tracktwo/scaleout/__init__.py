"""A map over threads, processes or a cluster, in order; it knows nothing of negotiation."""
