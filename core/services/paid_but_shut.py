"""Money taken, and the gate did not open (P16): found from what was written about the stay and its gate.

It ends when the car has left, when its payment is taken back, or when it reversed away by itself. The way out
is to open the gate by hand for the reason "paid", or to give the money back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from core.domain.journal import Entry
from core.domain.stays import Stay, StayState

CROSSES_WITHIN: Final = timedelta(seconds=60)
BEFORE_PAYING: Final = timedelta(minutes=5)
"""A car seen at the exit so shortly before it paid stands there and waits for the gate."""

GATE_FAILED, NOT_CROSSED, NOT_OPENED = "shut.gate_failed", "shut.not_crossed", "shut.not_opened"
_NOT_DONE: Final = frozenset({"gate.failed", "gate.unknown", "gate.too_late"})


@dataclass(frozen=True, slots=True)
class SeenAtExit:
    """The last vehicle that an exit lane saw: it was refused, and stands there for all that is known."""

    lane_id: str
    at: datetime
    photo: str = ""


@dataclass(frozen=True, slots=True)
class PaidButShut:
    """A stay that is paid and does not get out: where, since when, and why as a reason code.

    ``gate_cause`` is what the gate's own board said, ``photo`` a SHA-256 or empty.
    """

    stay_id: str
    plate: str
    payment_id: str
    amount_minor: int
    lane_id: str
    since: datetime
    code: str
    gate_cause: str = ""
    photo: str = ""


GateEntries = Callable[[str], Sequence[Entry]]
"""The entries about the gate command of an id."""


def paid_but_shut(
    stay: Stay,
    entries: Iterable[Entry],
    *,
    gate_entries: GateEntries,
    seen: SeenAtExit | None,
    now: datetime,
) -> PaidButShut | None:
    """The alarm about the stay, None where there is none; ``entries`` are those about it, in order."""
    if stay.state is not StayState.PAID or not stay.payments:
        return None
    about = list(entries)
    released = _last(about, "stay.released")
    if released is not None:
        return _of_release(stay, about[about.index(released) :], gate_entries, now)
    payment = stay.payments[-1]
    stands_there = seen is not None and payment.paid_at - seen.at <= BEFORE_PAYING
    if seen is None or not stands_there or now - max(payment.paid_at, seen.at) < CROSSES_WITHIN:
        return None
    return _alarm(stay, seen.lane_id, payment.paid_at, NOT_OPENED, photo=seen.photo)


def _of_release(
    stay: Stay, since: Sequence[Entry], gate_entries: GateEntries, now: datetime
) -> PaidButShut | None:
    released = since[0]
    if any(entry.kind == "stay.exit_reversed" for entry in since):
        return None
    commanded = _last(since, "gate.commanded")
    told = gate_entries(commanded.payload["command_id"]) if commanded is not None else ()
    failed = next((entry for entry in told if entry.kind in _NOT_DONE), None)
    lane_id, photo = released.payload["lane_id"], (released.personal or {}).get("photo", "")
    if failed is not None:
        cause = failed.payload.get("cause", "")
        return _alarm(stay, lane_id, released.at, GATE_FAILED, gate_cause=cause, photo=photo)
    at = commanded.at if commanded is not None else released.at
    if now - at < CROSSES_WITHIN:
        return None
    return _alarm(stay, lane_id, at, NOT_CROSSED, photo=photo)


def _alarm(
    stay: Stay, lane_id: str, since: datetime, code: str, *, gate_cause: str = "", photo: str = ""
) -> PaidButShut:
    payment = stay.payments[-1]
    return PaidButShut(
        stay_id=stay.stay_id,
        plate=stay.plate,
        payment_id=payment.payment_id,
        amount_minor=payment.received_minor,
        lane_id=lane_id,
        since=since,
        code=code,
        gate_cause=gate_cause,
        photo=photo,
    )


def _last(entries: Sequence[Entry], kind: str) -> Entry | None:
    return next((entry for entry in reversed(entries) if entry.kind == kind), None)
