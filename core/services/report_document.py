"""A console's report as plain values, as it travels and is kept.

A report of a newer or an older program is read as far as it is understood: what is missing or odd counts
as not known, and never keeps the rest from being shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from core.domain.journal import from_micros, to_micros
from core.services.console_report import (
    MOST_LISTED,
    BackupReport,
    ConsoleReport,
    DeviceReport,
    EndedTask,
    PhotoReport,
    TaskReport,
)
from core.services.ports import Health
from core.services.sharing import LinkState, LinkView, RefusedItem, Waiting

LONGEST_TEXT = 300


def document_of(report: ConsoleReport) -> dict[str, Any]:
    """The report as plain values; instants in microseconds since 1970 UTC.

    ``lot_at`` is ``at`` by the clock of the far side that was asked last, left out where none was.
    """
    lot_at = {} if report.skew is None else {"lot_at": to_micros(report.at - report.skew)}
    return {
        **lot_at,
        "console_id": report.console_id,
        "at": to_micros(report.at),
        "name": report.name,
        "number": report.number,
        "version": report.version,
        "is_hub": report.is_hub,
        "is_shared": report.is_shared,
        "started_at": _micros(report.started_at),
        "links": [_link_document(each) for each in report.links],
        "held": dict(report.held),
        "refused": report.refused,
        "refused_items": [_refused_document(each) for each in report.refused_items[:MOST_LISTED]],
        "tasks": _tasks_document(report.tasks),
        "devices": [_device_document(each) for each in report.devices],
        "disk_free_bytes": report.disk_free_bytes,
        "disk_bytes": report.disk_bytes,
        "backup": _backup_document(report.backup),
        "photos": _photos_document(report.photos),
        "clock_behind": report.clock_behind,
        "conflicts": report.conflicts,
        "charges_unknown": report.charges_unknown,
        "duties": dict(report.duties),
        "journal_problems": report.journal_problems,
        "journal_cause": report.journal_cause,
        "notices_cause": report.notices_cause,
    }


def report_of(console_id: str, document: Mapping[str, Any]) -> ConsoleReport:
    """The report of that console, as far as the document can be understood; nothing in it raises."""
    given = _Fields(document)
    return ConsoleReport(
        console_id=console_id,
        at=given.instant("at") or from_micros(0),
        name=given.text("name"),
        number=given.whole("number") or 0,
        version=given.text("version"),
        is_hub=given.flag("is_hub"),
        is_shared=given.flag("is_shared"),
        started_at=given.instant("started_at"),
        links=given.each("links", _link_from),
        held=given.counts("held"),
        refused=given.whole("refused") or 0,
        refused_items=given.each("refused_items", _refused_from),
        tasks=_tasks_from(given.inner("tasks")),
        devices=given.each("devices", _device_from),
        disk_free_bytes=given.whole("disk_free_bytes"),
        disk_bytes=given.whole("disk_bytes"),
        backup=_backup_from(given.inner("backup")),
        photos=_photos_from(given.inner("photos")),
        clock_behind=given.flag("clock_behind"),
        skew=_skew_from(given),
        conflicts=given.whole("conflicts") or 0,
        charges_unknown=given.whole("charges_unknown") or 0,
        duties=given.texts("duties"),
        journal_problems=given.whole("journal_problems") or 0,
        journal_cause=given.text("journal_cause"),
        notices_cause=given.text("notices_cause"),
    )


Piece = TypeVar("Piece")


class _Fields:
    """Reads one document of another program: what is not as expected counts as not given."""

    def __init__(self, document: object) -> None:
        self.values: Mapping[Any, Any] = document if isinstance(document, Mapping) else {}

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return value[:LONGEST_TEXT] if isinstance(value, str) else ""

    def whole(self, name: str) -> int | None:
        value = self.values.get(name)
        sound = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63
        return value if sound else None

    def flag(self, name: str) -> bool:
        return self.values.get(name) is True

    def instant(self, name: str) -> datetime | None:
        micros = self.whole(name)
        try:
            return None if micros is None else from_micros(micros)
        except (OverflowError, ValueError):
            return None

    def inner(self, name: str) -> _Fields:
        return _Fields(self.values.get(name))

    def each(self, name: str, make: Callable[[_Fields], Piece | None]) -> tuple[Piece, ...]:
        value = self.values.get(name)
        listed = value[: 10 * MOST_LISTED] if isinstance(value, list) else []
        made = (make(_Fields(one)) for one in listed)
        return tuple(one for one in made if one is not None)

    def counts(self, name: str) -> dict[str, int]:
        inner = self.inner(name)
        known = {key: inner.whole(key) for key in inner.values if isinstance(key, str)}
        return {key: value for key, value in known.items() if value is not None}

    def texts(self, name: str) -> dict[str, str]:
        inner = self.inner(name)
        return {key: inner.text(key) for key in inner.values if isinstance(key, str)}


def _skew_from(given: _Fields) -> timedelta | None:
    """By when it came where it was left, else by what the console found out itself."""
    own_at, lot_at = given.instant("said_at") or given.instant("at"), given.instant("lot_at")
    return None if own_at is None or lot_at is None else own_at - lot_at


def _micros(instant: datetime | None) -> int | None:
    return None if instant is None else to_micros(instant)


def _link_document(view: LinkView) -> dict[str, Any]:
    return {
        "name": view.name,
        "state": view.state.value,
        "since": _micros(view.since),
        "cause": view.cause,
        "last_ok": _micros(view.last_ok),
        "waiting": view.waiting.entries,
        "waiting_money": view.waiting.money,
        "waiting_since": _micros(view.waiting.since),
    }


def _link_from(given: _Fields) -> LinkView | None:
    state = given.text("state")
    if not given.text("name"):
        return None
    return LinkView(
        name=given.text("name"),
        state=LinkState(state) if state in set(LinkState) else LinkState.UNKNOWN,
        since=given.instant("since"),
        cause=given.text("cause"),
        waiting=Waiting(
            given.whole("waiting") or 0, given.whole("waiting_money") or 0, given.instant("waiting_since")
        ),
        last_ok=given.instant("last_ok"),
    )


def _refused_document(item: RefusedItem) -> dict[str, Any]:
    return {
        "refusal_id": item.refusal_id,
        "console_id": item.console_id,
        "seq": item.seq,
        "kind": item.kind,
        "cause": item.cause,
        "detail": item.detail[:LONGEST_TEXT],
        "at": to_micros(item.at),
    }


def _refused_from(given: _Fields) -> RefusedItem | None:
    at = given.instant("at")
    if at is None:
        return None
    return RefusedItem(
        refusal_id=given.text("refusal_id"),
        console_id=given.text("console_id"),
        seq=given.whole("seq") or 0,
        kind=given.text("kind"),
        cause=given.text("cause"),
        detail=given.text("detail"),
        at=at,
    )


def _tasks_document(tasks: TaskReport) -> dict[str, Any]:
    return {
        "waiting": tasks.waiting,
        "oldest_at": _micros(tasks.oldest_at),
        "failed": tasks.failed,
        "listed": [
            {
                "task_id": each.task_id,
                "kind": each.kind,
                "state": each.state,
                "cause": each.cause,
                "at": to_micros(each.at),
            }
            for each in tasks.listed[:MOST_LISTED]
        ],
    }


def _tasks_from(given: _Fields) -> TaskReport:
    return TaskReport(
        waiting=given.whole("waiting") or 0,
        oldest_at=given.instant("oldest_at"),
        failed=given.whole("failed") or 0,
        listed=given.each("listed", _task_from),
    )


def _task_from(given: _Fields) -> EndedTask | None:
    at = given.instant("at")
    if at is None:
        return None
    return EndedTask(given.text("task_id"), given.text("kind"), given.text("state"), given.text("cause"), at)


def _device_document(device: DeviceReport) -> dict[str, Any]:
    return {
        "lane_id": device.lane_id,
        "lane": device.lane_name,
        "kind": device.kind,
        "health": device.health.value,
        "cause": device.cause,
    }


def _device_from(given: _Fields) -> DeviceReport | None:
    health = given.text("health")
    return DeviceReport(
        lane_id=given.text("lane_id"),
        lane_name=given.text("lane"),
        kind=given.text("kind"),
        health=Health(health) if health in set(Health) else Health.UNKNOWN,
        cause=given.text("cause"),
    )


def _backup_document(backup: BackupReport) -> dict[str, Any]:
    return {
        "here_at": _micros(backup.here_at),
        "second_at": _micros(backup.second_at),
        "second_used": backup.second_used,
        "cause": backup.cause,
    }


def _backup_from(given: _Fields) -> BackupReport:
    return BackupReport(
        here_at=given.instant("here_at"),
        second_at=given.instant("second_at"),
        second_used=given.flag("second_used"),
        cause=given.text("cause"),
    )


def _photos_document(photos: PhotoReport) -> dict[str, Any]:
    return {
        "used": photos.used,
        "small": photos.small,
        "large": photos.large,
        "cause": photos.cause,
        "last_ok": _micros(photos.last_ok),
    }


def _photos_from(given: _Fields) -> PhotoReport:
    return PhotoReport(
        used=given.flag("used"),
        small=given.whole("small") or 0,
        large=given.whole("large") or 0,
        cause=given.text("cause"),
        last_ok=given.instant("last_ok"),
    )
