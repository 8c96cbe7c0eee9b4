"""The conflict over whatever screen is in front: whoever may decide need not open Consoles for it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.consoles.conflict_panel import ConflictPanel
from console.screens.consoles.conflicts import Conflict, read_conflicts
from console.screens.context import Context
from console.screens.form.sentences import sentence_of
from console.state.messages import Message, Weight
from console.theme.space import LARGE
from console.widgets.overlay import Overlay
from core.domain.errors import LotkeeperError
from core.domain.people import Actor
from core.domain.proposals import Proposal
from core.services.decide_proposals import RIGHTS, settle_conflict


class ConflictSheet(Overlay):
    """Shows what this person may decide about; Esc closes it and decides nothing."""

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(window, width=900, height=460)
        self._ctx = ctx
        self.panel = ConflictPanel(ctx)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.addWidget(self.panel)
        self.panel.left.connect(self.dismiss)
        self.panel.decided.connect(self._on_decided)

    def open_with_conflicts(self) -> None:
        """Read what waits, and open."""
        self._ctx.jobs.look(read_conflicts, self._on_read)

    def _on_read(self, conflicts: list[Conflict]) -> None:
        actor = self._ctx.state.actor
        mine = [each for each in conflicts if actor is not None and _may_decide(actor, each)]
        if not self.isVisible():
            self.open()
        self.panel.show_conflicts(mine)

    def _on_decided(self, proposal_id: str, take: bool) -> None:
        actor = self._ctx.state.actor
        if actor is not None:
            self._ctx.jobs.change(
                lambda unit: settle_conflict(unit, actor=actor, proposal_id=proposal_id, take=take),
                self._on_settled,
                self._on_not_settled,
            )

    def _on_settled(self, proposal: Proposal) -> None:
        code = proposal.reason or f"reference.{proposal.state.value}"
        self._ctx.state.post(Message(Weight.DONE, code))
        self._ctx.jobs.look(read_conflicts, self._on_read_after)

    def _on_read_after(self, conflicts: list[Conflict]) -> None:
        if conflicts:
            self._on_read(conflicts)
        else:
            self.dismiss()

    def _on_not_settled(self, error: LotkeeperError) -> None:
        self.panel.tell(sentence_of(error, self._ctx.state.lot))


def _may_decide(actor: Actor, conflict: Conflict) -> bool:
    right = RIGHTS.get(conflict.proposal.what)
    return right is not None and actor.may(right)
