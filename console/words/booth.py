"""What is said at the booth itself: signing on by badge or name, and typing the paper book."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

BOOTH: Final[Mapping[str, Words]] = {
    "sign_on.wrong_badge": words(
        QT_TRANSLATE_NOOP("Words", "Nobody signs on with that badge."),
        QT_TRANSLATE_NOOP("Words", "Choose a name and type the PIN."),
    ),
    "sign_on.wrong_name_or_password": words(
        QT_TRANSLATE_NOOP("Words", "That name and password do not belong together."),
        QT_TRANSLATE_NOOP("Words", "Try again."),
    ),
    "sign_on.wrong_secret": words(
        QT_TRANSLATE_NOOP("Words", "That is not the password."), QT_TRANSLATE_NOOP("Words", "Try again.")
    ),
    "back_entry.bad_time": words(
        QT_TRANSLATE_NOOP("Words", "{typed} is no time."),
        QT_TRANSLATE_NOOP("Words", "Type 1432, or 13/5 1432 for another day."),
    ),
}
