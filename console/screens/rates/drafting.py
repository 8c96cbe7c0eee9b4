"""Keeps the plan that is edited as a draft, a moment after each change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from console.screens.context import Context
from console.screens.rates import keeping
from core.domain.errors import LotkeeperError
from core.domain.people import Right
from core.domain.rates.plan import Plan
from core.services.unit_of_work import RateDraft

PAUSE_MS = 1200


class Drafting(QObject):
    """One draft, written by one transaction at a time; ``kept`` after each, ``failed`` carries why not."""

    kept = Signal()
    failed = Signal(object)

    def __init__(self, ctx: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.draft_id = ""
        self._wanted: Plan | None = None
        self._runs = False
        self._is_unwanted = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep_now)

    @property
    def is_idle(self) -> bool:
        """Whether all was written."""
        return self._wanted is None and not self._runs

    def keep(self, plan: Plan) -> None:
        """Write this plan soon."""
        self._wanted = plan
        self._is_unwanted = False
        self._pause.start()

    def keep_now(self) -> None:
        """Write what waits."""
        actor, plan = self._ctx.state.actor, self._wanted
        if actor is None or plan is None or self._runs or not actor.may(Right.SET_RATES):
            return
        self._wanted, self._runs = None, True
        draft_id = self.draft_id
        self._ctx.jobs.change(
            lambda unit: keeping.keep_draft(unit, actor, plan, draft_id), self._on_kept, self._on_failed
        )

    def discard(self) -> None:
        """Forget the draft, also one that is just being written."""
        self._pause.stop()
        self._wanted = None
        self._is_unwanted = True
        if not self._runs:
            self._drop()

    def _drop(self) -> None:
        actor, draft_id = self._ctx.state.actor, self.draft_id
        self._is_unwanted, self.draft_id = False, ""
        if actor is not None and draft_id:
            self._ctx.jobs.change(
                lambda unit: keeping.forget_draft(unit, actor, draft_id), lambda _none: None, self._on_failed
            )

    def _on_kept(self, draft: RateDraft) -> None:
        self._runs = False
        self.draft_id = draft.draft_id
        if self._is_unwanted:
            self._drop()
        self.kept.emit()
        if self._wanted is not None and not self._pause.isActive():
            self.keep_now()

    def _on_failed(self, error: LotkeeperError) -> None:
        self._runs = False
        self.failed.emit(error)
