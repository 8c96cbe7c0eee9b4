"""Takes in the cars that are inside already when the lot goes live, typed on a walk-round or as CSV.

A car whose entry time is not known is priced from the instant of the import: the lot cannot prove more.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput, OperatorError
from core.domain.journal import Subject, to_micros
from core.domain.people import Actor, Right
from core.services.correct_plate import checked_plate
from core.services.unit_of_work import UnitOfWork

MAX_ROWS = 20_000
UNKNOWN_WORDS = frozenset({"", "unknown", "?", "-", "不明", "未知"})
RULE = "from_import"
_LONGEST = timedelta(days=366)
_FORMATS = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d %H:%M")


@dataclass(frozen=True, slots=True)
class InsideRow:
    """One car that is inside: its plate, and its entry time, None where that is not known."""

    plate: str
    entry_at: datetime | None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that cannot be taken in: its line (from 1), what it says, and why as a reason code."""

    line: int
    text: str
    code: str


def parse_inside_csv(
    content: bytes, zone: ZoneInfo, now: datetime
) -> tuple[list[InsideRow], list[RowProblem]]:
    """The rows of a CSV with plate and entry time (local, or with an offset), and those that are wrong.

    Comma, semicolon or tab; a heading line is allowed; UTF-8, or Windows-1252 where it is none.
    """
    text = _decode(content)
    sample = text[:2000]
    delimiter = max(",;\t", key=sample.count)
    rows: list[InsideRow] = []
    problems: list[RowProblem] = []
    seen: set[str] = set()
    try:
        for line, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
            if not any(cell.strip() for cell in cells) or (line == 1 and _is_heading(cells)):
                continue
            try:
                if len(rows) >= MAX_ROWS:
                    raise BadInput("import.too_many_rows", most=MAX_ROWS)
                row = parse_row(cells[0], cells[1] if len(cells) > 1 else "", zone, now)
                if row.plate in seen:
                    raise BadInput("import.plate_twice", plate=row.plate)
                seen.add(row.plate)
                rows.append(row)
            except OperatorError as error:
                problems.append(RowProblem(line, delimiter.join(cells)[:80], error.code))
    except csv.Error:
        problems.append(RowProblem(0, "", "import.not_csv"))
    return rows, problems


def parse_row(plate: str, entry: str, zone: ZoneInfo, now: datetime) -> InsideRow:
    """One car as typed; BadInput where plate or time cannot be used."""
    return InsideRow(checked_plate(plate), _parse_time(entry.strip(), zone, now))


def import_stays(unit: UnitOfWork, *, actor: Actor, rows: Sequence[InsideRow]) -> list[RowProblem]:
    """Journal each car as a stay that is inside; those inside already under their plate are named."""
    actor.require(Right.IMPORT_STAYS)
    plan_id, plan_version = unit.version_in_force(unit.now)
    problems = []
    for line, row in enumerate(rows, start=1):
        if unit.open_stays_with_plate(row.plate):
            problems.append(RowProblem(line, row.plate, "plate.inside_already"))
            continue
        entry_at = row.entry_at or unit.now
        unit.record(
            "stay.imported",
            {
                "entry_at": to_micros(entry_at),
                "entry_known": row.entry_at is not None,
                "rule": RULE,
                "plan_id": plan_id,
                "plan_version": plan_version,
            },
            who=actor.person_id,
            subjects=[Subject("stay", unit.new_id())],
            personal={"plate": row.plate},
        )
    return problems


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _is_heading(cells: list[str]) -> bool:
    return not any(character.isdigit() for cell in cells for character in cell)


def _parse_time(text: str, zone: ZoneInfo, now: datetime) -> datetime | None:
    if text.casefold() in UNKNOWN_WORDS:
        return None
    instant = _instant(text, zone)
    if instant > now + timedelta(minutes=1):
        raise BadInput("import.in_the_future", text=text[:40])
    if instant < now - _LONGEST:
        raise BadInput("import.too_long_ago", text=text[:40])
    return instant


def _instant(text: str, zone: ZoneInfo) -> datetime:
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        parsed = _with_formats(text)
    return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=zone)


def _with_formats(text: str) -> datetime:
    for pattern in _FORMATS:
        try:
            return datetime.strptime(text, pattern)  # noqa: DTZ007 - the zone is the lot's
        except ValueError:
            continue
    raise BadInput("import.bad_time", text=text[:40])
