"""One Modbus board on its bus: how it is met after a loss, polled, and how it does."""

from __future__ import annotations

import time

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health
from devices.statuses import next_status
from devices.transports.backoff import Backoff
from devices.transports.inputs import Inputs
from devices.transports.modbus_line import COIL_OFF, REFUSED, ModbusLine
from devices.transports.relays import Relays

MS_NS = 1_000_000
# A board that held this long is tried again at once when lost; another one only after a wait.
PROVEN_AFTER_NS = 5_000 * MS_NS
RELAYS_EVERY_NS = 500 * MS_NS


class Station:
    """The bus's own view of a board; its turns are taken by whoever holds the wire.

    A board is usable once it has answered a read on the line in use: what a mute board is sent it may
    execute much later, under another car, so nothing else is ever written to one. One that answers for its
    inputs and is silent when asked for its relays is not asked for those until it was lost once more.
    """

    def __init__(self, device_id: int, *, poll_hz: float, longest_wait_s: float) -> None:
        self.device_id = device_id
        self.inputs = Inputs()
        self.relays = Relays()
        self.status = DeviceStatus(Health.STARTING, time.monotonic_ns())
        self.answer_ms: float | None = None
        self.is_usable = False
        self.is_wanted = False
        self.failures = 0
        self._interval_ns = round(1e9 / poll_hz)
        self._backoff = Backoff(longest_s=longest_wait_s)
        self._can_read_relays = True
        self._has_loss_to_tell = False
        self._is_silent_on_relays = self._has_just_shown_it = False
        self._due_ns = self._relays_due_ns = self._met_ns = 0

    @property
    def due_ns(self) -> int:
        """When it is to be served next, on the monotonic clock."""
        if self._has_loss_to_tell:
            return 0
        if not self.is_usable:
            return 0 if self.is_wanted else self._due_ns
        off_ns = self.relays.next_due_ns()
        return self._due_ns if off_ns is None else min(self._due_ns, off_ns)

    @property
    def can_read_relays(self) -> bool:
        """Whether it tells how its relays are; True until it has refused."""
        return self._can_read_relays

    def begin(self) -> None:
        """Somebody uses it from now on."""
        self.is_usable = False
        self._due_ns = 0
        self._backoff.reset()
        self.note(Health.STARTING)

    def serve(self, line: ModbusLine) -> tuple[bool, ...]:
        """Meet it or poll it; gives its inputs. Raises DeviceError."""
        self.is_wanted = False
        if not self.is_usable:
            self._meet(line)
            self.open_relays(line, self.relays.to_open())
        self.open_relays(line, self.relays.due(time.monotonic_ns()))
        values = self._poll(line)
        now_ns = time.monotonic_ns()
        if not self.is_usable:
            self._met_ns = self._due_ns = now_ns
        self._due_ns = max(self._due_ns + self._interval_ns, now_ns)
        return values

    def read_relays(self, line: ModbusLine) -> None:
        """Ask how its relays are; an answer that it cannot say is an answer too.

        One that is silent on relays is asked for its inputs: it is its answering that counts.
        """
        if self._is_silent_on_relays:
            line.read_inputs(self.device_id, self.inputs.count)
            values = None
        else:
            values = self._relays_or_none(line)
        now_ns = time.monotonic_ns()
        self._can_read_relays = values is not None
        self._relays_due_ns = now_ns + RELAYS_EVERY_NS
        self.relays.publish(values, now_ns)

    def write(self, line: ModbusLine, address: int, value: int) -> None:
        """Write a relay; where an echo of the line looks like an answer, the board must answer a read too."""
        line.write_coil(self.device_id, address, value)
        if line.is_bus:
            self.prove(line)

    def prove(self, line: ModbusLine) -> None:
        """See that it answers after a write: only its silence leaves open whether it has acted."""
        try:
            self.read_relays(line)
        except DeviceError as trouble:
            raise DeviceError(trouble.cause, detail=trouble.detail, unknown=True) from trouble

    def open_relays(self, line: ModbusLine, relays: tuple[int, ...]) -> None:
        """Open these relays, one after the other."""
        for relay in relays:
            self.write(line, relay, COIL_OFF)
            self.relays.opened(relay)

    def well(self) -> None:
        """It has answered."""
        self.is_usable = True
        self.note(Health.OK)

    def lost(self, trouble: DeviceError) -> None:
        """It has not answered: STALE at first, FAILED once coming back has failed too."""
        now_ns = time.monotonic_ns()
        if self.is_usable and now_ns - self._met_ns > PROVEN_AFTER_NS:
            self._backoff.reset()
            self._due_ns = now_ns
        else:
            self._due_ns = now_ns + round(self._backoff.wait_s() * 1e9)
        self._is_silent_on_relays = self._has_just_shown_it
        self._has_just_shown_it = False
        self.failures += not self.is_usable
        self._has_loss_to_tell |= self.is_usable
        self.note(Health.STALE if self.is_usable else Health.FAILED, trouble.cause, trouble.detail)
        self.is_usable = False
        self.answer_ms = None
        self.relays.publish(None, now_ns)

    def takes_loss(self) -> bool:
        """Whether it was lost and those who listen to its inputs were not told yet; they are now."""
        had_loss, self._has_loss_to_tell = self._has_loss_to_tell, False
        return had_loss

    def note(self, health: Health, cause: str = "", detail: str = "") -> None:
        """Take down how it is; ``since_ns`` stays where that is as before."""
        self.status = next_status(self.status, health, cause, detail)

    def _meet(self, line: ModbusLine) -> None:
        if not self.inputs.count:
            self.read_relays(line)
            return
        line.read_inputs(self.device_id, self.inputs.count)
        try:
            self.read_relays(line)
        except DeviceError:
            self._has_just_shown_it = not line.hung_up()
            raise

    def _relays_or_none(self, line: ModbusLine) -> tuple[bool, ...] | None:
        try:
            return line.read_relays(self.device_id, self.relays.count)
        except DeviceError as trouble:
            if trouble.cause == REFUSED:
                return None
            raise

    def _poll(self, line: ModbusLine) -> tuple[bool, ...]:
        begun_ns = time.monotonic_ns()
        count = self.inputs.count
        values = line.read_inputs(self.device_id, count) if count else ()
        if count:
            self.answer_ms = (time.monotonic_ns() - begun_ns) / MS_NS
        if not count or begun_ns >= self._relays_due_ns:
            self.read_relays(line)
        if not count:
            self.answer_ms = (time.monotonic_ns() - begun_ns) / MS_NS
        return values
