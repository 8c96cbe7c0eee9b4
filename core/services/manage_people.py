"""Adds people and changes what they are."""

from __future__ import annotations

from datetime import UTC, datetime

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Person, Right, Role, check_name
from core.services.unit_of_work import Credential, UnitOfWork

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def add_person(unit: UnitOfWork, *, actor: Actor, name: str, role: Role, pin_hash: str) -> Person:
    """Add someone who may sign on with the PIN of that hash; Refused where the name is taken."""
    actor.require(Right.MANAGE_PEOPLE)
    return enrol(unit, name=name, role=role, pin_hash=pin_hash, who=actor.person_id)


def enrol(unit: UnitOfWork, *, name: str, role: Role, pin_hash: str, who: str) -> Person:
    """Write a person down without asking for a right: for the first administrator, and ``add_person``."""
    cleaned = check_name(name)
    if any(person.active and person.name.casefold() == cleaned.casefold() for person in unit.people()):
        raise Refused("person.name_taken", name=cleaned)
    person = Person(unit.new_id(), cleaned, role)
    _write(unit, "person.added", person, who=who)
    unit.set_credential(Credential(person.person_id, pin_hash, 0, _LONG_AGO))
    return person


def set_pin(unit: UnitOfWork, *, actor: Actor, person_id: str, pin_hash: str) -> None:
    """Give someone a new PIN; people may change their own."""
    if actor.person_id != person_id:
        actor.require(Right.MANAGE_PEOPLE)
    person = unit.person(person_id)
    unit.set_credential(Credential(person_id, pin_hash, 0, _LONG_AGO))
    _write(unit, "person.pin_set", person, who=actor.person_id)


def change_person(unit: UnitOfWork, *, actor: Actor, person: Person) -> None:
    """Change role, language or whether someone may sign on; the last administrator stays one."""
    actor.require(Right.MANAGE_PEOPLE)
    unit.person(person.person_id)
    others = [
        other
        for other in unit.people()
        if other.role is Role.ADMINISTRATOR and other.active and other.person_id != person.person_id
    ]
    if not others and (person.role is not Role.ADMINISTRATOR or not person.active):
        raise Refused("person.last_administrator")
    _write(unit, "person.changed", person, who=actor.person_id)


def _write(unit: UnitOfWork, kind: str, person: Person, *, who: str) -> None:
    unit.record(
        kind,
        {"role": person.role.value, "active": person.active, "language": person.language},
        who=who,
        subjects=[Subject("person", person.person_id)],
        personal={"name": person.name},
    )
