"""The shift: who answers for the drawer, what was taken, and the count at its end."""

from console.screens.shift.screen import ShiftScreen

__all__ = ["ShiftScreen"]
