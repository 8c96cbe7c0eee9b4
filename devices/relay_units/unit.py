"""What barriers and loops ask of a relay unit, whatever it speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus
from devices.relay_units.contacts import Contacts

REFUSED: Final = "board.refused"
CRASHED: Final = "board.crashed"
NO_LOGIN: Final = "board.no_login"
WRONG_DEVICE: Final = "board.wrong_device"
NO_BROKER: Final = "board.no_broker"
RETAINED: Final = "board.retained_command"

# What was seen longer ago than this says nothing of now.
VALID_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class UnitState:
    """What a unit says of itself: inputs and relays by their numbers from 0; None is not known."""

    inputs: Mapping[int, bool | None] = field(default_factory=dict)
    relays: Mapping[int, bool | None] = field(default_factory=dict)


class RelayUnit(Protocol):
    """One unit for all drivers on it; thread-safe, no call takes longer than 1 s.

    Raises DeviceError ``board.too_late``, ``board.no_answer`` (``unknown`` set where the unit may have
    acted), ``board.refused``, ``board.no_login``. ``inputs`` holds what the unit tells.
    """

    inputs: Contacts

    def hold(self, user: object) -> None:
        """Keep the unit connected for this user; returns at once."""

    def release(self, user: object) -> None:
        """The user needs it no more; the last one disconnects it, within 2 s. May be called twice."""

    def pulse(self, relay: int, duration_ms: int, *, deadline_ns: int) -> None:
        """Close the relay for a time that the unit itself keeps; returns when it acknowledged."""

    def switch(self, relay: int, closed: bool, *, deadline_ns: int) -> None:
        """Close the relay until it is opened again, or open it; returns when the unit acknowledged."""

    def relay(self, index: int) -> bool | None:
        """Whether the relay is closed; None where that is not known, or was heard more than 2 s ago."""

    def answer_ms(self) -> float | None:
        """How long the unit took for its last answer; None where it is not asked, or gave none."""

    def status(self) -> DeviceStatus:
        """How the connection is, with causes ``board.…``."""


def cause_of(board_cause: str, sort: str) -> str:
    """The unit's trouble as that of the device on it: ``board.no_answer`` is ``barrier.no_answer``."""
    return f"{sort}.{board_cause.removeprefix('board.')}" if board_cause else ""


def trouble_of(trouble: DeviceError, sort: str) -> DeviceError:
    """The same for what was raised."""
    return DeviceError(cause_of(trouble.cause, sort), detail=trouble.detail, unknown=trouble.unknown)


def status_of(unit: RelayUnit, sort: str) -> DeviceStatus:
    """The same for its status."""
    status = unit.status()
    return DeviceStatus(status.health, status.since_ns, cause_of(status.cause, sort), status.detail)
