"""People with real secrets, and hands that type them."""

from __future__ import annotations

from core.domain.people import Actor, Role
from core.services.badge import make_badge_reader, set_badge
from core.services.manage_people import add_person
from core.services.secrets import PinHasher
from core.services.sign_on import finish_sign_on, read_credential
from core.services.sign_on_by_name import finish_named, read_named
from tests.booth import Booth

PIN, PASSWORD = "739155", "three green lorries"
HASHER = PinHasher()


def someone(booth: Booth, name: str, role: Role, secret: str) -> Actor:
    """Somebody of the role who signs on with the secret."""
    hashed = HASHER.hash_secret(secret, role=role, name=name)
    person = booth.store.write(
        lambda unit: add_person(
            unit, actor=booth.boss, name=name, role=role, pin_hash=hashed.hash, kind=hashed.kind
        )
    )
    return Actor(person.person_id, person.name, person.role)


def sign_on(booth: Booth, who: Actor, secret: str) -> Actor | None:
    """The three steps of signing on, as the console takes them."""
    credential = booth.store.read(lambda unit: read_credential(unit, who.person_id))
    matched = HASHER.matches(credential, secret)
    return booth.store.write(
        lambda unit: finish_sign_on(unit, person_id=who.person_id, matched=matched, console="Booth")
    )


def sign_on_as(booth: Booth, name: str, secret: str) -> Actor | None:
    """The three steps for a typed name."""
    named = booth.store.read(lambda unit: read_named(unit, name))
    known = named.credential
    matched = HASHER.matches_nobody(secret) if known is None else HASHER.matches(known, secret)
    return booth.store.write(lambda unit: finish_named(unit, named, matched=matched, console="Booth"))


def give_badge(booth: Booth, who: Actor, code: str) -> None:
    """The administrator gives them a badge."""
    booth.store.write(
        lambda unit: set_badge(
            unit,
            actor=booth.boss,
            person_id=who.person_id,
            badge_digest=make_badge_reader(unit).digest(code),
        )
    )
