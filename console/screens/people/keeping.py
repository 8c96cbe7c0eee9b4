"""Keeps people and their PINs; hashing takes its time, so never on the GUI thread."""

from __future__ import annotations

from console.compose import Console
from core.domain.people import Actor, Person, Role
from core.services.manage_people import add_person, set_pin


def add_with_pin(console: Console, actor: Actor, *, name: str, role: Role, pin: str) -> Person:
    """Add someone with that PIN; BadInput for a PIN or name that cannot be used."""
    pin_hash = console.hasher.hash(pin)
    return console.store.write(
        lambda unit: add_person(unit, actor=actor, name=name, role=role, pin_hash=pin_hash)
    )


def renew_pin(console: Console, actor: Actor, *, person_id: str, pin: str) -> None:
    """Give someone a new PIN; BadInput for one that cannot be used."""
    pin_hash = console.hasher.hash(pin)
    console.store.write(lambda unit: set_pin(unit, actor=actor, person_id=person_id, pin_hash=pin_hash))
