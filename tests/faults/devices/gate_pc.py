"""A PC without a screen at a gate: ``lotkeeper lane`` in a process of its own, looked after as by systemd."""

from __future__ import annotations

import itertools
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from console.compose import compose
from console.demo.day import PLAN
from core.config import Config, write_config
from core.domain.lots import Direction, Lane, Lot
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder

LIMIT_S = 60.0
WATCHDOG_S = 2.0
PROGRAM = "import sys; from console.cli import main; sys.exit(main())"
_NUMBERS = itertools.count(1)


def set_up_gate(folder: Path, config: Config, *, capacity: int = 50) -> None:
    """A lot whose entry lanes are those of the configuration; an exit is one whose id begins with ``out``."""
    data = DataFolder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write_config(data.config, config)
    console = compose(data)
    lanes = tuple(
        Lane(lane.id, lane.id, Direction.EXIT if lane.id.startswith("out") else Direction.ENTRY)
        for lane in config.lanes
    )
    lot = Lot(console.store.lot_id, "Riverside", capacity, "Asia/Taipei", "TWD", lanes)
    console.store.write(
        lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash="none")
    )
    console.stop()


class GatePc:
    """The process, and what it told its service manager; for ``with``, which ends it in any case."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[str] = []
        self.said = ""
        self._process: subprocess.Popen[str] | None = None
        self._hears = threading.Condition()
        self._ear: socket.socket | None = None

    @property
    def pid(self) -> int:
        """Its process."""
        assert self._process is not None
        return self._process.pid

    def start(self, *, ready: bool = True) -> None:
        """Switch it on; returns when it says that it is at work."""
        name = f"lotkeeper-gate-{os.getpid()}-{next(_NUMBERS)}"
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ear.bind(f"\0{name}")
        threading.Thread(target=self._listen, args=(self._ear,), daemon=True).start()
        self.told.clear()
        environment = {
            **os.environ,
            "NOTIFY_SOCKET": f"@{name}",
            "WATCHDOG_USEC": str(int(WATCHDOG_S * 1e6)),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "--data", str(self.folder), "lane"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if ready:
            self.wait_for("READY=1")

    def wait_for(self, beginning: str, *, after: int = 0) -> None:
        """Until it has told something that begins so, after so many messages."""
        with self._hears:
            heard = self._hears.wait_for(
                lambda: any(one.startswith(beginning) for one in self.told[after:]), LIMIT_S
            )
        assert heard, f"it never told {beginning!r}: {self.told}, {self.end_as_it_is()}"

    def ask_to_end(self) -> int:
        """A polite kill; its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self._wait()

    def cut_power(self) -> None:
        """It is gone between two instructions; children that it leaves must see that themselves."""
        assert self._process is not None
        self._process.kill()
        self._wait()

    def end_when_it_ends(self) -> str:
        """Wait until it ends by itself; what it said."""
        self._wait()
        return self.said

    def end_as_it_is(self) -> str:
        """Kill it if it still runs; what it said."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
        self._wait()
        return self.said

    def _wait(self) -> int:
        if self._process is not None:
            self.said, _ = self._process.communicate(timeout=LIMIT_S)
        if self._ear is not None:
            self._ear.close()
            self._ear = None
        return -1 if self._process is None else self._process.returncode

    def _listen(self, ear: socket.socket) -> None:
        while True:
            try:
                message = ear.recv(4096).decode()
            except OSError:
                return
            with self._hears:
                self.told.append(message)
                self._hears.notify_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None and self._process.poll() is None:
            self.end_as_it_is()
