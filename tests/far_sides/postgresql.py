"""A real PostgreSQL server for tests: in a folder of its own, reachable only through a socket in it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

START_SECONDS = 60
_INSTALLED = Path("/usr/lib/postgresql")


class PostgresqlServer:
    """A running server; ``new_database`` gives each test one of its own."""

    def __init__(self, socket_folder: Path) -> None:
        self._socket_folder = socket_folder
        self._numbers = count(1)

    def new_database(self) -> str:
        """The URL of an empty database."""
        name = f"lot_{next(self._numbers)}"
        with psycopg.connect(
            host=str(self._socket_folder), user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql+psycopg://postgres@/{name}?host={self._socket_folder}"


@contextmanager
def postgresql_server() -> Iterator[PostgresqlServer]:
    """Start a server and stop it afterwards; as root it runs under another user, as it insists on."""
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="lot-pg-"))
    data = folder / "data"
    if user is not None:
        shutil.chown(folder, user)
    try:
        _run(user, "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-k {folder} -c listen_addresses= -c fsync=off -c shared_buffers=32MB"
        _run(
            user,
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-t",
            START_SECONDS,
            "-l",
            folder / "log",
            "-o",
            options,
            "start",
        )
        try:
            yield PostgresqlServer(folder)
        finally:
            _run(user, "pg_ctl", "-D", data, "-w", "-t", START_SECONDS, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _run(user: str | None, program: str, *arguments: object) -> None:
    done = subprocess.run(
        [_binary(program), *map(str, arguments)],
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


def _binary(program: str) -> str:
    """The newest installed one; the tests fail where PostgreSQL is missing, they do not skip."""
    found = shutil.which(program)
    if found is None:
        versions = sorted(_INSTALLED.glob(f"*/bin/{program}"), key=lambda path: int(path.parts[-3]))
        assert versions, f"{program} is missing: install the package postgresql"
        found = str(versions[-1])
    return found
