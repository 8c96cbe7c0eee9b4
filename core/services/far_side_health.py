"""How a terminal or platform answers: noticed whenever it is asked something, never asked by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from core.domain.errors import DeviceError
from core.services.payment_ports import ChargeAnswer, ChargeAsk
from core.services.ports import Clock, DeviceStatus, Health

FAILURE_COUNTS_NS: Final = 300_000_000_000
"""Nobody knows any more how a far side is that failed so long ago and was asked nothing since."""

SILENT_FOR_NS: Final = 25_000_000_000
"""A failure so short ago says that another call would fail, too."""


class FarSideHealth:
    """For one far side; asked on one thread, read on any."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._asked_ns = clock.monotonic_ns()
        self._asked_last = ""
        self._status = DeviceStatus(Health.UNKNOWN, self._asked_ns)

    def asked(self, call: Callable[[ChargeAsk], ChargeAnswer], ask: ChargeAsk) -> ChargeAnswer:
        """Ask, and notice how that went; raises as the call does."""
        self._asked_ns, self._asked_last = self._clock.monotonic_ns(), ask.charge_id
        try:
            answer = call(ask)
        except DeviceError as error:
            self._notice(Health.FAILED, error.cause)
            raise
        self._notice(Health.OK)
        return answer

    def status(self) -> DeviceStatus:
        """How it answered last; UNKNOWN as long as it did not, and long after a failure."""
        status = self._status
        silent_ns = self._clock.monotonic_ns() - self._asked_ns
        if status.health is Health.FAILED and silent_ns > FAILURE_COUNTS_NS:
            return DeviceStatus(Health.UNKNOWN, self._asked_ns)
        return status

    def is_silent_but_for(self, charge_id: str) -> bool:
        """Whether it has just not answered about another charge than this one."""
        silent_ns = self._clock.monotonic_ns() - self._asked_ns
        failed = self._status.health is Health.FAILED and silent_ns < SILENT_FOR_NS
        return failed and self._asked_last != charge_id

    def _notice(self, health: Health, cause: str = "") -> None:
        if (self._status.health, self._status.cause) != (health, cause):
            self._status = DeviceStatus(health, self._clock.monotonic_ns(), cause)
