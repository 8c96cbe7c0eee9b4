"""Gives money back by the terminal or platform that took it: once, whatever happens on the way.

The refund is written down first; a task then asks with the refund's own key. After a crash, or where nobody
knows what the far side did, it is looked at first, and asked for again only where the far side has never
heard of it and surely still knows its keys.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from core.domain.errors import DeviceError, Refused, StoreError
from core.domain.journal import Subject
from core.domain.orders import KEY_WORTH_FOR
from core.domain.orders import REFUNDED as CHARGE_REFUNDED
from core.domain.payments import Tender
from core.domain.people import Actor, Right
from core.domain.refunds import (
    DUE,
    FAILED,
    SETTLED,
    UNDERWAY,
    UNKNOWN,
    Refund,
    RefundState,
    refunds_among,
)
from core.services.given_reason import given_reason
from core.services.payment_ports import Answer, ChargeAnswer, PaymentProvider, RefundAsk
from core.services.print_receipt import REFUND_PAPER, ask_for_receipt
from core.services.tasks import Task, TaskHandler, TaskOutcome, TaskState
from core.services.unit_of_work import Transactions, UnitOfWork

BACK_TASKS: Final = "money.back/"
"""How the kinds of the tasks begin that give money back by an account."""

SENT: Final = "refund.sent"
NOT_SENT: Final = "not_sent/"
CONFIRMED: Final = "refund.confirmed"
CONTRADICTED: Final = "refund.contradicted"
"""The far side gave the money after a person said that it had not, and somebody settled it otherwise."""
NOTHING_TO_DO: Final = "refund.nothing_to_do"
IS_WAITING: Final = "refund.is_waiting"
FIRST_WAIT: Final = timedelta(seconds=1)
LONGEST_WAIT: Final = timedelta(seconds=60)
RESOLVE_REASONS: Final = ("seen_at_far_side", "driver_says", "other")

_ASKED = frozenset({RefundState.UNDERWAY, RefundState.UNKNOWN})


def back_task_kind(account: str) -> str:
    """The kind of the tasks that give money back by this account; one queue each."""
    return f"{BACK_TASKS}{account}"


def refund_subjects(refund: Refund) -> list[Subject]:
    """What every entry about a refund is about."""
    return [Subject("refund", refund.refund_id), Subject("stay", refund.stay_id)]


def note_due(
    unit: UnitOfWork,
    refund: Refund,
    *,
    who: str,
    more: dict[str, Any] | None = None,
    personal: dict[str, str] | None = None,
) -> None:
    """Write down that the money is due back."""
    unit.record(
        DUE,
        {**refund.to_document(), **(more or {})},
        who=who,
        subjects=refund_subjects(refund),
        personal=personal,
    )


def ask_back(unit: UnitOfWork, refund: Refund, *, who: str) -> Refund:
    """Have the money given back by the account that took it; the refund as it stands then.

    Refused ``refund.no_account`` where no far side took it, ``refund.settled_already`` where it is under way
    or done.
    """
    if not refund.account or not refund.reference:
        raise Refused("refund.no_account")
    if not refund.state.may_be_paid_out:
        raise Refused("refund.settled_already", state=refund.state.value)
    unit.record(
        UNDERWAY,
        {"refund_id": refund.refund_id, "account": refund.account},
        who=who,
        subjects=refund_subjects(refund),
    )
    unit.add_task(back_task_kind(refund.account), {"refund_id": refund.refund_id})
    return known_refund(unit, refund.refund_id)


def send_refund_back(
    unit: UnitOfWork, *, actor: Actor, refund_id: str, accounts: Collection[str] | None = None
) -> Refund:
    """Have a refund that is due, or that failed, given back by its account (again).

    ``accounts`` are those that this console can ask (None: any). Refused ``refund.unknown``,
    ``refund.other_console`` and as of ``ask_back``.
    """
    actor.require(Right.REFUND)
    refund = known_refund(unit, refund_id)
    if accounts is not None and refund.account and refund.account not in accounts:
        raise Refused("refund.other_console", account=refund.account)
    return ask_back(unit, refund, who=actor.person_id)


def resolve_refund(
    unit: UnitOfWork, *, actor: Actor, refund_id: str, paid_back: bool, reason: str, note: str = ""
) -> Refund:
    """Say what became of a refund of which the far side says nothing; not paid back, it may be tried again.

    BadInput ``refund.bad_reason``; Refused ``refund.unknown``, and ``refund.settled_already`` where there is
    no doubt.
    """
    actor.require(Right.APPROVE_REFUND)
    personal = given_reason(reason, note, RESOLVE_REASONS, code="refund.bad_reason")
    refund = known_refund(unit, refund_id)
    if refund.state not in _ASKED:
        raise Refused("refund.settled_already", state=refund.state.value)
    if paid_back:
        _settle(unit, refund, who=actor.person_id, reason=reason, personal=personal)
    else:
        unit.record(
            FAILED,
            {"refund_id": refund_id, "cause": "refund.said_not_paid", "reason": reason},
            who=actor.person_id,
            subjects=refund_subjects(refund),
            personal=personal or None,
        )
    return known_refund(unit, refund_id)


def known_refund(unit: UnitOfWork, refund_id: str) -> Refund:
    """The refund of that id; Refused ``refund.unknown``."""
    refund = unit.refund(refund_id)
    if refund is None:
        raise Refused("refund.unknown")
    return refund


@dataclass(frozen=True, slots=True)
class BackGiver:
    """Does the tasks of one account; ``store`` is asked and told in transactions of their own."""

    store: Transactions
    provider: PaymentProvider

    def handler(self) -> TaskHandler:
        """How the account's tasks are done."""
        return TaskHandler(act=self.act, after=note_given_back, faulted=_note_fault)

    def act(self, task: Task) -> TaskOutcome:
        """One try: ask, or look what became of it; nothing is asked that may have been asked before."""
        try:
            refund = self.store.read(lambda unit: unit.refund(task.payload["refund_id"]))
        except StoreError as error:
            return _again(task, task.cause or NOT_SENT + error.cause)
        if refund is None or refund.state not in _ASKED:
            return TaskOutcome(TaskState.DONE, NOTHING_TO_DO)
        try:
            answer = self._answer(task, self.store.read(lambda unit: _ask_of(unit, refund)))
        except StoreError as error:
            return _again(task, task.cause or NOT_SENT + error.cause)
        except DeviceError as error:
            if not error.unknown and _is_unsent(task):
                return _again(task, NOT_SENT + error.cause)
            self._note_unknown(refund, error.cause)
            return _again(task, error.cause)
        return self._outcome(task, refund, answer)

    def _answer(self, task: Task, ask: RefundAsk) -> ChargeAnswer:
        if _is_unsent(task):
            return self._send(task, ask)
        answer = self.provider.look_refund(ask)
        if answer.answer is not Answer.NOT_FOUND or not self.provider.knows_keys:
            return answer
        is_young = self.store.read(lambda unit: unit.now) - task.created_at < KEY_WORTH_FOR
        return self._send(task, ask) if is_young else answer

    def _send(self, task: Task, ask: RefundAsk) -> ChargeAnswer:
        self.store.write(lambda unit: unit.note_task(task.task_id, SENT))
        return self.provider.refund(ask)

    def _outcome(self, task: Task, refund: Refund, answer: ChargeAnswer) -> TaskOutcome:
        if answer.answer is Answer.CONFIRMED:
            return TaskOutcome(TaskState.DONE, CONFIRMED)
        if answer.answer is Answer.DECLINED:
            return TaskOutcome(TaskState.FAILED, answer.cause or "refund.declined")
        if answer.answer is Answer.NOT_FOUND:
            self._note_unknown(refund, "refund.not_found")
            return _again(task, "refund.not_found")
        return _again(task, IS_WAITING)

    def _note_unknown(self, refund: Refund, cause: str) -> None:
        """Once; that a store cannot be written now is no reason to ask less."""
        if refund.state is RefundState.UNKNOWN:
            return
        try:
            self.store.write(lambda unit: _note_trouble(unit, refund.refund_id, UNKNOWN, cause))
        except StoreError:
            return


