"""Which commands a barrier has pulsed for: the same command id pulses once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

from core.domain.errors import DeviceError

# Older commands than these are long past their deadline, which throws them away by itself.
REMEMBERED = 256
WAIT_FOR_OTHER_S = 1.0


class PulseLedger:
    """Remembers the outcome of the last 256 commands; thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pulses: dict[str, Future[None]] = {}

    def once(self, command_id: str, send: Callable[[], None]) -> None:
        """Send, unless this command was already sent: then its outcome is told again.

        A command whose sending failed for certain (DeviceError without ``unknown``) may be sent again.
        """
        mine: Future[None] = Future()
        with self._lock:
            earlier = self._pulses.setdefault(command_id, mine)
            if len(self._pulses) > REMEMBERED:
                del self._pulses[next(iter(self._pulses))]
        if earlier is not mine:
            _tell_again(earlier)
            return
        try:
            send()
        except DeviceError as trouble:
            if not trouble.unknown:
                self._forget(command_id)
            mine.set_exception(trouble)
            raise
        mine.set_result(None)

    def _forget(self, command_id: str) -> None:
        with self._lock:
            self._pulses.pop(command_id, None)


def _tell_again(earlier: Future[None]) -> None:
    try:
        earlier.result(WAIT_FOR_OTHER_S)
    except TimeoutError:
        raise DeviceError("barrier.no_answer", detail="sent before, no outcome yet", unknown=True) from None
