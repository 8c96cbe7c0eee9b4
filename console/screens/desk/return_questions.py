"""Takes a payment back, or gives money of it back; each with a second person's word (P14)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from console.formats import NOTHING, format_money
from console.screens.context import Context
from console.screens.desk.give_back_panel import GiveBackPanel
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.screens.form.approval import ask_approval
from console.state.messages import Message, Weight
from core.domain.errors import LotkeeperError
from core.domain.payments import Part, Payment, Tender
from core.domain.people import Actor, Approval, Right
from core.domain.refunds import Refund, RefundState
from core.services import void_payment as voiding
from core.services.part_refunds import parts_left
from core.services.refund_payment import refund_payment
from core.services.void_payment import void_payment
from core.store.unit_of_work import SqlUnitOfWork


class ReturnQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask.

    ``changed`` comes once money went back, or is on its way.
    """

    opening = Signal(object)
    over = Signal()
    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._payment: Payment | None = None
        self._plate = ""
        self.voiding = ReasonPanel("void", voiding.REASONS)
        self.giving = GiveBackPanel()
        self.panels: tuple[Panel, ...] = (self.voiding, self.giving)
        self.voiding.answered.connect(self._on_void)
        self.giving.wanted.connect(self._on_give_back)
        for panel in (self.voiding, self.giving):
            panel.given_up.connect(self.over)

    def ask_to_void(self, payment: Payment, plate: str) -> None:
        """Ask why the payment is taken back."""
        self._payment, self._plate = payment, plate or NOTHING
        amount = format_money(payment.received_minor, payment.currency)
        self.opening.emit(self.voiding)
        self.voiding.ask(
            lambda: self.tr("Why is receipt {number} of {plate} taken back?").format(
                number=payment.receipt_name, plate=self._plate
            ),
            lambda: self.tr("Take it back"),
            lambda: self.tr(
                "{amount} go back to the driver, and the right to leave ends. A second person approves it."
            ).format(amount=amount),
        )

    def ask_to_give_back(self, payment: Payment, plate: str) -> None:
        """Ask how much of the payment goes back."""
        self._payment, self._plate = payment, plate or NOTHING
        self._context.jobs.look(lambda unit: parts_left(unit, payment), self._on_left_read)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.voiding.retranslate()
        self.giving.retranslate()

    def _on_left_read(self, left: list[Part]) -> None:
        if self._payment is None:
            return
        if not sum(part.amount_minor for part in left):
            self._context.state.post(Message(Weight.ATTENTION, "refund.nothing_left"))
            return
        self.opening.emit(self.giving)
        self.giving.ask_about(self._payment, left, self._plate)

    @Slot(str, str)
    def _on_void(self, reason: str, note: str) -> None:
        payment, opens_drawer, accounts = self._payment, self._opens_drawer, self._accounts
        if payment is None:
            return

        def work(unit: SqlUnitOfWork, actor: Actor, word: Approval) -> tuple[Refund, ...]:
            return void_payment(
                unit,
                actor=actor,
                payment_id=payment.payment_id,
                reason=reason,
                note=note,
                approval=word,
                opens_drawer=opens_drawer,
                accounts=accounts,
            )

        self._do(work, "approval.void", payment.received_minor, self.voiding)

    @Slot(int, object, str, str)
    def _on_give_back(self, amount_minor: int, tender: Tender, reason: str, note: str) -> None:
        payment, opens_drawer, accounts = self._payment, self._opens_drawer, self._accounts
        if payment is None:
            return

        def work(unit: SqlUnitOfWork, actor: Actor, word: Approval) -> tuple[Refund, ...]:
            refund = refund_payment(
                unit,
                actor=actor,
                payment_id=payment.payment_id,
                amount_minor=amount_minor,
                tender=tender,
                reason=reason,
                note=note,
                approval=word,
                opens_drawer=opens_drawer,
                accounts=accounts,
            )
            return (refund,)

        self._do(work, "approval.refund", amount_minor, self.giving)

    @property
    def _accounts(self) -> frozenset[str]:
        """The terminals and platforms that this console can ask."""
        return frozenset(account.id for account in self._context.console.paying.accounts)

    @property
    def _opens_drawer(self) -> bool:
        return self._context.console.config.printer.has_drawer

    def _do(
        self,
        work: Callable[[SqlUnitOfWork, Actor, Approval], Any],
        purpose: str,
        amount_minor: int,
        panel: Panel,
    ) -> None:
        """Do it once somebody else approved."""
        actor, payment = self._context.state.actor, self._payment
        if actor is None or payment is None:
            return
        facts = {"amount_minor": amount_minor, "number": payment.receipt_name}

        def act(word: Approval) -> None:
            self._context.jobs.change(lambda unit: work(unit, actor, word), self._on_done, self._on_refused)

        ask_approval(self._context, purpose, Right.APPROVE_REFUND, act, facts=facts, over=panel)

    def _on_done(self, refunds: tuple[Refund, ...]) -> None:
        out = sum(one.amount_minor for one in refunds if one.state is RefundState.PAID_BACK)
        on_its_way = sum(one.amount_minor for one in refunds if one.state is not RefundState.PAID_BACK)
        code = (
            "refund.given_out" if not on_its_way else "refund.on_its_way" if not out else "refund.both_ways"
        )
        facts = {"amount_minor": out or on_its_way, "other_minor": on_its_way, "plate": self._plate}
        if not refunds:
            code = "payment.taken_back"
        self._context.state.post(Message(Weight.DONE, code, facts))
        self.over.emit()
        self.changed.emit()

    def _on_refused(self, error: LotkeeperError) -> None:
        self._context.state.post_error(error)
