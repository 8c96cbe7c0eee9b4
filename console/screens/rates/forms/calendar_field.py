"""A field for the calendar that public holidays come from."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.typed_field import TypedField, Unreadable, quoted

_CALENDAR: Final = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,10})?", re.ASCII)


class CalendarField(TypedField[str]):
    """A country's two letters (ISO 3166), with those of a part of it behind: ``TW``, ``DE-BY``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "AA-AAAAAA", parent)
        self.speak()

    def speak(self) -> None:
        super().speak()
        self.line.setPlaceholderText(self.tr("none"))

    def read(self, text: str) -> str:
        code = text.strip().upper()
        if code and _CALENDAR.fullmatch(code) is None:
            words = QCoreApplication.translate(
                "RateForms", "{text} is no country. Write two letters such as TW, or with its part, DE-BY."
            )
            raise Unreadable(words.format(text=quoted(text)))
        return code

    def said(self, value: str) -> str:
        return value
