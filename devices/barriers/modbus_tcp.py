"""A barrier whose opening contact is a relay of a Modbus TCP board."""

from __future__ import annotations

import time
from typing import Literal

from core.domain.errors import DeviceError
from core.services.ports import Boom, DeviceStatus
from devices.barriers.boom_contacts import boom_from_contacts
from devices.barriers.pulse_ledger import PulseLedger
from devices.transports.modbus import CRASHED, TOO_LATE, RelayBoard
from devices.transports.modbus_connection import FLASH_LONGEST_MS, FLASH_UNIT_MS, NO_ANSWER, REFUSED

CONTACT_VALID_NS = 2_000_000_000

_CAUSES = {
    TOO_LATE: "barrier.too_late",
    NO_ANSWER: "barrier.no_answer",
    REFUSED: "barrier.refused",
    CRASHED: "barrier.crashed",
    "": "",
}


class ModbusBarrier:
    """Fills ``ports.Barrier``: pulses one relay, and reads the boom's limit contacts where wired.

    ``pulse="board"`` lets the board time the pulse (Waveshare's flash command); ``"host"`` is for boards
    without it: on, and off by this console, also at start and exit; a console that dies meanwhile leaves
    the relay closed until it is back.
    """

    def __init__(
        self,
        board: RelayBoard,
        *,
        relay: int,
        boom_up_input: int | None = None,
        boom_down_input: int | None = None,
        pulse_ms: int = 500,
        pulse: Literal["board", "host"] = "board",
    ) -> None:
        if not 0 <= relay < 256:
            raise ValueError(f"relay {relay} is outside 0 to 255")
        if pulse_ms % FLASH_UNIT_MS or not FLASH_UNIT_MS <= pulse_ms <= FLASH_LONGEST_MS:
            raise ValueError(f"a pulse is a multiple of {FLASH_UNIT_MS} ms, not {pulse_ms}")
        for index in (boom_up_input, boom_down_input):
            if index is not None and not 0 <= index < board.inputs.count:
                raise ValueError(f"the board has inputs 0 to {board.inputs.count - 1}, not {index}")
        self._board = board
        self._relay = relay
        self._boom_up_input = boom_up_input
        self._boom_down_input = boom_down_input
        self._pulse_ms = pulse_ms
        self._pulse = board.pulse_by_board if pulse == "board" else board.pulse_by_host
        self._ledger = PulseLedger()
        if pulse == "host":
            board.time_by_host(relay)

    def start(self) -> None:
        """Connect in the background; returns at once."""
        self._board.hold(self)

    def open(self, command_id: str, *, deadline_ns: int) -> None:
        """Pulse the relay once per command id; returns when the board acknowledged, within 1 s."""
        self._ledger.once(command_id, lambda: self._send(deadline_ns))

    def boom(self) -> Boom:
        """Where the boom is now; UNKNOWN where its contacts are not wired or older than 2 s."""
        return boom_from_contacts(
            up=self._contact(self._boom_up_input), down=self._contact(self._boom_down_input)
        )

    def stop(self) -> None:
        """Let go of the board within 2 s; may be called twice."""
        self._board.release(self)

    def status(self) -> DeviceStatus:
        """How the connection to the board is."""
        board = self._board.status()
        return DeviceStatus(board.health, board.since_ns, _CAUSES[board.cause], board.detail)

    def _send(self, deadline_ns: int) -> None:
        try:
            self._pulse(self._relay, self._pulse_ms, deadline_ns=deadline_ns)
        except DeviceError as trouble:
            raise DeviceError(
                _CAUSES[trouble.cause], detail=trouble.detail, unknown=trouble.unknown
            ) from trouble

    def _contact(self, index: int | None) -> bool | None:
        sample = None if index is None else self._board.inputs.newest(index)
        if sample is None or time.monotonic_ns() - sample[1] > CONTACT_VALID_NS:
            return None
        return sample[0]
