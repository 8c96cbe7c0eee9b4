"""The reasons that a person chooses from, under ``override.…`` and ``write_off.…``, and price rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

REASONS: Final[Mapping[str, Words]] = {
    "override.plate_unreadable": words(QT_TRANSLATE_NOOP("Words", "Plate cannot be read")),
    "override.plate_misread": words(QT_TRANSLATE_NOOP("Words", "Plate was misread")),
    "override.no_entry_record": words(QT_TRANSLATE_NOOP("Words", "No record of its entry")),
    "override.paid": words(QT_TRANSLATE_NOOP("Words", "Paid, and the gate did not open")),
    "override.paid_elsewhere": words(QT_TRANSLATE_NOOP("Words", "Paid in another way")),
    "override.gate_fault": words(QT_TRANSLATE_NOOP("Words", "Gate or loop fault")),
    "override.emergency": words(QT_TRANSLATE_NOOP("Words", "Emergency")),
    "override.staff_or_delivery": words(QT_TRANSLATE_NOOP("Words", "Staff or delivery")),
    "override.device_test": words(QT_TRANSLATE_NOOP("Words", "Test of the barrier")),
    "override.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "lost_ticket.not_found": words(QT_TRANSLATE_NOOP("Words", "Ticket not found")),
    "lost_ticket.unreadable": words(QT_TRANSLATE_NOOP("Words", "Ticket cannot be read")),
    "lost_ticket.plate_unreadable": words(QT_TRANSLATE_NOOP("Words", "Plate missing or covered")),
    "lost_ticket.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "write_off.not_in_the_lot": words(QT_TRANSLATE_NOOP("Words", "Is not in the lot")),
    "write_off.counted_twice": words(QT_TRANSLATE_NOOP("Words", "Was counted twice")),
    "write_off.left_unseen": words(QT_TRANSLATE_NOOP("Words", "Left unseen")),
    "write_off.test": words(QT_TRANSLATE_NOOP("Words", "Was a test")),
    "write_off.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
}
