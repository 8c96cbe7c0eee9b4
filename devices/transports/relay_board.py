"""A Modbus relay board, shared by the barriers and the loops that hang on it."""

from __future__ import annotations

import threading
import time

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus
from devices.transports.deadlines import TOO_LATE
from devices.transports.inputs import Inputs
from devices.transports.modbus_line import (
    COIL_OFF,
    COIL_ON,
    FLASH_ADDRESS,
    FLASH_UNIT_MS,
    REFUSED,
    ModbusLine,
)
from devices.transports.relay_bus import RelayBus
from devices.transports.station import MS_NS

CANNOT_HOLD = "board.cannot_hold"
SAMPLE_VALID_NS = 2_000 * MS_NS


class RelayBoard:
    """One board for all drivers on it; thread-safe, no call takes longer than 1 s.

    Raises DeviceError ``board.too_late`` (nothing was sent), ``board.no_answer`` (``unknown`` set where
    the board may have acted), ``board.refused`` and ``board.cannot_hold`` (it does not tell how its relays
    are). ``inputs`` holds what the polls brought.
    """

    def __init__(self, bus: RelayBus, device_id: int = 1) -> None:
        self._bus = bus
        self._station = bus.station(device_id)
        self._lifecycle = threading.Lock()
        self._users: set[int] = set()

    @property
    def inputs(self) -> Inputs:
        """Its inputs."""
        return self._station.inputs

    def hold(self, user: object) -> None:
        """Keep the board connected for this user; returns at once."""
        with self._lifecycle:
            if not self._users:
                self._bus.attach(self._station)
            self._users.add(id(user))

    def release(self, user: object) -> None:
        """The user needs the board no more; the last one lets go of it, within 2 s. May be called twice."""
        with self._lifecycle:
            if id(user) not in self._users:
                return
            self._users.discard(id(user))
            if not self._users:
                self._bus.detach(self._station)

    def status(self) -> DeviceStatus:
        """OK while polls are answered, STALE after a loss, FAILED once coming back has failed too."""
        return self._station.status

    def answer_ms(self) -> float | None:
        """How long it took to answer the last poll; None where it does not."""
        return self._station.answer_ms

    def input(self, index: int | None) -> bool | None:
        """Whether the input is closed; None where that is not wired or older than 2 s."""
        return None if index is None else _if_fresh(self._station.inputs.newest(index))

    def relay_closed(self, relay: int) -> bool | None:
        """Whether the relay is closed, as the board says; None where it cannot, or said so over 2 s ago."""
        return _if_fresh(self._station.relays.newest(relay))

    def is_latched(self, relay: int) -> bool:
        """Whether a person wants this relay closed, and it was not found open since."""
        return self._station.relays.is_latched(relay)

    def use(self, *, relay: int | None = None, inputs: tuple[int | None, ...] = ()) -> None:
        """Say, before ``hold``, what is wired. Raises ValueError where no board has as many."""
        if relay is not None:
            self._station.relays.use(relay)
        for index in inputs:
            if index is not None:
                self._station.inputs.use(index)

    def time_by_host(self, relay: int) -> None:
        """Say, before ``hold``, that this relay is pulsed by the host: it is opened at start and at exit."""
        self._station.relays.time_by_host(relay)

    def leave_latched(self, relay: int) -> None:
        """Say, before ``hold``, that a person had this relay latched: it is left as it is."""
        self._station.relays.latch(relay)

    def pulse_by_board(self, relay: int, duration_ms: int, *, deadline_ns: int) -> None:
        """Close the relay for a multiple of 100 ms, by the board's own clock.

        A latched relay, closed at this moment as the board says, is left so: a pulse would end that.
        """
        with self._bus.turn(self._station, deadline_ns=deadline_ns) as line:
            if not self._is_held(line, relay, deadline_ns=deadline_ns):
                self._station.write(line, FLASH_ADDRESS + relay, duration_ms // FLASH_UNIT_MS)

    def pulse_by_host(self, relay: int, duration_ms: int, *, deadline_ns: int) -> None:
        """As ``pulse_by_board``, but the bus's thread opens it after the time, or when the board is back."""
        with self._bus.turn(self._station, deadline_ns=deadline_ns) as line:
            if self._is_held(line, relay, deadline_ns=deadline_ns):
                return
            self._station.write(line, relay, COIL_ON)
            self._station.relays.open_at(relay, time.monotonic_ns() + duration_ms * MS_NS)
        self._bus.notice()

    def latch(self, relay: int, *, deadline_ns: int) -> None:
        """Close the relay until ``unlatch``, and see that it is closed."""
        with self._bus.turn(self._station, deadline_ns=deadline_ns) as line:
            if not self._station.can_read_relays:
                raise DeviceError(CANNOT_HOLD, detail="the board does not answer FC01")
            # Before it is sent: where its outcome is unknown, only a person may say that it is to end.
            self._station.relays.latch(relay)
            try:
                self._station.write(line, relay, COIL_ON)
                self._see(line, relay, is_closed=True)
            except DeviceError as trouble:
                if not trouble.unknown:
                    self._station.relays.unlatch(relay)
                raise

    def unlatch(self, relay: int, *, deadline_ns: int) -> None:
        """Open the relay, latched or not, and see that it is open where the board can tell."""
        with self._bus.turn(self._station, deadline_ns=deadline_ns) as line:
            self._station.relays.unlatch(relay)
            self._station.write(line, relay, COIL_OFF)
            self._station.relays.opened(relay)
            if self._station.can_read_relays:
                self._see(line, relay, is_closed=False)

    def _see(self, line: ModbusLine, relay: int, *, is_closed: bool) -> None:
        if not line.is_bus:
            self._station.prove(line)
        if self.relay_closed(relay) is (not is_closed):
            state = "open" if is_closed else "closed"
            raise DeviceError(REFUSED, detail=f"relay {relay} stayed {state}")

    def _is_held(self, line: ModbusLine, relay: int, *, deadline_ns: int) -> bool:
        if not self._station.relays.is_latched(relay):
            return False
        self._station.read_relays(line)
        if self.relay_closed(relay) is True:
            return True
        if time.monotonic_ns() >= deadline_ns:
            raise DeviceError(TOO_LATE, detail="asking took its time; nothing was sent")
        return False


def _if_fresh(sample: tuple[bool, int] | None) -> bool | None:
    if sample is None or time.monotonic_ns() - sample[1] > SAMPLE_VALID_NS:
        return None
    return sample[0]
