"""A way to the database that is taken one call at a time, and repeats what another transaction overtook."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from core.domain.errors import LinkError
from core.store.shared.address import connection_parameters
from core.store.shared.line import Session
from core.store.shared.wire import TRIES, Wire
from tests.core.store.shared.city import City


@pytest.fixture
def wire(city: City) -> Iterator[Wire]:
    made = Wire(connection_parameters(city.url, console_id="c1"))
    yield made
    made.close()


def failing(sqlstate: str, times: int) -> tuple[Callable[[Session], int], list[int]]:
    """Work that the server ends with this error so many times; how often it was begun."""
    begun: list[int] = []

    def work(session: Session) -> int:
        begun.append(1)
        with session.transaction():
            if len(begun) <= times:
                session.execute(f"DO $$ BEGIN RAISE SQLSTATE '{sqlstate}'; END $$".encode())
            row = session.execute("SELECT 7").fetchone()
        assert row is not None
        return int(row[0])

    return work, begun


@pytest.mark.parametrize("sqlstate", ["40001", "40P01"])
def test_what_another_transaction_overtook_is_done_again(wire: Wire, sqlstate: str) -> None:
    work, begun = failing(sqlstate, 3)
    assert wire.call(work) == 7
    assert len(begun) == 4


def test_it_is_not_done_again_for_ever(wire: Wire) -> None:
    work, begun = failing("40001", 1000)
    with pytest.raises(LinkError) as failed:
        wire.call(work)
    assert failed.value.cause == "link.no_answer"
    assert len(begun) == TRIES


@pytest.mark.parametrize(
    ("sqlstate", "cause"),
    [
        ("42501", "link.refused"),
        ("22P02", "link.refused"),
        ("42P01", "link.version"),
        ("42703", "link.version"),
        ("53100", "link.no_answer"),
        ("55P03", "link.no_answer"),
        ("57014", "link.no_answer"),
        ("57P03", "link.no_answer"),
        ("28000", "link.refused"),
        ("08006", "link.no_answer"),
    ],
)
def test_what_the_server_says_has_a_reason_code(wire: Wire, sqlstate: str, cause: str) -> None:
    work, begun = failing(sqlstate, 1)
    with pytest.raises(LinkError) as failed:
        wire.call(work)
    assert failed.value.cause == cause
    assert sqlstate in failed.value.detail
    assert len(begun) == 1
    assert wire.call(work) == 7


def test_a_session_that_was_ended_while_it_lay_idle_is_made_anew(wire: Wire, city: City) -> None:
    process = wire.call(process_of)
    with city.session() as administrator:
        administrator.execute("SELECT pg_terminate_backend(%s)", (process,))
    assert wire.call(process_of) != process


def process_of(session: Session) -> int:
    row = session.execute("SELECT pg_backend_pid()").fetchone()
    assert row is not None
    return int(row[0])


def test_a_statement_that_takes_too_long_is_cut_off(wire: Wire) -> None:
    begun = time.monotonic()
    with pytest.raises(LinkError) as failed:
        wire.call(lambda session: session.execute("SELECT pg_sleep(60)"), seconds=0.5)
    assert failed.value.cause == "link.no_answer"
    assert time.monotonic() - begun < 5


def test_a_lock_that_another_holds_is_not_waited_for_long(city: City) -> None:
    wire = Wire(connection_parameters(f"{city.url}&options=-c%20lock_timeout%3D200ms", console_id="c1"))
    with city.session() as other, other.transaction():
        other.execute("LOCK TABLE journal_keys")
        with pytest.raises(LinkError) as failed:
            wire.call(lambda session: session.execute("SELECT 1 FROM journal_keys"))
    wire.close()
    assert failed.value.cause == "link.no_answer"


def test_calls_take_turns(wire: Wire) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work(session: Session) -> None:
        inside.append(1)
        most.append(len(inside))
        session.execute("SELECT pg_sleep(0.02)")
        inside.pop()

    threads = [threading.Thread(target=wire.call, args=(work,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert most == [1] * 8


def test_who_waits_for_a_turn_waits_no_longer_than_for_an_answer(wire: Wire) -> None:
    begun = threading.Event()

    def slow(session: Session) -> None:
        begun.set()
        session.execute("SELECT pg_sleep(2)")

    slow_call = threading.Thread(target=wire.call, args=(slow,))
    slow_call.start()
    begun.wait(10)
    with pytest.raises(LinkError) as failed:
        wire.call(lambda session: session.execute("SELECT 1"), seconds=0.2)
    assert failed.value.cause == "link.no_answer"
    slow_call.join(20)


def test_nothing_is_opened_after_closing(wire: Wire, city: City) -> None:
    wire.close()
    with pytest.raises(LinkError) as failed:
        wire.call(lambda session: session.execute("SELECT 1"))
    assert failed.value.cause == "link.no_answer"
    with city.session() as administrator:
        left = administrator.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'lotkeeper c1'"
            " AND datname = current_database()"
        ).fetchone()
    assert left == (0,)
