"""A barrier whose contacts are relays of a Modbus board, over TCP or on a serial bus."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

from core.domain.errors import DeviceError
from core.services.ports import Boom, DeviceStatus, Measure
from devices.barriers.boom_contacts import boom_from_contacts
from devices.barriers.pulse_ledger import PulseLedger
from devices.transports.modbus_line import FLASH_LONGEST_MS, FLASH_UNIT_MS
from devices.transports.relay_board import RelayBoard

# The relays are read back twice a second: as long after a pulse a closed one may still be the pulse's.
PULSE_SEEN_FOR_MS = 1_000


class ModbusBarrier:
    """Fills ``ports.Barrier``, ``HoldsOpen`` and ``Measures``: pulses one relay, latches one, reads contacts.

    ``pulse="board"`` lets the board time the pulse (Waveshare's flash command); ``"host"`` is for boards
    without it: on, and off by this console, also at start and exit; a console that dies meanwhile leaves
    the relay closed until it is back. ``hold_relay`` None is the opening one, kept closed.
    """

    def __init__(
        self,
        board: RelayBoard,
        *,
        relay: int,
        hold_relay: int | None = None,
        boom_up_input: int | None = None,
        boom_down_input: int | None = None,
        pulse_ms: int = 500,
        pulse: Literal["board", "host"] = "board",
    ) -> None:
        if pulse_ms % FLASH_UNIT_MS or not FLASH_UNIT_MS <= pulse_ms <= FLASH_LONGEST_MS:
            raise ValueError(f"a pulse is a multiple of {FLASH_UNIT_MS} ms, not {pulse_ms}")
        self._board = board
        self._relay = relay
        self._hold_relay = relay if hold_relay is None else hold_relay
        self._boom_up_input = boom_up_input
        self._boom_down_input = boom_down_input
        self._pulse_ms = pulse_ms
        self._pulse = board.pulse_by_board if pulse == "board" else board.pulse_by_host
        self._pulses = PulseLedger()
        self._holds = PulseLedger()
        self._pulse_seen_until_ns = 0
        board.use(relay=relay, inputs=(boom_up_input, boom_down_input))
        board.use(relay=self._hold_relay)
        if pulse == "host":
            board.time_by_host(relay)

    def start(self) -> None:
        """Connect in the background; returns at once."""
        self._board.hold(self)

    def open(self, command_id: str, *, deadline_ns: int) -> None:
        """Pulse the relay once per command id; returns when the board acknowledged, within 1 s.

        Where the same relay is held closed, it stays so.
        """
        self._pulses.once(command_id, lambda: _as_barrier(lambda: self._send_pulse(deadline_ns)))

    def hold_open(self, command_id: str, *, deadline_ns: int) -> None:
        """Latch the holding relay, once per command id; returns when the board says that it is closed."""
        hold = self._hold_relay
        self._holds.once(
            command_id, lambda: _as_barrier(lambda: self._board.latch(hold, deadline_ns=deadline_ns))
        )

    def let_go(self, command_id: str, *, deadline_ns: int) -> None:
        """Open the holding relay, as often as asked; returns when the board acknowledged."""
        del command_id  # an opened contact may be opened again
        _as_barrier(lambda: self._board.unlatch(self._hold_relay, deadline_ns=deadline_ns))

    def is_held(self) -> bool | None:
        """Whether the holding relay is closed, as the board says; a pulse of the same relay is no holding."""
        closed = self._board.relay_closed(self._hold_relay)
        is_pulse = self._hold_relay == self._relay and time.monotonic_ns() < self._pulse_seen_until_ns
        if closed and is_pulse and not self._board.is_latched(self._hold_relay):
            return None
        return closed

    def leave_held(self) -> None:
        """Said before ``start``: a person had it held open, so the relay is left as it is."""
        self._board.leave_latched(self._hold_relay)

    def boom(self) -> Boom:
        """Where the boom is now; UNKNOWN where its contacts are not wired or older than 2 s."""
        return boom_from_contacts(
            up=self._board.input(self._boom_up_input), down=self._board.input(self._boom_down_input)
        )

    def stop(self) -> None:
        """Let go of the board within 2 s; may be called twice."""
        self._board.release(self)

    def status(self) -> DeviceStatus:
        """How the connection to the board is."""
        board = self._board.status()
        return DeviceStatus(board.health, board.since_ns, _cause(board.cause), board.detail)

    def measures(self) -> tuple[Measure, ...]:
        """Its relays and contacts as last read, and how fast the board answers."""
        return (
            Measure("barrier.relay_closed", self._board.relay_closed(self._relay)),
            Measure("barrier.held", self.is_held()),
            Measure("barrier.boom_up", self._board.input(self._boom_up_input)),
            Measure("barrier.boom_down", self._board.input(self._boom_down_input)),
            Measure("barrier.answer_ms", self._board.answer_ms()),
        )

    def _send_pulse(self, deadline_ns: int) -> None:
        seen_ms = self._pulse_ms + PULSE_SEEN_FOR_MS
        self._pulse_seen_until_ns = time.monotonic_ns() + seen_ms * 1_000_000
        self._pulse(self._relay, self._pulse_ms, deadline_ns=deadline_ns)


def _as_barrier(act: Callable[[], None]) -> None:
    try:
        act()
    except DeviceError as trouble:
        raise DeviceError(_cause(trouble.cause), detail=trouble.detail, unknown=trouble.unknown) from trouble


def _cause(of_board: str) -> str:
    return of_board.replace("board.", "barrier.", 1)
