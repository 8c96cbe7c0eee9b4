"""A serial relay board that never answers (LCUS type, CH340), shared by the barriers that hang on it.

A command is ``A0 channel op sum``: channels from 1, op 1 closes and 0 opens, the sum is the low byte of the
first three (source: the listings of Optimus Digital, Fruugo and Tilga; such boards send no acknowledgement).
So what is known is only that the port took the bytes. The board times nothing: this console opens each relay
after its pulse, and also at start and at exit.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress

import serial

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health
from devices.statuses import next_status
from devices.transports.backoff import Backoff
from devices.transports.deadlines import NO_ANSWER, TOO_LATE, seconds_until
from devices.transports.relays import Relays
from devices.transports.serial_port import PORT_TROUBLE, open_serial_port

_LOG = logging.getLogger(__name__)

CANNOT_ANSWER = "board.cannot_answer"
CRASHED = "board.crashed"

HEAD = 0xA0
MOST_CHANNELS = 16
LOOK_EVERY_S = 0.25
LEAVES_WITHIN_S = 0.2
LOOK_AGAIN_S = 0.002
LONGEST_WAIT_S = 1.2
WAIT_FOR_PORT_NS = 350_000_000
JOIN_LIMIT_S = 1.8


def command(relay: int, *, close: bool) -> bytes:
    """The frame that closes or opens a relay, counted from 0."""
    body = bytes([HEAD, relay + 1, int(close)])
    return body + bytes([sum(body) & 0xFF])


class RelayPort:
    """One port for all barriers on it; thread-safe, no call takes longer than 1 s.

    Raises DeviceError ``board.too_late`` and ``board.no_answer`` (``unknown`` set where some of the command
    may have gone out). Its health is UNKNOWN at best, with the cause ``board.cannot_answer``.
    """

    def __init__(self, path: str, *, baud: int = 9600) -> None:
        self.relays = Relays()
        self._path = path
        self._baud = baud
        self._lifecycle = threading.Lock()
        self._users: set[int] = set()
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._changed = threading.Condition(threading.RLock())
        self._port: serial.Serial | None = None
        self._is_wanted = False
        self._failures = 0
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def hold(self, user: object) -> None:
        """Keep the port open for this user; returns at once."""
        with self._lifecycle:
            self._users.add(id(user))
            if self._thread is None:
                self._stop = threading.Event()
                self._note(Health.STARTING)
                self._thread = threading.Thread(
                    target=self._run, args=(self._stop,), name=f"relay port {self._path}", daemon=True
                )
                self._thread.start()

    def release(self, user: object) -> None:
        """The user needs the port no more; the last one opens all relays and closes it, within 2 s."""
        with self._lifecycle:
            self._users.discard(id(user))
            if self._users or self._thread is None:
                return
            with self._changed:
                self._stop.set()
                self._changed.notify_all()
            self._thread.join(JOIN_LIMIT_S)
            self._thread = None

    def status(self) -> DeviceStatus:
        """How the port is; of the board behind it nothing is ever known."""
        with self._changed:
            return self._status

    def pulse(self, relay: int, duration_ms: int, *, deadline_ns: int) -> None:
        """Close the relay and return once the port took that; it is opened after the time."""
        give_up_ns = min(deadline_ns, time.monotonic_ns() + WAIT_FOR_PORT_NS)
        with self._changed:
            self._wait_for_port(give_up_ns)
            if time.monotonic_ns() >= deadline_ns:
                raise DeviceError(TOO_LATE)
            # Before it is sent: where its outcome is unknown, the relay is to be opened all the same.
            self.relays.open_at(relay, time.monotonic_ns() + duration_ms * 1_000_000)
            self._send(relay, close=True)
            self._changed.notify_all()

    def _wait_for_port(self, give_up_ns: int) -> None:
        failures = self._failures
        while self._port is None or self._is_gone(self._port):
            if self._thread is None or self._stop.is_set():
                raise DeviceError(NO_ANSWER, detail="not started")
            if self._failures != failures or time.monotonic_ns() >= give_up_ns:
                raise DeviceError(NO_ANSWER, detail=self._status.detail)
            self._is_wanted = True
            self._changed.notify_all()
            self._changed.wait(seconds_until(give_up_ns))

    def _send(self, relay: int, *, close: bool) -> None:
        if self._port is None:
            raise DeviceError(NO_ANSWER, detail="the port is not open")
        try:
            self._port.write(command(relay, close=close))
            self._see_it_leave(self._port)
        except PORT_TROUBLE as problem:
            self._lose(str(problem))
            raise DeviceError(NO_ANSWER, detail=str(problem), unknown=True) from problem

    def _see_it_leave(self, port: serial.Serial) -> None:
        """What a stalled adapter keeps would move the relay whenever it goes on."""
        give_up_s = time.monotonic() + LEAVES_WITHIN_S
        while port.out_waiting:
            if time.monotonic() >= give_up_s:
                raise serial.SerialTimeoutException("the port does not send what it was given")
            time.sleep(LOOK_AGAIN_S)

    def _is_gone(self, port: serial.Serial) -> bool:
        """Whether the device is gone; what such boards may say is thrown away."""
        try:
            if waiting := port.in_waiting:
                port.read(waiting)
        except PORT_TROUBLE as problem:
            self._lose(str(problem))
            return True
        return False

    def _run(self, stop: threading.Event) -> None:
        backoff = Backoff(longest_s=LONGEST_WAIT_S)
        while not stop.is_set():
            try:
                self._open_and_watch(backoff, stop)
            except Exception:  # noqa: BLE001
                # The top of this thread: a relay that this console closed must not stay so for its bug.
                _LOG.exception("the driver of the relays at %s failed", self._path)
                with self._changed:
                    self._lose("")
                    self._note(Health.FAILED, CRASHED)
                stop.wait(LONGEST_WAIT_S)
        self._leave()

    def _open_and_watch(self, backoff: Backoff, stop: threading.Event) -> None:
        if self._open():
            backoff.reset()
            self._watch(stop)
        else:
            with self._changed:
                self._changed.wait_for(lambda: self._is_wanted or stop.is_set(), backoff.wait_s())

    def _open(self) -> bool:
        self._is_wanted = False
        try:
            port = open_serial_port(self._path, baud=self._baud)
        except DeviceError as trouble:
            with self._changed:
                self._failures += 1
                self._note(Health.FAILED, trouble.cause, trouble.detail)
                self._changed.notify_all()
            return False
        with self._changed:
            self._port = port
            if not self._open_relays(self.relays.to_open()):
                return False
            self._note(Health.UNKNOWN, CANNOT_ANSWER)
            self._changed.notify_all()
        return True

    def _watch(self, stop: threading.Event) -> None:
        with self._changed:
            while self._port is not None and not stop.is_set():
                if not self._open_relays(self.relays.due(time.monotonic_ns())) or self._is_gone(self._port):
                    return
                due_ns = self.relays.next_due_ns()
                self._changed.wait(
                    LOOK_EVERY_S if due_ns is None else min(LOOK_EVERY_S, seconds_until(due_ns))
                )

    def _open_relays(self, relays: tuple[int, ...]) -> bool:
        """Open them; False where the port was lost over it, and they are opened when it is back."""
        try:
            for relay in relays:
                self._send(relay, close=False)
                self.relays.opened(relay)
        except DeviceError:
            return False
        return True

    def _lose(self, detail: str) -> None:
        port, self._port = self._port, None
        if port is not None:
            # What the port has not sent yet must not move a relay later.
            with suppress(*PORT_TROUBLE):
                port.reset_output_buffer()
            port.close()
            self._note(Health.STALE, NO_ANSWER, detail)
            self._changed.notify_all()

    def _leave(self) -> None:
        with self._changed:
            if self._port is not None and self._open_relays(self.relays.to_open()):
                self._port.close()
            self._port = None
            self._note(Health.UNKNOWN)
            self._changed.notify_all()

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        self._status = next_status(self._status, health, cause, detail)
