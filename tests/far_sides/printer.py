"""A receipt printer for the tests: emupos, an emulator on the wire that we did not write.

emupos keeps what it is given while it cannot print, and prints it later, as real printers do with what is
in their memory. It needs Python 3.13, so it lives in an environment of its own (``side_venv``). Where the
machine has no such Python, our own ``SimulatedPrinter`` stands in, made from Epson's ESC/POS reference.
"""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import requests
from PIL import Image

from devices.simulator.printer import SimulatedPrinter
from tests.far_sides.side_venv import venv_python

FAULTS = ("paper-near-end", "paper-out", "cover-open", "offline")
_LIMIT_S = 30.0
_DEVICE = "front"


class Paper(Protocol):
    """One slip that came out of the printer."""

    @property
    def text(self) -> str:
        """What is printed as letters."""

    @property
    def picture(self) -> Image.Image:
        """How it looks."""


class FarPrinter(Protocol):
    """A printer on loopback, at ``port`` and at the serial line ``serial_path``."""

    port: int
    serial_path: str

    def set_fault(self, fault: str, active: bool) -> None:
        """``paper-near-end``, ``paper-out``, ``cover-open`` or ``offline`` comes or goes."""

    def papers(self) -> list[Paper]:
        """The slips so far, oldest first."""

    def is_drawer_open(self) -> bool:
        """Whether its drawer stands open."""

    def close_drawer(self) -> None:
        """Somebody pushes it shut."""

    def freeze(self) -> None:
        """It takes connections and says nothing."""

    def thaw(self) -> None:
        """It goes on."""

    def kill(self) -> None:
        """Its cable is pulled; what was in its memory is lost."""

    def start(self) -> None:
        """It is there again, at the same place."""


class EmuPosPaper:
    """A slip of emupos, read from the folder it writes."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def text(self) -> str:
        return self._file.with_suffix(".txt").read_text("utf-8")

    @property
    def picture(self) -> Image.Image:
        return Image.open(io.BytesIO(self._file.with_suffix(".png").read_bytes()))


class EmuPos:
    """emupos in its own process; ``with EmuPos() as printer: … printer.port``."""

    def __init__(self, python: Path, *, profile: str = "epson-tm-t20iii") -> None:
        self._python = python
        self._folder = tempfile.TemporaryDirectory(prefix="emupos-")
        self._path = Path(self._folder.name)
        self._process: subprocess.Popen[bytes] | None = None
        self.port, api_port = _free_ports(2)
        self.serial_path = str(self._path / "emupos" / _DEVICE)
        self._api = f"http://127.0.0.1:{api_port}/api/v1"
        (self._path / "emupos.yaml").write_text(
            f"""schema: 1
api: {{ host: 127.0.0.1, port: {api_port} }}
devices:
  - id: {_DEVICE}
    type: printer
    profile: {profile}
    connections:
      - tcp: {{ port: {self.port} }}
      - serial: {{ pty: true }}
    receipts_dir: ./receipts
"""
        )

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.thaw()
        self.kill()
        self._folder.cleanup()

    def start(self) -> None:
        """Run it; returns when it listens."""
        with (self._path / "out.txt").open("ab") as output:
            self._process = subprocess.Popen(
                [str(self._python.parent / "emupos"), "run"],
                cwd=self._path,
                env={**os.environ, "TMPDIR": str(self._path), "NO_COLOR": "1"},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + _LIMIT_S
        while not self._answers():
            if time.monotonic() > until or self._process.poll() is not None:
                raise RuntimeError(f"emupos did not start: {(self._path / 'out.txt').read_text()}")
            time.sleep(0.05)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(_LIMIT_S)
            self._process = None

    def freeze(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)

    def set_fault(self, fault: str, active: bool) -> None:
        self._call("PUT" if active else "DELETE", f"/devices/{_DEVICE}/faults/{fault}")

    def papers(self) -> list[Paper]:
        files = (self._path / "receipts").glob("*.json")
        return [EmuPosPaper(one) for one in sorted(files, key=_completed_at)]

    def is_drawer_open(self) -> bool:
        state = self._call("GET", f"/devices/{_DEVICE}").json()["state"]
        return bool(state["drawer"] == "open")

    def close_drawer(self) -> None:
        self._call("POST", f"/devices/{_DEVICE}/drawer/close")

    def _answers(self) -> bool:
        try:
            self._call("GET", "/devices")
        except requests.RequestException:
            return False
        return True

    def _call(self, method: str, path: str) -> requests.Response:
        answer = requests.request(method, self._api + path, timeout=_LIMIT_S)
        answer.raise_for_status()
        return answer


def emupos_is_here() -> bool:
    """Whether ``make setup-tests`` found a Python for it."""
    return venv_python("emupos") is not None


def far_printer() -> EmuPos | SimulatedPrinter:
    """The printer of the tests, not started: for ``with``."""
    python = venv_python("emupos")
    return EmuPos(python) if python is not None else SimulatedPrinter()


def _completed_at(file: Path) -> str:
    return str(json.loads(file.read_text("utf-8"))["completed_at"])


def _free_ports(count: int) -> list[int]:
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(one.getsockname()[1]) for one in listeners]
    for one in listeners:
        one.close()
    return ports
