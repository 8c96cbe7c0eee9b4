"""What the journal says of a device: when it failed, when it was well again, and that a person tried it."""

from __future__ import annotations

from typing import Final
from uuid import NAMESPACE_URL, uuid5

from core.domain.journal import Entry, Subject
from core.domain.people import LANE_ITSELF, Actor, Right
from core.services.device_views import Trouble
from core.services.unit_of_work import UnitOfWork

FAILED: Final = "device.failed"
RECOVERED: Final = "device.recovered"
TESTED: Final = "device.tested"
LONGEST_SUBJECT: Final = 36
LOOKED_BACK: Final = 20


def device_subject(device_id: str) -> Subject:
    """What entries about the device are about; a name that is too long for the journal is cut to a digest."""
    return Subject("device", _short(device_id))


def lane_subject(lane_id: str) -> Subject:
    """What entries about a lane are about."""
    return Subject("lane", _short(lane_id))


def _tests_subject(device_id: str) -> Subject:
    """Apart from its troubles, so that a device that fails often does not hide when it was tried."""
    return Subject("device_test", _short(device_id))


def hold_subject(lane_id: str) -> Subject:
    """What entries about holding the lane's gate open are about."""
    return Subject("hold", _short(lane_id))


def write_failed(unit: UnitOfWork, *, device_id: str, cause: str, detail: str) -> None:
    """The device has been in trouble for a while."""
    unit.record(
        FAILED,
        {"device_id": device_id, "cause": cause, "detail": detail[:200]},
        who=LANE_ITSELF.person_id,
        subjects=[device_subject(device_id)],
    )


def write_recovered(unit: UnitOfWork, *, device_id: str, cause: str, lasted_ms: int, meanwhile: int) -> None:
    """The device is well again; ``meanwhile`` counts troubles too short or too many to be told one by one."""
    unit.record(
        RECOVERED,
        {"device_id": device_id, "cause": cause, "lasted_ms": lasted_ms, "meanwhile": meanwhile},
        who=LANE_ITSELF.person_id,
        subjects=[device_subject(device_id)],
    )


def note_tested(
    unit: UnitOfWork, *, actor: Actor, device_id: str, test: str, wiring: str, worked: bool
) -> None:
    """A person tried the device and says whether it worked; ``wiring`` is the print of its configuration."""
    actor.require(Right.SEE_DEVICES)
    unit.record(
        TESTED,
        {"device_id": device_id, "test": test, "wiring": wiring, "worked": worked},
        who=actor.person_id,
        subjects=[_tests_subject(device_id)],
    )


def is_tested(unit: UnitOfWork, *, device_id: str, wiring: str) -> bool:
    """Whether the device worked when it was tried last, wired as it is now."""
    last = next(iter(unit.latest_about(_tests_subject(device_id), most=1)), None)
    return last is not None and last.payload["worked"] is True and last.payload["wiring"] == wiring


def last_trouble(unit: UnitOfWork, device_id: str) -> Trouble | None:
    """The last trouble of the device that was written down, from before this console was started, too."""
    ended = None
    for entry in unit.latest_about(device_subject(device_id), most=LOOKED_BACK):
        if entry.kind == RECOVERED and ended is None:
            ended = entry
        if entry.kind == FAILED:
            return _trouble(entry, ended)
    return None


def _trouble(failed: Entry, recovered: Entry | None) -> Trouble:
    return Trouble(
        failed.payload["cause"],
        failed.payload.get("detail", ""),
        failed.at,
        recovered.at if recovered is not None else None,
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_SUBJECT else str(uuid5(NAMESPACE_URL, f"lotkeeper:{name}"))
