"""Looks every second how sharing is, and says what wants a person."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Slot

from console.compose import Console
from console.reporting import conflicts_now, sharing_now
from console.runtime.jobs import Jobs
from console.state.lot_state import LotState
from console.state.messages import Message, Weight
from core.domain.clocks import is_off, whole_minutes
from core.domain.errors import LotkeeperError
from core.domain.people import Right
from core.services.sharing import SharingView

LOOK_EVERY_MS = 1000
REVOKED = "link.revoked"
DECIDE = "conflicts.decide"


class SharingWatch(QObject):
    """Puts sharing into the state. A far side that is away is no news here: the footer shows it.

    What was refused, that this clock is wrong, and that this console was revoked, is said aloud once.
    """

    def __init__(self, console: Console, state: LotState, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._state = state
        self._jobs = jobs
        self._looking = False
        self._told_of_conflicts = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin."""
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Look once, on a worker's thread."""
        if not self._looking:
            self._looking = True
            console = self._console
            self._jobs.run(
                lambda: (sharing_now(console), conflicts_now(console)), self._on_seen, self._on_not_seen
            )

    def _on_seen(self, seen: tuple[SharingView, int]) -> None:
        self._looking = False
        view, conflicts = seen
        self._note_conflicts(conflicts)
        before = self._state.sharing
        self._state.show_sharing(view)
        if view.refused > before.refused:
            facts = {"count": view.refused}
            self._state.post(Message(Weight.ALARM, "sharing.refused", facts, command_id="screen.consoles"))
        if view.skew is not None and is_off(view.skew) and not is_off(before.skew):
            code = "clock.off_ahead" if view.skew > timedelta() else "clock.off_behind"
            facts = {"minutes": whole_minutes(view.skew)}
            self._state.post(Message(Weight.ALARM, code, facts, command_id="screen.consoles"))
        if _is_revoked(view) and not _is_revoked(before):
            self._state.post(Message(Weight.ALARM, REVOKED))

    def _note_conflicts(self, conflicts: int) -> None:
        """Said when there is one more, and to whoever signs on and may decide about it."""
        more, self._state.conflicts = conflicts > self._state.conflicts, conflicts
        actor = self._state.actor
        may_decide = actor is not None and actor.may(Right.SET_RATES)
        if not may_decide or not conflicts:
            self._told_of_conflicts = False
        elif more or not self._told_of_conflicts:
            self._told_of_conflicts = True
            self._state.post(Message(Weight.ATTENTION, "reference.conflict", command_id=DECIDE))

    def _on_not_seen(self, _error: LotkeeperError) -> None:
        """A database that cannot be read is told by whoever needs it; the next look comes by itself."""
        self._looking = False


def _is_revoked(view: SharingView) -> bool:
    return any(link.cause == REVOKED for link in view.homes)
