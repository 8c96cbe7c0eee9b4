"""A real PostgreSQL server for tests: in a folder of its own, reachable through a socket in it and over TCP.

It can be stopped as a power cut would, started again, and frozen so that it takes what it is sent and
never answers.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

import psycopg

START_SECONDS = 60
LOOPBACK = "127.0.0.1"
_INSTALLED = Path("/usr/lib/postgresql")

_WHO_MAY_COME_IN = """
local all all trust
local replication all trust
host all all all scram-sha-256
host replication all all scram-sha-256
"""

StopMode = Literal["smart", "fast", "immediate"]


class PostgresqlServer:
    """A running server; ``new_database`` gives each test one of its own.

    ``addresses`` are where it listens for TCP, ``port`` is the same at each and after each start. The TCP
    side trusts only who knows the password ``lot``, the socket trusts everybody.
    """

    def __init__(self, folder: Path, *, addresses: tuple[str, ...] = (LOOPBACK,)) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.port = _free_port()
        self._addresses = addresses
        self._user = _user()
        self._numbers = count(1)
        self._frozen: list[int] = []

    def make(self, *initdb: str) -> None:
        """Make the data folder; as root it belongs to another user, as the server insists on."""
        if self._user is not None:
            shutil.chown(self.folder, self._user)
        how = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        _run(self._user, "initdb", "-D", self.data, *how, *initdb)
        self._write("pg_hba.conf", _WHO_MAY_COME_IN)

    def start(self) -> None:
        """Start it, with the same options each time: a plain start would go to the default port."""
        addresses = ",".join(self._addresses)
        options = (
            f"-k {self.folder} -c port={self.port} -c listen_addresses='{addresses}' -c fsync=off "
            "-c shared_buffers=32MB"
        )
        _run(
            self._user, "pg_ctl", "-D", self.data, "-w", "-t", START_SECONDS,
            "-l", self.folder / "log", "-o", options, "start",
        )  # fmt: skip
        self._set_password()

    def _set_password(self) -> None:
        with self._connect() as connection:
            connection.execute("ALTER ROLE postgres PASSWORD 'lot'")

    def stop(self, mode: StopMode = "immediate") -> None:
        """Stop it; ``immediate`` is like a power cut: no good-bye, and recovery at the next start."""
        self.thaw()
        _run(self._user, "pg_ctl", "-D", self.data, "-w", "-t", START_SECONDS, "-m", mode, "stop")

    def restart(self, mode: StopMode = "immediate") -> None:
        """Stop and start it."""
        self.stop(mode)
        self.start()

    @property
    def is_running(self) -> bool:
        """Whether its main process is there."""
        return (self.data / "postmaster.pid").exists()

    def freeze(self) -> None:
        """Stop all its processes where they stand: connections are taken by the kernel, nothing answers."""
        main = int((self.data / "postmaster.pid").read_text().splitlines()[0])
        # The main process first, so that no further child is born.
        os.kill(main, signal.SIGSTOP)
        self._frozen = [main]
        for child in _children(main):
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGSTOP)
                self._frozen.append(child)

    def thaw(self) -> None:
        """Let them go on; nothing where they are not frozen."""
        for process_id in reversed(self._frozen):
            with suppress(ProcessLookupError):
                os.kill(process_id, signal.SIGCONT)
        self._frozen = []

    def new_database(self) -> str:
        """The URL of an empty database, through the socket."""
        name = f"lot_{next(self._numbers)}"
        with self._connect() as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def url(self, database: str, *, user: str = "postgres") -> str:
        """The URL of a database through the socket."""
        where = urlencode({"host": str(self.folder), "port": self.port}, safe="/")
        return f"postgresql+psycopg://{user}@/{database}?{where}"

    def tcp_url(
        self,
        database: str,
        *,
        user: str = "postgres",
        password: str = "lot",
        host: str = LOOPBACK,
        port: int | None = None,
    ) -> str:
        """The URL of a database over TCP; another ``port`` where a proxy stands before it."""
        return f"postgresql+psycopg://{user}:{password}@{host}:{port or self.port}/{database}"

    def _connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host=str(self.folder), port=self.port, user="postgres", dbname="postgres", autocommit=True
        )

    def _write(self, name: str, text: str) -> None:
        file = self.data / name
        file.write_text(text)
        if self._user is not None:
            shutil.chown(file, self._user)


@contextmanager
def postgresql_server(*, addresses: tuple[str, ...] = (LOOPBACK,)) -> Iterator[PostgresqlServer]:
    """Start a server and stop it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="lot-pg-"))
    server = PostgresqlServer(folder, addresses=addresses)
    try:
        server.make()
        server.start()
        try:
            yield server
        finally:
            if server.is_running:
                server.stop()
    finally:
        shutil.rmtree(folder)


def database_of(url: str) -> str:
    """The name of the database in an URL."""
    return url.partition("?")[0].rpartition("/")[2]


def _run(user: str | None, program: str, *arguments: object) -> None:
    done = subprocess.run(
        [binary(program), *map(str, arguments)],
        user=user,
        group=None if user is None else pwd.getpwnam(user).pw_gid,
        extra_groups=None if user is None else [],
        # The server inherits these; a pipe would keep us waiting for its end.
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if program == "pg_ctl" else subprocess.DEVNULL,
        cwd="/",
        timeout=2 * START_SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{program} ended with {done.returncode}"


def _user() -> str | None:
    """Whom the server runs as: nobody else, unless we are root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def binary(program: str) -> str:
    """The newest installed one; the tests fail where PostgreSQL is missing, they do not skip."""
    found = shutil.which(program)
    if found is None:
        versions = sorted(_INSTALLED.glob(f"*/bin/{program}"), key=lambda path: int(path.parts[-3]))
        assert versions, f"{program} is missing: install the package postgresql"
        found = str(versions[-1])
    return found


def _children(parent: int) -> list[int]:
    """The processes that this one started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # After the name in brackets, which may hold anything: state, parent, …
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return found


def _free_port() -> int:
    with socket.create_server((LOOPBACK, 0)) as listener:
        return int(listener.getsockname()[1])
