"""Signs people on who type their name: whoever guesses names learns nothing of which there are.

A name that nobody bears, or whose bearer does not sign on, is answered as a known one is: after the same
work, with the same words, and with the same wait after three wrong passwords.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

from core.domain.guesses import IN, MOST_GUESSES
from core.domain.journal import from_micros, to_micros
from core.domain.people import Actor, Person
from core.domain.secrets import SIGNS_ON
from core.services.sign_on import (
    LONGEST_WAIT,
    check_guesses,
    check_wait,
    finish_sign_on,
    note_guess,
    read_credential,
    wait_after,
)
from core.services.unit_of_work import Attempt, Credential, UnitOfWork

MOST_STRANGERS = MOST_GUESSES * (LONGEST_WAIT // IN)
"""As many as can be tried during the longest wait: none ends early because others pushed the name out."""

_STRANGERS = "strangers"


@dataclass(frozen=True, slots=True)
class Named:
    """A name that may be tried now; without a credential where it is nobody's."""

    name: str
    credential: Credential | None


def read_named(unit: UnitOfWork, name: str) -> Named:
    """Whose name it is; Refused ``sign_on.wait`` where that may not be tried now, also for nobody's."""
    person = _person(unit, name)
    if person is not None:
        return Named(name, read_credential(unit, person.person_id))
    tries = _strangers(unit).get(_key(name))
    if tries is not None:
        check_wait(unit, from_micros(tries[1]))
    check_guesses(unit)
    return Named(name, None)


def finish_named(unit: UnitOfWork, named: Named, *, matched: bool, console: str) -> Actor | None:
    """Write the sign-on or the failed try down; the actor, or None where name or password was wrong."""
    known = read_named(unit, named.name).credential
    if known is not None:
        is_same = named.credential is not None and named.credential.pin_hash == known.pin_hash
        return finish_sign_on(
            unit, person_id=known.person_id, matched=matched and is_same, console=console, by="name"
        )
    _count_stranger(unit, named.name)
    note_guess(unit, Attempt("password", "", "sign_on", "sign_on.unknown_name"))
    return None


def _person(unit: UnitOfWork, name: str) -> Person | None:
    wanted = " ".join(name.split()).casefold()
    for person in unit.people():
        if person.active and person.role in SIGNS_ON and person.name.casefold() == wanted:
            credential = unit.credential(person.person_id)
            return person if credential is not None and credential.pin_hash else None
    return None


def _count_stranger(unit: UnitOfWork, name: str) -> None:
    strangers, key = _strangers(unit), _key(name)
    failures = strangers.pop(key, [0, 0])[0] + 1
    wait = wait_after(failures)
    strangers[key] = [failures, to_micros(unit.now + wait) if wait else 0]
    kept = dict(list(strangers.items())[-MOST_STRANGERS:])
    unit.keep_own_note(_STRANGERS, json.dumps(kept))


def _strangers(unit: UnitOfWork) -> dict[str, list[int]]:
    """By the digest of a name that is nobody's, how often it was tried and until when it may not be."""
    kept: dict[str, list[int]] = json.loads(unit.own_note(_STRANGERS) or "{}")
    return kept


def _key(name: str) -> str:
    # Not the name itself: people type their password into the wrong field.
    return sha256(" ".join(name.split()).casefold().encode()).hexdigest()[:16]
