"""What screens read about people: who signed on when, who is locked out, what somebody tried and may not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from core.domain.journal import from_micros
from core.domain.people import Person
from core.domain.secrets import SecretKind
from core.services.sign_on import is_waiting
from core.store.refused_attempts import RefusedAttempt, attempts_since
from core.store.tables import journal
from core.store.unit_of_work import SqlUnitOfWork

MOST_ATTEMPTS = 1_000


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody with what they sign on with; ``locked_until`` is None where they may try now."""

    person: Person
    kind: SecretKind | None
    has_badge: bool
    failures: int
    locked_until: datetime | None
    last_sign_on: datetime | None


def people_rows(view: SqlUnitOfWork) -> list[PersonRow]:
    """Everyone, by name, with what they sign on with and when they last did here or elsewhere in the lot."""
    last = last_sign_ons(view)
    return [_row(view, person, last.get(person.person_id)) for person in view.people()]


def last_sign_ons(view: SqlUnitOfWork) -> dict[str, datetime]:
    """By person's id, when they signed on last at any console of the lot."""
    rows = view.connection.execute(
        select(journal.c.who, func.max(journal.c.at))
        .where(journal.c.lot_id == view.lot_id, journal.c.kind == "person.signed_on")
        .group_by(journal.c.who)
    )
    return {str(who): from_micros(int(at)) for who, at in rows}


def refused_attempts(view: SqlUnitOfWork, since: datetime, most: int = MOST_ATTEMPTS) -> list[RefusedAttempt]:
    """What was tried here and refused at or after the instant, the latest first."""
    return attempts_since(view.connection, view.lot_id, since, most=min(most, MOST_ATTEMPTS))


def _row(view: SqlUnitOfWork, person: Person, last: datetime | None) -> PersonRow:
    credential = view.credential(person.person_id)
    if credential is None:
        return PersonRow(person, None, has_badge=False, failures=0, locked_until=None, last_sign_on=last)
    is_locked = is_waiting(credential.locked_until, view.now)
    return PersonRow(
        person,
        credential.kind if credential.pin_hash else None,
        has_badge=bool(credential.badge),
        failures=credential.failures,
        locked_until=credential.locked_until if is_locked else None,
        last_sign_on=last,
    )
