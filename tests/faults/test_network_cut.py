"""A console whose cable is pulled out: nobody tells it, it goes on alone, and catches up once plugged in."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from core.store.replica import StoreReplica
from core.store.verify import verify_file
from core.sync.exchange import Exchange
from tests.architecture.source_tree import ROOT
from tests.fakes.clock import FakeClock
from tests.far_sides.network import Cable, cable
from tests.far_sides.postgresql import PostgresqlServer
from tests.far_sides.tcp_proxy import LOOPBACK, tcp_proxy
from tests.faults.conftest import Note
from tests.faults.hand_on import exchange_all, hand_on
from tests.faults.invariants import NONE, differences, judge
from tests.faults.ledger import Ledger
from tests.faults.shared_lot import SharedLot, shared_lot, wait_until

CAPACITY = 100
CUT_SECONDS = 4.0
NOTICE_SECONDS = 30.0
BACK_SECONDS = 30.0


class FarConsole:
    """The lot's hub in a process behind a cable, driving cars until its standard input ends."""

    def __init__(self, lot: SharedLot, laid: Cable, port: int) -> None:
        hub = lot.hub
        # Off this machine a console insists on TLS unless its URL says otherwise; the cable is ours.
        url = lot.database.server.tcp_url(lot.database.name, host=laid.here, port=port) + "?sslmode=disable"
        command = [sys.executable, "-m", "tests.faults.sharing_life", str(hub.folder), "1", url]
        self._process = subprocess.Popen(
            laid.command(command), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._told: list[bytes] = []
        self._ears = threading.Thread(target=self._listen, daemon=True)
        self._ears.start()

    def count(self, line: str) -> int:
        """How often it has told this by now."""
        return b"".join(self._told).decode().count(f"{line}\n")

    def count_of(self, word: str) -> int:
        """How many lines with this word it has told."""
        text = b"".join(self._told).decode()
        return sum(line.startswith(f"{word} ") for line in text.splitlines())

    def end(self, ledger: Ledger) -> int:
        """Let it end in good order; its exit code."""
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()
            code = process.wait(60)
            self._ears.join(10)
        ledger.add(b"".join(self._told).decode())
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._told.append(line)


@pytest.fixture
def lot(tmp_path: Path, server: PostgresqlServer) -> Iterator[SharedLot]:
    with shared_lot(
        tmp_path, server, count=2, capacity=CAPACITY, clock=FakeClock(), by_hub=False, starts=False
    ) as made:
        made.hub.store.close()
        yield made


def test_a_console_behind_a_cable_pulled_out_goes_on_and_catches_up(
    lot: SharedLot, server: PostgresqlServer, note: Note
) -> None:
    ledger = Ledger()
    with (
        cable() as laid,
        tcp_proxy((LOOPBACK, server.port), host=laid.here) as door,
        FarConsole(lot, laid, door.port) as far,
    ):
        wait_until(lambda: far.count("points database ok") == 1, "it reaches the database")
        wait_until(lambda: sum(mark.seq for mark in lot.marks_of_database().values()) > 0, "it is heard")
        laid.pull_out()
        pulled_at, cars = time.monotonic(), far.count_of("pulses")
        wait_until(lambda: far.count("points database lost") >= 1, "it notices", NOTICE_SECONDS)
        noticed = time.monotonic() - pulled_at
        held = lot.marks_of_database()
        time.sleep(CUT_SECONDS)
        assert far.count_of("pulses") > cars + 10, "cars waited for the network"
        assert lot.marks_of_database() == held
        laid.plug_in()
        plugged_at, before = time.monotonic(), far.count("points database ok")
        wait_until(lambda: far.count("points database ok") > before, "it is back", BACK_SECONDS)
        back = time.monotonic() - plugged_at
        assert far.end(ledger) == 0
    second = lot.others[0]
    (link,) = second.links
    hand_on(lot.hub.database, lot.database.url)
    exchange_all(Exchange(StoreReplica(second.store), link, relays=lambda: False))
    homes = [lot.hub.database, second.database, lot.database.url]
    assert judge([ledger], homes, capacity=CAPACITY) == NONE
    assert differences(homes[:2]) == ()
    assert verify_file(second.database).problems == ()
    note(f"noticed after {noticed:.1f} s, back {back:.1f} s after the plug; {far.count_of('pulses')} pulses")
