"""A NUT server with one power supply: Debian's nut-server, and its driver that reads a supply from a file.

Both programs are those of the Network UPS Tools; the file, which says how the supply is, is written here.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PROGRAMS = Path("/lib/nut")
NAME = "booth-ups"
USER, PASSWORD = "lotkeeper", 'pass "word"'
LIMIT_S = 15.0


class NutServer:
    """On a free port of this machine, for ``with``; begins on mains with a full battery."""

    def __init__(self) -> None:
        # A socket's path must be short, which a test's own folder is not.
        self._folder = Path(tempfile.mkdtemp(prefix="nut-"))
        self.port = _free_port()
        self._driver: subprocess.Popen[bytes] | None = None
        self._server: subprocess.Popen[bytes] | None = None
        self._write_settings()
        self.set("OL")

    def __enter__(self) -> Self:
        for program in ("dummy-ups", "upsd"):
            assert (PROGRAMS / program).is_file(), f"{program} is missing: install the package nut-server"
        self.plug_supply()
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self.unplug_supply()
        shutil.rmtree(self._folder, ignore_errors=True)

    def set(self, status: str, *, charge: int | str = 100, runtime_s: int | str = 1800) -> None:
        """The supply is like this from now on; its driver looks every second."""
        content = f"ups.status: {status}\nbattery.charge: {charge}\nbattery.runtime: {runtime_s}\n"
        unfinished = self._folder / "supply.new"
        unfinished.write_text(content)
        unfinished.replace(self._folder / "supply.dev")

    def start(self) -> None:
        """Run the server on the port it had before."""
        self._server = self._run("upsd", "-F", "-D")
        deadline = time.monotonic() + LIMIT_S
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                assert time.monotonic() < deadline, "upsd did not begin to listen"
                time.sleep(0.05)
            else:
                return

    def stop(self) -> None:
        """End the server; may be called twice."""
        _end(self._server)
        self._server = None

    def plug_supply(self) -> None:
        """Run the supply's driver."""
        self._driver = self._run("dummy-ups", "-a", NAME, "-D")
        deadline = time.monotonic() + LIMIT_S
        while not list((self._folder / "state").glob("dummy-ups*")):
            assert time.monotonic() < deadline, "the driver did not start"
            time.sleep(0.05)

    def unplug_supply(self) -> None:
        """End the driver: the server hears nothing of the supply; may be called twice."""
        _end(self._driver)
        self._driver = None

    def _write_settings(self) -> None:
        state = self._folder / "state"
        state.mkdir()
        device = self._folder / "supply.dev"
        files = {
            "ups.conf": f"[{NAME}]\n driver = dummy-ups\n port = {device}\n mode = dummy-once\n"
            " pollinterval = 1\n",
            "upsd.conf": f"LISTEN 127.0.0.1 {self.port}\nSTATEPATH {state}\nMAXAGE 3\n",
            "upsd.users": f'[{USER}]\n password = "{PASSWORD.replace(chr(34), chr(92) + chr(34))}"\n',
        }
        for name, content in files.items():
            file = self._folder / name
            file.write_text(content)
            file.chmod(0o600)

    def _run(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        paths = {"NUT_CONFPATH": self._folder, "NUT_STATEPATH": self._folder / "state"}
        places = {**paths, "NUT_ALTPIDPATH": self._folder / "state"}
        user = pwd.getpwuid(os.getuid()).pw_name
        return subprocess.Popen(
            [str(PROGRAMS / program), "-u", user, *arguments],
            env={**os.environ, **{name: str(path) for name, path in places.items()}},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _end(process: subprocess.Popen[bytes] | None) -> None:
    if process is not None:
        process.kill()
        process.wait(LIMIT_S)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
