"""A barrier whose opening contact is a relay of a unit on the lot's network."""

from __future__ import annotations

import threading
import time

from core.domain.errors import DeviceError
from core.services.ports import Boom, DeviceStatus, Measure
from devices.barriers.boom_contacts import boom_from_contacts
from devices.barriers.pulse_ledger import PulseLedger
from devices.relay_units.unit import VALID_NS, RelayUnit, status_of, trouble_of

SORT = "barrier"
# After a pulse the relay still reads closed for as long as a poll may be old.
SETTLE_NS = 1_000_000_000


class UnitBarrier:
    """Fills ``ports.Barrier`` and ``ports.HoldsOpen``: the unit times the pulse of ``relay``.

    Held open it is by ``hold_relay``, or by the opening relay where that is None. Nothing is switched at
    start nor at stop: what a person had held open stays so.
    """

    def __init__(
        self,
        unit: RelayUnit,
        *,
        relay: int,
        hold_relay: int | None = None,
        boom_up_input: int | None = None,
        boom_down_input: int | None = None,
        pulse_ms: int = 500,
    ) -> None:
        self._unit = unit
        self._relay = relay
        self._hold_relay = relay if hold_relay is None else hold_relay
        self._boom_up_input = boom_up_input
        self._boom_down_input = boom_down_input
        self._pulse_ms = pulse_ms
        self._ledger = PulseLedger()
        self._lock = threading.Lock()
        self._pulsing_until_ns = 0
        self._held_before: bool | None = None

    def start(self) -> None:
        """Connect in the background; returns at once."""
        self._unit.hold(self)

    def open(self, command_id: str, *, deadline_ns: int) -> None:
        """Pulse the relay once per command id; returns when the unit acknowledged, within 1 s."""
        self._ledger.once(command_id, lambda: self._pulse(deadline_ns))

    def hold_open(self, command_id: str, *, deadline_ns: int) -> None:
        """Close the holding relay to stay; returns when the unit acknowledged, within 1 s."""
        self._ledger.once(command_id, lambda: self._switch(True, deadline_ns))

    def let_go(self, command_id: str, *, deadline_ns: int) -> None:  # noqa: ARG002
        """Open the holding relay, as often as asked: a second time does no harm and may be needed."""
        self._switch(False, deadline_ns)

    def is_held(self) -> bool | None:
        """Whether the holding relay is closed other than for a pulse; None where that is not known."""
        closed = self._unit.relay(self._hold_relay)
        with self._lock:
            if closed and time.monotonic_ns() < self._pulsing_until_ns:
                return self._held_before
            self._held_before = closed
            return closed

    def leave_held(self) -> None:
        """Nothing to do: a unit's relay is never switched by itself."""

    def boom(self) -> Boom:
        """Where the boom is now; UNKNOWN where its contacts are not wired or older than 2 s."""
        return boom_from_contacts(
            up=self._contact(self._boom_up_input), down=self._contact(self._boom_down_input)
        )

    def measures(self) -> tuple[Measure, ...]:
        """The contacts, the relays and how fast the unit answers."""
        return (
            Measure("barrier.relay_closed", self._unit.relay(self._relay)),
            Measure("barrier.held", self.is_held()),
            Measure("barrier.boom_up", self._contact(self._boom_up_input)),
            Measure("barrier.boom_down", self._contact(self._boom_down_input)),
            Measure("barrier.answer_ms", self._unit.answer_ms()),
        )

    def stop(self) -> None:
        """Let go of the unit within 2 s; may be called twice."""
        self._unit.release(self)

    def status(self) -> DeviceStatus:
        """How the connection to the unit is."""
        return status_of(self._unit, SORT)

    def _pulse(self, deadline_ns: int) -> None:
        if self._hold_relay == self._relay:
            if self.is_held():
                return  # the contact is closed already, and the end of a pulse would let the gate go
            with self._lock:
                self._pulsing_until_ns = time.monotonic_ns() + self._pulse_ms * 1_000_000 + SETTLE_NS
        try:
            self._unit.pulse(self._relay, self._pulse_ms, deadline_ns=deadline_ns)
        except DeviceError as trouble:
            raise trouble_of(trouble, SORT) from trouble

    def _switch(self, closed: bool, deadline_ns: int) -> None:
        with self._lock:
            self._pulsing_until_ns = 0
        try:
            self._unit.switch(self._hold_relay, closed, deadline_ns=deadline_ns)
        except DeviceError as trouble:
            raise trouble_of(trouble, SORT) from trouble

    def _contact(self, index: int | None) -> bool | None:
        if index is None:
            return None
        value, at_ns = self._unit.inputs.newest(index)
        return value if time.monotonic_ns() - at_ns <= VALID_NS else None
