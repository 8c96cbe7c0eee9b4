"""What a person says to a charge that is waited for or in doubt: ask now, cancel, it was paid, it was not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from console.formats import format_money
from console.screens.context import Context
from console.screens.desk.charge_panel import ChargePanel
from console.screens.desk.slip_panel import SlipPanel
from console.screens.form.approval import ask_approval
from console.state.messages import Message, Weight
from console.words import Words, say
from core.domain.errors import LotkeeperError, OperatorError, StoreError
from core.domain.lots import Lot
from core.domain.people import Approval, Right
from core.services.ask_for_money import ask_now, cancel_charge
from core.services.resolve_charge import resolve_charge


def words_of(error: LotkeeperError, lot: Lot | None) -> Words:
    """What went wrong, in words for a panel."""
    if isinstance(error, OperatorError):
        return say(error.code, error.facts, lot)
    if isinstance(error, StoreError):
        return say(error.cause, {"detail": error.detail}, lot)
    return say("program.failed", {"detail": str(error)}, lot)


class ChargeAnswers(QObject):
    """Acts on the charge that the panel shows; ``back_wanted``: the panel is to come to the front again."""

    opening = Signal(object)
    back_wanted = Signal()

    def __init__(self, context: Context, charge: ChargePanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._charge = context, charge
        self.slip = SlipPanel()
        charge.ask_wanted.connect(self._on_ask_now)
        charge.cancel_wanted.connect(self._on_cancel)
        charge.taken_said.connect(self._on_taken)
        charge.not_taken_said.connect(self._on_not_taken)
        self.slip.resolved.connect(self._on_resolved)
        self.slip.given_up.connect(self.back_wanted)

    @Slot()
    def _on_ask_now(self) -> None:
        self._act(ask_now, "charge.asked_again")

    @Slot()
    def _on_cancel(self) -> None:
        self._charge.show_cancelling()
        self._act(cancel_charge)

    def _act(self, service: Callable[..., Any], code: str = "") -> None:
        """Do it with the charge that is shown, and say so where there is something to say."""
        actor, charge, state = self._context.state.actor, self._charge.charge, self._context.state
        if actor is None or charge is None:
            return
        self._context.jobs.change(
            lambda unit: service(unit, actor=actor, charge_id=charge.charge_id),
            lambda _order: state.post(Message(Weight.QUIET, code)) if code else None,
            self._on_refused,
        )

    @Slot()
    def _on_taken(self) -> None:
        self._ask_how(taken=True)

    @Slot()
    def _on_not_taken(self) -> None:
        self._ask_how(taken=False)

    def _ask_how(self, *, taken: bool) -> None:
        charge = self._charge.charge
        if charge is not None:
            self.opening.emit(self.slip)
            self.slip.ask_about(format_money(charge.amount_minor, charge.currency), taken=taken)

    @Slot(bool, str, str, str)
    def _on_resolved(self, taken: bool, slip: str, reason: str, note: str) -> None:
        actor, charge = self._context.state.actor, self._charge.charge
        if actor is None or charge is None:
            return

        def resolve(approval: Approval | None) -> None:
            self.back_wanted.emit()
            self._context.jobs.change(
                lambda unit: resolve_charge(
                    unit,
                    actor=actor,
                    charge_id=charge.charge_id,
                    taken=taken,
                    slip=slip,
                    reason=reason,
                    note=note,
                    approval=approval,
                ),
                lambda _order: self._context.state.post(Message(Weight.DONE, "charge.resolved")),
                self._on_refused,
            )

        if actor.may(Right.APPROVE_REFUND):
            resolve(None)
        else:
            purpose = "approval.resolve_taken" if taken else "approval.resolve_not_taken"
            ask_approval(
                self._context,
                purpose,
                Right.APPROVE_REFUND,
                resolve,
                facts={"amount_minor": charge.amount_minor},
                over=self.slip,
            )

    def _on_refused(self, error: LotkeeperError) -> None:
        if self._charge.isHidden():
            self._context.state.post_error(error)
        else:
            self._charge.show_trouble(words_of(error, self._context.state.lot))
