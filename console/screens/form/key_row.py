"""Buttons side by side; those that find no room begin a new line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.flow import Flow


class KeyRow(Flow):
    """The keys below a question, or beside a row; hidden ones take no room."""

    def __init__(self, *widgets: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add(*widgets)
