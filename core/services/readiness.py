"""What is missing before the lot goes live, each with the screen that mends it (U6), and going live itself.

What the store knows is read here; what only the machine knows is handed in as ``Surroundings``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from core.domain.errors import OperatorError, Refused
from core.domain.journal import Entry, Subject
from core.domain.lots import Direction, Lot
from core.domain.people import Actor, Right
from core.domain.secrets import SIGNS_ON
from core.services.device_journal import is_tested
from core.services.unit_of_work import Credential, UnitOfWork

WENT_LIVE: Final = "lot.went_live"
LEAST_DISK_BYTES: Final = 10_000_000_000
COPY_AT_MOST: Final = timedelta(hours=25)
CLOCK_OFF_AT_MOST: Final = timedelta(seconds=2)
LONGEST_NOTE: Final = 500


class ItemState(StrEnum):
    """How an item of the set-up list is."""

    OK = "ok"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SetupItem:
    """One thing that a lot needs before cars come.

    ``code`` is a reason code with words (``setup.lane_not_wired``), ``facts`` are its figures, ``screen`` is
    the name of the screen where it is mended (``devices``, ``rates``, ``people``, ``settings``, ``desk``),
    and ``target`` what to choose there: a device id, a lane id, or nothing. ``is_advice`` says that a lot may
    go live without it.
    """

    code: str
    state: ItemState
    screen: str
    target: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    is_advice: bool = False


@dataclass(frozen=True, slots=True)
class Readiness:
    """The whole list, in the order in which it is worked through, and whether the lot went live already.

    ``live_by`` is the name of who said so.
    """

    items: tuple[SetupItem, ...] = ()
    live_since: datetime | None = None
    live_by: str = ""

    @property
    def missing(self) -> tuple[SetupItem, ...]:
        """What is not there, or not known, and needed."""
        return tuple(item for item in self.items if item.state is not ItemState.OK and not item.is_advice)

    @property
    def is_live(self) -> bool:
        """Whether the administrator said that the lot is open to the public."""
        return self.live_since is not None


@dataclass(frozen=True, slots=True)
class WiredDevice:
    """A device that is wired here and that a person can try; ``wiring`` is the print of its configuration."""

    device_id: str
    kind: str
    lane_id: str
    wiring: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What only this machine knows.

    ``wired_lanes`` are the lanes of its configuration, ``has_others`` says that the lot has other consoles,
    which may run lanes, too. ``clock_off`` is how far its clock is from a time server's; None where none was
    asked. ``has_second_place`` says whether copies go to another place than this disk.
    """

    wired_lanes: frozenset[str] = frozenset()
    has_others: bool = False
    devices: tuple[WiredDevice, ...] = ()
    has_printer: bool = False
    copied_at: datetime | None = None
    has_second_place: bool = False
    second_copied_at: datetime | None = None
    disk_free_bytes: int | None = None
    clock_off: timedelta | None = None


def read_readiness(unit: UnitOfWork, around: Surroundings) -> Readiness:
    """The set-up list of this console's lot; Refused ``lot.not_set_up`` before the first run."""
    lot = unit.lot()
    items = tuple(item for part in _PARTS for item in part(unit, lot, around))
    live = _went_live(unit, lot)
    if live is None:
        return Readiness(items)
    return Readiness(items, live.at, str(live.payload.get("by", "")))


def go_live(unit: UnitOfWork, *, actor: Actor, around: Surroundings, note: str = "") -> None:
    """Say that the lot is open to the public from now on.

    Refused ``setup.not_ready`` where something is missing and the note does not say why that may be so, and
    ``setup.is_live`` where it was said before.
    """
    actor.require(Right.MANAGE_DEVICES)
    ready = read_readiness(unit, around)
    if ready.is_live:
        raise Refused("setup.is_live")
    if ready.missing and not note.strip():
        raise Refused("setup.not_ready", count=len(ready.missing))
    unit.record(
        WENT_LIVE,
        {
            "by": actor.name,
            "note": note.strip()[:LONGEST_NOTE],
            "missing": [f"{item.code} {item.target}".strip() for item in ready.missing],
        },
        who=actor.person_id,
        subjects=[Subject("live", unit.lot_id)],
    )


def _went_live(unit: UnitOfWork, _lot: Lot) -> Entry | None:
    return next(iter(unit.latest_about(Subject("live", unit.lot_id), most=1)), None)


