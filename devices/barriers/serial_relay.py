"""A barrier on a serial relay board that never answers (LCUS type)."""

from __future__ import annotations

from core.domain.errors import DeviceError
from core.services.ports import Boom, DeviceStatus
from devices.barriers.pulse_ledger import PulseLedger
from devices.transports.relay_port import MOST_CHANNELS, RelayPort


class SerialRelayBarrier:
    """Fills ``ports.Barrier``: pulses one relay, timed by this host; whether it moved is never known.

    It cannot be held open: nobody could say afterwards whether it still is.
    """

    def __init__(self, port: RelayPort, *, relay: int, pulse_ms: int = 500) -> None:
        if not 0 <= relay < MOST_CHANNELS:
            raise ValueError(f"relay {relay} is outside 0 to {MOST_CHANNELS - 1}")
        self._port = port
        self._relay = relay
        self._pulse_ms = pulse_ms
        self._ledger = PulseLedger()
        port.relays.time_by_host(relay)

    def start(self) -> None:
        """Open the port in the background; returns at once."""
        self._port.hold(self)

    def open(self, command_id: str, *, deadline_ns: int) -> None:
        """Pulse the relay once per command id; returns when the port took the command, within 1 s."""
        self._ledger.once(command_id, lambda: self._pulse(deadline_ns))

    def boom(self) -> Boom:
        """Never known: such a board has no inputs."""
        return Boom.UNKNOWN

    def stop(self) -> None:
        """Open the relay and let go of the port within 2 s; may be called twice."""
        self._port.release(self)

    def status(self) -> DeviceStatus:
        """How the port is; UNKNOWN with ``barrier.cannot_answer`` is the best there is."""
        port = self._port.status()
        return DeviceStatus(port.health, port.since_ns, _cause(port.cause), port.detail)

    def _pulse(self, deadline_ns: int) -> None:
        try:
            self._port.pulse(self._relay, self._pulse_ms, deadline_ns=deadline_ns)
        except DeviceError as trouble:
            raise DeviceError(
                _cause(trouble.cause), detail=trouble.detail, unknown=trouble.unknown
            ) from trouble


def _cause(of_board: str) -> str:
    return of_board.replace("board.", "barrier.", 1)
