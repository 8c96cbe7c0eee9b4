"""What is wrong with a console, by its report, each with the repair that mends it (M24)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from core.domain.clocks import is_off, whole_minutes
from core.services.console_report import ConsoleReport, DeviceReport, EndedTask
from core.services.ports import Health
from core.services.sharing import OTHERS, LinkState, RefusedItem
from core.services.tasks import GATE_TASKS, HOLD_TASKS, TaskState

SILENT_AFTER: Final = timedelta(minutes=3)
TASKS_WAIT_AT_MOST: Final = timedelta(minutes=10)
BACKUP_AT_MOST: Final = timedelta(hours=25)
SECOND_BACKUP_AT_MOST: Final = timedelta(hours=2)
LOW_DISK_BYTES: Final = 2_000_000_000
FAR_BEHIND: Final = 1000


class Repair(StrEnum):
    """What can be done about a malfunction from the administrator's page."""

    NONE = ""
    TRY_AGAIN = "try_again"
    SETTLE_REFUSED = "settle_refused"
    RETRY_TASK = "retry_task"
    BACK_UP = "back_up"
    SETTLE_CLOCK = "settle_clock"
    ADJUST_CAMERA = "adjust_camera"
    REVOKE = "revoke"
    WRITE_OFF = "write_off"
    APPOINT_HUB = "appoint_hub"
    DECIDE_PROPOSALS = "decide_proposals"


FROM_ANYWHERE: Final = frozenset({Repair.REVOKE, Repair.WRITE_OFF, Repair.APPOINT_HUB})
"""Repairs that any console of the lot can do; all others are done at the console they are about."""


