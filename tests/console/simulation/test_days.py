"""Days of simulated lots: they look like days of a lot, and everything in them holds."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from console.simulation.city import CityLot, make_lot
from console.simulation.days import LotDays
from console.simulation.demand import COMMUTERS, KINDS, SHOPPING, Demand
from console.simulation.visits import Troubles
from core.domain.chains import ChainRow, Mark, check_rows

MONDAY = date(2026, 3, 2)
BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
OFTEN = Troubles(*[0.08] * 10)


@cache
def days_of(number: int, days: int = 2, troubles: Troubles = OFTEN) -> tuple[CityLot, list[ChainRow]]:
    lot = make_lot(number, 7, BEGIN)
    found = LotDays(lot, troubles=troubles).run(MONDAY, days)
    return lot, [row for day in found for chain in day for row in chain]


@pytest.mark.parametrize("number", range(4))
def test_every_chain_verifies_link_by_link(number: int) -> None:
    lot, rows = days_of(number)
    for console_id in lot.ledger.consoles:
        own = [row for row in rows if row.console_id == console_id]
        assert [row.seq for row in own] == list(range(1, len(own) + 1))
        check_rows(own, Mark())


def test_everything_that_goes_wrong_at_a_lot_goes_wrong() -> None:
    kinds = Counter(row.kind for number in range(4) for row in days_of(number)[1])
    assert {
        "booking.accepted",
        "booking.cancelled",
        "booking.refused",
        "gate.failed",
        "lane.turned_away",
        "lane.unexplained_crossing",
        "shift.closed",
        "stay.backed_out",
        "stay.exit_held",
        "stay.held",
        "stay.paid",
        "stay.plate_corrected",
        "stay.written_off",
    } <= set(kinds)


def test_who_came_in_and_did_not_leave_is_inside() -> None:
    lot, rows = days_of(0)
    kinds = Counter(row.kind for row in rows)
    ended = kinds["stay.left"] + kinds["stay.backed_out"] + kinds["stay.written_off"]
    assert kinds["stay.admitted"] - ended == len(lot.ledger.inside)
    counts = lot.ledger.counts
    assert counts.inside + counts.pending == len(lot.ledger.inside)


def test_no_lot_is_ever_fuller_than_it_is() -> None:
    for number in range(4):
        lot, _ = days_of(number)
        assert lot.ledger.lot is not None
        assert len(lot.ledger.inside) <= lot.ledger.lot.capacity * 1.2


def test_the_same_seed_makes_the_same_city() -> None:
    again = make_lot(1, 7, BEGIN)
    rows = [row for day in LotDays(again, troubles=OFTEN).run(MONDAY, 2) for chain in day for row in chain]
    assert sorted(rows, key=lambda row: (row.console_id, row.seq)) == sorted(
        days_of(1)[1], key=lambda row: (row.console_id, row.seq)
    )
    assert make_lot(1, 8, BEGIN).ledger.lot_id != again.ledger.lot_id


def test_ids_are_of_the_simulated_time() -> None:
    _, rows = days_of(0)
    for row in rows[:50]:
        milliseconds = int(row.entry_id.replace("-", "")[:12], 16)
        assert abs(milliseconds - row.at // 1000) <= 1


def arrivals(demand: Demand, day: date) -> list[datetime]:
    return list(demand.arrivals(day, 200, ZoneInfo("Asia/Taipei"), make_lot(0, 1, BEGIN).ledger.chance))


def test_commuters_come_on_weekday_mornings_and_shoppers_on_saturdays() -> None:
    saturday = MONDAY + timedelta(days=5)
    assert len(arrivals(COMMUTERS, MONDAY)) > 3 * len(arrivals(COMMUTERS, saturday))
    assert len(arrivals(SHOPPING, saturday)) > len(arrivals(SHOPPING, MONDAY))
    early = [instant for instant in arrivals(COMMUTERS, MONDAY) if 6 <= instant.hour < 10]
    assert len(early) > len(arrivals(COMMUTERS, MONDAY)) / 2


@pytest.mark.parametrize("demand", KINDS, ids=lambda demand: demand.name)
def test_arrivals_come_in_order_within_their_day(demand: Demand) -> None:
    found = arrivals(demand, MONDAY)
    assert found == sorted(found)
    assert {instant.date() for instant in found} == {MONDAY}
    assert len(demand.hours) == 24
    assert len(demand.weekdays) == 7
