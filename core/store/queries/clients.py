"""Clients as lists: who has an account, and where their cars stood and what was paid for that."""

from __future__ import annotations

from core.domain.errors import NotAllowed
from core.domain.people import Actor, Person, Right, Role
from core.domain.plates import fold, normalise
from core.domain.stays import Stay
from core.store.queries.stays import stays_by_id
from core.store.rows import person_from_row
from core.store.tables import people, stays
from core.store.unit_of_work import SqlUnitOfWork

MOST_CLIENTS_LISTED = 200
MOST_STAYS = 200


def find_clients(view: SqlUnitOfWork, text: str = "", *, most: int = MOST_CLIENTS_LISTED) -> list[Person]:
    """The clients whose name, contact or plate holds the text, by name; all of them without one.

    Those that were forgotten have no name any more, and are not listed.
    """
    rows = view.connection.execute(
        people.select()
        .where(people.c.lot_id == view.lot_id, people.c.role == Role.CLIENT.value, people.c.name != "")
        .order_by(people.c.name, people.c.person_id)
    )
    found = (person_from_row(row) for row in rows)
    return [client for client in found if _holds(client, text)][:most]


def client_of_plate(view: SqlUnitOfWork, plate: str) -> Person | None:
    """The client with an open account whose plate it is."""
    wanted = normalise(plate)
    return next(
        (client for client in find_clients(view, wanted) if client.active and wanted in client.plates), None
    )


def client_stays(view: SqlUnitOfWork, *, actor: Actor, person_id: str, most: int = MOST_STAYS) -> list[Stay]:
    """The stays of the client's plates with their payments, the latest first.

    Clients see their own and no other's; NotAllowed for everybody else who may not manage clients.
    """
    is_own = actor.role is Role.CLIENT and actor.person_id == person_id
    if not is_own:
        actor.require(Right.MANAGE_CLIENTS)
    client = view.person(person_id)
    if client.role is not Role.CLIENT:
        raise NotAllowed(
            "right.missing", right=Right.MANAGE_CLIENTS.value, role=actor.role.value, who=actor.person_id
        )
    found = view.connection.execute(
        stays.select()
        .with_only_columns(stays.c.stay_id)
        .where(stays.c.lot_id == view.lot_id, stays.c.plate.in_(client.plates))
        .order_by(stays.c.entry_at.desc(), stays.c.stay_id)
        .limit(min(most, MOST_STAYS))
    )
    return stays_by_id(view, list(found.scalars()))


def _holds(client: Person, text: str) -> bool:
    wanted = text.casefold().strip()
    if not wanted or wanted in client.name.casefold() or wanted in client.contact.casefold():
        return True
    folded = fold(normalise(text))
    return bool(folded) and any(folded in fold(plate) for plate in client.plates)
