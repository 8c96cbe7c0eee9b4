"""Checks a PIN in the three steps that signing on has; slow, so never on the GUI thread."""

from __future__ import annotations

from console.compose import Console
from core.domain.people import Actor
from core.services.sign_on import finish_sign_on, read_credential


def check_pin_of(console: Console, person_id: str, pin: str) -> Actor | None:
    """The actor, or None where the PIN was wrong; Refused where the person must wait or may not at all."""
    credential = console.store.read(lambda unit: read_credential(unit, person_id))
    matched = console.hasher.matches(credential, pin)
    return console.store.write(
        lambda unit: finish_sign_on(
            unit, person_id=person_id, matched=matched, console=console.config.console.name
        )
    )
