"""Keeps people, their PINs, passwords and badges; hashing takes its time, so never on the GUI thread."""

from __future__ import annotations

from console.compose import Console
from core.domain.people import Actor, Person, Role
from core.services.badge import give_badge, set_badge
from core.services.manage_people import add_person, set_pin


def add_with_secret(console: Console, actor: Actor, *, name: str, role: Role, secret: str) -> Person:
    """Add someone with that PIN or password; BadInput for a secret or name that cannot be used."""
    hashed = console.hasher.hash_secret(secret, role=role, name=name)
    return console.store.write(
        lambda unit: add_person(
            unit, actor=actor, name=name, role=role, pin_hash=hashed.hash, kind=hashed.kind
        )
    )


def renew_secret(console: Console, actor: Actor, *, person: Person, secret: str) -> None:
    """Give someone a new PIN or password; BadInput for one that cannot be used."""
    hashed = console.hasher.hash_secret(secret, role=person.role, name=person.name)
    console.store.write(
        lambda unit: set_pin(
            unit, actor=actor, person_id=person.person_id, pin_hash=hashed.hash, kind=hashed.kind
        )
    )


def give_badge_read(console: Console, actor: Actor, *, person_id: str, code: str) -> None:
    """Give someone the badge that was read; BadInput for what is none, Refused for one that is another's."""
    console.store.write(lambda unit: give_badge(unit, actor=actor, person_id=person_id, code=code))


def take_badge_away(console: Console, actor: Actor, *, person_id: str) -> None:
    """Let the badge that someone has be nobody's."""
    console.store.write(lambda unit: set_badge(unit, actor=actor, person_id=person_id, badge_digest=""))
