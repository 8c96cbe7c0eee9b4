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
    "sign_on.ended": words(
        QT_TRANSLATE_NOOP("Words", "An administrator has changed what {name} may do."),
        QT_TRANSLATE_NOOP("Words", "Whoever may still work here signs on again."),
    ),
    "person.added": words(QT_TRANSLATE_NOOP("Words", "{name} was added.")),
    "person.changed": words(QT_TRANSLATE_NOOP("Words", "{name} was changed.")),
    "person.pin_set": words(QT_TRANSLATE_NOOP("Words", "The new PIN or password holds.")),
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
    "sign_on.console_waits": words(
        QT_TRANSLATE_NOOP("Words", "Too many wrong PINs and passwords at this console."),
        QT_TRANSLATE_NOOP("Words", "Try again after {until}."),
    ),
    "sign_on.unknown_name": words(
        QT_TRANSLATE_NOOP("Words", "That name or that password is not right."),
        QT_TRANSLATE_NOOP("Words", "Type both again."),
    ),
    "sign_on.badge_and_secret": words(
        QT_TRANSLATE_NOOP("Words", "A badge alone does not sign {name} on."),
        QT_TRANSLATE_NOOP("Words", "Type the PIN or password as well."),
    ),
    "person.approved": words(QT_TRANSLATE_NOOP("Words", "Approved it.")),
    "person.approval_refused": words(
        QT_TRANSLATE_NOOP("Words", "A wrong PIN was typed to approve something."),
    ),
    "person.badge_set": words(QT_TRANSLATE_NOOP("Words", "The badge was given or taken away.")),
    "person.unlocked": words(QT_TRANSLATE_NOOP("Words", "May try to sign on again.")),
    "person.not_locked": words(QT_TRANSLATE_NOOP("Words", "{name} is not locked out.")),
    "person.not_staff": words(
        QT_TRANSLATE_NOOP("Words", "A client is no one who works here."),
        QT_TRANSLATE_NOOP("Words", "Open an account under Clients."),
    ),
    "person.no_secret": words(QT_TRANSLATE_NOOP("Words", "Nobody signs on in that role.")),
    "person.short_pin": words(
        QT_TRANSLATE_NOOP("Words", "A PIN of an administrator has at least {shortest} digits."),
        QT_TRANSLATE_NOOP("Words", "Type more digits, or a password of at least {password} characters."),
    ),
    "person.bad_password": words(
        QT_TRANSLATE_NOOP("Words", "That password cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Type {shortest} to {longest} characters."),
    ),
    "person.weak_password": words(
        QT_TRANSLATE_NOOP("Words", "That password is one that everybody tries first."),
        QT_TRANSLATE_NOOP("Words", "Choose another one: three or four words are good."),
    ),
    "person.secrets_differ": words(
        QT_TRANSLATE_NOOP("Words", "What was typed is not the same both times."),
        QT_TRANSLATE_NOOP("Words", "Type both again."),
    ),
    "person.bad_badge": words(
        QT_TRANSLATE_NOOP("Words", "That is no badge."),
        QT_TRANSLATE_NOOP("Words", "Hold the badge to the reader again."),
    ),
    "person.badge_given": words(QT_TRANSLATE_NOOP("Words", "{name} has the badge now.")),
    "person.badge_taken_away": words(QT_TRANSLATE_NOOP("Words", "{name} has no badge any more.")),
    "person.badge_taken": words(
        QT_TRANSLATE_NOOP("Words", "{name} has that badge."),
        QT_TRANSLATE_NOOP("Words", "Take it away there first."),
    ),
}
