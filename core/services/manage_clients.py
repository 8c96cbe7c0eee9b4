"""Keeps the accounts of clients: people who park often, and who are known by their plates."""

from __future__ import annotations

from dataclasses import replace

from core.domain.clients import MOST_CLIENTS, check_contact, check_plates
from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Person, Right, Role, check_name
from core.domain.purging import Scope
from core.domain.secrets import SecretKind
from core.services.manage_people import write_person
from core.services.purge import REASONS
from core.services.sign_on import LONG_AGO
from core.services.unit_of_work import Credential, UnitOfWork


def add_client(
    unit: UnitOfWork,
    *,
    actor: Actor,
    name: str,
    contact: str = "",
    plates: tuple[str, ...] = (),
    password_hash: str = "",
) -> Person:
    """Open an account; two clients may have the same name, but not the same plate."""
    actor.require(Right.MANAGE_CLIENTS)
    clients = [person for person in unit.people() if person.role is Role.CLIENT]
    if len(clients) >= MOST_CLIENTS:
        raise Refused("client.too_many", most=MOST_CLIENTS)
    client = Person(
        unit.new_id(),
        check_name(name),
        Role.CLIENT,
        contact=check_contact(contact),
        plates=_free_plates(clients, plates),
    )
    write_person(unit, "person.added", client, who=actor.person_id)
    if password_hash:
        _keep_password(unit, client.person_id, password_hash)
    return client


def change_client(unit: UnitOfWork, *, actor: Actor, client: Person) -> Person:
    """Change name, contact, plates, language or whether the account is open; Refused for anybody else."""
    actor.require(Right.MANAGE_CLIENTS)
    before = _client(unit, client.person_id)
    others = [
        person
        for person in unit.people()
        if person.role is Role.CLIENT and person.person_id != client.person_id
    ]
    changed = replace(
        before,
        name=check_name(client.name),
        contact=check_contact(client.contact),
        plates=_free_plates(others, client.plates) if client.active else check_plates(client.plates),
        language=client.language,
        active=client.active,
    )
    write_person(unit, "person.changed", changed, who=actor.person_id)
    return changed


def set_client_password(unit: UnitOfWork, *, actor: Actor, person_id: str, password_hash: str) -> None:
    """Give a client a password, or none any more with an empty hash."""
    actor.require(Right.MANAGE_CLIENTS)
    _client(unit, person_id)
    _keep_password(unit, person_id, password_hash)
    unit.record("client.password_set", {"is_set": bool(password_hash)}, who=actor.person_id)


def forget_client(unit: UnitOfWork, *, actor: Actor, person_id: str, reason: str) -> None:
    """Forget name, contact and plates of a closed account for good, wherever they are kept (D7).

    Their stays are purged by plate. BadInput ``purge.bad_reason``; Refused ``client.still_open``.
    """
    actor.require(Right.PURGE)
    if reason not in REASONS:
        raise BadInput("purge.bad_reason", reason=reason)
    if _client(unit, person_id).active:
        raise Refused("client.still_open")
    if unit.credential(person_id) is not None:
        _keep_password(unit, person_id, "")
    unit.record(
        Scope.ALL.value,
        {"cause": "request", "reason": reason, "clients": 1},
        who=actor.person_id,
        subjects=[Subject("person", person_id), Subject(Scope.ALL.mark, person_id)],
    )


def _client(unit: UnitOfWork, person_id: str) -> Person:
    person = unit.person(person_id)
    if person.role is not Role.CLIENT:
        raise Refused("client.unknown")
    return person


def _free_plates(others: list[Person], plates: tuple[str, ...]) -> tuple[str, ...]:
    wanted = check_plates(plates)
    for other in others:
        taken = set(other.plates) & set(wanted)
        if other.active and taken:
            raise Refused("client.plate_taken", plate=min(taken), name=other.name)
    return wanted


def _keep_password(unit: UnitOfWork, person_id: str, password_hash: str) -> None:
    unit.set_credential(Credential(person_id, password_hash, 0, LONG_AGO, SecretKind.PASSWORD))
