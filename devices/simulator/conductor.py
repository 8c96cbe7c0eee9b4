"""The conductor's side of the simulated world: hears drivers, pays for them, skips quiet time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.domain.errors import DeviceError
from devices.simulator.link import Link, LinkLost, Message
from devices.simulator.traffic import Means

ANSWER_LIMIT_S = 5.0


@dataclass(frozen=True, slots=True)
class DriverAtWindow:
    """A driver wants to pay, on foot (``lane`` None) or from the exit lane, and says the plate and how."""

    vehicle_id: str
    says: str
    lane: str | None
    paid_before: bool
    pays_by: Means = Means.CASH


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing moves by itself before this lot time."""

    until: datetime


@dataclass(frozen=True, slots=True)
class DayOver:
    """Nothing will move by itself any more."""


@dataclass(frozen=True, slots=True)
class LotMoment:
    """The lot time, and what added to the monotonic clock gives it in nanoseconds since 1970."""

    lot_time: datetime
    offset_ns: int


class Conductor:
    """One conductor; raises DeviceError ``simulator.gone`` where the world is gone."""

    def __init__(self, address: str, authkey: bytes) -> None:
        self._events = Link(address, authkey)
        self._questions = Link(address, authkey)
        self._is_watching = False

    def next_event(self, limit_s: float) -> DriverAtWindow | Quiet | DayOver | None:
        """What happened next, or None where nothing did within the limit."""
        try:
            if not self._is_watching:
                self._events.send({"do": "watch_events"})
                self._is_watching = True
            message = self._events.receive(limit_s)
        except LinkLost as lost:
            raise DeviceError("simulator.gone") from lost
        return None if message is None else _event(message)

    def skip_to(self, instant: datetime) -> LotMoment | None:
        """Move lot time forward, at most to when something is due; None where something moves now."""
        answer = self._ask({"do": "skip_to", "at": instant.isoformat()})
        return _moment(answer) if answer["ok"] else None

    def time(self) -> LotMoment:
        """The lot time now."""
        return _moment(self._ask({"ask": "time"}))

    def paid(self, vehicle_id: str, amount_minor: int, *, receipt: bool, means: Means = Means.CASH) -> bool:
        """The driver at the window paid so much; False where that driver is not there."""
        told = {"vehicle_id": vehicle_id, "amount_minor": amount_minor, "receipt": receipt}
        return bool(self._ask({"do": "paid", **told, "means": means.value})["ok"])

    def let_out(self, vehicle_id: str) -> bool:
        """The driver may go without paying (now); at the exit lane the driver waits for the boom."""
        return bool(self._ask({"do": "let_out", "vehicle_id": vehicle_id})["ok"])

    def sent_away(self, vehicle_id: str) -> bool:
        """The driver is sent away from the window; from the exit lane back inside."""
        return bool(self._ask({"do": "sent_away", "vehicle_id": vehicle_id})["ok"])

    def says(self, lane: str) -> str | None:
        """What the driver in a lane answers when asked for the plate; None where nobody is there."""
        said = self._ask({"ask": "driver", "lane": lane})["says"]
        return None if said is None else str(said)

    def truth(self) -> dict[str, Any]:
        """What really happened so far, for judging."""
        return self._ask({"ask": "truth"})

    def fault(self, device: str, lane: str, kind: str) -> None:
        """Make the lane's camera, barrier or loops ``silent``, or well again (``none``)."""
        self._ask({"do": "fault", "device": device, "lane": lane, "kind": kind})

    def close(self) -> None:
        """Let go of the world; may be called twice."""
        self._events.close()
        self._questions.close()
        self._is_watching = False

    def _ask(self, message: Message) -> Message:
        try:
            return self._questions.ask(message, ANSWER_LIMIT_S)
        except LinkLost as lost:
            raise DeviceError("simulator.gone", unknown=lost.sent) from lost


def _event(message: Message) -> DriverAtWindow | Quiet | DayOver:
    if message["event"] == "quiet":
        return Quiet(datetime.fromisoformat(message["until"]))
    if message["event"] == "day_over":
        return DayOver()
    return DriverAtWindow(
        message["vehicle_id"],
        message["says"],
        message["lane"],
        message["paid_before"],
        Means(message["pays_by"]),
    )


def _moment(answer: Message) -> LotMoment:
    return LotMoment(datetime.fromisoformat(answer["lot_time"]), int(answer["offset_ns"]))
