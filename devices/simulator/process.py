"""The simulated lot as a process of its own, and the handle that starts and stops it.

The protocol is in ``devices.simulator.server``. The process ends with its parent, however that ends.
"""

from __future__ import annotations

import multiprocessing
import os
import secrets
import shutil
import signal
import tempfile
import time
from multiprocessing.connection import Connection, Listener, wait
from pathlib import Path
from types import TracebackType
from typing import Self

from core.domain.errors import DeviceError
from devices.simulator.motion import Timings
from devices.simulator.server import WorldServer
from devices.simulator.traffic import Scenario
from devices.simulator.world import World

START_LIMIT_S = 30.0
STOP_LIMIT_S = 2.0


class SimulatedLot:
    """A simulated lot in a child process; clients need ``address`` and ``authkey``."""

    def __init__(self, scenario: Scenario, *, pace: float = 1.0, timings: Timings | None = None) -> None:
        self.scenario = scenario
        self.authkey = secrets.token_bytes(32)
        self._timings = (timings or Timings()).at_pace(pace)
        self._folder: Path | None = None
        self._process: multiprocessing.process.BaseProcess | None = None
        self._leash: Connection | None = None

    @property
    def address(self) -> str:
        """Where the world listens: the path of a local socket."""
        if self._folder is None:
            raise RuntimeError("the simulated lot is not started")
        return str(self._folder / "world")

    @property
    def authkey_hex(self) -> str:
        """The key as text, for configurations."""
        return self.authkey.hex()

    @property
    def pid(self) -> int | None:
        """The child process, or None where there is none."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Start the world and wait until it listens; raises DeviceError ``simulator.no_start``."""
        self._folder = Path(tempfile.mkdtemp(prefix="lotkeeper-sim-"))
        context = multiprocessing.get_context("spawn")
        self._leash, far_end = context.Pipe()
        self._process = context.Process(
            target=run_world,
            args=(self.scenario, self._timings, self.address, self.authkey, far_end),
            name="lotkeeper-simulator",
            daemon=True,
        )
        self._process.start()
        far_end.close()
        try:
            ready = self._leash.poll(START_LIMIT_S) and self._leash.recv() == "ready"
        except EOFError:
            ready = False
        if not ready:
            self.stop()
            raise DeviceError("simulator.no_start")

    def stop(self) -> None:
        """End the world and remove its socket within a few seconds; may be called twice."""
        if self._leash is not None:
            self._leash.close()
            self._leash = None
        if self._process is not None:
            self._process.join(STOP_LIMIT_S)
            if self._process.is_alive():
                self._process.kill()
                self._process.join(STOP_LIMIT_S)
            self._process.close()
            self._process = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def run_world(scenario: Scenario, timings: Timings, address: str, authkey: bytes, leash: Connection) -> None:
    """The child's whole life: serve until the parent closes its end of the leash, or dies."""
    # Ctrl+C at a shell reaches the whole group; the parent decides when the world ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Listener(address, family="AF_UNIX", backlog=16, authkey=authkey) as listener:
        server = WorldServer(World(scenario, now_ns=time.monotonic_ns, timings=timings), listener)
        leash.send("ready")
        server.run(lambda limit_s: not wait([leash], limit_s))
    # A parent that died could not tidy up.
    shutil.rmtree(Path(address).parent, ignore_errors=True)
    # Threads that wait for clients hold nothing that would need an orderly end.
    os._exit(0)