@dataclass(frozen=True, slots=True)
class Malfunction:
    """Something wrong: a reason code with its figures, the repair and what the repair is done to.

    ``cause`` is the reason code behind it, where there is one.
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    cause: str = ""
    repair: Repair = Repair.NONE
    target: str = ""
    is_alarm: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What a report is judged against: the time, the lot's other reports, and who looks at it.

    ``names`` gives the name of a console by its id; ``balance`` is what a revoked console's lease still
    holds, ``expected_since`` from when on a word of the console could have been heard here.
    """

    now: datetime
    own_version: str = ""
    others: tuple[ConsoleReport, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    is_own: bool = True
    is_revoked: bool = False
    balance: int = 0
    expected_since: datetime | None = None


def malfunctions_of(report: ConsoleReport | None, scene: Scene) -> list[Malfunction]:
    """Everything that is wrong with a console, the alarms first; ``report`` is None where none ever came."""
    if scene.is_revoked:
        return list(_stranded(scene))
    if report is None:
        return list(_never_heard(scene))
    silent = _silent(report, scene)
    if silent is not None:
        return [silent]
    found = [each for look in _LOOKS for each in look(report, scene)]
    return sorted(found, key=lambda each: not each.is_alarm)


def _stranded(scene: Scene) -> Iterator[Malfunction]:
    if scene.balance > 0:
        yield Malfunction("malfunction.stranded", {"count": scene.balance}, repair=Repair.WRITE_OFF)


def _never_heard(scene: Scene) -> Iterator[Malfunction]:
    # Who has just joined is given a moment, and so are all when who listens has just begun.
    if scene.expected_since is None or scene.now - scene.expected_since > SILENT_AFTER:
        yield Malfunction("malfunction.never_heard", repair=Repair.REVOKE)


def _silent(report: ConsoleReport, scene: Scene) -> Malfunction | None:
    if scene.is_own or scene.now - report.at <= SILENT_AFTER:
        return None
    if report.is_hub:
        return Malfunction(
            "malfunction.hub_silent", {"since": report.at}, repair=Repair.APPOINT_HUB, is_alarm=True
        )
    return Malfunction("malfunction.silent", {"since": report.at}, repair=Repair.REVOKE, is_alarm=True)


def _links(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    for view in report.links:
        code = f"malfunction.{view.name}_lost"
        # Of the other consoles each says in a row of its own that it is silent.
        if view.name == OTHERS:
            continue
        if view.state is LinkState.LOST:
            money = view.waiting.money
            yield Malfunction(
                code if view.name in _NAMED_LINKS else "malfunction.link_lost",
                {"since": view.since, "name": view.name, "count": view.waiting.entries, "money": money},
                cause=view.cause,
                repair=Repair.TRY_AGAIN,
                is_alarm=view.cause == "link.revoked",
            )
        elif view.state is LinkState.OK and view.cause:
            yield Malfunction("malfunction.chain_stuck", cause=view.cause, is_alarm=True)


_NAMED_LINKS: Final = frozenset({"database", "hub", "internet", "payments"})


def _behind(report: ConsoleReport, scene: Scene) -> Iterator[Malfunction]:
    behind = report.behind(scene.others)
    if behind >= FAR_BEHIND:
        yield Malfunction("malfunction.behind", {"count": behind}, repair=Repair.TRY_AGAIN)


def _refusals(report: ConsoleReport, scene: Scene) -> Iterator[Malfunction]:
    for item in report.refused_items:
        yield Malfunction(
            "malfunction.refused",
            _facts_of(item, scene),
            cause=item.cause,
            repair=Repair.SETTLE_REFUSED,
            target=item.refusal_id,
            is_alarm=True,
        )
    more = report.refused - len(report.refused_items)
    if more > 0:
        yield Malfunction("malfunction.refused_more", {"count": more}, is_alarm=True)


def _facts_of(item: RefusedItem, scene: Scene) -> dict[str, object]:
    name = scene.names.get(item.console_id, item.console_id)
    return {"name": name, "seq": item.seq, "kind": item.kind, "at": item.at, "detail": item.detail}


def _tasks(report: ConsoleReport, scene: Scene) -> Iterator[Malfunction]:
    tasks = report.tasks
    if tasks.oldest_at is not None and scene.now - tasks.oldest_at > TASKS_WAIT_AT_MOST:
        yield Malfunction("malfunction.tasks_waiting", {"count": tasks.waiting, "since": tasks.oldest_at})
    for each in tasks.listed:
        yield _ended(each)
    if tasks.failed > len(tasks.listed):
        yield Malfunction("malfunction.tasks_more", {"count": tasks.failed - len(tasks.listed)})


def _ended(task: EndedTask) -> Malfunction:
    is_gate = task.kind.startswith((GATE_TASKS, HOLD_TASKS))
    is_unknown = task.state == TaskState.UNKNOWN.value
    # Nobody opens a gate afterwards, and what may have been done is not done twice.
    repair = Repair.NONE if is_gate or is_unknown else Repair.RETRY_TASK
    return Malfunction(
        "malfunction.task_unknown" if is_unknown else "malfunction.task_failed",
        {"task": task.kind, "at": task.at},
        cause=task.cause,
        repair=repair,
        target=task.task_id,
    )


def _devices(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    for device in report.devices:
        if device.health in {Health.FAILED, Health.STALE}:
            yield _device(device)


def _device(device: DeviceReport) -> Malfunction:
    is_camera = device.kind in {"camera", "rear_camera"}
    return Malfunction(
        "malfunction.device",
        {"lane": device.lane_name or device.lane_id, "device": device.kind},
        cause=device.cause,
        repair=Repair.ADJUST_CAMERA if is_camera else Repair.NONE,
        target=device.lane_id,
        is_alarm=device.health is Health.FAILED,
    )


def _lanes_twice(report: ConsoleReport, scene: Scene) -> Iterator[Malfunction]:
    # Both record its cars and command its gate; a report that is old may speak of lanes given up since.
    lanes = {each.lane_id: each.lane_name or each.lane_id for each in report.devices if each.lane_id}
    for other in scene.others:
        if other.console_id == report.console_id or scene.now - other.at > SILENT_AFTER:
            continue
        for lane_id in sorted(lanes.keys() & {each.lane_id for each in other.devices}):
            name = scene.names.get(other.console_id) or other.name or other.console_id
            facts = {"lane": lanes[lane_id], "name": name}
            yield Malfunction("malfunction.lane_twice", facts, target=lane_id, is_alarm=True)


def _disk(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    if report.disk_free_bytes is not None and report.disk_free_bytes < LOW_DISK_BYTES:
        yield Malfunction(
            "malfunction.disk_low", {"gigabytes": f"{report.disk_free_bytes / 1e9:.1f}"}, is_alarm=True
        )


def _backups(report: ConsoleReport, scene: Scene) -> Iterator[Malfunction]:
    backup = report.backup
    if backup.newest_at is None:
        yield Malfunction("malfunction.no_backup", repair=Repair.BACK_UP)
    elif scene.now - backup.newest_at > BACKUP_AT_MOST:
        yield Malfunction("malfunction.backup_old", {"since": backup.newest_at}, repair=Repair.BACK_UP)
    if not backup.second_used:
        return
    if backup.second_at is None or scene.now - backup.second_at > SECOND_BACKUP_AT_MOST:
        code = "malfunction.second_backup_old" if backup.second_at else "malfunction.no_second_backup"
        yield Malfunction(code, {"since": backup.second_at}, cause=backup.cause, repair=Repair.BACK_UP)


def _photos(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    photos = report.photos
    if photos.used and photos.cause:
        facts = {"small": photos.small, "large": photos.large}
        yield Malfunction("malfunction.photos_wait", facts, cause=photos.cause)


def _clock(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    if report.clock_behind:
        yield Malfunction("malfunction.clock_behind", repair=Repair.SETTLE_CLOCK, is_alarm=True)
    if report.skew is not None and is_off(report.skew):
        way = "ahead" if report.skew > timedelta() else "behind"
        facts = {"minutes": whole_minutes(report.skew)}
        yield Malfunction(f"malfunction.clock_off_{way}", facts, is_alarm=True)


def _version(report: ConsoleReport, scene: Scene) -> Iterator[Malfunction]:
    if scene.own_version and report.version and report.version != scene.own_version:
        facts = {"version": report.version, "here": scene.own_version}
        yield Malfunction("malfunction.other_version", facts)


def _journal(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    if report.journal_problems:
        facts = {"count": report.journal_problems}
        yield Malfunction("malfunction.journal_differs", facts, is_alarm=True)
    elif report.journal_cause:
        yield Malfunction("malfunction.journal_not_verified", cause=report.journal_cause)


def _duties(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    for duty, cause in report.duties.items():
        yield Malfunction("malfunction.duty", {"duty": duty}, cause=cause, repair=Repair.TRY_AGAIN)


def _conflicts(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    # Every console holds the same proposals; the hub's row shows them once.
    if report.conflicts and report.is_hub:
        yield Malfunction(
            "malfunction.conflicts", {"count": report.conflicts}, repair=Repair.DECIDE_PROPOSALS
        )


def _charges(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    if report.charges_unknown:
        yield Malfunction("malfunction.charges_unknown", {"count": report.charges_unknown}, is_alarm=True)


def _notices(report: ConsoleReport, _scene: Scene) -> Iterator[Malfunction]:
    if report.notices_cause:
        yield Malfunction("malfunction.notices_unheard", cause=report.notices_cause)


_LOOKS: Final[tuple[Callable[[ConsoleReport, Scene], Iterator[Malfunction]], ...]] = (
    _clock,
    _journal,
    _charges,
    _notices,
    _refusals,
    _links,
    _devices,
    _lanes_twice,
    _disk,
    _conflicts,
    _tasks,
    _backups,
    _photos,
    _duties,
    _behind,
    _version,
)
