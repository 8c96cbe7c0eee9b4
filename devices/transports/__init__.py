"""Connections that several drivers share, such as one relay board for a barrier and its loops."""
