"""People: who may sign on, and as what."""

from console.screens.people.screen import PeopleScreen

__all__ = ["PeopleScreen"]
