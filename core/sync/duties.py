"""What a console does for its lot again and again: one thread, one duty after the other."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.domain.errors import LotkeeperError, OperatorError
from core.services.ports import Clock

log = logging.getLogger(__name__)

EVERY_SECONDS = 5.0
JOIN_SECONDS = 12.0

Duty = Callable[[], None]


@dataclass(frozen=True, slots=True)
class DutyState:
    """How a duty is: when it was last done, and why (a reason code) it could not be since when."""

    done_at: datetime | None = None
    cause: str = ""
    failing_since: datetime | None = None


class Duties:
    """Does its duties after every nudge and every few seconds, as long as ``are_due`` says so.

    One that fails is tried again with the next turn and keeps none of the others from theirs.
    """

    def __init__(
        self, name: str, duties: Mapping[str, Duty], clock: Clock, *, are_due: Callable[[], bool]
    ) -> None:
        self._name = name
        self._duties = dict(duties)
        self._clock = clock
        self._are_due = are_due
        self._wake = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None
        self._states: dict[str, DutyState] = {}

    @property
    def states(self) -> Mapping[str, DutyState]:
        """How each duty is; from any thread."""
        return dict(self._states)

    def start(self) -> None:
        """Begin."""
        self._thread = threading.Thread(target=self._run, name=f"duties-{self._name}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the duty in hand; may be called twice."""
        self._stopping = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def nudge(self) -> None:
        """Something happened that may concern a duty; returns at once."""
        self._wake.set()

    def turn(self) -> None:
        """Do each duty once, now, on this thread."""
        for name, duty in self._duties.items():
            if self._stopping or not self._are_due():
                return
            self._states[name] = self._do(name, duty)

    def _run(self) -> None:
        while not self._stopping:
            self.turn()
            self._wake.wait(EVERY_SECONDS)
            self._wake.clear()

    def _do(self, name: str, duty: Duty) -> DutyState:
        before = self._states.get(name, DutyState())
        try:
            duty()
        except LotkeeperError as error:
            cause = error.code if isinstance(error, OperatorError) else str(getattr(error, "cause", ""))
            if cause != before.cause:
                log.warning("the duty %s: %s", name, error)
        except Exception:
            # The thread's top: one duty's fault must not end the lot's central work.
            cause = "program.fault"
            if cause != before.cause:
                log.exception("the duty %s failed in the program", name)
        else:
            return DutyState(self._clock.now())
        return DutyState(before.done_at, cause, before.failing_since or self._clock.now())
