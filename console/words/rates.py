"""What is said where a rate plan refuses to price a stay, or a document is no rate plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

RATES: Final[Mapping[str, Words]] = {
    "rates.bad_time": words(
        QT_TRANSLATE_NOOP("Words", "Entry and exit need a time zone to be priced."),
        QT_TRANSLATE_NOOP("Words", "Send the log to support."),
    ),
    "rates.no_rate": words(
        QT_TRANSLATE_NOOP("Words", "No rate of the plan applies to this stay."),
        QT_TRANSLATE_NOOP("Words", "Add a rate without conditions at the end of the plan."),
    ),
    "rates.stay_too_long": words(
        QT_TRANSLATE_NOOP("Words", "A stay of {days} days cannot be priced, at most {most}."),
        QT_TRANSLATE_NOOP("Words", "See whether its entry is right."),
    ),
    "rates.unknown_class": words(
        QT_TRANSLATE_NOOP("Words", "The rate plan has no prices for “{given}”."),
        QT_TRANSLATE_NOOP("Words", "Choose another class, or add it to the plan."),
    ),
    "rates.unknown_rate": words(
        QT_TRANSLATE_NOOP("Words", "The rate plan has no rate named “{rate}”."),
        QT_TRANSLATE_NOOP("Words", "Take the discount away, or add the rate to the plan."),
    ),
    "rates.unreadable": words(
        QT_TRANSLATE_NOOP("Words", "The rate plan cannot be used: {place}: {problem}"),
        QT_TRANSLATE_NOOP("Words", "Correct it and try again."),
    ),
    "rates.validation_used_twice": words(
        QT_TRANSLATE_NOOP("Words", "The discount “{validation}” was given twice."),
        QT_TRANSLATE_NOOP("Words", "Take it away once."),
    ),
}
