"""Asks what becomes of money that is due back, and does it: paid out of the drawer, or kept with a reason."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from console.formats import format_money
from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.screens.desk.refund_panel import RefundPanel
from console.state.messages import Message, Weight
from console.words import Words, say
from core.domain.errors import LotkeeperError, OperatorError, StoreError
from core.domain.people import Actor, Right
from core.domain.refunds import Refund, RefundState
from core.services.settle_overpayment import REASONS, keep_refund, pay_refund_back
from core.services.sharing import LinkState, SharingView
from core.store.queries.refunds import RefundView, refund_shown

_SETTLED = "refund.settled_already"


class RefundQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, car: CarInHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._car = car
        self._number = 0
        self._is_settling = False
        self._awaits_car = False
        self.refund = RefundPanel()
        self.keeping = ReasonPanel("refund_reason", REASONS)
        self.panels: tuple[Panel, ...] = (self.refund, self.keeping)
        self.refund.paid_out.connect(self._on_paid_out)
        self.refund.keep_wanted.connect(self._on_keep_wanted)
        self.refund.given_up.connect(self.over)
        self.keeping.answered.connect(self._on_keeping_answered)
        self.keeping.given_up.connect(self._on_not_kept)
        car.chosen_changed.connect(self._on_car_chosen)
        state = context.state
        state.stays_changed.connect(self._on_stays_changed)
        for signal in (state.shift_changed, state.actor_changed, state.sharing_changed):
            signal.connect(self._allow)

    def ask(self, refund_id: str) -> None:
        """Ask what becomes of this refund; its car is taken in hand."""
        self._number += 1
        number = self._number
        self._context.jobs.look(
            lambda view: refund_shown(view, refund_id), lambda shown: self._on_read(number, shown)
        )

    @Slot()
    def forget(self) -> None:
        """Something else is asked, or nothing: a refund that is still being read does not come any more."""
        self._number += 1

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.refund.retranslate()
        self.keeping.retranslate()
        self._allow()

    @property
    def _asks(self) -> bool:
        return any(not panel.isHidden() for panel in self.panels)

    def _on_read(self, number: int, shown: RefundView) -> None:
        lot = self._context.state.lot
        if number != self._number or lot is None or self._context.state.actor is None:
            return
        if shown.refund.state is not RefundState.DUE:
            self._context.state.post(Message(Weight.ATTENTION, _SETTLED))
            return
        self._awaits_car = shown.stay is not None
        if shown.stay is not None:
            self._car.choose(shown.stay.stay_id)
        else:
            self._car.let_go()
        self.opening.emit(self.refund)
        self.refund.ask(shown, lot)
        self._allow()

    @Slot()
    def _on_car_chosen(self) -> None:
        """The car comes in above the panel and moves it: it is brought into sight again."""
        if self._awaits_car and not self.refund.isHidden():
            self.opening.emit(self.refund)
        self._awaits_car = False

    @Slot()
    def _allow(self) -> None:
        """What the one who is signed on may do with it now."""
        shown, actor, lot = self.refund.shown, self._context.state.actor, self._context.state.lot
        if shown is None or actor is None:
            return
        code, facts = self._why_not_pay(actor, shown.refund)
        may_keep = actor.may(Right.WRITE_OFF)
        hints = [_sentence(say(code, facts, lot))] if code else []
        if not may_keep:
            hints.append(_sentence(say("refund.keeping_needs_right")))
        is_cut_off = not code and _is_cut_off(self._context.state.sharing)
        self.refund.allow(
            may_pay=not code,
            may_keep=may_keep,
            hint="\n".join(hints),
            warning=_sentence(say("refund.cut_off")) if is_cut_off else "",
        )

    def _why_not_pay(self, actor: Actor, refund: Refund) -> tuple[str, dict[str, object]]:
        """Why it cannot be paid out of this drawer, as a reason code with its figures; "" where it can."""
        shift = self._context.state.shift
        if not actor.may(Right.TAKE_CASH):
            return "right.missing", {}
        if shift is None:
            return "shift.none_open", {}
        if shift.person_id != actor.person_id:
            return "shift.of_someone_else", {}
        if shift.expected_minor < refund.amount_minor:
            return "refund.drawer_too_low", {"amount_minor": refund.amount_minor}
        return "", {}

    @Slot()
    def _on_paid_out(self) -> None:
        shown, actor = self.refund.shown, self._context.state.actor
        if shown is None or actor is None:
            return
        drawer, refund_id = self._context.state.drawer, shown.refund.refund_id
        opens_drawer = self._context.console.config.printer.has_drawer
        self._is_settling = True
        self._context.jobs.change(
            lambda unit: pay_refund_back(
                unit, actor=actor, refund_id=refund_id, drawer=drawer, opens_drawer=opens_drawer
            ),
            lambda _refund: self._on_settled("refund.handed_out", shown),
            self._on_refused,
        )

    @Slot()
    def _on_keep_wanted(self) -> None:
        shown = self.refund.shown
        if shown is None:
            return
        amount = format_money(shown.refund.amount_minor, shown.refund.currency)
        self.opening.emit(self.keeping)
        self.keeping.ask(
            lambda: self.tr("Why is {amount} kept?").format(amount=amount),
            lambda: self.tr("Keep {amount}").format(amount=amount),
            lambda: self.tr("It is settled then: nobody pays it back any more."),
        )

    @Slot()
    def _on_not_kept(self) -> None:
        """Back to both payments."""
        shown, lot = self.refund.shown, self._context.state.lot
        if shown is None or lot is None:
            self.over.emit()
            return
        self.opening.emit(self.refund)
        self.refund.ask(shown, lot)

    @Slot(str, str)
    def _on_keeping_answered(self, reason: str, note: str) -> None:
        shown, actor = self.refund.shown, self._context.state.actor
        if shown is None or actor is None:
            return
        refund_id = shown.refund.refund_id
        self._is_settling = True
        self._context.jobs.change(
            lambda unit: keep_refund(unit, actor=actor, refund_id=refund_id, reason=reason, note=note),
            lambda _refund: self._on_settled("refund.kept_for_good", shown),
            self._on_refused,
        )

    def _on_settled(self, code: str, shown: RefundView) -> None:
        self._is_settling = False
        facts = {"amount_minor": shown.refund.amount_minor, "plate": shown.plate or "–"}
        self._context.state.post(Message(Weight.DONE, code, facts))
        self._close(shown)

    def _on_refused(self, error: LotkeeperError) -> None:
        self._is_settling = False
        if self.refund.isHidden() or not isinstance(error, OperatorError | StoreError):
            self._context.state.post_error(error)
            return
        code = error.code if isinstance(error, OperatorError) else error.cause
        facts = error.facts if isinstance(error, OperatorError) else {}
        self.refund.show_trouble(say(code, facts, self._context.state.lot))

    @Slot()
    def _on_stays_changed(self) -> None:
        """Another console may have settled it, or its payments may have come."""
        shown = self.refund.shown
        if shown is not None and self._asks and self._context.state.actor is not None:
            refund_id = shown.refund.refund_id
            self._context.jobs.look(lambda view: refund_shown(view, refund_id), self._on_read_again)

    def _on_read_again(self, shown: RefundView) -> None:
        before = self.refund.shown
        if self._is_settling or not self._asks or before is None:
            return
        if before.refund.refund_id != shown.refund.refund_id:
            return
        if shown.refund.state is RefundState.DUE:
            self.refund.show_again(shown)
            return
        self._context.state.post(Message(Weight.ATTENTION, _SETTLED))
        self._close(shown)

    def _close(self, shown: RefundView) -> None:
        """Ask nothing more about it; where something else is asked by now, that stays."""
        asked = self.refund.shown
        if self._asks and asked is not None and asked.refund.refund_id == shown.refund.refund_id:
            self.over.emit()


def _is_cut_off(sharing: SharingView) -> bool:
    """Whether this console has far sides and none of them answers."""
    homes = sharing.homes
    return bool(homes) and not any(home.state is LinkState.OK for home in homes)


def _sentence(said: Words) -> str:
    return f"{said.text} {said.step}".strip()
