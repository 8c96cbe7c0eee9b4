"""The first run: a few calm pages from an empty data folder to an open lot."""

from console.screens.first_run.screen import FirstRunScreen

__all__ = ["FirstRunScreen"]
