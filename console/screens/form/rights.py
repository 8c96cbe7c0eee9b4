"""What a role may do, in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.domain.people import RIGHTS, Right, Role

_WORDS: Final[dict[Right, object]] = {
    Right.SEARCH_STAYS: QT_TRANSLATE_NOOP("Rights", "find cars"),
    Right.SEE_INSIDE: QT_TRANSLATE_NOOP("Rights", "see who is inside"),
    Right.TAKE_CASH: QT_TRANSLATE_NOOP("Rights", "take cash"),
    Right.TAKE_PAYMENT: QT_TRANSLATE_NOOP("Rights", "take cards and platforms"),
    Right.RUN_SHIFT: QT_TRANSLATE_NOOP("Rights", "run a shift"),
    Right.PRINT_RECEIPT: QT_TRANSLATE_NOOP("Rights", "print receipts"),
    Right.VALIDATE: QT_TRANSLATE_NOOP("Rights", "take validations"),
    Right.TAKE_IOU: QT_TRANSLATE_NOOP("Rights", "let a car go against an IOU"),
    Right.REFUND: QT_TRANSLATE_NOOP("Rights", "ask for refunds"),
    Right.CORRECT_PLATE: QT_TRANSLATE_NOOP("Rights", "correct plates"),
    Right.DESCRIBE_STAY: QT_TRANSLATE_NOOP("Rights", "describe stays"),
    Right.RESOLVE_STAY: QT_TRANSLATE_NOOP("Rights", "settle what is unclear"),
    Right.CONFIRM_FEE: QT_TRANSLATE_NOOP("Rights", "confirm high fees"),
    Right.OPEN_GATE: QT_TRANSLATE_NOOP("Rights", "open gates by hand"),
    Right.HOLD_GATE: QT_TRANSLATE_NOOP("Rights", "hold gates open"),
    Right.ADMIT: QT_TRANSLATE_NOOP("Rights", "let cars in"),
    Right.RELEASE: QT_TRANSLATE_NOOP("Rights", "let cars out"),
    Right.BACK_ENTER: QT_TRANSLATE_NOOP("Rights", "enter what was written on paper"),
    Right.MANAGE_CLIENTS: QT_TRANSLATE_NOOP("Rights", "keep clients' accounts"),
    Right.SEE_DEVICES: QT_TRANSLATE_NOOP("Rights", "see devices"),
    Right.WAIVE: QT_TRANSLATE_NOOP("Rights", "charge nothing"),
    Right.APPROVE_REFUND: QT_TRANSLATE_NOOP("Rights", "approve refunds"),
    Right.WRITE_OFF: QT_TRANSLATE_NOOP("Rights", "write off"),
    Right.CLOSE_SHIFTS: QT_TRANSLATE_NOOP("Rights", "close other people's shifts"),
    Right.SEE_TOTALS: QT_TRANSLATE_NOOP("Rights", "see totals"),
    Right.SEE_AUDIT: QT_TRANSLATE_NOOP("Rights", "see who did what"),
    Right.CORRECT_ENTRY: QT_TRANSLATE_NOOP("Rights", "correct entry times"),
    Right.IMPORT_STAYS: QT_TRANSLATE_NOOP("Rights", "take in lists of cars"),
    Right.SETTLE_CLOCK: QT_TRANSLATE_NOOP("Rights", "settle the clock"),
    Right.VERIFY_JOURNAL: QT_TRANSLATE_NOOP("Rights", "check the records"),
    Right.SEE_REPORTS: QT_TRANSLATE_NOOP("Rights", "see reports"),
    Right.MANAGE_MERCHANTS: QT_TRANSLATE_NOOP("Rights", "keep merchants"),
    Right.SET_RATES: QT_TRANSLATE_NOOP("Rights", "set rates"),
    Right.SET_UP_LOT: QT_TRANSLATE_NOOP("Rights", "change the lot"),
    Right.MANAGE_DEVICES: QT_TRANSLATE_NOOP("Rights", "change devices"),
    Right.MANAGE_PAYMENTS: QT_TRANSLATE_NOOP("Rights", "change payment accounts"),
    Right.MANAGE_PEOPLE: QT_TRANSLATE_NOOP("Rights", "keep people"),
    Right.MANAGE_CONSOLES: QT_TRANSLATE_NOOP("Rights", "keep consoles"),
    Right.PURGE: QT_TRANSLATE_NOOP("Rights", "purge personal data"),
}


def right_in_words(right: Right) -> str:
    """The right as something that one may do, in the language of the moment."""
    return QCoreApplication.translate("Rights", str(_WORDS[right]))


def may_in_words(role: Role) -> str:
    """A sentence with all that somebody of the role may do, the daily things first."""
    if RIGHTS[role] == frozenset(Right):
        return QCoreApplication.translate("Rights", "May do everything.")
    between = QCoreApplication.translate("Rights", ", ")
    rights = between.join(right_in_words(right) for right in _WORDS if right in RIGHTS[role])
    return QCoreApplication.translate("Rights", "May: {rights}.").format(rights=rights)


def attempt_in_words(what: str) -> str:
    """What somebody tried who was refused: a right, or to sign on."""
    if what in {right.value for right in Right}:
        return right_in_words(Right(what))
    return QCoreApplication.translate("Rights", "sign on") if what == "sign_on" else what


def way_in_words(source: str) -> str:
    """By which way an attempt came that was refused."""
    words = {
        "service": QCoreApplication.translate("Rights", "at the screen"),
        "pin": QCoreApplication.translate("Rights", "a wrong PIN"),
        "password": QCoreApplication.translate("Rights", "a wrong name or password"),
        "badge": QCoreApplication.translate("Rights", "an unknown badge"),
    }
    return words.get(source, source)
