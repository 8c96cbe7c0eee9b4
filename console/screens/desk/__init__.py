"""The desk: lanes, the car in hand, what waits. One screen for a whole shift."""

from console.screens.desk.screen import DeskScreen

__all__ = ["DeskScreen"]
