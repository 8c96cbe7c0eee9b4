"""What the right side shows of shifts: the list of them, a sealed slip, how the open one stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from console.slips import slip_of
from core.domain.gate_arithmetic import LaneGates
from core.domain.people import Actor, Right
from core.domain.shift_report import ShiftReport
from core.domain.shifts import Shift
from core.services.shift_report import x_report, z_report
from core.store.queries.incidents import recent_incidents
from core.store.queries.shifts import open_shifts, past_shifts
from core.store.unit_of_work import SqlUnitOfWork
from reports.shift_slip import slip_rows
from reports.slip_row import SlipRow

MOST_SHIFTS: Final = 200
MOST_INCIDENTS: Final = 2000


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift of the lot, its person's name and its console's; ``is_here``: on this console's drawer."""

    shift: Shift
    holder: str
    console: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ShownSlip:
    """A report as its slip says it, the lanes whose booms it counted, and photos by the entries left over."""

    report: ShiftReport
    rows: tuple[SlipRow, ...]
    photos: Mapping[str, str] = field(default_factory=dict)

    @property
    def gates(self) -> Sequence[LaneGates]:
        """The arithmetic of the gates, lane by lane."""
        return self.report.gates


def read_shifts(view: SqlUnitOfWork, actor: Actor, drawer: str) -> list[ShiftRow]:
    """Open shifts and the last closed ones: all for who may see totals or close them, else the own.

    Reliefs of the own ones are among them: both sign their slips.
    """
    sees_all = actor.may(Right.SEE_TOTALS) or actor.may(Right.CLOSE_SHIFTS)
    found = [*open_shifts(view), *past_shifts(view, most=MOST_SHIFTS)]
    if not sees_all:
        mine = {shift.shift_id for shift in found if shift.person_id == actor.person_id}
        found = [shift for shift in found if mine & {shift.shift_id, shift.main_shift_id}]
    names = {person.person_id: person.name for person in view.people()}
    consoles = {console.console_id: console.name for console in view.lot_consoles()}
    own = view.open_shift(drawer)
    here = {"" if own is None else own.shift_id, "" if own is None else own.main_shift_id} - {""}
    return [
        ShiftRow(
            shift,
            names.get(shift.person_id, shift.person_id[:8]),
            consoles.get(shift.console_id, ""),
            shift.shift_id in here,
        )
        for shift in found
    ]


def read_slip(view: SqlUnitOfWork, actor: Actor, shift_id: str) -> ShownSlip:
    """The sealed slip of a closed shift; refusals as of ``z_report``."""
    return _shown(view, z_report(view, actor=actor, shift_id=shift_id))


def read_standing(view: SqlUnitOfWork, actor: Actor, drawer: str) -> ShownSlip:
    """How the drawer's open shift stands now; refusals as of ``x_report``."""
    return _shown(view, x_report(view, actor=actor, drawer=drawer))


def _shown(view: SqlUnitOfWork, report: ShiftReport) -> ShownSlip:
    slip = slip_of(view, report)
    return ShownSlip(report, slip_rows(slip, slip.lot.receipt_language), _photos_of(view, report))


def _photos_of(view: SqlUnitOfWork, report: ShiftReport) -> dict[str, str]:
    """Which picture shows what no command explains; one that was purged is not there any more."""
    left_over = {one.entry_id for lane in report.gates for one in lane.leftovers}
    if not left_over:
        return {}
    incidents = recent_incidents(view, since=report.opened_at, most=MOST_INCIDENTS)
    return {one.entry_id: one.photo for one in incidents if one.entry_id in left_over and one.photo}
