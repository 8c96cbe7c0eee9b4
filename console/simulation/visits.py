"""What a car does at a simulated lot, from its arrival to its exit, with all that goes wrong on the way.

A visit is a generator: it yields how long until its next act, and does what is due when it goes on. How
often what happens is in ``Troubles``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from console.simulation.city import CityLot
from console.simulation.plates import misread, some_plate, vote_for
from console.simulation.unit import act
from core.domain.admission import Action
from core.domain.errors import Refused
from core.domain.lots import Direction
from core.domain.people import Actor
from core.domain.reads import VotePolicy
from core.domain.stays import Stay
from core.services.admit import decide_entry
from core.services.check_fee import confirm_fee
from core.services.command_gate import record_gate_outcome
from core.services.confirm_crossing import backed_out, crossed, held, turned_away, unexplained
from core.services.correct_plate import correct_plate
from core.services.override_gate import open_gate
from core.services.quote_stay import quote_stay
from core.services.release import ExitDecision, decide_exit
from core.services.resolve_stay import confirm_inside, write_off
from core.services.take_payment import take_cash
from core.services.tasks import Task, TaskOutcome, TaskState
from core.services.unit_of_work import UnitOfWork

T = TypeVar("T")
Visit = Iterator[timedelta]
POLICY = VotePolicy()
DRAWER = "drawer-1"
_MOST_TRIES = 4


@dataclass(frozen=True, slots=True)
class Troubles:
    """The share of cars to which each of these happens."""

    unreadable: float = 0.012
    misread: float = 0.008
    gate_fails: float = 0.002
    backs_out: float = 0.004
    held: float = 0.004
    pays_at_exit: float = 0.08
    lingers: float = 0.02
    exit_held: float = 0.003
    lost_to_us: float = 0.001
    unexplained: float = 0.0008


USUAL = Troubles()


def visit(of: CityLot, *, on_duty: Actor, troubles: Troubles = USUAL) -> Visit:
    """A car's visit; ``on_duty`` is the attendant at the booth when it comes."""
    return _Car(of, on_duty, troubles).comes_and_goes()


