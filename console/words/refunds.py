"""Words about money that is due back, as two consoles took it for the same time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

REFUNDS: Final[Mapping[str, Words]] = {
    "refund.due": words(QT_TRANSLATE_NOOP("Words", "Due back to the driver:")),
    "refund.settled": words(QT_TRANSLATE_NOOP("Words", "Money due back, settled:")),
    "refund.paid_twice": words(
        QT_TRANSLATE_NOOP("Words", "Two consoles took money for the same time while they were cut off."),
        QT_TRANSLATE_NOOP("Words", "Pay it back when the driver asks."),
    ),
    "refund.paid_back": words(QT_TRANSLATE_NOOP("Words", "paid back")),
    "refund.kept": words(QT_TRANSLATE_NOOP("Words", "kept, as the driver was not found")),
    "refund.unknown": words(QT_TRANSLATE_NOOP("Words", "No such refund is on record.")),
    "refund.settled_already": words(
        QT_TRANSLATE_NOOP("Words", "This was settled already."),
        QT_TRANSLATE_NOOP("Words", "Nothing is paid back twice."),
    ),
}
