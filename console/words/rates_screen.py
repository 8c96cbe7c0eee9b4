"""What the rates screen says about its own commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

RATES_SCREEN: Final[Mapping[str, Words]] = {
    "rates.being_read": words(
        QT_TRANSLATE_NOOP("Words", "The rates are still being read."),
        QT_TRANSLATE_NOOP("Words", "Wait a moment."),
    ),
    "rates.nothing_changed": words(
        QT_TRANSLATE_NOOP("Words", "The rates are those in force: there is nothing to publish."),
        QT_TRANSLATE_NOOP("Words", "Change a rule first."),
    ),
}
