"""Every statement that Lotkeeper sends to the shared database is one that a sharded PostgreSQL takes.

A console, a hub and its projector work against a server that logs what it gets; nothing that Citus or
YugabyteDB refuse may be among it, and no statement about lots that does not name the lot.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.config.rate_plans.calendars import with_holidays
from core.config.rate_plans.reading import read_plan
from core.domain.rates.checking import check
from core.services.answer_bookings import answer_bookings
from core.services.answer_rate_plans import PlanReading, answer_rate_plans
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.shared.projector import Projector
from core.store.shared.requests import DatabaseRequests
from core.store.sharing_tables import consoles
from core.sync.exchange import Exchange
from tests.core.store.lot import SetClock, a_day, opened
from tests.core.store.shared.lots_server import SharedDatabase
from tests.core.store.shared.statements import FORBIDDEN, Sent, complaints, logged
from tests.far_sides.postgresql import postgresql_server

SHARED = Path(__file__).parents[4] / "core" / "store" / "shared"
# Sent by an administrator's upgrade or filling, once, and never by a console.
BY_AN_ADMINISTRATOR = {"logins.py", "partitions.py", "roles.py", "statistics.py", "views.py"}


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Sent]]:
    """What two consoles of a lot, one of them its hub, send on a day."""
    clock = SetClock()
    with (
        postgresql_server() as server,
        opened(tmp_path_factory.mktemp("hub"), clock) as hub,
        opened(tmp_path_factory.mktemp("booth"), clock) as booth,
    ):
        database = SharedDatabase(server)
        lot = hub.lot_id
        url = database.url_of(database.console(lot, "office", may_be_hub=True))
        plain = database.url_of(database.console(lot, "booth"))
        a_day(hub, clock)
        with database.as_administrator() as session:
            session.execute(
                "INSERT INTO booking_requests (lot_id, request_id, external_id, plate, from_at, until_at,"
                " requested_at, requested_by) VALUES (%s, 'r1', 'x', 'AB1', 1, 2, 1, 'them')",
                (lot,),
            )
        link = DatabaseLink(url, lot_id=lot, console_id=hub.console_id, clock=clock)
        other = DatabaseLink(plain, lot_id=lot, console_id=booth.console_id, clock=clock)
        requests = DatabaseRequests(url, lot_id=lot, console_id=hub.console_id)
        projector = Projector(url, lot_id=lot, hub_id=hub.console_id, clock=clock)
        with logged(database) as statements:
            try:
                Exchange(StoreReplica(hub), link, relays=lambda: True).round()
                for console_id in link.marks():
                    other.pull(console_id, 0)
                other.report({"version": "1"})
                other.reports()
                other.wait(0.1)
                other.ring()
                answer_bookings(hub, requests)
                requests.claim("b1", ["A1"], range(4))
                requests.release("b1")
                answer_rate_plans(hub, requests, PlanReading(read_plan, with_holidays, check))
                projector.project()
                projector.lag()
            finally:
                for each in (link, other, requests, projector):
                    each.close()
        yield [each for each in statements if each.user.startswith("lk_")]


def test_the_server_was_sent_what_consoles_and_hubs_do(sent: list[Sent]) -> None:
    text = "\n".join(each.text for each in sent)
    for part in ("COPY public.journal", "LISTEN", "pg_notify", "booking_requests", "space_slots", "stays"):
        assert part in text
    assert len(sent) > 40


def test_a_sharded_database_takes_every_statement(sent: list[Sent]) -> None:
    wrong = {each.text: complaints(each.text) for each in sent if complaints(each.text)}
    assert wrong == {}


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("SELECT pg_advisory_lock(1)", "advisory lock"),
        ("SELECT * FROM stays WHERE lot_id = 'x' FOR UPDATE", "row lock"),
        ("SELECT * FROM stays", "no lot named"),
        ("UPDATE stays SET leaving = true WHERE stay_id = 'x'", "no lot named"),
        ("INSERT INTO journal (seq) VALUES (nextval('seqs'))", "serial or sequence"),
        ("CREATE TABLE x (id bigserial)", "change of the tables"),
        ("LOCK TABLE journal", "lock of a whole table"),
        ("CREATE TEMP TABLE x (lot_id text)", "temporary table"),
    ],
)
def test_what_a_sharded_database_refuses_is_noticed(statement: str, complaint: str) -> None:
    assert complaint in complaints(statement)


@pytest.mark.parametrize("file", sorted(SHARED.glob("*.py")), ids=lambda file: file.name)
def test_no_statement_in_the_source_is_one_that_would_be_refused(file: Path) -> None:
    """Also those that the day above did not come to; names of tables in them are checked when they run."""
    if file.name in BY_AN_ADMINISTRATOR:
        return
    texts = [
        node.value
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    statements = [
        text
        for text in texts
        if text.lstrip()[:7].upper().strip()
        in {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "COPY", "LOCK", "MERGE"}
    ]
    assert {text: complaints(text) for text in statements if complaints(text)} == {}


def test_every_key_of_a_shared_table_begins_with_the_lot() -> None:
    local = {"local_state", "shared_settings"}
    for table in consoles.metadata.tables.values():
        if table.name in local:
            continue
        assert next(column.name for column in table.primary_key.columns) == "lot_id", table.name
        for index in table.indexes:
            assert next(column.name for column in index.columns) == "lot_id", index.name
        for constraint in table.constraints:
            assert type(constraint).__name__ in {
                "PrimaryKeyConstraint",
                "UniqueConstraint",
                "CheckConstraint",
            }


def test_no_column_counts_by_itself() -> None:
    for table in consoles.metadata.tables.values():
        for column in table.columns:
            assert column.autoincrement in {False, "auto"}
            assert not (column.primary_key and len(table.primary_key) == 1 and column.type.python_type is int)
    assert FORBIDDEN
