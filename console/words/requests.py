"""What is said about bookings and rate plans of other programs, and about logins of the shared database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

REQUESTS: Final[Mapping[str, Words]] = {
    "booking.accepted": words(QT_TRANSLATE_NOOP("Words", "A space was booked.")),
    "booking.refused": words(QT_TRANSLATE_NOOP("Words", "A booking was refused.")),
    "booking.no_id": words(
        QT_TRANSLATE_NOOP("Words", "The booking has no name of its own."),
        QT_TRANSLATE_NOOP("Words", "Give it an external_id."),
    ),
    "booking.bad_plate": words(
        QT_TRANSLATE_NOOP("Words", "The booking's plate cannot be a plate."),
        QT_TRANSLATE_NOOP("Words", "Plates have 2 to 12 letters and digits."),
    ),
    "booking.bad_amount": words(
        QT_TRANSLATE_NOOP("Words", "The amount paid for the booking cannot be right.")
    ),
    "booking.bad_time": words(
        QT_TRANSLATE_NOOP("Words", "The booking ends before it begins, or takes more than 31 days.")
    ),
    "booking.begun_already": words(
        QT_TRANSLATE_NOOP("Words", "The booking would have begun already."),
        QT_TRANSLATE_NOOP("Words", "Book a later time."),
    ),
    "booking.too_far_ahead": words(
        QT_TRANSLATE_NOOP("Words", "The booking begins more than 400 days from now.")
    ),
    "booking.none_bookable": words(
        QT_TRANSLATE_NOOP("Words", "The lot takes no bookings."),
        QT_TRANSLATE_NOOP("Words", "Name its bookable spaces in the lot's settings."),
    ),
    "booking.no_such_space": words(
        QT_TRANSLATE_NOOP("Words", "The lot has no such space, or it may not be booked.")
    ),
    "booking.space_taken": words(
        QT_TRANSLATE_NOOP("Words", "The space is booked for a part of that time."),
        QT_TRANSLATE_NOOP("Words", "Choose another space or time."),
    ),
    "booking.other_content": words(
        QT_TRANSLATE_NOOP("Words", "Another booking has the same name."),
        QT_TRANSLATE_NOOP("Words", "Send it under a new external_id."),
    ),
    "booking.unknown": words(QT_TRANSLATE_NOOP("Words", "There is no such booking.")),
    "rates.too_far_ahead": words(
        QT_TRANSLATE_NOOP("Words", "The rate plan begins more than five years from now.")
    ),
    "rates.requested": words(QT_TRANSLATE_NOOP("Words", "Another program asked for this rate plan.")),
    "lot.bad_spaces": words(
        QT_TRANSLATE_NOOP(
            "Words", "Names of bookable spaces have at most {longest} letters, each name once."
        ),
        QT_TRANSLATE_NOOP("Words", "There cannot be more of them than spaces."),
    ),
    "login.bad_lot": words(QT_TRANSLATE_NOOP("Words", "That cannot be the id of a lot.")),
    "login.bad_name": words(
        QT_TRANSLATE_NOOP(
            "Words", "A login's name is up to 20 small letters, digits and dashes, and begins with a letter."
        )
    ),
    "login.nothing_allowed": words(
        QT_TRANSLATE_NOOP("Words", "The login would be good for nothing."),
        QT_TRANSLATE_NOOP("Words", "Say for which lots, and what is allowed there."),
    ),
    "login.taken": words(
        QT_TRANSLATE_NOOP("Words", "That login is somebody else's."),
        QT_TRANSLATE_NOOP("Words", "Choose another name."),
    ),
    "login.unknown": words(QT_TRANSLATE_NOOP("Words", "Lotkeeper made no such login.")),
}
