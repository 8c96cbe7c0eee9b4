"""Writes what happened to a file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from console.screens.audit.entry_words import details_text, what_words, who_words
from core.domain.lots import Lot
from core.store.engine import store_errors
from core.store.queries.audit import AuditFilter, happened
from core.store.store import Store
from core.store.unit_of_work import SqlUnitOfWork
from reports.atomic_file import write_atomically
from reports.audit_csv import AuditLine, write_audit_csv

MOST_ENTRIES: Final = 500_000
_AT_ONCE: Final = 2000


def export_happened(store: Store, lot: Lot, wanted: AuditFilter, path: Path) -> int:
    """Write the entries that are wanted, the latest first; returns how many. Off the GUI thread."""
    text = io.StringIO(newline="")
    with store.reading() as view:
        count = write_audit_csv(_lines(view, lot, wanted), lot.zone, text)
    with store_errors():
        write_atomically(path, text.getvalue().encode("utf-8-sig"))
    return count


def _lines(view: SqlUnitOfWork, lot: Lot, wanted: AuditFilter) -> Iterator[AuditLine]:
    written, last = 0, None
    while written < MOST_ENTRIES:
        page = happened(view, wanted, after=last, most=_AT_ONCE)
        for entry in page.entries:
            yield AuditLine(
                at=entry.at,
                who=who_words(entry, page.names),
                what=what_words(entry, lot, page.names, page.plates),
                kind=entry.kind,
                console_id=entry.console_id,
                seq=entry.seq,
                details=details_text(entry, lot),
            )
        if not page.has_more:
            return
        written, last = written + len(page.entries), page.entries[-1]
