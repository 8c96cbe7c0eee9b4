"""Below the table: the chosen console's detail, or the question, or the invitation that is in hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.membership import Invited
from console.screens.consoles.conflict_panel import ConflictPanel
from console.screens.consoles.conflicts import Conflict, read_conflicts
from console.screens.consoles.gathering import ConsoleRow
from console.screens.consoles.invite_panel import InvitePanel
from console.screens.consoles.question_panel import Question, QuestionPanel
from console.screens.consoles.rename_panel import RenamePanel
from console.screens.consoles.repairs import mend_as_asked
from console.screens.context import Context
from console.screens.form.sentences import sentence_of
from console.state.messages import Message, Weight
from core.domain.errors import LotkeeperError
from core.domain.proposals import Proposal
from core.services.decide_proposals import settle_conflict
from core.services.malfunctions import Repair


class LowerPart(QStackedWidget):
    """``done`` carries what came of it; ``left`` when the detail is shown again."""

    done = Signal(object)
    left = Signal()

    def __init__(self, ctx: Context, detail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._detail = detail
        self.question, self.invite = QuestionPanel(), InvitePanel(ctx)
        self.conflict, self.rename = ConflictPanel(ctx), RenamePanel()
        for panel in (detail, self.question, self.invite, self.conflict, self.rename):
            self.addWidget(panel)
        self.question.left.connect(self.show_detail)
        self.question.answered.connect(self._on_answered)
        self.conflict.left.connect(self.show_detail)
        self.conflict.decided.connect(self._on_decided)
        self.rename.left.connect(self.show_detail)
        self.rename.wanted.connect(self._on_rename_wanted)
        self.invite.left.connect(self.show_detail)
        self.invite.wanted.connect(self._on_invite_wanted)
        self.invite.withdrawn.connect(self._on_withdrawn)

    def ask(self, repair: Repair, about: ConsoleRow) -> None:
        """Ask before it is done."""
        self.setCurrentWidget(self.question)
        self.question.ask(Question(repair, about))

    def begin_invitation(self) -> None:
        """Ask for the name of the new console."""
        self.setCurrentWidget(self.invite)
        self.invite.begin()

    def begin_rename(self, about: ConsoleRow) -> None:
        """Ask for another name of that console."""
        self.setCurrentWidget(self.rename)
        self.rename.begin(about)

    def show_conflicts(self) -> None:
        """Show what waits for a decision."""
        self._ctx.jobs.look(read_conflicts, self._on_conflicts)

    def show_detail(self) -> None:
        """Back to the chosen console."""
        self.setCurrentWidget(self._detail)
        self.left.emit()

    def _on_conflicts(self, conflicts: list[Conflict]) -> None:
        self.setCurrentWidget(self.conflict)
        self.conflict.show_conflicts(conflicts)

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
        self.done.emit(Message(Weight.DONE, code))
        self.show_conflicts()

    def _on_not_settled(self, error: LotkeeperError) -> None:
        self.conflict.tell(sentence_of(error, self._ctx.state.lot))

    def _on_answered(self, question: Question, reason: str) -> None:
        actor, console, row = self._ctx.state.actor, self._ctx.console, question.row
        if actor is not None:
            self._ctx.jobs.run(
                lambda: mend_as_asked(
                    console,
                    actor,
                    question.repair,
                    console_id=row.console_id,
                    name=row.name,
                    reason=reason,
                ),
                self._on_done,
                self._on_refused,
            )

    def _on_done(self, message: Message) -> None:
        self.show_detail()
        self.done.emit(message)

    def _on_refused(self, error: LotkeeperError) -> None:
        self.question.tell(sentence_of(error, self._ctx.state.lot))

    def _on_rename_wanted(self, console_id: str, name: str) -> None:
        actor, console = self._ctx.state.actor, self._ctx.console
        if actor is not None:
            self._ctx.jobs.run(
                lambda: console.membership.rename(actor, console_id, name),
                self._on_renamed,
                self._on_not_renamed,
            )

    def _on_renamed(self, name: str) -> None:
        self._on_done(Message(Weight.DONE, "console.renamed", {"name": name}))

    def _on_not_renamed(self, error: LotkeeperError) -> None:
        self.rename.tell(sentence_of(error, self._ctx.state.lot))

    def _on_invite_wanted(self, name: str) -> None:
        actor, console = self._ctx.state.actor, self._ctx.console
        if actor is not None:
            self._ctx.jobs.run(
                lambda: console.membership.invite(actor, name), self._on_invited, self._on_not_invited
            )

    def _on_invited(self, invited: Invited) -> None:
        self.invite.show_invited(invited)

    def _on_not_invited(self, error: LotkeeperError) -> None:
        self.invite.tell(sentence_of(error, self._ctx.state.lot))

    def _on_withdrawn(self) -> None:
        actor, console = self._ctx.state.actor, self._ctx.console
        if actor is not None:
            self._ctx.jobs.run(lambda: console.membership.withdraw(actor), self._on_codes_ended)

    def _on_codes_ended(self, _count: int) -> None:
        self.show_detail()
