"""Writes down when the power went and came, and for how long nobody was at work here (H7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from core.domain.journal import Subject, to_micros
from core.domain.people import LANE_ITSELF
from core.domain.power_story import Heard
from core.services.unit_of_work import UnitOfWork


class Away(StrEnum):
    """Why nobody was at work, as the journal calls it."""

    POWER = "console.power_was_away"
    MACHINE = "console.machine_was_off"
    PROGRAM = "console.broke_off"


AWAY_KINDS: Final = tuple(away.value for away in Away)


@dataclass(frozen=True, slots=True)
class LifeSign:
    """What a console that is at work says of itself again and again; ``boot_id`` names the machine's start.

    ``has_ended`` is said by one that was ended in order.
    """

    at: datetime
    boot_id: str
    on_battery: bool = False
    has_ended: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """From the last sign of life until the program ran again nobody was at work."""

    why: Away
    from_at: datetime
    until: datetime


def gap_after(sign: LifeSign | None, *, boot_id: str, now: datetime) -> Gap | None:
    """The gap since the last sign of life; None where the console was ended in order, on mains.

    A clock that stands before the sign says nothing about how long it was: then none is told either.
    """
    if sign is None or now < sign.at or (sign.has_ended and not sign.on_battery):
        return None
    if sign.on_battery:
        why = Away.POWER
    elif boot_id != sign.boot_id:
        why = Away.MACHINE
    else:
        why = Away.PROGRAM
    return Gap(why, sign.at, now)


def tell_gap(unit: UnitOfWork, gap: Gap) -> None:
    """Write the gap down."""
    payload = {"from_at": to_micros(gap.from_at), "until": to_micros(gap.until)}
    _write(unit, gap.why.value, payload)


def tell_power(unit: UnitOfWork, heard: Heard, *, charge_percent: int | None) -> None:
    """Write down what was heard of the power supply."""
    payload = {"from_at": to_micros(heard.since), "charge_percent": charge_percent}
    _write(unit, heard.news.value, payload)


def _write(unit: UnitOfWork, kind: str, payload: Mapping[str, int | None]) -> None:
    subject = Subject("console_power", unit.console_id)
    unit.record(kind, payload, who=LANE_ITSELF.person_id, subjects=[subject])
