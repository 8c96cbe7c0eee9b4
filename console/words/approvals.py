"""What a second person is asked to approve, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

APPROVALS: Final[Mapping[str, Words]] = {
    "approval.refund": words(QT_TRANSLATE_NOOP("Words", "Pay back {amount_minor} of receipt {number}.")),
    "approval.void": words(
        QT_TRANSLATE_NOOP("Words", "Take back receipt {number}: {amount_minor} go back to the driver.")
    ),
    "approval.waive": words(QT_TRANSLATE_NOOP("Words", "Charge nothing: {amount_minor} of {plate}.")),
    "approval.write_off": words(QT_TRANSLATE_NOOP("Words", "Write off {amount_minor} of {plate}.")),
    "approval.tow": words(QT_TRANSLATE_NOOP("Words", "{plate} was towed: {amount_minor} stay owed.")),
    "approval.resolve_taken": words(
        QT_TRANSLATE_NOOP("Words", "Say that {amount_minor} were taken, as the slip has it.")
    ),
    "approval.resolve_not_taken": words(
        QT_TRANSLATE_NOOP("Words", "Say that {amount_minor} were not taken.")
    ),
    "approval.sell": words(QT_TRANSLATE_NOOP("Words", "Sell {article} for {amount_minor}.")),
    "approval.pay_out": words(QT_TRANSLATE_NOOP("Words", "Pay {amount_minor} out of the drawer.")),
    "approval.close_shift": words(QT_TRANSLATE_NOOP("Words", "Close the shift of {name}.")),
    "approval.nobody": words(
        QT_TRANSLATE_NOOP("Words", "Nobody else on record may approve this."),
        QT_TRANSLATE_NOOP("Words", "An administrator gives the right under People."),
    ),
    "approval.may_not": words(QT_TRANSLATE_NOOP("Words", "{name} may not approve this.")),
    "approval.needed": words(
        QT_TRANSLATE_NOOP("Words", "This needs a second person."),
        QT_TRANSLATE_NOOP("Words", "Ask someone who may approve it, and do it again."),
    ),
    "approval.other": words(
        QT_TRANSLATE_NOOP("Words", "That word was given for something else."),
        QT_TRANSLATE_NOOP("Words", "Ask for it again."),
    ),
    "approval.own": words(
        QT_TRANSLATE_NOOP("Words", "Nobody approves what they ask for themselves."),
        QT_TRANSLATE_NOOP("Words", "Ask someone else who may."),
    ),
}