def _lanes(_unit: UnitOfWork, lot: Lot, around: Surroundings) -> Iterator[SetupItem]:
    for direction in Direction:
        has_one = any(lane.direction is direction for lane in lot.lanes)
        yield _item(f"setup.has_{direction.value}", is_there=has_one, screen="devices")
    for lane in lot.lanes:
        is_wired, facts = lane.lane_id in around.wired_lanes, {"lane": lane.name}
        if not is_wired and around.has_others:
            # It may be wired to another of the lot's consoles, which has a list of its own.
            yield SetupItem(
                "setup.lane_wired", ItemState.UNKNOWN, "devices", lane.lane_id, facts, is_advice=True
            )
        else:
            yield _item(
                "setup.lane_wired", is_there=is_wired, screen="devices", target=lane.lane_id, facts=facts
            )
    known = {lane.lane_id for lane in lot.lanes}
    for lane_id in sorted(around.wired_lanes - known):
        yield SetupItem("setup.lane_known", ItemState.MISSING, "devices", lane_id, {"lane": lane_id})


def _devices(unit: UnitOfWork, lot: Lot, around: Surroundings) -> Iterator[SetupItem]:
    names = {lane.lane_id: lane.name for lane in lot.lanes}
    for device in around.devices:
        tested = is_tested(unit, device_id=device.device_id, wiring=device.wiring)
        facts = {"device": device.kind, "lane": names.get(device.lane_id, device.lane_id)}
        code = "setup.device_tested" if device.lane_id else "setup.own_device_tested"
        yield _item(code, is_there=tested, screen="devices", target=device.device_id, facts=facts)
    yield _item("setup.printer", is_there=around.has_printer, screen="devices", is_advice=True)


def _rates(unit: UnitOfWork, _lot: Lot, _around: Surroundings) -> Iterator[SetupItem]:
    try:
        plan_id, version = unit.version_in_force(unit.now)
        unit.plan(plan_id, version)
    except OperatorError:
        yield SetupItem("setup.rates", ItemState.MISSING, "rates")
    else:
        yield SetupItem("setup.rates", ItemState.OK, "rates", facts={"plan": plan_id, "version": version})


def _people(unit: UnitOfWork, _lot: Lot, _around: Surroundings) -> Iterator[SetupItem]:
    staff = [person for person in unit.people() if person.active and person.role in SIGNS_ON]
    yield _item("setup.people", is_there=len(staff) > 1, screen="people")
    without = [person.name for person in staff if not _signs_on(unit.credential(person.person_id))]
    facts = {"names": ", ".join(without)}
    yield _item("setup.pins", is_there=not without, screen="people", facts=facts)


def _signs_on(credential: Credential | None) -> bool:
    return credential is not None and bool(credential.pin_hash or credential.badge)


def _copies(unit: UnitOfWork, _lot: Lot, around: Surroundings) -> Iterator[SetupItem]:
    is_fresh = around.copied_at is not None and unit.now - around.copied_at <= COPY_AT_MOST
    yield _item("setup.copy_made", is_there=is_fresh, screen="settings")
    yield _item("setup.second_place", is_there=around.has_second_place, screen="settings", is_advice=True)
    if around.has_second_place:
        second = around.second_copied_at
        is_there = second is not None and unit.now - second <= COPY_AT_MOST
        yield _item("setup.second_copy_made", is_there=is_there, screen="settings")


def _machine(unit: UnitOfWork, _lot: Lot, around: Surroundings) -> Iterator[SetupItem]:
    if unit.clock_is_behind():
        yield SetupItem("setup.clock", ItemState.MISSING, "settings")
    elif around.clock_off is None:
        yield SetupItem("setup.clock", ItemState.UNKNOWN, "settings", is_advice=True)
    else:
        yield _item("setup.clock", is_there=abs(around.clock_off) <= CLOCK_OFF_AT_MOST, screen="settings")
    if around.disk_free_bytes is None:
        yield SetupItem("setup.disk", ItemState.UNKNOWN, "settings")
    else:
        gigabytes = f"{around.disk_free_bytes / 1e9:.0f}"
        is_enough = around.disk_free_bytes >= LEAST_DISK_BYTES
        yield _item("setup.disk", is_there=is_enough, screen="settings", facts={"gigabytes": gigabytes})


def _drivers(_unit: UnitOfWork, lot: Lot, _around: Surroundings) -> Iterator[SetupItem]:
    yield _item("setup.help_phone", is_there=bool(lot.help_phone), screen="settings", is_advice=True)


def _item(
    code: str,
    *,
    is_there: bool,
    screen: str,
    target: str = "",
    facts: Mapping[str, object] | None = None,
    is_advice: bool = False,
) -> SetupItem:
    state = ItemState.OK if is_there else ItemState.MISSING
    return SetupItem(code, state, screen, target, facts or {}, is_advice)


_Part = Callable[[UnitOfWork, Lot, Surroundings], Iterator[SetupItem]]
_PARTS: Final[tuple[_Part, ...]] = (_lanes, _devices, _rates, _people, _copies, _machine, _drivers)
