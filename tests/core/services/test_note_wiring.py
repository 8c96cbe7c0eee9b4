"""Who wired which device otherwise stands in the journal, and only who may do so."""

from __future__ import annotations

import pytest

from core.domain.errors import NotAllowed
from core.domain.people import Actor, Role
from core.services.device_journal import device_subject
from core.services.note_wiring import note_wiring
from tests.booth import Booth

ADA = Actor("ada", "Ada", Role.ADMINISTRATOR)


def about(booth: Booth, device_id: str):
    return booth.store.read(lambda unit: list(unit.latest_about(device_subject(device_id), most=5)))


def test_each_device_has_its_entry(booth: Booth) -> None:
    wiring = {"entry/camera": "0123", "entry/sign": ""}
    booth.store.write(lambda unit: note_wiring(unit, actor=ADA, wiring=wiring))
    assert [entry.payload for entry in about(booth, "entry/camera")] == [
        {"device_id": "entry/camera", "wiring": "0123"}
    ]
    assert [entry.payload["wiring"] for entry in about(booth, "entry/sign")] == [""]


def test_an_attendant_may_not(booth: Booth) -> None:
    ben = Actor("ben", "Ben", Role.ATTENDANT)
    with pytest.raises(NotAllowed):
        booth.store.write(lambda unit: note_wiring(unit, actor=ben, wiring={"printer": "1"}))
    assert about(booth, "printer") == []
