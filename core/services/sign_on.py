"""Signs people on with a PIN.

A PIN is checked outside the transaction (argon2id takes its time), so signing on is three steps:
``read_credential``, ``PinHasher.matches``, ``finish_sign_on``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import argon2

from core.domain.errors import NotAllowed, Refused
from core.domain.people import Actor, check_pin
from core.services.unit_of_work import Credential, UnitOfWork

FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=30)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class PinHasher:
    """Hashes and checks PINs with argon2id; about 50 ms a call, so never on the GUI thread."""

    def __init__(self) -> None:
        self._argon = argon2.PasswordHasher(time_cost=2, memory_cost=32 * 1024, parallelism=1)

    def hash(self, pin: str) -> str:
        """The PIN's hash; BadInput where it is no usable PIN."""
        return self._argon.hash(check_pin(pin))

    def matches(self, credential: Credential, pin: str) -> bool:
        """Whether the PIN is the person's."""
        try:
            return self._argon.verify(credential.pin_hash, pin)
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False


def read_credential(unit: UnitOfWork, person_id: str) -> Credential:
    """The person's credential; Refused where they may not try now."""
    person = unit.person(person_id)
    credential = unit.credential(person_id)
    if not person.active or credential is None:
        raise Refused("sign_on.not_possible", name=person.name)
    if credential.locked_until > unit.now:
        raise Refused("sign_on.wait", until=credential.locked_until)
    return credential


def finish_sign_on(unit: UnitOfWork, *, person_id: str, matched: bool, console: str) -> Actor | None:
    """Write the sign-on or the failed try down; the actor, or None where the PIN was wrong.

    After three failures in a row each further one doubles the wait, from 30 s to 30 minutes; the wait
    is kept in the store, so a restart does not end it.
    """
    credential = read_credential(unit, person_id)
    person = unit.person(person_id)
    if not matched:
        failures = credential.failures + 1
        wait = _wait_after(failures)
        until = unit.now + wait if wait else _LONG_AGO
        unit.set_credential(replace(credential, failures=failures, locked_until=until))
        unit.record("person.sign_on_refused", {"failures": failures, "console": console}, who=person_id)
        return None
    unit.set_credential(replace(credential, failures=0, locked_until=_LONG_AGO))
    unit.record("person.signed_on", {"console": console}, who=person_id)
    return Actor(person_id, person.name, person.role)


def sign_off(unit: UnitOfWork, *, actor: Actor, console: str) -> None:
    """Write down that the person has left the console."""
    if actor.person_id == "system":
        raise NotAllowed("right.missing", right="sign_off", role=actor.role.value)
    unit.record("person.signed_off", {"console": console}, who=actor.person_id)


def _wait_after(failures: int) -> timedelta:
    if failures < FREE_TRIES:
        return timedelta(0)
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(failures - FREE_TRIES, 10)))
