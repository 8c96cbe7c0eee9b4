"""Several consoles of one lot, each with a database of its own, for the tests of sharing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import update

from core.domain.chains import ChainRow, Mark
from core.domain.journal import Subject, to_micros
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


def join(hub: Store, *stores: Store, term: int = 1) -> None:
    """The consoles belong to the lot; the first is its hub."""
    for number, store in enumerate((hub, *stores), 1):
        described = {
            "console_id": store.console_id,
            "number": number,
            "name": f"Console {number}",
            "public_key": f"{number:064x}",
            "entry_lanes": True,
        }
        hub.write(
            lambda unit, described=described: unit.record(
                "console.joined",
                {"console": described},
                who="system",
                subjects=[Subject("console", described["console_id"])],
            )
        )
    appoint(hub, hub.console_id, term)


def appoint(by: Store, console_id: str, term: int) -> None:
    by.write(
        lambda unit: unit.record(
            "hub.appointed",
            {"console_id": console_id, "term": term},
            who="system",
            subjects=[Subject("hub", unit.lot_id)],
        )
    )


def space(by: Store, kind: str, console_id: str, count: int) -> None:
    """A grant to the console, what it returns, or what is written off."""
    payload = {"to": console_id, "console_id": console_id, "count": count, "term": 1}
    by.write(lambda unit: unit.record(kind, payload, who="system", subjects=[Subject("lease", console_id)]))


def admit(store: Store, stay_id: str, *, leased: bool = True) -> None:
    at = to_micros(store._clock.now())
    payload = {"entry_at": at, "lane_id": "in", "plan_id": "day", "plan_version": 1, "leased": leased}
    for kind in ("stay.admitted", "stay.entered"):
        about(store, kind, stay_id, payload)


def leave(store: Store, stay_id: str, *, kept: bool = False) -> None:
    payload = {"exit_at": to_micros(store._clock.now()), "lane_id": "out", "kept": kept}
    about(store, "stay.left", stay_id, payload)


def about(store: Store, kind: str, stay_id: str, payload: dict[str, Any]) -> None:
    store.write(
        lambda unit: unit.record(
            kind,
            payload,
            who="system",
            subjects=[Subject("stay", stay_id)],
            personal={"plate": stay_id.upper()} if kind == "stay.admitted" else None,
        )
    )
