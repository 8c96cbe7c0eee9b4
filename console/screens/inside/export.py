"""Writes the list of cars inside to a file."""

from __future__ import annotations

import io
from pathlib import Path

from core.domain.lots import Lot
from core.domain.stays import Stay
from core.store.engine import store_errors
from core.store.queries.stays import MOST_ROWS, inside_list
from core.store.store import Store
from core.store.unit_of_work import SqlUnitOfWork
from reports.atomic_file import write_atomically
from reports.inside_csv import write_inside_csv

MOST_STAYS = 200_000


def export_inside(store: Store, lot: Lot, path: Path) -> int:
    """Write all cars inside, newest first, as CSV for spreadsheets; returns how many. Off the GUI thread."""
    text = io.StringIO(newline="")
    count = write_inside_csv(store.read(_all_inside), lot, text)
    with store_errors():
        write_atomically(path, text.getvalue().encode("utf-8-sig"))
    return count


def _all_inside(unit: SqlUnitOfWork) -> list[Stay]:
    """Page by page on one snapshot."""
    stays: list[Stay] = []
    while len(stays) < MOST_STAYS:
        page = inside_list(unit, offset=len(stays)).stays
        stays += page
        if len(page) < MOST_ROWS:
            break
    return stays
