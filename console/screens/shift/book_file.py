"""A new pad of the paper book, written as a file to be printed while everything works."""

from __future__ import annotations

from pathlib import Path

from console.compose import Console
from core.domain.lots import Lot
from core.domain.paper_pads import Pad
from core.domain.people import Actor
from core.services.print_book import price_table, print_book
from core.services.unit_of_work import UnitOfWork
from core.store.engine import store_errors
from reports.atomic_file import write_atomically
from reports.downtime_book import book_pdf


def write_pad(console: Console, actor: Actor, path: Path) -> Pad:
    """Number the next pad and write it to that place, off the GUI thread; StoreError where that fails.

    A pad that could not be written leaves its number unused: no two lines ever have the same.
    """

    def number(unit: UnitOfWork) -> tuple[Lot, Pad, tuple[tuple[int, int], ...]]:
        return unit.lot(), print_book(unit, actor=actor), price_table(unit, actor=actor)

    lot, pad, prices = console.store.write(number)
    content = book_pdf(lot, pad, lot.receipt_language, printed_at=console.clock.now(), prices=prices)
    with store_errors():
        write_atomically(path, content)
    return pad
