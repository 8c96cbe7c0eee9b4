"""Vehicle loops: debounced contacts, one file per protocol, and a pair in memory."""
