"""Consoles that wrote apart: whoever holds all chains has the same rows, in whatever order they came."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select
from sqlalchemy.pool import StaticPool

from core.domain.chains import ChainRow, Mark, check_rows
from core.domain.journal import GENESIS, Subject, to_micros
from core.store.engine import make_engine
from core.store.projections import project_all
from core.store.sharing_tables import consoles, space_leases
from core.store.tables import metadata, rate_plans
from core.store.taking import take_rows
from core.store.unit_of_work import SqlUnitOfWork
from core.store.verify import verify_journal
from tests.core.store.lot import MORNING, PLAN, SetClock, drive_in, pay, set_up
from tests.core.store.lots_apart import LOT_ID, admit, agree, appoint, chain_of, give, join, leave, space
from tests.core.store.lots_apart import consoles as opened_consoles
from tests.core.store.test_projections import all_subjects, projected

TABLES = (consoles, space_leases)
Rows = Mapping[str, Sequence[tuple[Any, ...]]]


def rows_of(connection: Connection) -> Rows:
    """All projected rows, those of sharing too."""
    return projected(connection) | {
        table.name: [
            tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))
        ]
        for table in TABLES
    }


@dataclass(frozen=True)
class History:
    """The chains of three consoles, and the rows that follow from them."""

    chains: Mapping[str, list[ChainRow]]
    expected: Rows


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    """A hub, an entry and an exit, which now and then hear of each other."""
    clock = SetClock()
    folder = Path(tmp_path_factory.mktemp("apart"))
    with opened_consoles(folder, clock, "hub", "in", "out") as (hub, entry, exit_):
        set_up(hub)
        join(hub, entry, exit_)
        space(hub, "space.granted", entry.console_id, 5)
        agree([hub, entry, exit_])
        for stay_id in ("s1", "s2", "s3"):
            clock.pass_time(1)
            admit(entry, stay_id)
        admit(hub, "s4", leased=False)
        give(entry, exit_)
        clock.pass_time(30)
        leave(exit_, "s1", kept=True)
        leave(exit_, "s3")
        space(entry, "space.returned", entry.console_id, 1)
        appoint(hub, entry.console_id, 2)
        space(hub, "space.granted", exit_.console_id, 7)
        give(hub, entry)
        space(entry, "space.granted", exit_.console_id, 2)
        space(exit_, "space.written_off", entry.console_id, 1)
        agree([hub, entry, exit_])
        with hub.reading() as view:
            expected = rows_of(view.connection)
        return History({store.console_id: chain_of(store) for store in (hub, entry, exit_)}, expected)


@contextmanager
def somewhere_else() -> Iterator[SqlUnitOfWork]:
    """A further console of the lot that has heard of nothing yet."""
    engine = make_engine("sqlite://")
    engine.pool = StaticPool(engine.pool._creator)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            yield SqlUnitOfWork(connection, lot_id=LOT_ID, console_id="further", now=MORNING)
    finally:
        engine.dispose()


def deliver(unit: SqlUnitOfWork, chain: Sequence[ChainRow], first: int, last: int) -> None:
    before = Mark(first, chain[first - 1].link if first else GENESIS)
    take_rows(unit, chain[first:last], check_rows(chain[first:last], before), before)


def test_all_three_hold_the_same_and_it_is_what_was_done(history: History) -> None:
    leases = {row[1]: row[2:] for row in history.expected["space_leases"]}
    _hub, entry, exit_ = history.chains
    # Granted less returned and written off, spent on cars, kept from cars. What the old hub granted after
    # another was appointed counts for nothing.
    assert leases == {entry: (5 - 1 - 1, 3, 0), exit_: (2, 0, 1)}
    assert [row[1] for row in history.expected["consoles"] if row[7]] == [entry]
    assert [row[1:3] for row in history.expected["occupancy"]] == [(2, 0)]


PIECES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(1, 20)), max_size=15)
"""Of which chain, how many rows again, how many more."""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=PIECES, rest=st.permutations(range(3)))
def test_chains_that_come_in_any_order_in_any_pieces_and_again_give_the_same_rows(
    history: History, pieces: list[tuple[int, int, int]], rest: list[int]
) -> None:
    chains = list(history.chains.values())
    held = [0, 0, 0]
    with somewhere_else() as unit:
        for which, again, more in [*pieces, *((which, 0, 1000) for which in rest)]:
            first, last = max(0, held[which] - again), min(held[which] + more, len(chains[which]))
            if first < last:
                deliver(unit, chains[which], first, last)
                held[which] = last
        assert rows_of(unit.connection) == history.expected


def test_an_exit_that_is_heard_of_before_its_entry_waits_for_it(history: History) -> None:
    hub, entry, exit_ = history.chains
    with somewhere_else() as unit:
        for name in (exit_, hub, entry):
            deliver(unit, history.chains[name], 0, len(history.chains[name]))
        assert rows_of(unit.connection) == history.expected


def test_rows_made_again_one_by_one_and_all_at_once_are_the_same(history: History) -> None:
    with somewhere_else() as unit:
        for chain in history.chains.values():
            deliver(unit, chain, 0, len(chain))
        subjects = [Subject(row.kind, row.subject_id) for row in all_subjects(unit.connection)]
        for subject in subjects:
            project_all(unit.connection, LOT_ID, [subject])
        project_all(unit.connection, LOT_ID, subjects)
        assert rows_of(unit.connection) == history.expected


def naive_inside(arrivals: Sequence[ChainRow]) -> int:
    """The count of one who adds and takes away as messages come."""
    change = {"stay.entered": 1, "stay.left": -1}
    return sum(change.get(row.kind, 0) for row in arrivals)


def naive_state(arrivals: Sequence[ChainRow]) -> dict[str, str]:
    """The stays of one who believes the message that came last."""
    return {row.subjects: row.kind for row in arrivals if row.kind.startswith("stay.")}


def test_who_counts_messages_as_they_come_is_wrong_where_the_fold_is_right(history: History) -> None:
    """The control: with repeats and exits before entries, counting and last-writer-wins both fail."""
    hub, entry, exit_ = history.chains.values()
    in_order, late = [*hub, *entry, *exit_], [*exit_, *exit_, *hub, *entry]
    right = history.expected["occupancy"][0][1]
    assert naive_inside(in_order) == right
    assert naive_inside(late) != right
    assert naive_state(late) != naive_state(in_order)


def test_of_two_versions_of_a_plan_that_were_published_apart_the_first_one_holds_everywhere(
    tmp_path: Path, clock: SetClock
) -> None:
    with opened_consoles(tmp_path, clock, "a", "b") as (one, other):
        set_up(one)
        agree([one, other])
        document = one.read(lambda view: view.plan_document(PLAN.plan_id, 1))
        for minutes, store, grace in ((1, other, 11), (2, one, 22)):
            clock.pass_time(minutes)
            payload = {
                "plan": {**document, "version": 2, "arrival_grace_minutes": grace},
                "effective_at": to_micros(clock.now()),
            }
            store.write(
                lambda unit, payload=payload: unit.record(
                    "rates.published", payload, who="system", subjects=[Subject("plan", PLAN.plan_id)]
                )
            )
        agree([one, other])
        for store in (one, other):
            found = store.read(
                lambda view: view.connection.execute(
                    select(rate_plans).where(rate_plans.c.version == 2)
                ).one()
            )
            assert found.document["arrival_grace_minutes"] == 11


def test_a_payment_by_the_version_that_did_not_hold_is_still_what_its_inputs_cost(
    tmp_path: Path, clock: SetClock
) -> None:
    with opened_consoles(tmp_path, clock, "a", "b") as (one, other):
        actor = set_up(one)
        agree([one, other])
        document = one.read(lambda view: view.plan_document(PLAN.plan_id, 1))
        for store, dearer in ((one, "3.00"), (other, "9.00")):
            changed = json.loads(json.dumps(document).replace('"2.00"', f'"{dearer}"'))
            assert changed != document
            payload = {"plan": {**changed, "version": 2}, "effective_at": to_micros(clock.now())}
            store.write(
                lambda unit, payload=payload: unit.record(
                    "rates.published", payload, who="system", subjects=[Subject("plan", PLAN.plan_id)]
                )
            )
            clock.pass_time(1)
        stay_id = drive_in(other, "ABC1234")
        clock.pass_time(45)
        assert pay(other, actor, stay_id) == 900
        agree([one, other])
        for store in (one, other):
            with store.reading() as view:
                assert verify_journal(view.connection).problems == ()
