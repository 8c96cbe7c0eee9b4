"""Barriers: they can be asked to open, one file per protocol, and one in memory."""
