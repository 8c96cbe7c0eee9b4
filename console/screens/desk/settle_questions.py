"""Lets a car go that does not pay now: waived with a reason, on the driver's word, or towed away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from console.formats import NOTHING, format_money
from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.charge_answers import words_of
from console.screens.desk.chosen import Chosen
from console.screens.desk.fields_panel import Asked, FieldsPanel
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.screens.form.approval import ask_approval
from console.state.messages import Message, Weight
from core.domain.debts import LONGEST_NAME, LONGEST_NOTE, LONGEST_PHONE, Debtor
from core.domain.errors import LotkeeperError
from core.domain.payments import Payment
from core.domain.people import Actor, Approval, Right
from core.services import tow as towing
from core.services import waive as waiving
from core.services.take_iou import take_iou
from core.services.tow import tow
from core.services.waive import waive
from core.store.unit_of_work import SqlUnitOfWork


class SettleQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, car: CarInHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._car = context, car
        self.waiving = ReasonPanel("waive", waiving.REASONS)
        self.towing = ReasonPanel("tow", towing.REASONS)
        self.iou = FieldsPanel(
            (
                Asked(lambda: self.tr("Name"), longest=LONGEST_NAME),
                Asked(lambda: self.tr("Telephone"), longest=LONGEST_PHONE),
                Asked(lambda: self.tr("Note"), longest=LONGEST_NOTE),
            )
        )
        self.panels: tuple[Panel, ...] = (self.waiving, self.iou, self.towing)
        self.waiving.answered.connect(self._on_waived)
        self.towing.answered.connect(self._on_towed)
        self.iou.answered.connect(self._on_promised)
        for panel in (self.waiving, self.towing, self.iou):
            panel.given_up.connect(self.over)

    def ask_to_waive(self) -> None:
        """Ask why the car in hand pays nothing."""
        self._ask_reason(
            self.waiving,
            lambda plate, amount: self.tr("Why does {plate} not pay {amount}?").format(
                plate=plate, amount=amount
            ),
            lambda: self.tr("Let it go without paying"),
            lambda: self.tr("It counts as paid with nothing, under your name. The slip says so."),
        )

    def ask_to_tow(self) -> None:
        """Ask why the car in hand was towed away."""
        self._ask_reason(
            self.towing,
            lambda plate, amount: self.tr("Why was {plate} towed? {amount} stay owed.").format(
                plate=plate, amount=amount
            ),
            lambda: self.tr("It was towed"),
            lambda: self.tr(
                "Its stay ends, its space is free, and what it owes stands under Payments, Debts."
            ),
        )

    def ask_for_promise(self) -> None:
        """Ask who promises to pay later."""
        chosen = self._owing()
        if chosen is None:
            return
        plate, amount = self._named(chosen)
        self.opening.emit(self.iou)
        self.iou.ask(
            lambda: self.tr("{plate} pays {amount} later. Who promises it?").format(
                plate=plate, amount=amount
            ),
            lambda: self.tr("Let it go on credit"),
            lambda: self.tr("The plate and its photo are kept with it. The slip is the driver's proof."),
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for panel in (self.waiving, self.iou, self.towing):
            panel.retranslate()

    def _ask_reason(
        self,
        panel: ReasonPanel,
        title: Callable[[str, str], str],
        act: Callable[[], str],
        about: Callable[[], str],
    ) -> None:
        chosen = self._owing()
        if chosen is not None:
            named = self._named(chosen)
            self.opening.emit(panel)
            panel.ask(lambda: title(*named), act, about)

    def _owing(self) -> Chosen | None:
        """The car in hand where it owes something."""
        chosen = self._car.chosen
        has_price = chosen is not None and chosen.due is not None and chosen.due.quote.total_minor > 0
        return chosen if has_price else None

    def _named(self, chosen: Chosen) -> tuple[str, str]:
        due = chosen.due
        amount = format_money(due.quote.total_minor, due.quote.currency) if due is not None else NOTHING
        return chosen.stay.plate or self.tr("a car without a plate"), amount

    @Slot(str, str)
    def _on_waived(self, reason: str, note: str) -> None:
        def work(unit: SqlUnitOfWork, actor: Actor, stay: str, shown: int, word: Approval | None) -> Payment:
            return waive(
                unit, actor=actor, stay_id=stay, shown_minor=shown, reason=reason, note=note, approval=word
            )

        self._settle(work, Right.WAIVE, "approval.waive", "payment.waived")

    @Slot(str, str)
    def _on_towed(self, reason: str, note: str) -> None:
        def work(unit: SqlUnitOfWork, actor: Actor, stay: str, shown: int, word: Approval | None) -> Payment:
            return tow(
                unit, actor=actor, stay_id=stay, shown_minor=shown, reason=reason, note=note, approval=word
            )

        self._settle(work, Right.WRITE_OFF, "approval.tow", "payment.towed")

    @Slot(tuple)
    def _on_promised(self, texts: tuple[str, str, str]) -> None:
        name, phone, note = texts
        debtor = Debtor(name=name, phone=phone, note=note)

        def work(unit: SqlUnitOfWork, actor: Actor, stay: str, shown: int, _word: Approval | None) -> Payment:
            return take_iou(unit, actor=actor, stay_id=stay, shown_minor=shown, debtor=debtor)

        self._settle(work, Right.TAKE_IOU, "", "payment.promised")

    def _settle(
        self,
        work: Callable[[SqlUnitOfWork, Actor, str, int, Approval | None], Payment],
        right: Right,
        purpose: str,
        done: str,
    ) -> None:
        """Do it, after somebody else's word where the one who asks may not do it alone."""
        chosen, actor = self._owing(), self._context.state.actor
        if chosen is None or chosen.due is None or actor is None:
            self.over.emit()
            return
        stay_id, shown, plate = chosen.stay.stay_id, chosen.due.quote.total_minor, chosen.stay.plate
        facts: dict[str, object] = {"amount_minor": shown, "plate": plate or NOTHING}

        def settle(word: Approval | None) -> None:
            self._context.jobs.change(
                lambda unit: work(unit, actor, stay_id, shown, word),
                lambda payment: self._on_settled(done, facts, payment),
                self._on_refused,
            )

        if not purpose or actor.may(right):
            settle(None)
        else:
            ask_approval(self._context, purpose, right, settle, facts=facts, over=self._front())

    def _front(self) -> Panel | None:
        return next((panel for panel in self.panels if not panel.isHidden()), None)

    def _on_settled(self, done: str, facts: dict[str, object], payment: Payment) -> None:
        figures = {**facts, "number": payment.receipt_name, "until": payment.permit_until}
        self._context.state.post(Message(Weight.DONE, done, figures))
        self.over.emit()
        self._car.refresh()

    def _on_refused(self, error: LotkeeperError) -> None:
        if not self.iou.isHidden():
            self.iou.show_trouble(words_of(error, self._context.state.lot))
        else:
            self._context.state.post_error(error)
        self._car.refresh()
