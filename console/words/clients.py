"""Accounts of clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

CLIENTS: Final[Mapping[str, Words]] = {
    "client.added": words(QT_TRANSLATE_NOOP("Words", "The account of {name} is open.")),
    "client.changed": words(QT_TRANSLATE_NOOP("Words", "The account of {name} was changed.")),
    "client.still_open": words(
        QT_TRANSLATE_NOOP("Words", "The account is open."), QT_TRANSLATE_NOOP("Words", "Close it first.")
    ),
    "client.forgotten": words(QT_TRANSLATE_NOOP("Words", "The account is forgotten.")),
    "client.password_set": words(QT_TRANSLATE_NOOP("Words", "The client's password was set or taken away.")),
    "client.unknown": words(QT_TRANSLATE_NOOP("Words", "There is no such account.")),
    "client.too_many": words(
        QT_TRANSLATE_NOOP("Words", "There is room for {most} accounts."),
        QT_TRANSLATE_NOOP("Words", "Close those that nobody uses."),
    ),
    "client.bad_contact": words(
        QT_TRANSLATE_NOOP("Words", "That cannot be kept as a contact."),
        QT_TRANSLATE_NOOP("Words", "Type at most {longest} characters in one line."),
    ),
    "client.bad_plate": words(
        QT_TRANSLATE_NOOP("Words", "{plate} is no plate."),
        QT_TRANSLATE_NOOP("Words", "Type plates with a comma between them."),
    ),
    "client.many_plates": words(QT_TRANSLATE_NOOP("Words", "An account has at most {most} plates.")),
    "client.plate_taken": words(
        QT_TRANSLATE_NOOP("Words", "{plate} belongs to the account of {name}."),
        QT_TRANSLATE_NOOP("Words", "Take it away there first."),
    ),
}
