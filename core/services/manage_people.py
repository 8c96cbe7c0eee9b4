"""Adds people and changes what they are."""

from __future__ import annotations

from dataclasses import replace

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Person, Right, Role, check_name
from core.domain.proposals import What
from core.domain.secrets import SIGNS_ON, SecretKind
from core.services.propose import is_proposed, propose
from core.services.sign_on import LONG_AGO
from core.services.unit_of_work import Credential, UnitOfWork


def add_person(
    unit: UnitOfWork,
    *,
    actor: Actor,
    name: str,
    role: Role,
    pin_hash: str,
    kind: SecretKind = SecretKind.PIN,
) -> Person:
    """Add someone who may sign on with the PIN or password of that hash; Refused where the name is taken.

    On a console that is not the lot's hub they are proposed: they may sign on once the hub has agreed.
    """
    actor.require(Right.MANAGE_PEOPLE)
    _check_is_staff(role)
    if not is_proposed(unit):
        return enrol(unit, name=name, role=role, pin_hash=pin_hash, kind=kind, who=actor.person_id)
    person = Person(unit.new_id(), _free_name(unit, name), role)
    propose(
        unit,
        actor=actor,
        what=What.NEW_PERSON,
        target_id=person.person_id,
        document={"name": person.name, "role": role.value},
    )
    unit.set_credential(Credential(person.person_id, pin_hash, 0, LONG_AGO, kind))
    return person


def enrol(
    unit: UnitOfWork,
    *,
    name: str,
    role: Role,
    pin_hash: str,
    who: str,
    kind: SecretKind = SecretKind.PIN,
) -> Person:
    """Write a person down without asking for a right: for the first administrator, and ``add_person``."""
    person = Person(unit.new_id(), name, role)
    write_added(unit, person, who=who)
    unit.set_credential(Credential(person.person_id, pin_hash, 0, LONG_AGO, kind))
    return unit.person(person.person_id)


def write_added(unit: UnitOfWork, person: Person, *, who: str) -> None:
    """Write a person down under the id that they have; their PIN comes another way."""
    write_person(unit, "person.added", replace(person, name=_free_name(unit, person.name)), who=who)


def set_pin(
    unit: UnitOfWork, *, actor: Actor, person_id: str, pin_hash: str, kind: SecretKind = SecretKind.PIN
) -> None:
    """Give someone a new PIN or password; people may change their own. A badge stays."""
    if actor.person_id != person_id:
        actor.require(Right.MANAGE_PEOPLE)
    person = unit.person(person_id)
    badge = known.badge if (known := unit.credential(person_id)) is not None else ""
    unit.set_credential(Credential(person_id, pin_hash, 0, LONG_AGO, kind, badge))
    # Nothing about the person: what this console knows of their role may be out of date.
    unit.record("person.pin_set", {}, who=actor.person_id, subjects=[Subject("person", person.person_id)])


def change_person(unit: UnitOfWork, *, actor: Actor, person: Person) -> bool:
    """Change role, language or whether someone may sign on; the last administrator stays one.

    False where that is proposed to the lot's hub. Refused ``person.name_taken`` for whoever comes back and
    finds their name with somebody else.
    """
    actor.require(Right.MANAGE_PEOPLE)
    before = unit.person(person.person_id)
    _check_is_staff(before.role)
    _check_is_staff(person.role)
    others = [
        other
        for other in unit.people()
        if other.role is Role.ADMINISTRATOR and other.active and other.person_id != person.person_id
    ]
    if not others and (person.role is not Role.ADMINISTRATOR or not person.active):
        raise Refused("person.last_administrator")
    if person.active and not (before.active and person.name == before.name):
        _free_name(unit, person.name, besides=person.person_id)
    if is_proposed(unit):
        propose(
            unit,
            actor=actor,
            what=What.PERSON,
            target_id=person.person_id,
            document={"name": person.name} | _said_of(person),
        )
        return False
    write_person(unit, "person.changed", person, who=actor.person_id)
    return True


def write_person(unit: UnitOfWork, kind: str, person: Person, *, who: str) -> None:
    """Write down what somebody is from now on, without asking for a right."""
    personal: dict[str, object] = {"name": person.name}
    if person.contact:
        personal["contact"] = person.contact
    if person.plates:
        personal["plates"] = list(person.plates)
    unit.record(
        kind,
        _said_of(person),
        who=who,
        subjects=[Subject("person", person.person_id)],
        personal=personal,
    )


def unlock_person(unit: UnitOfWork, *, actor: Actor, person_id: str) -> None:
    """Let somebody try again at once who typed a wrong PIN too often; Refused where nothing was tried."""
    actor.require(Right.MANAGE_PEOPLE)
    person = unit.person(person_id)
    credential = unit.credential(person_id)
    if credential is None or not credential.failures:
        raise Refused("person.not_locked", name=person.name)
    unit.set_credential(replace(credential, failures=0, locked_until=LONG_AGO))
    unit.record("person.unlocked", {}, who=actor.person_id, subjects=[Subject("person", person_id)])


def _check_is_staff(role: Role) -> None:
    if role not in SIGNS_ON:
        raise Refused("person.not_staff")


def _free_name(unit: UnitOfWork, name: str, *, besides: str = "") -> str:
    cleaned = check_name(name)
    staff = [person for person in unit.people() if person.active and person.role in SIGNS_ON]
    others = [person for person in staff if person.person_id != besides]
    if any(person.name.casefold() == cleaned.casefold() for person in others):
        raise Refused("person.name_taken", name=cleaned)
    return cleaned


def _said_of(person: Person) -> dict[str, object]:
    return {"role": person.role.value, "active": person.active, "language": person.language}
