"""A Modbus TCP relay board, shared by the barrier and the loops of a lane.

One thread connects, polls the inputs and comes back after a loss. A write runs in its caller's thread,
because handing it over would cost more than the exchange itself, and only goes to a board that has just
answered a poll: what a mute board is sent it may execute much later, under another car.

    connect ─► host-timed relays off ─► first poll answered ─► usable ─► poll 20 times a second
       ▲                                                                        │ no answer
       └───────────────── wait 0.5 → 10 s, or until a caller asks ◄─────────────┘
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health
from devices.transports.backoff import Backoff
from devices.transports.inputs import Inputs
from devices.transports.modbus_connection import (
    COIL_OFF,
    COIL_ON,
    FLASH_ADDRESS,
    FLASH_UNIT_MS,
    NO_ANSWER,
    ModbusConnection,
)

TOO_LATE = "board.too_late"
CRASHED = "board.crashed"

MS_NS = 1_000_000
# A caller waits at most this long for its turn; the answer may then take 600 ms at the very worst (the
# client doubles its limit where a board sends rubbish), which keeps the promise of one second.
WAIT_FOR_TURN_NS = 350 * MS_NS
# A connection that held this long is replaced at once when lost; a shorter one only after a wait.
PROVEN_AFTER_NS = 5_000 * MS_NS
JOIN_LIMIT_S = 1.8


class RelayBoard:
    """One connection to a board for all drivers on it; thread-safe, no call takes longer than 1 s.

    Raises DeviceError ``board.too_late`` (nothing was sent), ``board.no_answer`` (``unknown`` set where
    the board may have acted) and ``board.refused``. ``inputs`` holds what the polls brought.
    """

    def __init__(
        self,
        host: str,
        port: int = 502,
        *,
        device_id: int = 1,
        input_count: int = 8,
        poll_hz: float = 20.0,
        connect_timeout_s: float = 1.0,
        answer_timeout_ms: int = 300,
    ) -> None:
        self.inputs = Inputs(input_count)
        self._host = host
        self._port = port
        self._device_id = device_id
        self._interval_ns = round(1e9 / poll_hz)
        self._connect_timeout_s = connect_timeout_s
        self._answer_timeout_s = answer_timeout_ms / 1000
        self._lifecycle = threading.Lock()
        self._users: set[int] = set()
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        # Whoever holds the wire may take the condition, never the other way round.
        self._wire = threading.Lock()
        self._changed = threading.Condition()
        self._connection: ModbusConnection | None = None
        self._failures = 0
        self._trouble = ""
        self._wanted = False
        self._host_timed: frozenset[int] = frozenset()
        self._off_due: dict[int, int] = {}
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def hold(self, user: object) -> None:
        """Keep the board connected for this user; returns at once."""
        with self._lifecycle:
            self._users.add(id(user))
            if self._thread is None:
                self._stop = threading.Event()
                with self._changed:
                    self._note(Health.STARTING)
                name = f"relay board {self._host}:{self._port}"
                self._thread = threading.Thread(target=self._run, args=(self._stop,), name=name, daemon=True)
                self._thread.start()

    def release(self, user: object) -> None:
        """The user needs the board no more; the last one disconnects it, within 2 s. May be called twice."""
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
        """OK while polls are answered, STALE after a loss, FAILED once coming back has failed too."""
        with self._changed:
            return self._status

    def pulse_by_board(self, channel: int, duration_ms: int, *, deadline_ns: int) -> None:
        """Close the relay for a multiple of 100 ms, by the board's own clock."""
        self._write(FLASH_ADDRESS + channel, duration_ms // FLASH_UNIT_MS, deadline_ns=deadline_ns)

    def time_by_host(self, channel: int) -> None:
        """Say, before ``hold``, that this relay is pulsed by the host: it is opened at start and at exit."""
        with self._changed:
            self._host_timed |= {channel}

    def pulse_by_host(self, channel: int, duration_ms: int, *, deadline_ns: int) -> None:
        """Close the relay and return; the board's thread opens it after the time, or when it is back."""
        self._write(channel, COIL_ON, deadline_ns=deadline_ns)
        with self._changed:
            self._off_due[channel] = time.monotonic_ns() + duration_ms * MS_NS
            self._changed.notify_all()

    def _write(self, address: int, value: int, *, deadline_ns: int) -> None:
        give_up_ns = min(deadline_ns, time.monotonic_ns() + WAIT_FOR_TURN_NS)
        while True:
            connection = self._usable(give_up_ns, deadline_ns)
            if not self._wire.acquire(timeout=_seconds_until(give_up_ns)):
                raise _gave_up(deadline_ns)
            try:
                if not self._lost(connection):
                    self._send_once(connection, address, value, deadline_ns)
                    return
            finally:
                self._wire.release()

    def _send_once(self, connection: ModbusConnection, address: int, value: int, deadline_ns: int) -> None:
        if time.monotonic_ns() >= deadline_ns:
            raise DeviceError(TOO_LATE)
        try:
            connection.write_coil(address, value)
        except DeviceError as trouble:
            if trouble.cause == NO_ANSWER:
                self._lose(connection, trouble)
            raise

    def _usable(self, give_up_ns: int, deadline_ns: int) -> ModbusConnection:
        """The connection; where there is none, the next attempt is made now and waited for."""
        with self._changed:
            failures = self._failures
            while self._connection is None:
                if self._thread is None or self._stop.is_set():
                    raise DeviceError(NO_ANSWER, detail="not started")
                if self._failures != failures:
                    raise DeviceError(NO_ANSWER, detail=self._trouble)
                if time.monotonic_ns() >= give_up_ns:
                    raise _gave_up(deadline_ns)
                self._wanted = True
                self._changed.notify_all()
                self._changed.wait(_seconds_until(give_up_ns))
            return self._connection

    def _lost(self, connection: ModbusConnection) -> bool:
        """Whether the connection cannot be used any more, having noticed it now or before."""
        if connection is not self._connection:
            return True
        if not connection.hung_up():
            return False
        self._lose(connection, DeviceError(NO_ANSWER, detail="the board hung up"))
        return True

    def _run(self, stop: threading.Event) -> None:
        backoff = Backoff()
        try:
            while not stop.is_set():
                connection = self._connect()
                since_ns = time.monotonic_ns()
                if connection is not None:
                    self._poll_until_lost(connection, stop)
                if connection is not None and time.monotonic_ns() - since_ns > PROVEN_AFTER_NS:
                    backoff.reset()
                else:
                    self._wait_to_reconnect(backoff.wait_s(), stop)
        finally:
            self._leave(crashed=not stop.is_set())

    def _connect(self) -> ModbusConnection | None:
        with self._changed:
            self._wanted = False
        connection: ModbusConnection | None = None
        try:
            connection = ModbusConnection(
                self._host,
                self._port,
                device_id=self._device_id,
                connect_timeout_s=self._connect_timeout_s,
                answer_timeout_s=self._answer_timeout_s,
            )
            self._switch_off(connection, self._host_timed)
            values = connection.read_inputs(self.inputs.count)
        except DeviceError as trouble:
            if connection is not None:
                connection.close()
            self._note_failed_attempt(trouble)
            return None
        with self._changed:
            self._connection = connection
            self._off_due.clear()
            self._note(Health.OK)
            self._changed.notify_all()
        self.inputs.publish(values, time.monotonic_ns())
        return connection

    def _poll_until_lost(self, connection: ModbusConnection, stop: threading.Event) -> None:
        poll_ns = time.monotonic_ns() + self._interval_ns
        while self._sleep_until(poll_ns, connection, stop):
            with self._wire:
                if connection is not self._connection:
                    break
                try:
                    self._switch_off(connection, self._channels_due())
                    values = connection.read_inputs(self.inputs.count)
                except DeviceError as trouble:
                    self._lose(connection, trouble)
                    break
            now_ns = time.monotonic_ns()
            self.inputs.publish(values, now_ns)
            poll_ns = max(poll_ns + self._interval_ns, now_ns)
        self.inputs.publish(None, time.monotonic_ns())

    def _sleep_until(self, poll_ns: int, connection: ModbusConnection, stop: threading.Event) -> bool:
        """Sleep until a poll or a relay is due; False where the connection is over."""
        with self._changed:
            while not stop.is_set() and self._connection is connection:
                wake_ns = min(poll_ns, *self._off_due.values()) if self._off_due else poll_ns
                if time.monotonic_ns() >= wake_ns:
                    return True
                self._changed.wait(_seconds_until(wake_ns))
            return False

    def _wait_to_reconnect(self, wait_s: float, stop: threading.Event) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._wanted or stop.is_set(), wait_s)

    def _channels_due(self) -> frozenset[int]:
        now_ns = time.monotonic_ns()
        with self._changed:
            return frozenset(channel for channel, due_ns in self._off_due.items() if due_ns <= now_ns)

    def _switch_off(self, connection: ModbusConnection, channels: frozenset[int]) -> None:
        for channel in sorted(channels):
            connection.write_coil(channel, COIL_OFF)
            with self._changed:
                self._off_due.pop(channel, None)

    def _lose(self, connection: ModbusConnection, trouble: DeviceError) -> None:
        """Drop the connection; only by whoever holds the wire."""
        connection.close()
        with self._changed:
            if self._connection is connection:
                self._connection = None
                self._note(Health.STALE, trouble.cause, trouble.detail)
                self._changed.notify_all()

    def _note_failed_attempt(self, trouble: DeviceError) -> None:
        with self._changed:
            self._failures += 1
            self._trouble = trouble.detail
            self._note(Health.FAILED, trouble.cause, trouble.detail)
            self._changed.notify_all()

    def _leave(self, *, crashed: bool) -> None:
        with self._wire, self._changed:
            connection, self._connection = self._connection, None
            self._note(Health.FAILED if crashed else Health.UNKNOWN, CRASHED if crashed else "")
            self._changed.notify_all()
        if connection is not None:
            with suppress(DeviceError):
                self._switch_off(connection, self._host_timed)
            connection.close()

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        before = self._status
        same = before.health == health and before.cause == cause
        since_ns = before.since_ns if same else time.monotonic_ns()
        self._status = DeviceStatus(health, since_ns, cause, detail)


def _seconds_until(at_ns: int) -> float:
    return max(0.0, (at_ns - time.monotonic_ns()) / 1e9)


def _gave_up(deadline_ns: int) -> DeviceError:
    if time.monotonic_ns() >= deadline_ns:
        return DeviceError(TOO_LATE)
    return DeviceError(NO_ANSWER, detail="no connection in time; nothing was sent")
