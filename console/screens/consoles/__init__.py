"""Consoles: every console of the lot, what is wrong with each, and what mends it."""

from console.screens.consoles.screen import ConsolesScreen

__all__ = ["ConsolesScreen"]
