"""Ways of sharing that look as if they worked: the same judgement that ours passes must find them out."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from core.domain.chains import ChainRow
from core.domain.leases import LeaseBook
from core.services.sharing import DATABASE
from core.store.overpayment_watch import OverpaymentWatch
from core.sync.exchange import Exchange
from tests.fakes.chains import MemoryLink, MemoryReplica
from tests.faults.invariants import judge
from tests.faults.ledger import Ledger
from tests.sharing_world.consoles import Lotful
from tests.sharing_world.invariants import breaches
from tests.sharing_world.naive import CarelessDatabase, NumberedTable, as_home, naive_counter
from tests.sharing_world.traffic import Day, Habits
from tests.sharing_world.transport import FOUL

# A day takes seconds; far longer on a machine that does much else.
pytestmark = pytest.mark.timeout(600)


def test_a_naive_counter_oversells(lot_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LeaseBook, "may_let_in", naive_counter)
    chance = random.Random(1)
    lot = Lotful(lot_folder, consoles=4, capacity=8, weather=FOUL, seed=chance)
    try:
        told = Day(lot, Habits(cars=90), chance).run()
        assert breaches(lot, told).broken == {"oversold"}
    finally:
        lot.close()


def test_a_hub_that_looks_for_no_overpayments_leaves_drivers_charged_twice(
    lot_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OverpaymentWatch, "turn", lambda _watch: None)
    chance = random.Random(1)
    lot = Lotful(lot_folder, consoles=4, capacity=8, weather=FOUL, seed=chance)
    try:
        told = Day(lot, Habits(cars=90, by_hand=0.03, pays_twice=0.7, outages=12), chance).run()
        assert breaches(lot, told).broken == {"double"}
    finally:
        lot.close()


def test_a_database_that_takes_repeats_holds_entries_twice(lot_folder: Path) -> None:
    chance = random.Random(1)
    careless = CarelessDatabase(DATABASE)
    lot = Lotful(lot_folder, consoles=2, capacity=8, weather=FOUL, seed=chance, database=careless)
    try:
        told = Day(lot, Habits(cars=20), chance).run()
        assert "double" in breaches(lot, told).broken
    finally:
        lot.close()


@pytest.mark.parametrize("seed", range(3))
def test_a_cursor_that_is_a_bare_serial_skips_slow_transactions(seed: int) -> None:
    chance = random.Random(seed)
    table, writers = NumberedTable(chance), [MemoryReplica(f"console-{number}") for number in range(3)]
    written: list[ChainRow] = []
    cursor, held = 0, list[ChainRow]()
    vector = MemoryReplica("reader")
    feed = MemoryLink(DATABASE)
    exchange = Exchange(vector, feed, relays=lambda: False)
    for step in range(300):
        rows = [chance.choice(writers).write("lane.noted", step=step)]
        written += rows
        table.insert(rows)
        fresh = table.after(cursor)
        held += fresh.values()
        cursor = max(fresh, default=cursor)
        feed.chains.rows_of = table.chain_rows()
        exchange.round()
    table.commit_all()
    held += table.after(cursor).values()
    feed.chains.rows_of = table.chain_rows()
    exchange.round()
    ledger = Ledger(kept=[row.entry_id for row in written])
    by_serial = judge([ledger], [as_home(held)])
    by_vector = judge([ledger], [as_home([row for rows in vector.chains.rows_of.values() for row in rows])])
    assert {"lost", "gaps"} <= by_serial.broken
    assert by_vector.broken == frozenset()
