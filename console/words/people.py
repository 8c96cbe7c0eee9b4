"""People, rights and signing on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

PEOPLE: Final[Mapping[str, Words]] = {
    "right.missing": words(
        QT_TRANSLATE_NOOP("Words", "You may not do this."),
        QT_TRANSLATE_NOOP("Words", "Ask someone who may, to sign on."),
    ),
    "sign_on.needed": words(
        QT_TRANSLATE_NOOP("Words", "Nobody is signed on."), QT_TRANSLATE_NOOP("Words", "Sign on first.")
    ),
    "sign_on.wrong_pin": words(
        QT_TRANSLATE_NOOP("Words", "That is not the PIN."), QT_TRANSLATE_NOOP("Words", "Try again.")
    ),
    "sign_on.wait": words(
        QT_TRANSLATE_NOOP("Words", "Too many wrong PINs."),
        QT_TRANSLATE_NOOP("Words", "Try again after {until}."),
    ),
    "sign_on.not_possible": words(
        QT_TRANSLATE_NOOP("Words", "{name} cannot sign on."),
        QT_TRANSLATE_NOOP("Words", "Ask an administrator."),
    ),
    "person.added": words(QT_TRANSLATE_NOOP("Words", "{name} was added.")),
    "person.changed": words(QT_TRANSLATE_NOOP("Words", "{name} was changed.")),
    "person.pin_set": words(QT_TRANSLATE_NOOP("Words", "The new PIN holds.")),
    "person.pins_differ": words(
        QT_TRANSLATE_NOOP("Words", "The two PINs are not the same."),
        QT_TRANSLATE_NOOP("Words", "Type both again."),
    ),
    "person.signed_on": words(QT_TRANSLATE_NOOP("Words", "Signed on.")),
    "person.signed_off": words(QT_TRANSLATE_NOOP("Words", "Signed off.")),
    "person.sign_on_refused": words(QT_TRANSLATE_NOOP("Words", "A wrong PIN was typed.")),
    "person.bad_name": words(
        QT_TRANSLATE_NOOP("Words", "That name cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Type 1 to {longest} letters."),
    ),
    "person.bad_pin": words(
        QT_TRANSLATE_NOOP("Words", "That PIN cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Type {shortest} to {longest} digits."),
    ),
    "person.weak_pin": words(
        QT_TRANSLATE_NOOP("Words", "That PIN is one that everybody tries first."),
        QT_TRANSLATE_NOOP("Words", "Choose another one."),
    ),
    "person.last_administrator": words(
        QT_TRANSLATE_NOOP("Words", "This is the last administrator."),
        QT_TRANSLATE_NOOP("Words", "Make someone else administrator first."),
    ),
    "person.name_taken": words(
        QT_TRANSLATE_NOOP("Words", "Someone is called {name} already."),
        QT_TRANSLATE_NOOP("Words", "Add a letter of the family name."),
    ),
    "person.unknown": words(QT_TRANSLATE_NOOP("Words", "Nobody like that is on record.")),
    "person.none_chosen": words(QT_TRANSLATE_NOOP("Words", "Nobody is chosen.")),
}
