"""By what people prove who they are: PINs, passwords and badges, and which is good enough for whom."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from core.domain.common_passwords import COMMON_PASSWORDS
from core.domain.errors import BadInput
from core.domain.people import PIN_LONGEST, Role, check_pin

PIN_SHORTEST_ALONE = 6
"""An administrator may have a PIN of so many digits: a small lot has one person, who works at the booth."""

PASSWORD_SHORTEST = 8
PASSWORD_LONGEST = 128
BADGE_SHORTEST = 4
BADGE_LONGEST = 200


class SecretKind(StrEnum):
    """What a hash is of."""

    PIN = "pin"
    PASSWORD = "password"  # noqa: S105 - the word, not one of them


KINDS: dict[Role, frozenset[SecretKind]] = {
    Role.ATTENDANT: frozenset({SecretKind.PIN}),
    Role.SUPERVISOR: frozenset({SecretKind.PIN}),
    Role.ADMINISTRATOR: frozenset({SecretKind.PASSWORD, SecretKind.PIN}),
    Role.LANDLORD: frozenset({SecretKind.PASSWORD}),
    Role.CLIENT: frozenset({SecretKind.PASSWORD}),
    Role.KIOSK: frozenset(),
    Role.SYSTEM: frozenset(),
}
"""What people of a role prove themselves with; a secret that was set before another rule keeps working."""

SIGNS_ON = frozenset({Role.ATTENDANT, Role.SUPERVISOR, Role.LANDLORD, Role.ADMINISTRATOR})
"""The roles that sign on at a console; a client asks a person, a kiosk and the system are nobody."""

BADGE_ALONE = frozenset({Role.ATTENDANT})
"""Whom a badge signs on by itself: whoever finds or copies one must not become a supervisor."""


def check_secret(role: Role, text: str, *, name: str = "") -> SecretKind:
    """What kind of secret the text is for somebody of the role; BadInput where it is not good enough.

    Where a role may have both, digits alone are a PIN.
    """
    kinds = KINDS[role]
    if not kinds:
        raise BadInput("person.no_secret")
    if SecretKind.PIN in kinds and (SecretKind.PASSWORD not in kinds or _is_pin(text)):
        check_pin(text)
        if role is Role.ADMINISTRATOR and len(text) < PIN_SHORTEST_ALONE:
            raise BadInput("person.short_pin", shortest=PIN_SHORTEST_ALONE, password=PASSWORD_SHORTEST)
        return SecretKind.PIN
    check_password(text, name=name)
    return SecretKind.PASSWORD


def check_password(text: str, *, name: str = "") -> str:
    """The password as it is hashed; BadInput where it is too short, too long or one that is tried first."""
    password = prepared(text)
    if not PASSWORD_SHORTEST <= len(password) <= PASSWORD_LONGEST:
        raise BadInput("person.bad_password", shortest=PASSWORD_SHORTEST, longest=PASSWORD_LONGEST)
    folded = password.casefold()
    parts = {part for part in name.casefold().split() if len(part) > 2}
    bare = folded.strip("0123456789!.?*# ")
    if folded in COMMON_PASSWORDS or bare in COMMON_PASSWORDS | parts or len(set(folded)) < 4:
        raise BadInput("person.weak_password")
    return password


def check_badge(code: str) -> str:
    """What a reader read from a badge, without what it adds around it; BadInput where that is no badge."""
    cleaned = "".join(code.split())
    if not BADGE_SHORTEST <= len(cleaned) <= BADGE_LONGEST or not cleaned.isprintable():
        raise BadInput("person.bad_badge")
    return cleaned


def prepared(text: str) -> str:
    """A secret in the one form in which it is hashed, however the keyboard composes its letters."""
    return unicodedata.normalize("NFKC", text)


def _is_pin(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= PIN_LONGEST
