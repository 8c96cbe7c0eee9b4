"""What happened as CSV, for whoever looks into it elsewhere."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TextIO
from zoneinfo import ZoneInfo

from reports.csv_cells import neutral_cell

HEADINGS: Final = ("at", "who", "what", "kind", "console", "seq", "details")


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One entry in words."""

    at: datetime
    who: str
    what: str
    kind: str
    console_id: str
    seq: int
    details: str


def write_audit_csv(lines: Iterable[AuditLine], zone: ZoneInfo, stream: TextIO) -> int:
    """Write one row an entry, and return how many; times are the lot's own with their offset."""
    writer = csv.writer(stream)
    writer.writerow(HEADINGS)
    rows = 0
    for line in lines:
        at = line.at.astimezone(zone).isoformat(timespec="seconds")
        texts = (line.who, line.what, line.kind, line.console_id)
        writer.writerow([at, *map(neutral_cell, texts), line.seq, neutral_cell(line.details)])
        rows += 1
    return rows
