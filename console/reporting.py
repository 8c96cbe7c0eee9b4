"""How this console is, put together for the administrator's page, for the others and for the shell; no Qt."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from console.paying.paying import PAYMENTS
from core.domain.lots import Lot
from core.services.console_report import BackupReport, ConsoleReport, DeviceReport, PhotoReport, TaskReport
from core.services.ports import DeviceStatus, Health
from core.services.sharing import SharingView
from core.store.queries.money import count_unknown_charges
from core.store.queries.sharing import (
    ListedConsole,
    Refusals,
    held_chains,
    members,
    open_conflicts,
    task_standing,
    unsettled_refusals,
)
from core.store.unit_of_work import SqlUnitOfWork

if TYPE_CHECKING:
    from console.compose import Console

TASKS_FOR = timedelta(days=1)


def program_version() -> str:
    """The version of the program that runs, empty where it was not installed."""
    try:
        return version("lotkeeper")
    except PackageNotFoundError:
        return ""


def sharing_now(console: Console) -> SharingView:
    """Sharing as it is, with what was refused and not settled; not on the screen's thread."""
    refused = console.store.read(lambda unit: unsettled_refusals(unit, most=0).count)
    view = console.sharing.view()
    return replace(view, refused=refused, links={**view.links, PAYMENTS: console.paying.link()})


def conflicts_now(console: Console) -> int:
    """How many changes wait for a person here: the hub's affair, so none on any other console."""
    return console.store.read(open_conflicts) if console.sharing.view().is_hub else 0


def own_report(console: Console, *, started_at: datetime | None = None) -> ConsoleReport:
    """This console's report of this moment; asks drivers and disk, so not on the screen's thread.

    StoreError where the database cannot be read.
    """
    found = console.store.read(_Found.read)
    own = next((each for each in found.members if each.console_id == console.store.console_id), None)
    sharing = console.sharing.view()
    free, total = _disk(console.folder.path)
    copies = console.copies.view
    return ConsoleReport(
        console_id=console.store.console_id,
        at=console.clock.now(),
        name=own.name if own is not None else console.config.console.name,
        number=own.number if own is not None else 1,
        version=program_version(),
        is_hub=sharing.is_hub,
        is_shared=sharing.is_shared,
        started_at=started_at,
        links=tuple({**sharing.links, PAYMENTS: console.paying.link()}.values()),
        held=found.held,
        refused=found.refusals.count,
        refused_items=found.refusals.items,
        tasks=found.tasks,
        devices=_devices(console),
        disk_free_bytes=free,
        disk_bytes=total,
        backup=BackupReport(
            here_at=_newest_copy(console.folder.backups),
            second_at=copies.second_at,
            second_used=copies.second_used,
            cause=copies.cause,
        ),
        photos=_photos(console),
        clock_behind=found.clock_behind,
        skew=sharing.skew,
        conflicts=found.conflicts,
        charges_unknown=found.charges_unknown,
        journal_problems=console.audit.verification.problem_count,
        journal_cause=console.audit.verification.cause,
        notices_cause=_notices_cause(console),
        duties={name: duty.cause for name, duty in console.sharing.duties.items() if duty.cause},
    )


class _Found:
    """What one snapshot of the database says."""

    __slots__ = ("charges_unknown", "clock_behind", "conflicts", "held", "members", "refusals", "tasks")

    def __init__(self, unit: SqlUnitOfWork) -> None:
        self.members: list[ListedConsole] = members(unit)
        self.held: dict[str, int] = held_chains(unit)
        self.refusals: Refusals = unsettled_refusals(unit)
        self.tasks: TaskReport = task_standing(unit, since=unit.now - TASKS_FOR)
        self.conflicts = open_conflicts(unit)
        self.clock_behind = unit.clock_is_behind()
        self.charges_unknown = count_unknown_charges(unit, console_id=unit.console_id)

    @classmethod
    def read(cls, unit: SqlUnitOfWork) -> _Found:
        return cls(unit)


def _devices(console: Console) -> tuple[DeviceReport, ...]:
    lot = console.read_lot()
    found = [
        _device(lane_id, _lane_name(lot, lane_id), kind, status, runner.faults_of(kind))
        # A copy: lanes may be starting on another thread at this moment.
        for lane_id, runner in list(console.lanes.items())
        for kind, status in runner.device_status().items()
    ]
    readers = console.readers
    if readers is not None:
        found.append(_device("", "", "recogniser", readers.status()))
    if console.printer is not None:
        found.append(_device("", "", "printer", console.printer.status()))
    return tuple(found)


def _notices_cause(console: Console) -> str:
    status = console.noticing.notices.status()
    return status.cause if status.health is Health.FAILED else ""


def _photos(console: Console) -> PhotoReport:
    copies = console.photo_copies
    if copies.sender is None:
        return PhotoReport(used=bool(copies.trouble), cause=copies.trouble)
    view = copies.sender.view
    return PhotoReport(True, view.small, view.large, view.cause, view.last_ok)


def _device(
    lane_id: str, lane_name: str, kind: str, status: DeviceStatus, faults: tuple[str, ...] = ()
) -> DeviceReport:
    """What the lane noticed counts where the device itself says that it is well."""
    if faults and status.health is Health.OK:
        return DeviceReport(lane_id, lane_name, kind, Health.STALE, faults[0])
    return DeviceReport(lane_id, lane_name, kind, status.health, status.cause)


def _lane_name(lot: Lot | None, lane_id: str) -> str:
    lanes = lot.lanes if lot is not None else ()
    return next((lane.name for lane in lanes if lane.lane_id == lane_id), lane_id)


def _disk(folder: Path) -> tuple[int | None, int | None]:
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return None, None
    return usage.free, usage.total


def _newest_copy(folder: Path) -> datetime | None:
    try:
        newest = max((path.stat().st_mtime for path in folder.glob("lotkeeper-*.db")), default=None)
    except OSError:
        return None
    return None if newest is None else datetime.fromtimestamp(newest, UTC)
