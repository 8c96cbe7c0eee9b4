"""A field for a time of day."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.typed_field import TypedField, Unreadable, quoted
from core.domain.rates.windows import DAY_S

_TIME: Final = re.compile(r"(\d{1,2})(?:[:.時点點]\s*(\d{1,2})?\s*分?(?::(\d{2}))?)?\s*(am|pm)?")
_RUN: Final = re.compile(r"(\d{1,2})(\d{2})")


def parse_time(text: str) -> int | None:
    """Seconds of the day: ``8``, ``8:30``, ``0830``, ``8 pm``, ``24:00``; None where it is none."""
    cleaned = text.strip().lower().replace("：", ":")
    run = _RUN.fullmatch(cleaned)
    found = _TIME.fullmatch(cleaned)
    if run is not None:
        parts, half = (int(run[1]), int(run[2]), 0), ""
    elif found is not None:
        parts, half = (int(found[1]), int(found[2] or 0), int(found[3] or 0)), found[4] or ""
    else:
        return None
    hours, minutes, seconds = parts
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "pm" else 0)
    total = hours * 3600 + minutes * 60 + seconds
    return total if minutes < 60 and seconds < 60 and total <= DAY_S else None


def say_time(second: int) -> str:
    """``08:00``; with seconds where there are any; the end of the day is ``24:00``."""
    hours, rest = divmod(second, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}" if seconds else f"{hours:02}:{minutes:02}"


class TimeOfDayField(TypedField[int]):
    """Seconds of the local day; ``24:00`` only where it may be the day's end."""

    def __init__(self, start_s: int = 0, *, may_end: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(start_s, "00:00:0", parent)
        self._may_end = may_end
        self.show_value(start_s)

    def read(self, text: str) -> int:
        tr = QCoreApplication.translate
        if not text.strip():
            raise Unreadable(tr("RateForms", "Write the time of day, such as 08:00."))
        second = parse_time(text)
        if second is None:
            words = tr("RateForms", "{text} is no time of day. Write 00:00 to 24:00.")
            raise Unreadable(words.format(text=quoted(text)))
        if second == DAY_S and not self._may_end:
            raise Unreadable(tr("RateForms", "24:00 is the end of a day: write 00:00 of the next."))
        return second

    def said(self, value: int) -> str:
        return say_time(value)
