"""Several consoles of one lot, each with a database of its own, for the tests of sharing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import update

from core.domain.chains import ChainRow, Mark
from core.store.engine import sqlite_url
from core.store.replica import StoreReplica
from core.store.store import Store
from core.store.tables import local_state
from migrations.history import upgrade_file
from tests.core.store.lot import SetClock

LOT_ID = "018f0000-0000-7000-8000-000000000001"


@contextmanager
def console(folder: Path, clock: SetClock, lot_id: str = LOT_ID) -> Iterator[Store]:
    """A console of the lot in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "lotkeeper.db"
    upgrade_file(file, folder / "backups")
    store = Store(sqlite_url(file), clock=clock)
    if store.lot_id != lot_id:
        store.write(
            lambda unit: unit.connection.execute(
                update(local_state).where(local_state.c.name == "lot_id").values(value=lot_id)
            )
        )
        store.close()
        store = Store(sqlite_url(file), clock=clock)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def consoles(folder: Path, clock: SetClock, *names: str) -> Iterator[list[Store]]:
    """As many consoles of the same lot as there are names."""
    with ExitStack() as stack:
        yield [stack.enter_context(console(folder / name, clock)) for name in names]


def chain_of(store: Store, console_id: str = "", after_seq: int = 0) -> list[ChainRow]:
    """The rows of a chain that the console holds; its own where none is named."""
    return StoreReplica(store).rows(console_id or store.console_id, after_seq)


def give(giver: Store, taker: Store, *, most: int = 2000) -> None:
    """The taker takes all that the giver holds of others' chains and its own."""
    source, target = StoreReplica(giver), StoreReplica(taker)
    for console_id, mark in source.marks().items():
        if console_id == taker.console_id:
            continue
        held = target.marks().get(console_id, Mark())
        while held.seq < mark.seq:
            held = target.take(source.rows(console_id, held.seq, most))


def agree(stores: Sequence[Store]) -> None:
    """Everybody is given what anybody knows."""
    for giver in stores:
        for taker in stores:
            if giver is not taker:
                give(giver, taker)
