"""What happened as CSV: safe for spreadsheets, times with their offset."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from reports.audit_csv import HEADINGS, AuditLine, write_audit_csv

LINE = AuditLine(
    datetime(2026, 11, 22, 18, 0, tzinfo=UTC), "Ben", "Paid. NT$ 80.", "stay.paid", "c1", 7, "a: 1; b: 2"
)


def test_a_line_an_entry_with_the_lots_own_time() -> None:
    text = io.StringIO(newline="")
    assert write_audit_csv([LINE], ZoneInfo("Asia/Taipei"), text) == 1
    heading, row = list(csv.reader(io.StringIO(text.getvalue())))
    assert tuple(heading) == HEADINGS
    assert row == ["2026-11-23T02:00:00+08:00", "Ben", "Paid. NT$ 80.", "stay.paid", "c1", "7", "a: 1; b: 2"]


def test_what_a_spreadsheet_would_run_is_made_harmless() -> None:
    text = io.StringIO(newline="")
    hostile = AuditLine(LINE.at, "=1+1", "@cmd", "stay.paid", "c1", 7, "+evil")
    write_audit_csv([hostile], ZoneInfo("UTC"), text)
    row = list(csv.reader(io.StringIO(text.getvalue())))[1]
    assert not [cell for cell in row if cell[:1] in "=@+"]
