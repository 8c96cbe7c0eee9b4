"""Terminals and platforms that take money, as the console runs them."""
