"""The invariants go red where they should: each control is a console that does one thing wrong."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from core.services import admit, command_gate
from core.store.verify import verify_file
from tests.far_sides.postgresql import PostgresqlServer
from tests.faults.booth_life import CAPACITY, BoothLife, live, make_booth
from tests.faults.invariants import NONE, Row, judge, rows_at
from tests.faults.ledger import Ledger, Tell
from tests.faults.nursery import Newborn

SPACES, CLIENTS = 50, 8
CARS = 6


@pytest.fixture
def booth(tmp_path: Path) -> Path:
    make_booth(tmp_path)
    return tmp_path


@pytest.fixture
def lived(booth: Path) -> tuple[Path, Ledger]:
    """A booth in which cars came and went in peace, and what it told."""
    ledger = Ledger()
    console = Newborn(live, booth, 1, cars=CARS)
    console.await_death(ledger)
    assert console.exit_code == 0
    return booth / "lotkeeper.db", ledger


def test_a_good_day_breaks_nothing(lived: tuple[Path, Ledger]) -> None:
    file, ledger = lived
    assert judge([ledger], [file], capacity=CAPACITY) == NONE
    assert len(ledger.kept) > CARS
    assert len(ledger.charged) > 0


def pulse_before_the_commit(tell: Tell, folder: Path) -> None:
    """A console that opens while it still decides, and is killed then."""

    def at_once(*arguments: Any, **named: Any) -> str:
        command_id = command_gate.command_gate(*arguments, **named)
        tell("pulses", command_id)
        os.kill(os.getpid(), signal.SIGKILL)
        return command_id

    admit.command_gate = at_once
    BoothLife(folder, tell).live()


def tell_before_the_commit(tell: Tell, folder: Path) -> None:
    """A console that says it is kept before it is, and is killed then."""

    life = BoothLife(folder, tell)
    transact = life.store._transact_once

    def told_first(work: Any) -> Any:
        def telling(unit: Any) -> Any:
            result = work(unit)
            for entry in unit.entries:
                tell("kept", entry.entry_id)
            if any(entry.kind == "stay.entered" for entry in unit.entries):
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return transact(telling)

    life.store._transact_once = told_first
    life.live()


def test_a_gate_that_opens_before_the_commit_is_unexplained(booth: Path) -> None:
    ledger = die(pulse_before_the_commit, booth)
    assert judge([ledger], [booth / "lotkeeper.db"]).broken == {"unexplained"}


def test_an_entry_acknowledged_before_its_commit_is_lost(booth: Path) -> None:
    ledger = die(tell_before_the_commit, booth)
    assert judge([ledger], [booth / "lotkeeper.db"]).broken == {"lost"}


def test_a_payment_that_disappears_is_lost(lived: tuple[Path, Ledger]) -> None:
    file, ledger = lived
    rows = [row for row in rows_at(file) if row.kind != "stay.paid"]
    assert judge([ledger], [rows]).broken == {"lost", "gaps"}


def test_a_row_taken_out_of_a_chain_is_a_gap(lived: tuple[Path, Ledger]) -> None:
    file, _ = lived
    with sqlite3.connect(file) as connection:
        connection.execute("DELETE FROM journal WHERE seq = 5")
    connection.close()
    assert judge([], [file]).broken == {"gaps"}
    assert not verify_file(file).is_sound


def test_without_idempotency_what_is_sent_again_stands_there_twice(lived: tuple[Path, Ledger]) -> None:
    """A far side that appends whatever comes, over a wire that lost an acknowledgement."""
    file, ledger = lived
    sent = rows_at(file)
    far_side = [*sent, *sent[-3:]]
    assert "double" in judge([ledger], [far_side]).broken


def test_a_driver_charged_again_after_a_lost_answer_is_charged_twice(lived: tuple[Path, Ledger]) -> None:
    file, ledger = lived
    rows = rows_at(file)
    paid = next(row for row in rows if row.kind == "stay.paid")
    last = rows[-1]
    payment = {**paid.payload["payment"], "payment_id": "again", "receipt_number": 999}  # type: ignore[dict-item]
    again = replace(paid, entry_id="again", seq=last.seq + 1, hlc=last.hlc + 1, payload={"payment": payment})
    assert judge([ledger], [[*rows, again]]).broken == {"double"}
    refund = replace(
        again, entry_id="refund", kind="refund.due", seq=last.seq + 2, payload={"payment_id": "again"}
    )
    assert judge([ledger], [[*rows, again, refund]]) == NONE


def test_a_naive_counter_oversells(server: PostgresqlServer) -> None:
    """Eight clients that look how many are inside, and then let one more in."""
    admitted = race(server, naive)
    assert len(admitted) > SPACES
    assert judge([], [[_admission(number) for number in range(len(admitted))]], capacity=SPACES).broken == {
        "oversold"
    }


def test_a_counter_asked_and_changed_in_one_step_does_not(server: PostgresqlServer) -> None:
    admitted = race(server, conditional)
    assert len(admitted) == SPACES
    assert judge([], [[_admission(number) for number in range(SPACES)]], capacity=SPACES) == NONE


def test_a_bare_serial_cursor_skips_what_a_slow_transaction_wrote(server: PostgresqlServer) -> None:
    """Two consoles write at once; the one that took its number first commits last."""
    url = server.new_database().replace("postgresql+psycopg", "postgresql")
    seen: list[str] = []
    cursor = 0

    def pull() -> None:
        nonlocal cursor
        for number, entry_id in reader.execute(
            "SELECT number, entry_id FROM entries WHERE number > %s ORDER BY number", (cursor,)
        ).fetchall():
            seen.append(entry_id)
            cursor = number

    with psycopg.connect(url, autocommit=True) as reader, psycopg.connect(url) as slow:
        reader.execute("CREATE TABLE entries (number bigserial PRIMARY KEY, entry_id text)")
        slow.execute("INSERT INTO entries (entry_id) VALUES ('slow')")
        reader.execute("INSERT INTO entries (entry_id) VALUES ('quick')")
        pull()
        slow.commit()
        pull()
    ledger = Ledger(kept=["slow", "quick"])
    home = [replace(_admission(number), entry_id=one) for number, one in enumerate(seen)]
    assert judge([ledger], [home]).broken == {"lost"}


def die(life: Callable[..., None], folder: Path) -> Ledger:
    ledger = Ledger()
    console = Newborn(life, folder)
    console.await_death(ledger)
    assert console.exit_code == -signal.SIGKILL
    return ledger


Admit = Callable[[psycopg.Connection[Any], threading.Barrier], bool]


def naive(connection: psycopg.Connection[Any], together: threading.Barrier) -> bool:
    row = connection.execute("SELECT inside FROM lot").fetchone()
    assert row is not None
    together.wait(10)
    if row[0] >= SPACES:
        return False
    connection.execute("UPDATE lot SET inside = inside + 1")
    return True


def conditional(connection: psycopg.Connection[Any], together: threading.Barrier) -> bool:
    together.wait(10)
    return connection.execute("UPDATE lot SET inside = inside + 1 WHERE inside < %s", (SPACES,)).rowcount == 1


def race(server: PostgresqlServer, admit_one: Admit) -> list[int]:
    """Eight clients race for fifty spaces until nobody is let in any more; who was let in."""
    url = server.new_database().replace("postgresql+psycopg", "postgresql")
    admitted: list[int] = []
    together = threading.Barrier(CLIENTS)

    def client(number: int) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            tries = SPACES // CLIENTS + 2
            admitted.extend(number for _ in range(tries) if admit_one(connection, together))

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE lot (inside integer)")
        connection.execute("INSERT INTO lot VALUES (0)")
    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return admitted


def _admission(number: int) -> Row:
    return Row(
        f"console {number}", 1, f"entry {number}", number, "stay.admitted", "system", {"notes": []},
        (("stay", f"stay {number}"),),
    )  # fmt: skip
