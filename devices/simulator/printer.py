"""A simulated receipt printer on loopback: paper, cover, line and drawer can be broken and mended."""

from __future__ import annotations

import os
import select
import socket
import threading
import tty
from contextlib import suppress
from types import TracebackType
from typing import Final, Self

from devices.simulator.escpos import EscPosPrinter, PrinterFault, Slip

LOOPBACK: Final = "127.0.0.1"
READ_BYTES: Final = 65_536
TURN_S: Final = 0.05
JOIN_LIMIT_S: Final = 5.0


class SimulatedPrinter:
    """A printer at ``port``, one connection at a time as real ones, and at ``serial_path``."""

    def __init__(self, port: int = 0) -> None:
        self.port = port
        self.serial_path = ""
        self._printer = EscPosPrinter()
        self._lock = threading.Lock()
        self._wanted = threading.Event()
        self._thawed = threading.Event()
        self._thawed.set()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def start(self) -> None:
        """Be there, at the same port as before."""
        listener = socket.create_server((LOOPBACK, self.port))
        self.port = int(listener.getsockname()[1])
        near, far = os.openpty()
        tty.setraw(far)
        self.serial_path = os.ttyname(far)
        self._wanted.set()
        self._spawn(self._serve_network, listener)
        self._spawn(self._serve_serial, near, far)

    def kill(self) -> None:
        """Lose power: connections end, and what was in its memory is gone."""
        self._wanted.clear()
        self._thawed.set()
        for thread in self._threads:
            thread.join(JOIN_LIMIT_S)
        self._threads.clear()
        with self._lock:
            self._printer.lose_power()

    def freeze(self) -> None:
        """Take connections and say nothing."""
        self._thawed.clear()

    def thaw(self) -> None:
        """Go on."""
        self._thawed.set()

    def set_fault(self, fault: str, active: bool) -> None:
        """``paper-near-end``, ``paper-out``, ``cover-open`` or ``offline`` comes or goes."""
        with self._lock:
            self._printer.set_fault(PrinterFault(fault), active)

    def papers(self) -> list[Slip]:
        """The slips so far, oldest first."""
        with self._lock:
            return list(self._printer.slips)

    def is_drawer_open(self) -> bool:
        """Whether its drawer stands open."""
        with self._lock:
            return self._printer.is_drawer_open

    def close_drawer(self) -> None:
        """Somebody pushes it shut."""
        with self._lock:
            self._printer.is_drawer_open = False

    def _spawn(self, target: object, *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, name="simulated printer", daemon=True)  # type: ignore[arg-type]
        thread.start()
        self._threads.append(thread)

    def _serve_network(self, listener: socket.socket) -> None:
        with listener:
            listener.settimeout(TURN_S)
            while self._wanted.is_set():
                try:
                    client, _ = listener.accept()
                except TimeoutError:
                    continue
                with client, suppress(OSError):
                    self._serve(client)

    def _serve(self, client: socket.socket) -> None:
        client.settimeout(TURN_S)
        while self._wanted.is_set():
            if not self._thawed.wait(TURN_S):
                continue
            try:
                data = client.recv(READ_BYTES)
            except TimeoutError:
                continue
            if not data:
                break
            client.sendall(self._answer(data))
        with self._lock:
            self._printer.hang_up()

    def _serve_serial(self, near: int, far: int) -> None:
        # Its own end of the line stays open, so that others may come and go.
        try:
            while self._wanted.is_set():
                if self._thawed.wait(TURN_S) and select.select([near], [], [], TURN_S)[0]:
                    os.write(near, self._answer(os.read(near, READ_BYTES)))
        finally:
            os.close(near)
            os.close(far)

    def _answer(self, data: bytes) -> bytes:
        with self._lock:
            return self._printer.receive(data)
