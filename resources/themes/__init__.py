"""Colours by role: light, dark, and high contrast."""
