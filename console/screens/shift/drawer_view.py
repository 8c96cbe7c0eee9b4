"""The drawer as the shift screen shows it: whose shift takes its money, and what somebody may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.domain.people import Actor, Right
from core.domain.shifts import Shift
from core.services.unit_of_work import UnitOfWork


class Act(StrEnum):
    """What can be done with a drawer whose shift is open."""

    CLOSE = "close"
    DROP = "drop"
    PAY_OUT = "pay_out"
    PAY_IN = "pay_in"
    NO_SALE = "no_sale"
    RELIEVE = "relieve"
    HAND_BACK = "hand_back"
    X_REPORT = "x_report"


@dataclass(frozen=True, slots=True)
class DrawerView:
    """``shift`` takes the money, ``holder`` has it; ``main`` is what it relieves, ``main_holder`` whose."""

    shift: Shift
    holder: str
    main: Shift | None = None
    main_holder: str = ""

    def acts_of(self, actor: Actor) -> frozenset[Act]:
        """What the actor may do with it; the services decide again."""
        if not actor.may(Right.RUN_SHIFT):
            return frozenset()
        acts = set[Act]()
        if self.is_held_by(actor):
            acts |= {Act.DROP, Act.PAY_OUT, Act.PAY_IN, Act.NO_SALE}
        acts.add(Act.HAND_BACK if self.main is not None else Act.CLOSE)
        if not self._may_end(actor):
            acts -= {Act.HAND_BACK, Act.CLOSE}
        if self.main is None and not self.is_held_by(actor):
            acts.add(Act.RELIEVE)
        if actor.may(Right.SEE_TOTALS):
            acts.add(Act.X_REPORT)
        return frozenset(acts)

    def is_held_by(self, actor: Actor) -> bool:
        """Whether the drawer's money is the actor's to take."""
        return self.shift.person_id == actor.person_id

    def is_main_of(self, actor: Actor) -> bool:
        """Whether it is the actor's own shift that is relieved."""
        return self.main is not None and self.main.person_id == actor.person_id

    def _may_end(self, actor: Actor) -> bool:
        return self.is_held_by(actor) or self.is_main_of(actor) or actor.may(Right.CLOSE_SHIFTS)


def read_drawer(unit: UnitOfWork, drawer: str) -> DrawerView | None:
    """The drawer's open shift, None where there is none."""
    shift = unit.open_shift(drawer)
    if shift is None:
        return None
    holder = unit.person(shift.person_id).name
    if not shift.is_relief:
        return DrawerView(shift, holder)
    main = unit.shift(shift.main_shift_id)
    return DrawerView(shift, holder, main, unit.person(main.person_id).name)
