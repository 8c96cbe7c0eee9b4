"""A line with Modbus relay boards on it: one thread opens it, polls the boards in turn, and comes back.

A write runs in its caller's thread, because handing it over would cost more than the exchange itself, and
goes before the polls. A board that is silent waits for its turn like the others, so that it does not hold
them up; where none answers, the line itself is opened anew.

    open ─► read the relays ─► host-timed relays off ─► inputs read ─► usable ─► polled 20 times a second
     ▲                                                                                   │ no answer
     └──────────────────── wait from 0.5 s on, or until a caller asks ◄──────────────────┘
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.transports.deadlines import NO_ANSWER, TOO_LATE, gave_up, seconds_until
from devices.transports.modbus_line import ModbusLine
from devices.transports.modbus_rtu import RtuLine
from devices.transports.modbus_tcp import TcpLine
from devices.transports.station import MS_NS, Station

_LOG = logging.getLogger(__name__)

CRASHED = "board.crashed"

POLL_HZ = 20.0
# A caller waits at most this long for its turn; the answer may then take 600 ms at the very worst (the
# TCP client doubles its limit where a board sends rubbish; a bus settles and proves), which keeps the
# promise of one second.
WAIT_FOR_TURN_NS = 350 * MS_NS
JOIN_LIMIT_S = 1.8
LEAVE_LIMIT_S = 0.6
# Back within 5 s over the network, within 2 s on a line of this machine, which costs nobody else a knock.
LONGEST_WAIT_TCP_S = 3.0
LONGEST_WAIT_SERIAL_S = 1.2


class RelayBus:
    """One line for all boards on it; thread-safe. Made by ``tcp_bus`` and ``serial_bus``."""

    def __init__(self, open_line: Callable[[], ModbusLine], *, name: str, longest_wait_s: float) -> None:
        self._open_line = open_line
        self._name = name
        self._longest_wait_s = longest_wait_s
        self._lifecycle = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        # Whoever holds the wire may take the condition, never the other way round.
        self._wire = threading.Lock()
        self._changed = threading.Condition()
        self._stations: tuple[Station, ...] = ()
        self._line: ModbusLine | None = None
        self._callers = 0

    def station(self, device_id: int) -> Station:
        """A board on this bus, not yet served."""
        return Station(device_id, poll_hz=POLL_HZ, longest_wait_s=self._longest_wait_s)

    def attach(self, station: Station) -> None:
        """Serve this board from now on; returns at once."""
        with self._lifecycle:
            with self._changed:
                station.begin()
                self._stations = (*self._stations, station)
                self._changed.notify_all()
            if self._thread is None:
                self._stop = threading.Event()
                self._thread = threading.Thread(
                    target=self._run, args=(self._stop,), name=f"relay bus {self._name}", daemon=True
                )
                self._thread.start()

    def detach(self, station: Station) -> None:
        """Serve it no more, its host-timed relays opened; the last one closes the line. Within 2 s."""
        with self._lifecycle:
            with self._changed:
                self._stations = tuple(each for each in self._stations if each is not station)
                self._changed.notify_all()
            self._leave(station)
            if self._stations or self._thread is None:
                return
            with self._changed:
                self._stop.set()
                self._changed.notify_all()
            self._thread.join(JOIN_LIMIT_S)
            self._thread = None

    @contextmanager
    def turn(self, station: Station, *, deadline_ns: int) -> Iterator[ModbusLine]:
        """The line, for one exchange with a board that answers; where it does not, it is tried now.

        Raises DeviceError ``board.too_late`` or ``board.no_answer``, nothing having been sent; a DeviceError
        ``board.no_answer`` of the exchange itself is passed on, and the board taken for lost.
        """
        give_up_ns = min(deadline_ns, time.monotonic_ns() + WAIT_FOR_TURN_NS)
        while True:
            self._wait_until_usable(station, give_up_ns, deadline_ns)
            self._take_wire(give_up_ns, deadline_ns)
            try:
                if (line := self._line_of(station)) is not None:
                    if time.monotonic_ns() >= deadline_ns:
                        raise DeviceError(TOO_LATE)
                    with self._noticing_silence(station):
                        yield line
                    return
            finally:
                self._wire.release()

    def notice(self) -> None:
        """Something became due."""
        with self._changed:
            self._changed.notify_all()

    @contextmanager
    def _noticing_silence(self, station: Station) -> Iterator[None]:
        try:
            yield
        except DeviceError as trouble:
            if trouble.cause == NO_ANSWER:
                self._lose(station, trouble)
            raise

    def _wait_until_usable(self, station: Station, give_up_ns: int, deadline_ns: int) -> None:
        with self._changed:
            failures = station.failures
            while not station.is_usable:
                if self._stop.is_set() or station not in self._stations:
                    raise DeviceError(NO_ANSWER, detail="not started")
                if station.failures != failures:
                    raise DeviceError(NO_ANSWER, detail=station.status.detail)
                if time.monotonic_ns() >= give_up_ns:
                    raise gave_up(deadline_ns, "no connection in time")
                station.is_wanted = True
                self._changed.notify_all()
                self._changed.wait(seconds_until(give_up_ns))

    def _take_wire(self, give_up_ns: int, deadline_ns: int) -> None:
        with self._changed:
            self._callers += 1
        try:
            if not self._wire.acquire(timeout=seconds_until(give_up_ns)):
                raise gave_up(deadline_ns, "no connection in time")
        finally:
            with self._changed:
                self._callers -= 1
                self._changed.notify_all()

    def _line_of(self, station: Station) -> ModbusLine | None:
        """The line to a board that answers; None where either is lost, noticed now or before."""
        line = self._line
        if line is None or not station.is_usable:
            return None
        if line.hung_up():
            self._lose(station, DeviceError(NO_ANSWER, detail="the line was hung up"))
            return None
        return line

    def _run(self, stop: threading.Event) -> None:
        while not stop.is_set():
            try:
                while (station := self._next_due(stop)) is not None:
                    self._serve(station)
            except Exception:  # noqa: BLE001
                # The top of this thread: one listener's bug must not keep all gates from their boards.
                _LOG.exception("the driver of the boards at %s failed", self._name)
                self._give_all_up()
                stop.wait(self._longest_wait_s)
        self._end()

    def _next_due(self, stop: threading.Event) -> Station | None:
        """Sleep until a board is due, and no caller waits for the wire; None once it is over."""
        with self._changed:
            while not stop.is_set():
                station = min(self._stations, key=lambda each: each.due_ns, default=None)
                if self._callers or station is None:
                    self._changed.wait()
                elif time.monotonic_ns() >= station.due_ns:
                    return station
                else:
                    self._changed.wait(seconds_until(station.due_ns))
            return None

    def _serve(self, station: Station) -> None:
        values: tuple[bool, ...] | None = None
        if not station.takes_loss():
            with self._wire:
                if station not in self._stations:
                    return
                try:
                    self._line = self._line or self._open_line()
                    values = station.serve(self._line)
                except DeviceError as trouble:
                    self._lose(station, trouble)
                    return
                with self._changed:
                    station.well()
                    self._changed.notify_all()
        station.inputs.publish(values, time.monotonic_ns())

    def _lose(self, station: Station, trouble: DeviceError) -> None:
        """Take the board for lost, and the line with it unless others on it answer; by who holds the wire."""
        line = self._line
        with self._changed:
            station.lost(trouble)
            if line is not None:
                others = any(each.is_usable for each in self._stations)
                if not others or not line.is_bus or line.hung_up():
                    line.close()
                    self._line = None
                    for each in self._stations:
                        if each.is_usable:
                            each.lost(trouble)
            self._changed.notify_all()

    def _leave(self, station: Station) -> None:
        if self._wire.acquire(timeout=LEAVE_LIMIT_S):
            try:
                self._open_host_timed(station)
            finally:
                self._wire.release()
        with self._changed:
            station.is_usable = False
            station.note(Health.UNKNOWN)

    def _give_all_up(self) -> None:
        with self._wire, self._changed:
            for station in self._stations:
                station.lost(DeviceError(CRASHED))
            if self._line is not None:
                self._line.close()
                self._line = None
            self._changed.notify_all()

    def _end(self) -> None:
        with self._wire:
            line, stations = self._line, self._stations
            for station in stations:
                self._open_host_timed(station)
            self._line = None
        with self._changed:
            for station in stations:
                station.is_usable = False
                station.note(Health.UNKNOWN)
            self._changed.notify_all()
        if line is not None:
            line.close()

    def _open_host_timed(self, station: Station) -> None:
        if self._line is not None and station.is_usable:
            with suppress(DeviceError):
                station.open_relays(self._line, station.relays.to_open())


def tcp_bus(host: str, port: int = 502) -> RelayBus:
    """The bus of a board at a TCP address."""
    return RelayBus(lambda: TcpLine(host, port), name=f"{host}:{port}", longest_wait_s=LONGEST_WAIT_TCP_S)


def serial_bus(path: str, *, baud: int = 9600, parity: str = "N") -> RelayBus:
    """The bus of the boards on a serial line, best named by its path in ``/dev/serial/by-id``."""
    return RelayBus(
        lambda: RtuLine(path, baud=baud, parity=parity), name=path, longest_wait_s=LONGEST_WAIT_SERIAL_S
    )