def note_given_back(unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
    """Write down what became of it, in the transaction that ends the task."""
    refund = unit.refund(task.payload["refund_id"])
    if refund is None:
        return
    if outcome.state is TaskState.DONE:
        if outcome.cause == CONFIRMED and refund.state.is_open:
            _settle(unit, refund, who="system")
        elif outcome.cause == CONFIRMED and not _went_back_there(refund):
            cause = refund.state.value
            unit.record(
                CONTRADICTED,
                {"refund_id": refund.refund_id, "cause": f"refund.{cause}"},
                who="system",
                subjects=refund_subjects(refund),
            )
    elif outcome.state is TaskState.FAILED:
        _note_trouble(unit, refund.refund_id, FAILED, outcome.cause)
    else:
        _note_trouble(unit, refund.refund_id, UNKNOWN, outcome.cause)


def _went_back_there(refund: Refund) -> bool:
    """Whether it is settled as what the far side says now: not in cash, and not kept."""
    return refund.state is RefundState.PAID_BACK and refund.tender is not Tender.CASH


def _note_fault(unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
    """A fault of the program, perhaps after the far side gave the money: that is not known, and looked at."""
    refund = unit.refund(task.payload["refund_id"])
    if refund is not None and refund.state is not RefundState.UNKNOWN:
        _note_trouble(unit, refund.refund_id, UNKNOWN, outcome.cause)


def _note_trouble(unit: UnitOfWork, refund_id: str, kind: str, cause: str) -> None:
    refund = unit.refund(refund_id)
    if refund is not None and refund.state in _ASKED:
        unit.record(
            kind, {"refund_id": refund_id, "cause": cause}, who="system", subjects=refund_subjects(refund)
        )


def _settle(
    unit: UnitOfWork,
    refund: Refund,
    *,
    who: str,
    reason: str = "",
    personal: dict[str, str] | None = None,
) -> None:
    """It went back by its account: no drawer is touched, so no shift is named."""
    unit.record(
        SETTLED,
        {
            "refund_id": refund.refund_id,
            "outcome": RefundState.PAID_BACK.value,
            "amount_minor": refund.amount_minor,
            "currency": refund.currency,
            "tender": refund.tender.value,
            **({"reason": reason} if reason else {}),
        },
        who=who,
        subjects=refund_subjects(refund),
        personal=personal or None,
    )
    if refund.charge_id and refund.order_id:
        unit.record(
            CHARGE_REFUNDED,
            {"charge_id": refund.charge_id, "refunded_minor": _refunded_minor(unit, refund)},
            who=who,
            subjects=[Subject("order", refund.order_id), Subject("stay", refund.stay_id)],
        )
    ask_for_receipt(unit, payment_id=refund.refund_id, copy_number=0, who=who, paper=REFUND_PAPER)


def _refunded_minor(unit: UnitOfWork, refund: Refund) -> int:
    """All that went back of the charge by its account so far."""
    about = unit.entries_about(Subject("stay", refund.stay_id))
    return sum(
        one.amount_minor
        for one in refunds_among(about)
        if one.charge_id == refund.charge_id
        and one.state is RefundState.PAID_BACK
        and one.tender is not Tender.CASH
    )


def _ask_of(unit: UnitOfWork, refund: Refund) -> RefundAsk:
    return RefundAsk(
        refund_id=refund.refund_id,
        key=refund.key,
        reference=refund.reference,
        amount_minor=refund.amount_minor,
        currency=refund.currency,
        refunded_before_minor=_refunded_minor(unit, refund),
    )


def _is_unsent(task: Task) -> bool:
    """Whether the far side has surely not been asked yet."""
    return not task.cause or task.cause.startswith(NOT_SENT)


def _again(task: Task, cause: str) -> TaskOutcome:
    wait = min(LONGEST_WAIT, FIRST_WAIT * (1 << min(task.attempts, 10)))
    return TaskOutcome(TaskState.WAITING, cause, retry_in=wait)
