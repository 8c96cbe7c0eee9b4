"""How well plates are read, lane by lane."""

from console.screens.reading.screen import ReadingScreen

__all__ = ["ReadingScreen"]
