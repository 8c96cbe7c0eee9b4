"""Terminals that take money; one file a kind."""