class _Car:
    """One vehicle, and who looks after it."""

    def __init__(self, of: CityLot, attendant: Actor, troubles: Troubles) -> None:
        self._of = of
        self._lot = of.ledger
        self._chance: random.Random = of.ledger.chance
        self._attendant = attendant
        self._troubles = troubles
        self._plate = some_plate(self._chance)
        self._stay_id = ""

    def comes_and_goes(self) -> Visit:
        """The whole visit."""
        if self._happens(self._troubles.unexplained):
            self._at(
                self._lot.hub_id,
                lambda unit: unexplained(unit, lane_id="in", direction=Direction.ENTRY, photo=""),
            )
            return
        yield from self._comes_in()
        if not self._stay_id or not self._stay.state.is_open:
            return
        yield self._of.demand.stay(self._chance)
        if self._happens(self._troubles.lost_to_us):
            yield timedelta(days=1)
            self._write_off()
            return
        yield from self._settles()
        yield from self._goes_out()

    def _comes_in(self) -> Visit:
        seen = self._seen()
        vote = None if seen is None else vote_for(seen, self._chance)
        sighting_id = self._lot.new_id()
        decision = self._at(
            self._lot.hub_id,
            lambda unit: decide_entry(
                unit, lane_id="in", sighting_id=sighting_id, vote=vote, photo="", policy=POLICY
            ),
        )
        yield timedelta(seconds=self._chance.uniform(1, 4))
        if decision.admission.action is Action.REFUSE:
            yield timedelta(seconds=20)
            self._at(
                self._lot.hub_id,
                lambda unit: turned_away(
                    unit, lane_id="in", sighting_id=sighting_id, reason=decision.admission.reason
                ),
            )
            return
        if decision.stay_id is not None:
            self._stay_id = decision.stay_id
            self._gate("in", decision.command_id or "")
        else:
            yield timedelta(seconds=self._chance.uniform(10, 60))
            self._stay_id = self._let_in_by_hand()
        yield timedelta(seconds=self._chance.uniform(3, 8))
        yield from self._passes_the_entry()

    def _passes_the_entry(self) -> Visit:
        stay_id, hub = self._stay_id, self._lot.hub_id
        if self._happens(self._troubles.backs_out):
            self._at(
                hub, lambda unit: backed_out(unit, lane_id="in", direction=Direction.ENTRY, stay_id=stay_id)
            )
        elif self._happens(self._troubles.held):
            self._at(hub, lambda unit: held(unit, lane_id="in", direction=Direction.ENTRY, stay_id=stay_id))
            yield timedelta(minutes=self._chance.uniform(1, 30))
            self._at(hub, lambda unit: confirm_inside(unit, actor=self._attendant, stay_id=stay_id))
        else:
            self._at(
                hub,
                lambda unit: crossed(
                    unit, lane_id="in", direction=Direction.ENTRY, stay_id=stay_id, photo=""
                ),
            )

    def _settles(self) -> Visit:
        """Pay at the booth before leaving, unless it is one of those that drive to the exit at once."""
        if self._stay.plate != self._plate:
            self._correct()
        if self._happens(self._troubles.pays_at_exit):
            return
        self._pay()
        minutes = self._chance.uniform(2, 11)
        if self._happens(self._troubles.lingers):
            minutes += self._chance.uniform(10, 90)
        yield timedelta(minutes=minutes)

    def _goes_out(self) -> Visit:
        for _ in range(_MOST_TRIES):
            decision = self._decide_exit()
            yield timedelta(seconds=self._chance.uniform(1, 4))
            if decision.command_id is not None:
                self._gate("out", decision.command_id)
                yield timedelta(seconds=self._chance.uniform(3, 8))
                yield from self._passes_the_exit()
                return
            yield timedelta(seconds=self._chance.uniform(20, 90))
            self._pay()
        self._let_out_by_hand()
        yield timedelta(seconds=6)
        yield from self._passes_the_exit()

    def _passes_the_exit(self) -> Visit:
        stay_id, console = self._stay_id, self._of.exit_console
        if self._happens(self._troubles.exit_held):
            self._at(
                console, lambda unit: held(unit, lane_id="out", direction=Direction.EXIT, stay_id=stay_id)
            )
            yield timedelta(seconds=30)
            self._let_out_by_hand()
            yield timedelta(seconds=5)
        self._at(
            console,
            lambda unit: crossed(unit, lane_id="out", direction=Direction.EXIT, stay_id=stay_id, photo=""),
        )

    def _decide_exit(self) -> ExitDecision:
        vote = vote_for(self._plate, self._chance)
        return self._at(
            self._of.exit_console,
            lambda unit: decide_exit(
                unit, lane_id="out", sighting_id=unit.new_id(), vote=vote, photo="", policy=POLICY
            ),
        )

    def _pay(self) -> None:
        """What is due is paid; a fee that is unusual is looked at first."""
        console, stay_id, who = self._of.exit_console, self._stay_id, self._attendant
        due = self._at(console, lambda unit: quote_stay(unit, actor=who, stay_id=stay_id))
        if due.quote.total_minor == 0:
            return
        fee = due.unusual
        if fee is not None:
            self._at(
                console,
                lambda unit: confirm_fee(
                    unit, actor=who, stay_id=stay_id, fee=fee, reason="stayed_that_long"
                ),
            )
        amount = due.quote.total_minor
        shift = self._at(console, lambda unit: unit.open_shift(DRAWER))
        if shift is None:
            return
        cashier = next(one for one in self._of.attendants if one.person_id == shift.person_id)
        tendered = amount if self._happens(0.4) else -(-amount // 100) * 100
        self._at(
            console,
            lambda unit: take_cash(
                unit,
                actor=cashier,
                stay_id=stay_id,
                shown_minor=amount,
                tendered_minor=tendered,
                drawer=DRAWER,
            ),
        )

    def _let_in_by_hand(self) -> str:
        vote = vote_for(self._plate, self._chance)
        _, stay_id = self._at(
            self._lot.hub_id,
            lambda unit: open_gate(
                unit,
                actor=self._attendant,
                lane_id="in",
                reason="plate_unreadable",
                vehicle_present=True,
                vote=vote,
            ),
        )
        return stay_id or ""

    def _let_out_by_hand(self) -> None:
        stay_id = self._stay_id
        self._at(
            self._of.exit_console,
            lambda unit: open_gate(
                unit,
                actor=self._attendant,
                lane_id="out",
                reason="gate_fault",
                vehicle_present=True,
                stay_id=stay_id,
            ),
        )

    def _correct(self) -> None:
        stay_id = self._stay_id
        try:
            self._at(
                self._of.exit_console,
                lambda unit: correct_plate(unit, actor=self._attendant, stay_id=stay_id, typed=self._plate),
            )
        except Refused:
            # Another car is inside under that plate: this one leaves by hand.
            self._plate = self._stay.plate

    def _write_off(self) -> None:
        stay_id = self._stay_id
        self._at(
            self._lot.hub_id,
            lambda unit: write_off(unit, actor=self._of.supervisor, stay_id=stay_id, reason="left_unseen"),
        )

    def _gate(self, lane_id: str, command_id: str) -> None:
        """What the barrier's board said to the command."""
        payload = {"lane_id": lane_id, "command_id": command_id}
        now = self._lot.now
        task = Task(command_id, f"gate.open/{lane_id}", payload, now, now, None, 1)
        fails = self._happens(self._troubles.gate_fails)
        outcome = TaskOutcome(TaskState.FAILED, "barrier.no_answer") if fails else TaskOutcome(TaskState.DONE)
        console = self._lot.hub_id if lane_id == "in" else self._of.exit_console
        self._at(console, lambda unit: record_gate_outcome(unit, task, outcome))

    def _seen(self) -> str | None:
        """What the reader makes of the plate; None for nothing."""
        if self._happens(self._troubles.unreadable):
            return None
        return misread(self._plate, self._chance) if self._happens(self._troubles.misread) else self._plate

    @property
    def _stay(self) -> Stay:
        stay_id = self._stay_id
        return self._at(self._lot.hub_id, lambda unit: unit.stay(stay_id))

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    def _at(self, console_id: str, work: Callable[[UnitOfWork], T]) -> T:
        return act(self._lot, console_id, work)
