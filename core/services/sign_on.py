"""Signs people on with a PIN or a password.

A secret is checked outside the transaction (argon2id takes its time), so signing on is three steps:
``read_credential``, ``PinHasher.matches``, ``finish_sign_on``. Whoever guesses is slowed down twice: after
three wrong secrets of one person in a row, and after ten of all people within a minute at one console.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.domain.errors import NotAllowed, Refused
from core.domain.guesses import Guesses
from core.domain.people import Actor
from core.domain.secrets import SIGNS_ON
from core.services.secrets import PinHasher
from core.services.unit_of_work import Attempt, Credential, UnitOfWork

__all__ = [
    "PinHasher",
    "check_guesses",
    "check_wait",
    "count_guess",
    "finish_sign_on",
    "is_waiting",
    "note_wrong",
    "read_credential",
    "sign_off",
]

FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=30)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_GUESSES = "guesses"


def read_credential(unit: UnitOfWork, person_id: str) -> Credential:
    """The person's credential; Refused where they may not try now."""
    person = unit.person(person_id)
    credential = unit.credential(person_id)
    if not person.active or person.role not in SIGNS_ON or credential is None or not credential.pin_hash:
        raise Refused("sign_on.not_possible", name=person.name)
    check_wait(unit, credential.locked_until)
    check_guesses(unit)
    return credential


def check_wait(unit: UnitOfWork, until: datetime) -> None:
    """Refused ``sign_on.wait`` before that instant."""
    if is_waiting(until, unit.now):
        raise Refused("sign_on.wait", until=until)


def is_waiting(until: datetime, now: datetime) -> bool:
    """Whether nobody may try yet.

    No wait is so long that it ends later than the longest from now: a clock that ran ahead wrote that one.
    It has been set back since, and nobody is locked out until a year comes that is far away.
    """
    return now < until <= now + LONGEST_WAIT


def check_guesses(unit: UnitOfWork) -> None:
    """Refused ``sign_on.console_waits`` where ten wrong secrets were typed here within the last minute."""
    until = Guesses.from_text(unit.own_note(_GUESSES)).free_at(unit.now)
    if until is not None:
        raise Refused("sign_on.console_waits", until=until)


def finish_sign_on(
    unit: UnitOfWork, *, person_id: str, matched: bool, console: str, by: str = ""
) -> Actor | None:
    """Write the sign-on or the failed try down; the actor, or None where the secret was wrong.

    ``by`` says what else was shown, such as a badge. After three failures in a row each further one doubles
    the wait, from 30 s to 30 minutes; the wait is kept in the store, so a restart does not end it.
    """
    credential = read_credential(unit, person_id)
    person = unit.person(person_id)
    if not matched:
        failures = note_wrong(unit, credential, what="sign_on")
        unit.record("person.sign_on_refused", {"failures": failures, "console": console}, who=person_id)
        return None
    unit.set_credential(replace(credential, failures=0, locked_until=LONG_AGO))
    said = {"console": console, "by": by} if by else {"console": console}
    unit.record("person.signed_on", said, who=person_id)
    return Actor(person_id, person.name, person.role)


def note_wrong(unit: UnitOfWork, credential: Credential, *, what: str) -> int:
    """Count a wrong secret against person and console; how many the person's are in a row."""
    failures = credential.failures + 1
    wait = wait_after(failures)
    until = unit.now + wait if wait else LONG_AGO
    unit.set_credential(replace(credential, failures=failures, locked_until=until))
    note_guess(unit, Attempt(credential.kind.value, credential.person_id, what, "sign_on.wrong_pin"))
    return failures


def note_guess(unit: UnitOfWork, attempt: Attempt) -> None:
    """Count a wrong secret against the console alone, and write it down."""
    count_guess(unit)
    unit.note_attempt(attempt)


def count_guess(unit: UnitOfWork) -> None:
    """Count one more guess against the console alone."""
    guesses = Guesses.from_text(unit.own_note(_GUESSES))
    unit.keep_own_note(_GUESSES, guesses.with_one(unit.now).to_text())


def sign_off(unit: UnitOfWork, *, actor: Actor, console: str) -> None:
    """Write down that the person has left the console."""
    if actor.person_id == "system":
        raise NotAllowed("right.missing", right="sign_off", role=actor.role.value)
    unit.record("person.signed_off", {"console": console}, who=actor.person_id)


def wait_after(failures: int) -> timedelta:
    """How long nobody may try after so many wrong secrets in a row."""
    if failures < FREE_TRIES:
        return timedelta(0)
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(failures - FREE_TRIES, 10)))
