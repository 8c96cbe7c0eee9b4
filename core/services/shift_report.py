"""Makes the report of a shift: X while it runs, Z when it closes, and the relief's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.domain.errors import OperatorError, Refused
from core.domain.gate_arithmetic import count_gates
from core.domain.journal import Entry, Subject
from core.domain.people import Actor, Right
from core.domain.shift_report import DrawerCount, ReportKind, ShiftReport, Stretch, Tally, sealed
from core.domain.shift_tally import KINDS, ShiftTally, tallies
from core.domain.shifts import Shift
from core.services.shift_rules import running_shift
from core.services.unit_of_work import UnitOfWork

_KINDS: Final = tuple(sorted(KINDS))


def x_report(unit: UnitOfWork, *, actor: Actor, drawer: str) -> ShiftReport:
    """How the drawer's main shift stands now, a relief that runs included; Refused ``shift.none_open``."""
    actor.require(Right.SEE_TOTALS)
    running = running_shift(unit, drawer)
    shift = unit.shift(running.main_shift_id) if running.is_relief else running
    return report_of(unit, shift, kind=ReportKind.X, closed_by="")


def z_report(unit: UnitOfWork, *, actor: Actor, shift_id: str) -> ShiftReport:
    """The sealed report of a shift, for its own person or who may see totals.

    Refused ``shift.unknown``, ``shift.still_open``, ``shift.no_report`` for one from before there were any.
    """
    shift = unit.shift(shift_id)
    if shift.person_id != actor.person_id:
        actor.require(Right.SEE_TOTALS)
    else:
        actor.require(Right.RUN_SHIFT)
    if shift.is_open:
        raise Refused("shift.still_open")
    if shift.report is None:
        raise Refused("shift.no_report")
    return ShiftReport.from_document(shift.report)


def report_of(
    unit: UnitOfWork,
    shift: Shift,
    *,
    kind: ReportKind,
    closed_by: str,
    counted_minor: int | None = None,
    left_minor: int | None = None,
) -> ShiftReport:
    """The report of a shift up to now; a Z and a relief's are sealed."""
    before = _report_before(unit, shift)
    stretches = _stretches(unit, shift, before)
    report = made_from(unit, shift, stretches, kind=kind, before=before)
    count = replace(report.drawer_count, counted_minor=counted_minor, left_minor=left_minor)
    report = replace(report, closed_by=closed_by, drawer_count=count)
    if kind is ReportKind.X:
        return report
    number = (before.z_number or 0 if before is not None else 0) + 1
    return sealed(replace(report, z_number=number if kind is ReportKind.Z else None))


def made_from(
    unit: UnitOfWork,
    shift: Shift,
    stretches: tuple[Stretch, ...],
    *,
    kind: ReportKind,
    before: ShiftReport | None,
) -> ShiftReport:
    """All figures that follow from these stretches of chains, whenever it is done."""
    tally, gates = ShiftTally(), list[Entry]()
    ours = _Ours(unit, shift, kind)
    for stretch in stretches:
        entries = unit.entries_in_chain(
            stretch.console_id, after_seq=stretch.after_seq, until_seq=stretch.until_seq, kinds=_KINDS
        )
        tally.hear_all(entries, ours)
        gates += entries
    count = DrawerCount(
        float_minor=shift.float_minor,
        taken_minor=tally.cash_in_minor,
        returned_minor=tally.cash_back_minor,
        paid_in_minor=tally.paid_in_minor,
        paid_out_minor=tally.paid_out_minor,
        dropped_minor=tally.dropped_minor,
        float_due_minor=_float_due(before),
    )
    received_minor = sum(one.minor for one in tally.tenders.values())
    grand_minor = before.grand_minor if before is not None else 0
    return ShiftReport(
        kind=kind,
        shift_id=shift.shift_id,
        drawer=shift.drawer,
        console_id=unit.console_id,
        console_number=unit.console_number(),
        person_id=shift.person_id,
        closed_by="",
        currency=shift.currency,
        opened_at=shift.opened_at,
        until=unit.now,
        drawer_count=count,
        payments=tally.payments,
        settled_minor=tally.settled_minor,
        receipts_from=min(tally.receipts, default=0),
        receipts_to=max(tally.receipts, default=0),
        lost_tickets=tally.lost_tickets,
        gate_ups=tally.gate_ups,
        away_count=tally.away_count,
        away_seconds=tally.away_seconds,
        tenders=tallies(tally.tenders),
        refunds=tallies(tally.refunds),
        rates=tally.rate_tallies(),
        rules=tallies(tally.rules),
        exceptions=tally.exception_tallies(),
        unattended=Tally("unattended", tally.unattended.count, tally.unattended.minor),
        reliefs=tuple(tally.reliefs),
        gates=count_gates(gates),
        stretches=stretches,
        grand_minor=grand_minor + received_minor,
        previous_code=before.check_code if before is not None else "",
    )


class _Ours:
    """Whose money a shift's id names: this report's, nobody's at work, or another drawer's."""

    def __init__(self, unit: UnitOfWork, shift: Shift, kind: ReportKind) -> None:
        self._unit = unit
        self._shift = shift
        self._is_relief = kind is ReportKind.RELIEF
        self._known: dict[str, bool | None] = {shift.shift_id: True}

    def __call__(self, shift_id: str) -> bool | None:
        if shift_id not in self._known:
            self._known[shift_id] = self._belongs(shift_id)
        return self._known[shift_id]

    def _belongs(self, shift_id: str) -> bool | None:
        if self._is_relief:
            return False
        if not shift_id:
            return None
        try:
            other = self._unit.shift(shift_id)
        except OperatorError:
            return None
        if other.drawer != self._shift.drawer:
            return False
        # Of a shift before this one: it came in after that was closed, and is in no report yet.
        return True if other.main_shift_id == self._shift.shift_id else None


def _report_before(unit: UnitOfWork, shift: Shift) -> ShiftReport | None:
    """The Z of the drawer's shift before this one; of a relief, of the main one's."""
    last = unit.last_closed_shift(shift.drawer)
    return None if last is None or last.report is None else ShiftReport.from_document(last.report)


def _float_due(before: ShiftReport | None) -> int | None:
    return None if before is None else before.drawer_count.left_minor


def _stretches(unit: UnitOfWork, shift: Shift, before: ShiftReport | None) -> tuple[Stretch, ...]:
    """What no report of this drawer counted yet, in each chain that writes about it; of a relief its own."""
    opening = _opening_seq(unit, shift)
    counted = {} if before is None or shift.is_relief else _ends(before.stretches)
    chains = dict.fromkeys((shift.console_id or unit.console_id, unit.console_id))
    found = []
    for console_id in chains:
        usual = opening if console_id == shift.console_id else 0
        after = min(counted.get(console_id, usual), usual) if usual else counted.get(console_id, 0)
        found.append(Stretch(console_id, after, unit.chain_end(console_id)))
    return tuple(found)


def _ends(stretches: Iterable[Stretch]) -> dict[str, int]:
    return {stretch.console_id: stretch.until_seq for stretch in stretches}


def _opening_seq(unit: UnitOfWork, shift: Shift) -> int:
    """The place in its chain right before the shift was opened."""
    entries = unit.entries_about(Subject("shift", shift.shift_id))
    return min((entry.seq for entry in entries if entry.console_id == shift.console_id), default=1) - 1
