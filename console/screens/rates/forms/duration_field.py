"""A field for a length of time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.lengths import parse_length, say_length
from console.screens.rates.forms.piece import Words
from console.screens.rates.forms.typed_field import TypedField, Unreadable, quoted
from core.domain.rates.document_times import LONGEST_S


class DurationField(TypedField[int | None]):
    """Seconds; None where it is empty, which only an optional one may be (``empty`` says what that means)."""

    def __init__(
        self,
        start_s: int | None = None,
        *,
        empty: Words | None = None,
        least_s: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(start_s, "0 h 00 min", parent)
        self._empty = empty
        self._least_s = least_s
        self.speak()

    @property
    def seconds(self) -> int:
        """The length; nothing where there is none."""
        return self.value() or 0

    def speak(self) -> None:
        super().speak()
        if self._empty is not None:
            self.line.setPlaceholderText(self._empty())

    def read(self, text: str) -> int | None:
        tr = QCoreApplication.translate
        if not text.strip():
            if self._empty is not None:
                return None
            raise Unreadable(tr("RateForms", "Write how long: 30 min, 1 h 30 min, 7 days."))
        seconds = parse_length(text)
        if seconds is None:
            words = tr("RateForms", "{text} is no length of time. Write 30 min, 1 h 30 min or 7 days.")
            raise Unreadable(words.format(text=quoted(text)))
        if seconds < self._least_s:
            raise Unreadable(tr("RateForms", "It has to be longer than nothing."))
        if seconds > LONGEST_S:
            raise Unreadable(tr("RateForms", "That is longer than any rule can be: at most 3660 days."))
        return seconds

    def said(self, value: int | None) -> str:
        return "" if value is None else say_length(value)
