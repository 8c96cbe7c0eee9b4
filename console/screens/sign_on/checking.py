"""Checks who somebody is, in the steps that signing on has; slow, so never on the GUI thread.

Each answers None where the secret, badge or name was wrong, and raises Refused where nobody may try now.
"""

from __future__ import annotations

from console.compose import Console
from core.domain.people import Actor, Approval, Person, Right
from core.services.approve import finish_approval, read_approver
from core.services.badge import find_badge_holder, sign_on_by_badge
from core.services.sign_on import finish_sign_on, read_credential
from core.services.sign_on_by_name import finish_named, read_named


def check_pin_of(console: Console, person_id: str, pin: str) -> Actor | None:
    """The actor whose PIN or password it is."""
    credential = console.store.read(lambda unit: read_credential(unit, person_id))
    matched = console.hasher.matches(credential, pin)
    return console.store.write(
        lambda unit: finish_sign_on(unit, person_id=person_id, matched=matched, console=_name(console))
    )


def check_badge_of(console: Console, code: str) -> Actor | None:
    """The actor whose badge was read; Refused ``sign_on.badge_and_secret`` (``person_id``) for most roles."""
    return console.store.write(lambda unit: sign_on_by_badge(unit, code=code, console=_name(console)))


def find_holder_of(console: Console, code: str) -> Person | None:
    """Whose badge was read, without signing them on: an approver, or one who must type a PIN as well."""
    return console.store.write(lambda unit: find_badge_holder(unit, code=code))


def check_password_of(console: Console, name: str, password: str) -> Actor | None:
    """The actor of that name; for a name that is nobody's the same work is done, and the same is answered."""
    named = console.store.read(lambda unit: read_named(unit, name))
    if named.credential is None:
        matched = console.hasher.matches_nobody(password)
    else:
        matched = console.hasher.matches(named.credential, password)
    return console.store.write(
        lambda unit: finish_named(unit, named, matched=matched, console=_name(console))
    )


def check_approval(
    console: Console, *, actor: Actor, person_id: str, secret: str, right: Right, purpose: str
) -> Approval | None:
    """The word of a second person for what the actor is about to do; ``purpose`` is what they were shown."""
    # In a transaction, so that whoever may not approve it is written down.
    credential = console.store.write(
        lambda unit: read_approver(unit, person_id=person_id, actor=actor, right=right)
    )
    matched = console.hasher.matches(credential, secret)
    return console.store.write(
        lambda unit: finish_approval(
            unit,
            person_id=person_id,
            matched=matched,
            console=_name(console),
            actor=actor,
            right=right,
            purpose=purpose,
        )
    )


def _name(console: Console) -> str:
    return console.config.console.name
