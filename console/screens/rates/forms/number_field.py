"""Fields for figures: decimal ones, whole ones, and spans of whole ones."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console.screens.form.lines import line
from console.screens.rates.forms.typed_field import RIGHT, TypedField, Unreadable, quoted

_FIGURES: Final = re.compile(r"[-−]?(\d{1,9}(\.\d{0,20})?|\.\d{1,20})")
_SPAN: Final = re.compile(r"(\d{1,4})\s*(?:(-|–|to|到|至)\s*(\d{1,4})?)?")


class NumberField(TypedField[Decimal]):
    """A decimal figure from ``least`` to ``most``, with its unit behind it."""

    def __init__(
        self,
        start: Decimal,
        *,
        least: Decimal = Decimal(0),
        most: Decimal = Decimal(1_000_000),
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(start, "0,000.00", parent)
        self._least, self._most = least, most
        self.line.setAlignment(RIGHT)
        if unit:
            label = line()
            label.setText(unit)
            self.row.addWidget(label)
        self.show_value(start)

    def read(self, text: str) -> Decimal:
        cleaned = text.strip().replace(",", ".").replace("−", "-")
        if not cleaned.isascii() or _FIGURES.fullmatch(cleaned) is None:
            words = QCoreApplication.translate(
                "RateForms", "{text} is no figure. Write figures such as 2 or 0.5."
            )
            raise Unreadable(words.format(text=quoted(text)))
        number = Decimal(cleaned)
        if not self._least <= number <= self._most:
            words = QCoreApplication.translate("RateForms", "It has to lie between {least} and {most}.")
            raise Unreadable(words.format(least=self.said(self._least), most=self.said(self._most)))
        return number

    def said(self, value: Decimal) -> str:
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


class WholeField(TypedField[int]):
    """A whole figure from ``least`` to ``most``."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(least, "0000", parent)
        self._least, self._most = least, most
        self.line.setAlignment(RIGHT)
        self.show_value(least)

    def set_most(self, most: int) -> None:
        """Allow no more than this from now on."""
        self._most = max(self._least, most)

    def read(self, text: str) -> int:
        cleaned = text.strip()
        if cleaned.isascii() and cleaned.isdigit() and self._least <= int(cleaned[:9]) <= self._most:
            return int(cleaned[:9])
        words = QCoreApplication.translate("RateForms", "Write a whole figure from {least} to {most}.")
        raise Unreadable(words.format(least=self._least, most=self._most))

    def said(self, value: int) -> str:
        return str(value)


class SpanField(TypedField[tuple[int, int | None]]):
    """First and last of something counted: ``1``, ``2-3``, ``3-`` (the third and all after)."""

    def __init__(self, least: int, *, may_be_open: bool, parent: QWidget | None = None) -> None:
        super().__init__((least, None), "0000-0000", parent)
        self._least = least
        self._may_be_open = may_be_open
        self.show_value((least, None if may_be_open else least))

    def read(self, text: str) -> tuple[int, int | None]:
        found = _SPAN.fullmatch(text.strip())
        if found is None or int(found[1]) < self._least:
            raise Unreadable(self._reason())
        first = int(found[1])
        last = int(found[3]) if found[3] else None if found[2] else first
        if (last is None and not self._may_be_open) or (last is not None and last < first):
            raise Unreadable(self._reason())
        return first, last

    def said(self, value: tuple[int, int | None]) -> str:
        first, last = value
        if last is None:
            return f"{first}-"
        return str(first) if last == first else f"{first}-{last}"

    def _reason(self) -> str:
        if self._may_be_open:
            return QCoreApplication.translate(
                "RateForms", "Write 1 for the first alone, 1-2 for two, 3- for the third and all after."
            )
        return QCoreApplication.translate(
            "RateForms", "Write 0 for the same day, 1 for the next, 0-1 for either."
        )
