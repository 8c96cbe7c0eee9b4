"""Reckons what follows from the plan while it is edited: off the GUI thread, the newest question only."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from console.runtime.jobs import Jobs
from console.screens.rates.outlook import Outlook, outlook
from console.screens.rates.seen import Seen
from core.domain.errors import LotkeeperError
from core.domain.rates.plan import Plan

PAUSE_MS = 120


class Reckoner(QObject):
    """``reckoned`` carries an Outlook; one question runs at a time, and what is asked meanwhile follows."""

    reckoned = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wanted: tuple[Plan, Seen, datetime, Plan | None] | None = None
        self._runs = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked and nothing runs."""
        return self._wanted is None and not self._runs

    def ask(self, plan: Plan, seen: Seen, now: datetime, in_force: Plan | None) -> None:
        """Reckon with this plan soon; an older question that did not begin is forgotten."""
        self._wanted = (plan, seen, now, in_force)
        self._pause.start()

    def _begin(self) -> None:
        if self._runs or self._wanted is None:
            return
        plan, seen, now, in_force = self._wanted
        self._wanted, self._runs = None, True
        self._jobs.run(lambda: outlook(plan, seen, now, in_force), self._on_done, self._on_failed)

    def _on_done(self, found: Outlook) -> None:
        self._runs = False
        if self._wanted is None:
            self.reckoned.emit(found)
        else:
            self._begin()

    def _on_failed(self, error: LotkeeperError) -> None:
        self._runs = False
        self.failed.emit(error)
        self._begin()
