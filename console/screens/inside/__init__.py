"""Who is inside: the list, the chosen car, and taking in cars by hand."""

from console.screens.inside.screen import InsideScreen

__all__ = ["InsideScreen"]
