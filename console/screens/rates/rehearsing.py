"""Rehearses a plan on the stays of the past, off the GUI thread, with progress and an end at any time."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from console.runtime.jobs import Jobs
from core.config.rate_plans.calendars import with_holidays
from core.domain.errors import LotkeeperError
from core.domain.rates.plan import Plan
from core.domain.rates.pricing import Pricing
from core.services.rehearse_rates import RehearsalReport, rehearse_rates
from core.store.queries.past_stays import count_past_stays, past_stays
from core.store.unit_of_work import SqlUnitOfWork

LOOK_EVERY_MS = 150


class _Progress:
    """Written by the worker, read by the GUI thread: two whole numbers and a flag."""

    def __init__(self) -> None:
        self.done = 0
        self.count = 0
        self.cancelled = Event()

    def told(self, done: int) -> None:
        self.done = done


def rehearse(view: SqlUnitOfWork, plan: Plan, days: int, progress: _Progress) -> RehearsalReport:
    """The report on the stays that left in the last so many days."""
    lot, until = view.lot(), view.now
    since = until - timedelta(days=days)
    progress.count = count_past_stays(view, since, until)
    return rehearse_rates(
        past_stays(view, since, until),
        # A stay that left in January may have come in December.
        draft=Pricing(with_holidays(plan, since.year - 1, until.year)),
        plan_of=view.plan,
        currency=lot.currency,
        zone=lot.zone,
        since=since,
        until=until,
        told=progress.told,
        is_cancelled=progress.cancelled.is_set,
    )


class Rehearsing(QObject):
    """``progressed`` carries how many stays are done and of how many, ``ended`` the report."""

    progressed = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._progress: _Progress | None = None
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def is_running(self) -> bool:
        """Whether a rehearsal goes on."""
        return self._progress is not None

    def begin(self, plan: Plan, days: int) -> None:
        """Rehearse this plan; nothing happens while another rehearsal goes on."""
        if self._progress is not None:
            return
        progress = self._progress = _Progress()
        self._look.start()
        self._jobs.look(lambda view: rehearse(view, plan, days, progress), self._on_ended, self._on_failed)

    def cancel(self) -> None:
        """End it; what it came to is reported all the same."""
        if self._progress is not None:
            self._progress.cancelled.set()

    def _on_look(self) -> None:
        if self._progress is not None:
            self.progressed.emit(self._progress.done, self._progress.count)

    def _on_ended(self, report: RehearsalReport) -> None:
        self._stop()
        self.ended.emit(report)

    def _on_failed(self, error: LotkeeperError) -> None:
        self._stop()
        self.failed.emit(error)

    def _stop(self) -> None:
        self._look.stop()
        self._progress = None
