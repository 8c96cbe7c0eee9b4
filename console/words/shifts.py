"""Shifts, reliefs, cash that is moved by hand, the paper book, and codes on slips."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

SHIFTS: Final[Mapping[str, Words]] = {
    "shift.unknown": words(QT_TRANSLATE_NOOP("Words", "No such shift is on record.")),
    "shift.relief_open": words(
        QT_TRANSLATE_NOOP("Words", "A relief is running on this drawer."),
        QT_TRANSLATE_NOOP("Words", "End the relief first."),
    ),
    "shift.own_relief": words(
        QT_TRANSLATE_NOOP("Words", "You cannot relieve yourself."),
        QT_TRANSLATE_NOOP("Words", "Let the one who takes over sign on."),
    ),
    "shift.no_relief": words(
        QT_TRANSLATE_NOOP("Words", "No relief is running on this drawer."),
    ),
    "shift.is_relief": words(
        QT_TRANSLATE_NOOP("Words", "This is a relief."),
        QT_TRANSLATE_NOOP("Words", "Close the shift that it relieves; it ends with it."),
    ),
    "shift.closed_already": words(QT_TRANSLATE_NOOP("Words", "The shift is closed already.")),
    "shift.still_open": words(
        QT_TRANSLATE_NOOP("Words", "The shift is still open."),
        QT_TRANSLATE_NOOP("Words", "It has a Z report once it is closed."),
    ),
    "shift.no_report": words(
        QT_TRANSLATE_NOOP("Words", "There is no report of this shift."),
        QT_TRANSLATE_NOOP("Words", "It is still open, or was closed before reports were kept."),
    ),
    "shift.no_such_code": words(
        QT_TRANSLATE_NOOP("Words", "No shift has this check code."),
        QT_TRANSLATE_NOOP("Words", "Read it again; another lot's slip is not known here."),
    ),
    "shift.code_wrong": words(
        QT_TRANSLATE_NOOP("Words", "The report's figures are not those that its check code seals."),
        QT_TRANSLATE_NOOP("Words", "Tell whoever answers for the lot; keep the slip."),
    ),
    "shift.figures_differ": words(
        QT_TRANSLATE_NOOP("Words", "The journal gives other figures than the report."),
        QT_TRANSLATE_NOOP("Words", "Tell whoever answers for the lot; keep the slip."),
    ),
    "shift.before_differs": words(
        QT_TRANSLATE_NOOP("Words", "The report does not go on from the one before it."),
        QT_TRANSLATE_NOOP("Words", "Tell whoever answers for the lot; keep the slip."),
    ),
    "shift.before_unknown": words(
        QT_TRANSLATE_NOOP("Words", "The report before it is not on record here."),
    ),
    "shift.cannot_be_made": words(QT_TRANSLATE_NOOP("Words", "The report cannot be read.")),
    "shift.left_too_much": words(
        QT_TRANSLATE_NOOP("Words", "More would stay in the drawer than was counted."),
        QT_TRANSLATE_NOOP("Words", "At most {counted_minor} can stay."),
    ),
    "shift.left_uncounted": words(
        QT_TRANSLATE_NOOP("Words", "What was not counted cannot be left in the drawer."),
        QT_TRANSLATE_NOOP("Words", "Count it, or close without a count."),
    ),
    "shift.drawer_too_low": words(
        QT_TRANSLATE_NOOP("Words", "So much cannot be in the drawer."),
        QT_TRANSLATE_NOOP("Words", "Look at the amount: {amount_minor}."),
    ),
    "shift.float_differs": words(
        QT_TRANSLATE_NOOP("Words", "{expected_minor} were left in the drawer, {found_minor} were found."),
    ),
    "shift.relief_began": words(QT_TRANSLATE_NOOP("Words", "A relief took over the drawer.")),
    "shift.relief_ended": words(QT_TRANSLATE_NOOP("Words", "The relief handed the drawer back.")),
    "cash.dropped": words(QT_TRANSLATE_NOOP("Words", "Cash was dropped into the safe.")),
    "cash.paid_out": words(QT_TRANSLATE_NOOP("Words", "Cash was paid out of the drawer.")),
    "cash.paid_in": words(QT_TRANSLATE_NOOP("Words", "Cash was put into the drawer.")),
    "cash.bad_reason": words(
        QT_TRANSLATE_NOOP("Words", "This reason does not exist."),
        QT_TRANSLATE_NOOP("Words", "Choose one of the list."),
    ),
    "move_cash.safe": words(QT_TRANSLATE_NOOP("Words", "Into the safe")),
    "move_cash.bank": words(QT_TRANSLATE_NOOP("Words", "To the bank")),
    "move_cash.collector": words(QT_TRANSLATE_NOOP("Words", "Handed to who collects it")),
    "move_cash.supplies": words(QT_TRANSLATE_NOOP("Words", "Supplies")),
    "move_cash.repair": words(QT_TRANSLATE_NOOP("Words", "Repair")),
    "move_cash.driver": words(QT_TRANSLATE_NOOP("Words", "To a driver, without a payment")),
    "move_cash.wages": words(QT_TRANSLATE_NOOP("Words", "Wages")),
    "move_cash.change_bought": words(QT_TRANSLATE_NOOP("Words", "Notes given for change")),
    "move_cash.change": words(QT_TRANSLATE_NOOP("Words", "Change from the safe")),
    "move_cash.found": words(QT_TRANSLATE_NOOP("Words", "Money that was found")),
    "move_cash.correction": words(QT_TRANSLATE_NOOP("Words", "A wrong entry put right")),
    "move_cash.other": words(QT_TRANSLATE_NOOP("Words", "Something else")),
    "slip.x_printed": words(QT_TRANSLATE_NOOP("Words", "An X report was asked for.")),
    "slip.printed": words(QT_TRANSLATE_NOOP("Words", "The shift's slip was printed.")),
    "slip.failed": words(
        QT_TRANSLATE_NOOP("Words", "The shift's slip could not be printed."),
        QT_TRANSLATE_NOOP("Words", "The page is kept; print a copy when the printer works."),
    ),
    "slip.unknown": words(
        QT_TRANSLATE_NOOP("Words", "It is not known whether the shift's slip came out."),
        QT_TRANSLATE_NOOP("Words", "Look at the printer; print a copy if it did not."),
    ),
    "slip.reprinted": words(QT_TRANSLATE_NOOP("Words", "A copy of the shift's slip was asked for.")),
    "stay.back_entered": words(QT_TRANSLATE_NOOP("Words", "Entered from the paper book.")),
    "back_entry.bad_slip": words(
        QT_TRANSLATE_NOOP("Words", "That is no number of a slip."),
        QT_TRANSLATE_NOOP("Words", "Type it as it is printed in the book."),
    ),
    "back_entry.slip_used": words(
        QT_TRANSLATE_NOOP("Words", "Slip {slip} was entered already, with something else on it."),
        QT_TRANSLATE_NOOP("Words", "Look at the number, and at the stay it was entered for."),
    ),
    "back_entry.nothing_happened": words(
        QT_TRANSLATE_NOOP("Words", "The line has no time."),
        QT_TRANSLATE_NOOP("Words", "Type when the car came, paid or left."),
    ),
    "back_entry.when_paid": words(
        QT_TRANSLATE_NOOP("Words", "An amount needs its time, and a time of payment its amount."),
    ),
    "back_entry.in_the_future": words(
        QT_TRANSLATE_NOOP("Words", "This time has not come yet."),
        QT_TRANSLATE_NOOP("Words", "Look at date and time."),
    ),
    "back_entry.too_long_ago": words(
        QT_TRANSLATE_NOOP("Words", "This is longer ago than {days} days."),
        QT_TRANSLATE_NOOP("Words", "Look at the date."),
    ),
    "back_entry.out_of_order": words(
        QT_TRANSLATE_NOOP("Words", "A car comes first, pays then, and leaves last."),
        QT_TRANSLATE_NOOP("Words", "Look at the times."),
    ),
    "back_entry.no_stay": words(
        QT_TRANSLATE_NOOP("Words", "No car {plate} is inside."),
        QT_TRANSLATE_NOOP("Words", "Type when it came in."),
    ),
    "back_entry.came_later": words(
        QT_TRANSLATE_NOOP("Words", "The car that is inside came in at {entry}, after this."),
        QT_TRANSLATE_NOOP("Words", "Type when it left, or look at the times."),
    ),
    "back_entry.paid_already": words(
        QT_TRANSLATE_NOOP("Words", "The car had paid {amount_minor} at {paid} already."),
        QT_TRANSLATE_NOOP("Words", "Leave time and cash empty if this is the same money."),
    ),
    "book.bad_pages": words(
        QT_TRANSLATE_NOOP("Words", "A pad has 1 to {most} pages."),
    ),
    "check_code.not_one": words(
        QT_TRANSLATE_NOOP("Words", "That is no check code."),
        QT_TRANSLATE_NOOP("Words", "It has ten characters and one behind them."),
    ),
    "check_code.mistyped": words(
        QT_TRANSLATE_NOOP("Words", "A character of the check code is wrong."),
        QT_TRANSLATE_NOOP("Words", "Read it again, character by character."),
    ),
}
