"""The journal read backwards, narrowed by who, when, what and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.journal import Subject
from core.store.queries.audit import AuditFilter, AuditPage, happened, plates_of
from core.store.store import Store
from tests.core.store.lot import MORNING, SetClock, a_day, opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    clock = SetClock()
    with opened(tmp_path, clock) as fresh:
        a_day(fresh, clock)
        yield fresh


def read(store: Store, wanted: AuditFilter, most: int = 200) -> AuditPage:
    return store.read(lambda unit: happened(unit, wanted, most=most))


def test_everything_is_there_once_the_latest_first(store: Store) -> None:
    page = read(store, AuditFilter())
    orders = [entry.order for entry in page.entries]
    assert orders == sorted(orders, reverse=True)
    assert len({entry.entry_id for entry in page.entries}) == len(orders) > 20
    assert not page.has_more
    assert "Ada" in page.names.values()


def test_pages_follow_one_another_without_a_gap(store: Store) -> None:
    whole = read(store, AuditFilter()).entries
    found, last = [], None
    while True:
        page = store.read(lambda unit, last=last: happened(unit, AuditFilter(), after=last, most=7))
        found += page.entries
        if not page.has_more:
            break
        last = page.entries[-1]
    assert tuple(found) == whole


def test_people_are_told_from_what_lanes_do_by_themselves(store: Store) -> None:
    by_people = read(store, AuditFilter(by_people=True)).entries
    by_lanes = read(store, AuditFilter(who="system")).entries
    assert by_people
    assert "system" not in {entry.who for entry in by_people}
    assert len(by_people) + len(by_lanes) == len(read(store, AuditFilter()).entries)


def test_kinds_are_wanted_whole_or_by_their_beginning(store: Store) -> None:
    assert {entry.kind for entry in read(store, AuditFilter(kinds=("stay.paid",))).entries} == {"stay.paid"}
    kinds = {entry.kind for entry in read(store, AuditFilter(kinds=("stay.", "shift.opened"))).entries}
    assert "shift.opened" in kinds
    assert all(kind.startswith("stay.") or kind == "shift.opened" for kind in kinds)


def test_a_lane_alone(store: Store) -> None:
    lanes = {entry.payload["lane_id"] for entry in read(store, AuditFilter(lane_id="out")).entries}
    assert lanes == {"out"}


def test_days_begin_and_end(store: Store) -> None:
    half = MORNING + timedelta(minutes=60)
    before = read(store, AuditFilter(until=half)).entries
    after = read(store, AuditFilter(since=half)).entries
    assert len(before) + len(after) == len(read(store, AuditFilter()).entries)
    assert max(entry.at for entry in before) < half <= min(entry.at for entry in after)


def test_a_kind_with_odd_letters_is_no_pattern(store: Store) -> None:
    store.write(lambda unit: unit.record("odd%.thing", {}, who="system", subjects=[Subject("lane", "in")]))
    assert len(read(store, AuditFilter(kinds=("odd%.",))).entries) == 1
    assert not read(store, AuditFilter(kinds=("o_d%.",))).entries


def test_plates_are_known_as_long_as_they_are_kept(store: Store) -> None:
    stay_id = store.read(lambda unit: unit.open_stays_with_plate("AB0001"))[0].stay_id
    assert store.read(lambda unit: plates_of(unit, {stay_id, "nobody"})) == {stay_id: "AB0001"}
