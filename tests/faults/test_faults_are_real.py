"""The faults themselves: a frozen server does not answer, and a cable pulled out carries nothing."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest

from tests.far_sides.network import Cable, cable
from tests.far_sides.postgresql import PostgresqlServer, database_of
from tests.far_sides.tcp_proxy import LOOPBACK, TcpProxy, tcp_proxy

SOON = 1.0
ASK = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 1).close()"


def connect(server: PostgresqlServer, database: str, port: int | None = None) -> psycopg.Connection[object]:
    return psycopg.connect(
        host=LOOPBACK,
        port=port or server.port,
        user="postgres",
        password="lot",
        dbname=database,
        connect_timeout=2,
        autocommit=True,
    )


@pytest.fixture
def database(server: PostgresqlServer) -> str:
    name = database_of(server.new_database())
    with connect(server, name) as connection:
        connection.execute("CREATE TABLE notes (note text)")
    return name


@pytest.fixture
def wire(server: PostgresqlServer) -> Iterator[TcpProxy]:
    with tcp_proxy((LOOPBACK, server.port)) as proxy:
        yield proxy


def test_a_server_stopped_like_a_power_cut_is_gone_and_comes_back_with_what_it_had(
    server: PostgresqlServer, database: str
) -> None:
    with connect(server, database) as connection:
        connection.execute("INSERT INTO notes VALUES ('kept')")
        server.stop("immediate")
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        connect(server, database)
    server.start()
    with connect(server, database) as connection:
        assert connection.execute("SELECT note FROM notes").fetchall() == [("kept",)]


def test_a_frozen_server_takes_a_connection_and_never_answers(
    server: PostgresqlServer, database: str
) -> None:
    with connect(server, database) as connection:
        server.freeze()
        try:
            socket.create_connection((LOOPBACK, server.port), SOON).close()
            answered = threading.Event()

            def ask() -> None:
                connection.execute("SELECT 1")
                answered.set()

            asking = threading.Thread(target=ask)
            asking.start()
            assert not answered.wait(SOON)
        finally:
            server.thaw()
        assert answered.wait(10)
        asking.join()


def test_a_wire_that_is_cut_ends_what_it_carried_and_carries_again_once_healed(
    server: PostgresqlServer, database: str, wire: TcpProxy
) -> None:
    with connect(server, database, wire.port) as connection:
        connection.execute("SELECT 1")
        wire.cut()
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        connect(server, database, wire.port)
    wire.heal()
    with connect(server, database, wire.port) as connection:
        connection.execute("SELECT 1")


def test_a_slow_wire_is_slow_in_both_directions(
    server: PostgresqlServer, database: str, wire: TcpProxy
) -> None:
    with connect(server, database, wire.port) as connection:
        wire.delay_seconds = 0.1
        began = time.monotonic()
        connection.execute("SELECT 1")
        assert time.monotonic() - began >= 0.2


def test_a_silent_wire_takes_all_and_hands_on_nothing(
    server: PostgresqlServer, database: str, wire: TcpProxy
) -> None:
    wire.fall_silent()
    with closing(socket.create_connection((LOOPBACK, wire.port), SOON)) as asking:
        # What a client says first: may I have TLS?
        asking.sendall(b"\0\0\0\x08\x04\xd2\x16\x2f")
        asking.settimeout(SOON / 2)
        with pytest.raises(TimeoutError):
            asking.recv(1)


def test_a_cable_pulled_out_carries_nothing() -> None:
    with cable() as laid, socket.create_server((laid.here, 0)) as listener:
        port = listener.getsockname()[1]
        assert _reaches(laid, port)
        laid.pull_out()
        assert not _reaches(laid, port)
        laid.plug_in()
        assert _reaches(laid, port)


def _reaches(laid: Cable, port: int) -> bool:
    command = laid.command([sys.executable, "-c", ASK, laid.here, str(port)])
    return subprocess.run(command, stderr=subprocess.DEVNULL, timeout=30, check=False).returncode == 0
