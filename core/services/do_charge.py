"""Sees a charge to its end, whatever comes between: the one who talks to a terminal or platform about it.

    not sent ──► sent ──► (looked at again and again) ──► settled

What was sent is noted durably before it is sent. From then on the far side is looked at first, and the same
charge is begun again only where it says that it never heard of it, knows keys, and the key is young enough.
A charge that nobody can say anything of is unknown: it is asked about for ever, and never taken twice.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.domain.errors import DeviceError, StoreError
from core.domain.journal import to_micros
from core.domain.orders import KEY_WORTH_FOR, ChargeState
from core.services.charge_standing import SENT, Standing, read_standing
from core.services.far_side_health import FarSideHealth
from core.services.order_book import find_order
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk, PayAccount, PaymentProvider
from core.services.ports import Clock, DeviceStatus
from core.services.settle_charge import note_unknown, settle_charge
from core.services.tasks import DONE, Task, TaskHandler, TaskOutcome, TaskState
from core.services.unit_of_work import Transactions, UnitOfWork

log = logging.getLogger(__name__)

NOT_SENT: Final = "charge.not_sent"

GIVES_UP_SENDING: Final = timedelta(seconds=15)
"""A far side that cannot even be asked for so long is told to the attendant: nothing was taken."""

LOOKS_EVERY: Final = timedelta(seconds=2)
LOOKS_LATER_EVERY: Final = timedelta(seconds=5)
LOOKS_OFTEN_FOR: Final = timedelta(minutes=1)
LONGEST_PAUSE: Final = timedelta(seconds=60)
FAILURES_UNTIL_UNKNOWN: Final = 3

IN_DOUBT_FOR_LONG: Final = timedelta(minutes=10)
AFTER_A_PERSON_EVERY: Final = timedelta(minutes=5)
MAKES_WAY_FOR: Final = timedelta(seconds=30)

NEVER_ARRIVED, CODE_LOST = "charge.never_arrived", "charge.code_lost"
NOT_CANCELLED, DECLINED_THERE = "charge.not_cancelled", "charge.declined"
PROGRAM_FAULT: Final = "charge.program_fault"


class ChargeDoer:
    """Does the money tasks of one account, one after the other, on one thread."""

    def __init__(
        self, store: Transactions, account: PayAccount, provider: PaymentProvider, clock: Clock
    ) -> None:
        self._store = store
        self._account = account
        self._provider = provider
        self._clock = clock
        self._failures: dict[str, int] = {}
        self._far_side = FarSideHealth(clock)

    def handler(self) -> TaskHandler:
        """How the account's money tasks are done; one that a crash or a fault left behind is taken up."""
        return TaskHandler(act=self._act, after=_after, repeatable=True, faulted=_note_fault)

    def status(self) -> DeviceStatus:
        """How the far side answered last; UNKNOWN where it was asked nothing since long after a failure."""
        return self._far_side.status()

    def _act(self, task: Task) -> TaskOutcome:
        try:
            standing = self._store.read(lambda unit: read_standing(unit, task, self._clock.now()))
            if standing.is_done:
                return self._done(standing)
            if self._lets_others_go_first(standing):
                return TaskOutcome(TaskState.WAITING, task.cause, retry_in=MAKES_WAY_FOR)
            return self._step(task, standing)
        except StoreError as error:
            # The money is out there, whatever the disk does: it is written down later.
            log.warning("money task %s waits for the store: %s", task.task_id, error.cause)
            return TaskOutcome(TaskState.WAITING, retry_in=self._pause(task), keeps_note=True)

    def _lets_others_go_first(self, standing: Standing) -> bool:
        """Whether the far side has just not answered about another charge, and this one is in doubt for long.

        Each call may take its 20 s: many charges in doubt must not keep a new one waiting for all of them.
        """
        is_old = standing.charge.state is ChargeState.UNKNOWN and standing.age > IN_DOUBT_FOR_LONG
        return is_old and self._far_side.is_silent_but_for(standing.charge.charge_id)

    def _step(self, task: Task, standing: Standing) -> TaskOutcome:
        """Ask the far side once, and write down what it said."""
        if standing.may_have_been_sent:
            return self._follow_up(task, standing)
        if standing.is_over:
            return self._settle(task, standing, ChargeAnswer(Answer.DECLINED))
        return self._begin(task, standing)

    def _begin(self, task: Task, standing: Standing) -> TaskOutcome:
        scanned = self._account.scanned.code_of(standing.charge.charge_id)
        if self._account.can_scan and not scanned:
            if standing.may_arrive_yet:
                # It was sent before the code was forgotten, and is not yet where it goes.
                return TaskOutcome(TaskState.WAITING, task.cause, retry_in=LOOKS_LATER_EVERY)
            return self._settle(task, standing, ChargeAnswer(Answer.DECLINED, cause=CODE_LOST))
        note = f"{SENT} {to_micros(standing.now)}"
        self._store.write(lambda unit: unit.note_task(task.task_id, note))
        noted = replace(task, cause=note)
        try:
            answer = self._far_side.asked(self._provider.begin, replace(self._ask(standing), scanned=scanned))
        except DeviceError as error:
            if error.unknown or standing.may_have_been_sent:
                return self._failed(noted, standing, error)
            if standing.age >= GIVES_UP_SENDING:
                return self._settle(noted, standing, ChargeAnswer(Answer.DECLINED, cause=error.cause))
            return TaskOutcome(TaskState.WAITING, NOT_SENT, retry_in=self._counted_pause(noted))
        return self._settle(noted, standing, answer)

    def _follow_up(self, task: Task, standing: Standing) -> TaskOutcome:
        ends_it = standing.is_over and not standing.is_paid_by_word
        call = self._provider.cancel if ends_it else self._provider.look
        try:
            answer = self._far_side.asked(call, self._ask(standing))
        except DeviceError as error:
            return self._failed(task, standing, error)
        if answer.answer is Answer.NOT_FOUND:
            return self._not_found(task, standing)
        if answer.answer is Answer.WAITING and ends_it:
            return self._doubt(task, standing, NOT_CANCELLED)
        return self._settle(task, standing, answer)

    def _not_found(self, task: Task, standing: Standing) -> TaskOutcome:
        if not standing.is_over and self._provider.knows_keys and standing.age < KEY_WORTH_FOR:
            return self._begin(task, standing)
        if standing.may_arrive_yet:
            # Nothing is in doubt for the driver; the far side is only not believed too early.
            return TaskOutcome(TaskState.WAITING, task.cause, retry_in=LOOKS_LATER_EVERY)
        cause = standing.why_over if standing.is_over else NEVER_ARRIVED
        return self._settle(task, standing, ChargeAnswer(Answer.DECLINED, cause=cause))

    def _settle(self, task: Task, standing: Standing, answer: ChargeAnswer) -> TaskOutcome:
        """Write down what was said; the task goes on as long as the charge is not settled."""
        if answer.answer in {Answer.DECLINED, Answer.NOT_FOUND} and not answer.cause:
            answer = replace(answer, cause=standing.why_over if standing.is_over else DECLINED_THERE)
        order_id, charge_id = standing.order.order_id, standing.charge.charge_id
        charge = self._store.write(
            lambda unit: settle_charge(unit, order_id=order_id, charge_id=charge_id, answer=answer)
        )
        if charge.state.is_settled and not (standing.is_paid_by_word and answer.answer is Answer.WAITING):
            return self._done(standing)
        if charge.state.is_settled:
            return TaskOutcome(TaskState.WAITING, task.cause, retry_in=AFTER_A_PERSON_EVERY)
        if charge.state is ChargeState.UNKNOWN:
            return TaskOutcome(TaskState.WAITING, task.cause, retry_in=self._counted_pause(task))
        self._failures.pop(charge_id, None)
        often = standing.age < LOOKS_OFTEN_FOR
        every = LOOKS_EVERY if often else LOOKS_LATER_EVERY
        return TaskOutcome(TaskState.WAITING, task.cause, retry_in=every)

    def _failed(self, task: Task, standing: Standing, error: DeviceError) -> TaskOutcome:
        """Nothing was said: in doubt at once where it may have acted, else after some failures in a row."""
        failures = self._failures.get(standing.charge.charge_id, 0) + 1
        if error.unknown or failures >= FAILURES_UNTIL_UNKNOWN:
            return self._doubt(task, standing, error.cause)
        return TaskOutcome(TaskState.WAITING, task.cause, retry_in=self._counted_pause(task))

    def _doubt(self, task: Task, standing: Standing, cause: str) -> TaskOutcome:
        if standing.charge.state.is_settled:
            return TaskOutcome(TaskState.WAITING, task.cause, retry_in=AFTER_A_PERSON_EVERY)
        order_id, charge_id = standing.order.order_id, standing.charge.charge_id
        self._store.write(
            lambda unit: note_unknown(unit, order_id=order_id, charge_id=charge_id, cause=cause)
        )
        return TaskOutcome(TaskState.WAITING, task.cause, retry_in=self._counted_pause(task))

    def _ask(self, standing: Standing) -> ChargeAsk:
        charge = standing.charge
        return ChargeAsk(
            charge_id=charge.charge_id,
            key=charge.key,
            amount_minor=charge.amount_minor,
            currency=charge.currency,
            label=standing.lot_name,
            asked_at=charge.intended_at,
            expires_at=charge.expires_at or charge.intended_at + self._account.wait,
            reference=charge.reference,
        )

    def _pause(self, task: Task) -> timedelta:
        """1, 2, 4, … seconds, at most a minute, by the failures in a row."""
        failures = self._failures.get(task.payload["charge_id"], 1)
        return min(LONGEST_PAUSE, timedelta(seconds=1 << min(failures - 1, 10)))

    def _counted_pause(self, task: Task) -> timedelta:
        """The pause after one more failure."""
        charge_id = task.payload["charge_id"]
        self._failures[charge_id] = self._failures.get(charge_id, 0) + 1
        return self._pause(task)

    def _done(self, standing: Standing) -> TaskOutcome:
        self._failures.pop(standing.charge.charge_id, None)
        self._account.scanned.forget(standing.charge.charge_id)
        return DONE


def _after(unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
    """A money task only ends otherwise than done by a fault of the program: then nobody knows."""
    if outcome.state is not TaskState.DONE:
        _note_fault(unit, task, outcome)


def _note_fault(unit: UnitOfWork, task: Task, _outcome: TaskOutcome) -> None:
    """Nobody knows what the far side did when the program faltered; it is asked about all the same."""
    order = find_order(unit, task.payload["order_id"])
    if order is not None and order.charge(task.payload["charge_id"]) is not None:
        charge_id = task.payload["charge_id"]
        note_unknown(unit, order_id=order.order_id, charge_id=charge_id, cause=PROGRAM_FAULT)
