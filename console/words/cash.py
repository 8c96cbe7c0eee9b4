"""Prices, cash, shifts and receipts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

CASH: Final[Mapping[str, Words]] = {
    "payment.taken": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} taken. Receipt {number}. Leave by {until}."),
    ),
    "payment.receipt": words(
        QT_TRANSLATE_NOOP("Words", "{amount_minor} · receipt {number}"),
        QT_TRANSLATE_NOOP("Words", "Enter: print a copy"),
    ),
    "payment.price_changed": words(
        QT_TRANSLATE_NOOP("Words", "The price has moved on from {shown_minor} to {due_minor}."),
        QT_TRANSLATE_NOOP("Words", "Tell the driver the new amount and take it."),
    ),
    "payment.nothing_due": words(
        QT_TRANSLATE_NOOP("Words", "Nothing is due for this car."),
        QT_TRANSLATE_NOOP("Words", "It may leave."),
    ),
    "payment.too_little": words(
        QT_TRANSLATE_NOOP("Words", "Too little was given."),
        QT_TRANSLATE_NOOP("Words", "Ask for {missing_minor} more."),
    ),
    "payment.too_small": words(QT_TRANSLATE_NOOP("Words", "The amount is too small.")),
    "payment.too_much": words(
        QT_TRANSLATE_NOOP("Words", "The amount given cannot be right."),
        QT_TRANSLATE_NOOP("Words", "Type it again."),
    ),
    "payment.bad_amount": words(
        QT_TRANSLATE_NOOP("Words", "That is not an amount."),
        QT_TRANSLATE_NOOP("Words", "Type digits, as on the notes and coins."),
    ),
    "payment.unknown": words(QT_TRANSLATE_NOOP("Words", "No such payment is on record.")),
    "payment.none_yet": words(QT_TRANSLATE_NOOP("Words", "No payment was taken yet.")),
    "payment.acknowledge_first": words(
        QT_TRANSLATE_NOOP("Words", "Hand out the change first."),
        QT_TRANSLATE_NOOP("Words", "Enter: change handed out"),
    ),
    "shift.none_open": words(
        QT_TRANSLATE_NOOP("Words", "No shift is open on this drawer."),
        QT_TRANSLATE_NOOP("Words", "Open a shift first."),
    ),
    "shift.of_someone_else": words(
        QT_TRANSLATE_NOOP("Words", "The shift on this drawer belongs to someone else."),
        QT_TRANSLATE_NOOP("Words", "Have it closed, then open your own."),
    ),
    "shift.drawer_in_use": words(
        QT_TRANSLATE_NOOP("Words", "A shift is open on this drawer already."),
        QT_TRANSLATE_NOOP("Words", "Close it first."),
    ),
    "shift.person_has_one": words(
        QT_TRANSLATE_NOOP("Words", "You have a shift open on another drawer."),
        QT_TRANSLATE_NOOP("Words", "Close it first."),
    ),
    "shift.opened": words(QT_TRANSLATE_NOOP("Words", "The shift is open.")),
    "shift.closed": words(QT_TRANSLATE_NOOP("Words", "The shift is closed.")),
    "receipt.printed": words(QT_TRANSLATE_NOOP("Words", "The receipt was printed.")),
    "receipt.reprinted": words(QT_TRANSLATE_NOOP("Words", "Receipt {number}: copy {copy} is being printed.")),
    "receipt.failed": words(
        QT_TRANSLATE_NOOP("Words", "The receipt could not be printed; the payment stands."),
        QT_TRANSLATE_NOOP("Words", "Look at the printer, then print a copy."),
    ),
    "receipt.unknown": words(
        QT_TRANSLATE_NOOP("Words", "It is not known whether the receipt was printed; the payment stands."),
        QT_TRANSLATE_NOOP("Words", "Look at the printer; a copy is printed by itself."),
    ),
    "rates.bad_figure": words(
        QT_TRANSLATE_NOOP("Words", "A figure of the rate plan cannot be used: {field}."),
        QT_TRANSLATE_NOOP("Words", "Correct it and save again."),
    ),
    "rates.cap_below_step": words(
        QT_TRANSLATE_NOOP("Words", "The maximum is lower than a single step."),
        QT_TRANSLATE_NOOP("Words", "Raise the maximum or lower the step."),
    ),
    "rates.exit_before_entry": words(QT_TRANSLATE_NOOP("Words", "The exit lies before the entry.")),
    "rates.no_plan": words(
        QT_TRANSLATE_NOOP("Words", "No rate plan is in force."),
        QT_TRANSLATE_NOOP("Words", "Publish one in the settings."),
    ),
    "rates.other_currency": words(
        QT_TRANSLATE_NOOP("Words", "The rate plan has another currency ({plan}) than the lot ({lot}).")
    ),
    "rates.published": words(QT_TRANSLATE_NOOP("Words", "The new rates are published.")),
    "rates.unknown_format": words(QT_TRANSLATE_NOOP("Words", "This rate plan is of a kind not known here.")),
    "rates.unknown_plan": words(QT_TRANSLATE_NOOP("Words", "The rate plan of this stay is missing.")),
    "clock.behind": words(
        QT_TRANSLATE_NOOP("Words", "The clock stands before the last record, so nothing can be priced."),
        QT_TRANSLATE_NOOP("Words", "Set the clock right, then settle it."),
    ),
    "clock.before_entry": words(
        QT_TRANSLATE_NOOP("Words", "The clock stands before this car came in."),
        QT_TRANSLATE_NOOP("Words", "Set the clock right, then settle it."),
    ),
    "clock.settled": words(QT_TRANSLATE_NOOP("Words", "The clock is settled; prices are made again.")),
    "clock.right": words(QT_TRANSLATE_NOOP("Words", "The clock is right; there is nothing to settle.")),
}
