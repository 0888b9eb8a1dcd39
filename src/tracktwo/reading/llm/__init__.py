"""The language model as a reader: it quotes, and only what stands in the text is kept.

Nothing here is imported unless it is asked for, and only `endpoint` knows the network.
"""
