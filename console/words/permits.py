"""What a scanned code is good for, or why it lets no car through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

PERMITS: Final[Mapping[str, Words]] = {
    "exit.permit_shown": words(QT_TRANSLATE_NOOP("Words", "Its receipt was shown: paid and in time.")),
    "entry.booking_shown": words(QT_TRANSLATE_NOOP("Words", "Its booking was shown.")),
    "permit.shown": words(QT_TRANSLATE_NOOP("Words", "The code of its receipt was shown.")),
    "permit.let_through": words(
        QT_TRANSLATE_NOOP("Words", "{lane}: the code is good, the gate was asked to open.")
    ),
    "permit.good": words(
        QT_TRANSLATE_NOOP("Words", "The receipt is genuine: {plate} may leave until {until}."),
        QT_TRANSLATE_NOOP("Words", "No car stands at an exit; scan it again when it does."),
    ),
    "permit.unreadable": words(
        QT_TRANSLATE_NOOP("Words", "The code could not be read."),
        QT_TRANSLATE_NOOP("Words", "Scan it once more, flat and in good light."),
    ),
    "permit.too_new": words(
        QT_TRANSLATE_NOOP("Words", "The code is of a kind that this version does not know."),
        QT_TRANSLATE_NOOP("Words", "Search the car by its plate, or open by hand."),
    ),
    "permit.other_lot": words(
        QT_TRANSLATE_NOOP("Words", "The code is of another lot."),
        QT_TRANSLATE_NOOP("Words", "Ask for the receipt of this lot."),
    ),
    "permit.unknown_key": words(
        QT_TRANSLATE_NOOP("Words", "The code was signed by a console that is not known here."),
        QT_TRANSLATE_NOOP("Words", "Search the car by its plate, or open by hand."),
    ),
    "permit.revoked_key": words(
        QT_TRANSLATE_NOOP("Words", "The code was signed by {console}, which no longer belongs to the lot."),
        QT_TRANSLATE_NOOP("Words", "Search the car by its plate, or open by hand."),
    ),
    "permit.forged": words(
        QT_TRANSLATE_NOOP("Words", "The code is not genuine, or it was misread."),
        QT_TRANSLATE_NOOP(
            "Words", "Scan it once more; if that does not help, keep the paper and call someone."
        ),
    ),
    "permit.expired": words(
        QT_TRANSLATE_NOOP("Words", "{plate} was paid, but had to leave until {until}."),
        QT_TRANSLATE_NOOP("Words", "Search the car by its plate and take what is due."),
    ),
    "permit.used": words(
        QT_TRANSLATE_NOOP("Words", "The car of this receipt, {plate}, left at {at}."),
        QT_TRANSLATE_NOOP("Words", "Search the car that stands there by its plate."),
    ),
    "permit.other_plate": words(
        QT_TRANSLATE_NOOP("Words", "The code is for {plate}, but {seen} stands there."),
        QT_TRANSLATE_NOOP("Words", "Look at the plate; if it was misread, correct it and scan again."),
    ),
    "permit.no_plate": words(
        QT_TRANSLATE_NOOP("Words", "This stay has no plate, so its receipt has no code to leave with.")
    ),
    "permit.no_car": words(
        QT_TRANSLATE_NOOP("Words", "No car stands at the lane."),
        QT_TRANSLATE_NOOP("Words", "Scan the code again when it does."),
    ),
    "permit.which_lane": words(
        QT_TRANSLATE_NOOP("Words", "Cars stand at several lanes."),
        QT_TRANSLATE_NOOP("Words", "Select the lane whose car shows the code, then scan it again."),
    ),
    "permit.not_an_exit": words(
        QT_TRANSLATE_NOOP("Words", "With a receipt a car leaves; this lane is an entry.")
    ),
    "booking.good": words(
        QT_TRANSLATE_NOOP("Words", "The booking is genuine: {plate}, from {from_at} until {until}."),
        QT_TRANSLATE_NOOP("Words", "No car stands at an entry; scan it again when it does."),
    ),
    "note.booked": words(QT_TRANSLATE_NOOP("Words", "Let in with its booking.")),
    "booking.arrived": words(QT_TRANSLATE_NOOP("Words", "Came in with its booking.")),
    "booking.too_early": words(
        QT_TRANSLATE_NOOP("Words", "The booking of {plate} begins at {from_at}."),
        QT_TRANSLATE_NOOP("Words", "It opens half an hour before; until then let the car in as any other."),
    ),
    "booking.over": words(
        QT_TRANSLATE_NOOP("Words", "The booking of {plate} was over at {until}."),
        QT_TRANSLATE_NOOP("Words", "Let the car in as any other."),
    ),
    "booking.cancelled": words(
        QT_TRANSLATE_NOOP("Words", "The booking of {plate} was cancelled."),
        QT_TRANSLATE_NOOP("Words", "Let the car in as any other."),
    ),
    "booking.used": words(
        QT_TRANSLATE_NOOP("Words", "A car came in with the booking of {plate} already."),
        QT_TRANSLATE_NOOP("Words", "Look among the cars inside."),
    ),
    "booking.not_an_entry": words(
        QT_TRANSLATE_NOOP("Words", "With a booking a car comes in; this lane is an exit.")
    ),
    "identity.not_kept": words(
        QT_TRANSLATE_NOOP("Words", "This console's own key cannot be read or written."),
        QT_TRANSLATE_NOOP("Words", "Receipts print without a code to leave with. Look at the data folder."),
    ),
}
