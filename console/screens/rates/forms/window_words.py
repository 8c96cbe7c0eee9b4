"""What a window of the clock means, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.screens.rates.forms.day_chips import day_words
from console.screens.rates.forms.lengths import say_length
from console.screens.rates.forms.time_field import say_time
from core.domain.rates.windows import DAY_S, WEEK, Window


def window_words(window: Window) -> str:
    """How long it is, and where it ends if that is not the day on which it begins."""
    tr = QCoreApplication.translate
    length = say_length(window.length_s)
    if window.weekly is not None:
        first, last = window.weekly
        words = tr("RateForms", "One window of {length}: {first} {start} to {last} {end}.")
        return words.format(
            length=length,
            first=day_words(WEEK[first]),
            start=say_time(window.start_s),
            last=day_words(WEEK[last]),
            end=say_time(window.end_s),
        )
    if window.end_s <= window.start_s:
        words = tr(
            "RateForms",
            "Over midnight: ends at {end} the next day ({length}), and belongs to the day it begins on.",
        )
        return words.format(end=say_time(window.end_s), length=length)
    if window.start_s == 0 and window.end_s == DAY_S:
        return tr("RateForms", "The whole day, from midnight to midnight.")
    return (
        tr("RateForms", "{length} of the same day; {end} itself is not part of it.").format(
            length=length, end=say_time(window.end_s)
        )
        if not window.through
        else tr("RateForms", "{length} of the same day, {end} included.").format(
            length=length, end=say_time(window.end_s)
        )
    )
