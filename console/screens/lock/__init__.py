"""The locked console: nothing on it tells a plate or a price, and nothing that was begun is lost."""

from console.screens.lock.screen import LockScreen

__all__ = ["LockScreen"]
