"""Signing on: who sits here, and their PIN."""

from console.screens.sign_on.screen import SignOnScreen

__all__ = ["SignOnScreen"]
