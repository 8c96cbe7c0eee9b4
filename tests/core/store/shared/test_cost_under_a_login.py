"""What a console's own login does costs as much after months as on the first day.

A console reads through views of its own lot, and the server joins such views, or sorts them, only after it
has read all of the lot's rows; as an administrator the same statements go by the index.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from core.domain.journal import from_micros
from core.services.requests import Answer
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.shared.projector import Projector
from core.store.shared.requests import DatabaseRequests
from tests.bench.backlog import Console, batches, record
from tests.core.store.lot import SetClock
from tests.core.store.lots_apart import LOT_ID, appoint, consoles, join, space
from tests.core.store.shared.lots_server import SharedDatabase
from tests.core.store.shared.plans import Ran, explained
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

EARLIER, LATELY = 405, 1200
"""Visits each six hours for a hundred days, then every 25 minutes for three weeks: 14 400 entries."""

REQUESTS = 3000
MOST_ROWS, MOST_BLOCKS = 150, 50
"""A statement about one visit looks at some dozen rows; a month that holds few it may read all."""

_ASKED = """
INSERT INTO booking_requests (lot_id, request_id, external_id, plate, from_at, until_at, requested_at,
    requested_by, state)
SELECT %(lot)s, 'r' || n, 'x' || n, 'AB1', 1, 2, n, 'them', CASE WHEN n = 1 THEN 'waiting' ELSE 'accepted' END
FROM generate_series(1, %(most)s) AS n
"""
_HELD = """
INSERT INTO space_slots (lot_id, space_id, slot_start, booking_id)
SELECT %(lot)s, 'A1', n, 'b' || n FROM generate_series(1, %(most)s) AS n
"""
# Of earlier years.
_REPORTED = """
INSERT INTO daily_reports
SELECT lot_id, to_char(date '2026-01-01' - n, 'YYYYMMDD')::int, timezone, currency, entries, exits, refused,
    inside_at_end, payments, revenue_minor, tax_minor, by_tender, overrides, exceptions, made_at
FROM (SELECT * FROM daily_reports WHERE lot_id = %(lot)s LIMIT 1) AS one, generate_series(1, %(most)s) AS n
"""


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Ran]]:
    """How the server ran what consoles and a hub sent for one more visit, and for a hub that is appointed."""
    clock = SetClock()
    folder = tmp_path_factory.mktemp("lot")
    with postgresql_server() as server, consoles(folder, clock, "hub", "booth") as (hub, booth):
        busy = Console(record(folder / "recorded"), LOT_ID)
        database = _filled(server, busy, clock)
        join(hub, booth)
        url = database.url_of(database.console(LOT_ID, "office", may_be_hub=True))
        plain = database.url_of(database.console(LOT_ID, "booth"))
        with explained(database) as statements:
            link = DatabaseLink(plain, lot_id=LOT_ID, console_id=busy.console_id, clock=clock)
            other = DatabaseLink(url, lot_id=LOT_ID, console_id=hub.console_id, clock=clock)
            requests = DatabaseRequests(url, lot_id=LOT_ID, console_id=hub.console_id)
            projector = Projector(url, lot_id=LOT_ID, hub_id=hub.console_id, clock=clock)
            try:
                _one_more_visit(link, other, busy)
                projector.project()
                projector.lag()
                space(hub, "space.granted", booth.console_id, 3)
                appoint(hub, booth.console_id, 2)
                other.push(StoreReplica(hub).rows(hub.console_id, 0, 100))
                projector.project()
                _answer(requests, clock)
            finally:
                for each in (link, other, requests, projector):
                    each.close()
        yield [each for each in statements if each.user.startswith("lk_")]


def _filled(server: PostgresqlServer, busy: Console, clock: SetClock) -> SharedDatabase:
    """Months of a lot, as a server knows it that had time to look at its tables."""
    database = SharedDatabase(server)
    rows = busy.visits(EARLIER, every=timedelta(hours=6)) + busy.visits(LATELY, every=timedelta(minutes=25))
    clock.instant = from_micros(rows[-1].at) + timedelta(hours=1)
    link = DatabaseLink(database.url, lot_id=LOT_ID, console_id=busy.console_id, clock=clock)
    projector = Projector(database.url, lot_id=LOT_ID, hub_id=busy.console_id, clock=clock)
    try:
        for batch in batches(rows):
            link.push(batch)
        projector.project(seconds=120)
    finally:
        link.close()
        projector.close()
    with database.as_administrator() as session:
        for statement in (_ASKED, _HELD, _REPORTED):
            session.execute(statement, {"lot": LOT_ID, "most": REQUESTS})
        session.execute("ANALYZE")
    return database


def _one_more_visit(link: DatabaseLink, other: DatabaseLink, busy: Console) -> None:
    before = busy.mark
    rows = busy.visits(1)
    assert link.push(rows) == busy.mark
    # Again, as after an answer that was lost.
    assert link.push(rows) == busy.mark
    link.report({"version": "1"})
    assert other.marks() == {busy.console_id: busy.mark}
    assert other.pull(busy.console_id, before.seq) == rows
    assert len(other.pull(busy.console_id, busy.mark.seq // 2, 9)) == 9
    assert other.pull(busy.console_id, busy.mark.seq) == []
    other.reports()


def _answer(requests: DatabaseRequests, clock: SetClock) -> None:
    (asked,) = requests.waiting_bookings(10)
    assert requests.claim("b0", ["A1"], range(REQUESTS + 5, REQUESTS + 9)) == "A1"
    requests.answer_booking(Answer(asked.request_id, True, clock.now(), outcome="b0"))
    requests.release("b0")
    assert requests.waiting_plans(10) == []


def test_no_statement_looks_at_more_rows_because_the_lot_has_a_history(ran: list[Ran]) -> None:
    assert [f"{each.rows}: {each.text}" for each in ran if each.rows > MOST_ROWS] == []


def test_no_statement_goes_through_more_blocks_because_the_lot_has_a_history(ran: list[Ran]) -> None:
    assert [f"{each.blocks}: {each.text}" for each in ran if each.blocks > MOST_BLOCKS] == []


def test_it_is_the_work_of_consoles_and_of_a_hub_that_was_measured(ran: list[Ran]) -> None:
    text = "\n".join(each.text for each in ran)
    for table in ("journal", "journal_keys", "journal_personal", "stays", "payments", "daily_reports"):
        assert f" {table}" in text
    assert {"journal.kind IN" in each.text for each in ran} == {True, False}
