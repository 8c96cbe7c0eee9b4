"""Writes down who wired which device otherwise; what is wired stands in the machine's own file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.domain.people import Actor, Right
from core.services.device_journal import device_subject
from core.services.unit_of_work import UnitOfWork

WIRED: Final = "device.wired"


def note_wiring(unit: UnitOfWork, *, actor: Actor, wiring: Mapping[str, str]) -> None:
    """One entry a device: ``wiring`` holds the print of its configuration, empty where it was taken off."""
    actor.require(Right.MANAGE_DEVICES)
    for device_id, printed in wiring.items():
        unit.record(
            WIRED,
            {"device_id": device_id, "wiring": printed},
            who=actor.person_id,
            subjects=[device_subject(device_id)],
        )
