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
    "refund.kept": words(QT_TRANSLATE_NOOP("Words", "kept")),
    "refund.waits": words(
        QT_TRANSLATE_NOOP(
            "Words", "Paid {first_at} at {first} and {second_at} at {second}: {amount_minor} is due back."
        ),
        QT_TRANSLATE_NOOP("Words", "Enter shows both payments."),
    ),
    "refund.waits_for_payments": words(
        QT_TRANSLATE_NOOP("Words", "Paid twice: {amount_minor} is due back."),
        QT_TRANSLATE_NOOP("Words", "The payments of the other console are still on their way."),
    ),
    "refund.of_this_car": words(
        QT_TRANSLATE_NOOP("Words", "Paid twice: {amount_minor} is due back."),
        QT_TRANSLATE_NOOP("Words", "{key} settles it."),
    ),
    "refund.none_due": words(QT_TRANSLATE_NOOP("Words", "No money is due back.")),
    "refund.handed_out": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} was paid back to {plate} out of this drawer.")
    ),
    "refund.kept_for_good": words(QT_TRANSLATE_NOOP("Words", "{amount_minor} of {plate} is kept for good.")),
    "refund.drawer_too_low": words(
        QT_TRANSLATE_NOOP("Words", "The {amount_minor} due cannot be in this drawer."),
        QT_TRANSLATE_NOOP("Words", "Have it paid back at another console."),
    ),
    "refund.keeping_needs_right": words(
        QT_TRANSLATE_NOOP("Words", "Only a supervisor decides that the money is kept.")
    ),
    "refund.cut_off": words(
        QT_TRANSLATE_NOOP(
            "Words", "This console does not reach the others: one of them may have paid it back."
        ),
        QT_TRANSLATE_NOOP("Words", "Ask them before you hand it out."),
    ),
    "refund_reason.driver_not_found": words(QT_TRANSLATE_NOOP("Words", "Driver cannot be found")),
    "refund_reason.driver_waived": words(QT_TRANSLATE_NOOP("Words", "Driver does not want it")),
    "refund_reason.returned_otherwise": words(QT_TRANSLATE_NOOP("Words", "Given back in another way")),
    "refund_reason.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "refund.unknown": words(QT_TRANSLATE_NOOP("Words", "No such refund is on record.")),
    "refund.settled_already": words(
        QT_TRANSLATE_NOOP("Words", "This was settled already."),
        QT_TRANSLATE_NOOP("Words", "Nothing is paid back twice."),
    ),
}
