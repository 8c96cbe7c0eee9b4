"""Badges: who holds which, and signing on with one.

A badge's code is kept as a keyed digest. A code can be read off a badge by anybody who holds it for a second,
so it signs on nobody but attendants by itself; all others type their secret as well.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, replace
from hashlib import sha256

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Person, Right
from core.domain.secrets import BADGE_ALONE, SIGNS_ON, SecretKind, check_badge
from core.services.sign_on import LONG_AGO, check_guesses, check_wait, count_guess, note_guess
from core.services.unit_of_work import Attempt, Credential, UnitOfWork

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class BadgeReader:
    """Turns what a reader read into the digests under which a badge may be kept; ``keys`` newest first."""

    keys: tuple[bytes, ...]

    def digest(self, code: str) -> str:
        """The digest by the newest key, in 64 hexadecimal digits; BadInput ``person.bad_badge``."""
        return self.digests(code)[0]

    def digests(self, code: str) -> tuple[str, ...]:
        """The digests by all keys: consoles that were apart may each have made one."""
        cleaned = check_badge(code).encode()
        return tuple(hmac.new(key, cleaned, sha256).hexdigest() for key in self.keys)


def badge_reader(unit: UnitOfWork) -> BadgeReader:
    """What reads badges here; of no use yet where nobody in the lot was given one."""
    return BadgeReader(tuple(unit.badge_keys()))


def make_badge_reader(unit: UnitOfWork) -> BadgeReader:
    """What reads badges here, with the lot's first key made where there was none."""
    if not unit.badge_keys():
        unit.add_badge_key(secrets.token_bytes(KEY_BYTES))
    return badge_reader(unit)


def set_badge(unit: UnitOfWork, *, actor: Actor, person_id: str, badge_digest: str) -> None:
    """Give someone the badge of that digest, or take theirs away with an empty one.

    Refused ``person.badge_taken`` where somebody else holds it.
    """
    actor.require(Right.MANAGE_PEOPLE)
    person = unit.person(person_id)
    holder = unit.badge_holder([badge_digest]) if badge_digest else None
    if holder is not None and holder != person_id:
        raise Refused("person.badge_taken", name=unit.person(holder).name)
    credential = unit.credential(person_id) or Credential(person_id, "", 0, LONG_AGO, SecretKind.PIN)
    unit.set_credential(replace(credential, badge=badge_digest))
    unit.record(
        "person.badge_set",
        {"is_given": bool(badge_digest)},
        who=actor.person_id,
        subjects=[Subject("person", person.person_id)],
    )


def give_badge(unit: UnitOfWork, *, actor: Actor, person_id: str, code: str) -> None:
    """Give someone the badge of that code; Refused where somebody has it, by whichever console's key."""
    actor.require(Right.MANAGE_PEOPLE)
    digests = make_badge_reader(unit).digests(code)
    holder = unit.badge_holder(digests)
    if holder is not None and holder != person_id:
        raise Refused("person.badge_taken", name=unit.person(holder).name)
    set_badge(unit, actor=actor, person_id=person_id, badge_digest=digests[0])


def holder_of_badge(unit: UnitOfWork, badge_digest: str) -> Person | None:
    """Who holds the badge of that digest and may sign on; None for nobody."""
    return _holder(unit, [badge_digest])


def find_badge_holder(unit: UnitOfWork, *, code: str) -> Person | None:
    """Who holds the badge; an unknown one counts as a wrong secret, and Refused after too many of those."""
    check_guesses(unit)
    person = _holder(unit, badge_reader(unit).digests(code))
    if person is None:
        note_guess(unit, Attempt("badge", "", "sign_on", "sign_on.wrong_badge"))
    return person


def is_badge(unit: UnitOfWork, *, code: str) -> bool:
    """Whether somebody holds a badge of that code, which may as well be a PIN that was typed at once.

    Where nobody does it counts as a guess, though not as a wrong badge: nobody learns which codes there are
    by trying them in the field of a PIN. False, unlooked at, where too many were made; BadInput for no badge.
    """
    try:
        check_guesses(unit)
    except Refused:
        return False
    digests = badge_reader(unit).digests(code)
    is_held = _holder(unit, digests) is not None
    if digests and not is_held:
        count_guess(unit)
    return is_held


def sign_on_by_badge(unit: UnitOfWork, *, code: str, console: str) -> Actor | None:
    """Sign the holder on; None for a badge that nobody holds.

    Refused ``sign_on.badge_and_secret`` with ``person_id`` where they must type their PIN or password too,
    ``sign_on.wait`` where wrong ones were typed for them.
    """
    person = find_badge_holder(unit, code=code)
    if person is None:
        return None
    credential = unit.credential(person.person_id)
    if person.role not in BADGE_ALONE or unit.lot().badge_needs_pin or credential is None:
        raise Refused("sign_on.badge_and_secret", person_id=person.person_id, name=person.name)
    check_wait(unit, credential.locked_until)
    unit.record("person.signed_on", {"console": console, "by": "badge"}, who=person.person_id)
    return Actor(person.person_id, person.name, person.role)


def _holder(unit: UnitOfWork, digests: list[str] | tuple[str, ...]) -> Person | None:
    person_id = unit.badge_holder(digests)
    if person_id is None:
        return None
    person = unit.person(person_id)
    return person if person.active and person.role in SIGNS_ON else None
