"""Reads a file of cars that are inside already; nothing is taken in by that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput, StoreError
from core.services.import_stays import InsideRow, RowProblem, parse_inside_csv

LARGEST_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class CsvPreview:
    """What a file says: the cars that can be taken in, and each line that is wrong, with its reason."""

    name: str
    rows: tuple[InsideRow, ...]
    problems: tuple[RowProblem, ...]


def read_csv(path: Path, zone: ZoneInfo, now: datetime) -> CsvPreview:
    """The file's cars; off the GUI thread. StoreError where it cannot be read, BadInput where it is huge."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise StoreError("import.file_unreadable", detail=error.strerror or str(error)) from error
    if len(content) > LARGEST_BYTES:
        raise BadInput("import.file_too_large", most_mb=LARGEST_BYTES // 1_000_000)
    rows, problems = parse_inside_csv(content, zone, now)
    return CsvPreview(path.name, tuple(rows), tuple(problems))
