"""Makes the report of a shift: X while it runs, Z when it closes, and the relief's own."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from core.domain.errors import OperatorError, Refused
from core.domain.gate_arithmetic import count_gates
from core.domain.journal import Entry, Subject
from core.domain.people import Actor, Right
from core.domain.shift_report import DrawerCount, ReportKind, ShiftReport, Stretch, Tally, sealed
from core.domain.shift_tally import KINDS, ShiftTally, tallies
from core.domain.shifts import RELIEF_BEGAN, Shift
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

    A relief's is for whose shift it relieved, too: both sign its slip.
    Refused ``shift.unknown``, ``shift.still_open``, ``shift.no_report`` for one from before there were any.
    """
    shift = unit.shift(shift_id)
    whose = {shift.person_id, unit.shift(shift.main_shift_id).person_id if shift.is_relief else ""}
    actor.require(Right.RUN_SHIFT if actor.person_id in whose else Right.SEE_TOTALS)
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
    home = _home(unit, shift)
    before = _report_before(unit, shift, home)
    stretches = _stretches(unit, shift, before)
    report = made_from(unit, shift, stretches, kind=kind, before=before, home=home)
    count = replace(report.drawer_count, counted_minor=counted_minor, left_minor=left_minor)
    number = _console_number(unit, home)
    report = replace(report, closed_by=closed_by, drawer_count=count, console_number=number)
    if kind is ReportKind.X:
        return report
    z_number = (before.z_number or 0 if before is not None else 0) + 1
    return sealed(replace(report, z_number=z_number if kind is ReportKind.Z else None))


def made_from(
    unit: UnitOfWork,
    shift: Shift,
    stretches: tuple[Stretch, ...],
    *,
    kind: ReportKind,
    before: ShiftReport | None,
    home: str,
) -> ShiftReport:
    """All figures that follow from these stretches of chains, whenever and wherever it is done.

    ``home`` is the console whose drawer it is: the one of the shift, or the one that took its place.
    """
    tally, gates = ShiftTally(), list[Entry]()
    for stretch in stretches:
        entries = unit.entries_in_chain(
            stretch.console_id, after_seq=stretch.after_seq, until_seq=stretch.until_seq, kinds=_KINDS
        )
        ours = _Ours(unit, shift, kind, homes={shift.console_id, home})
        if stretch.console_id not in {shift.console_id, home}:
            # Another console wrote about this shift, and about its own drawer besides.
            entries = [entry for entry in entries if ours.names(entry)]
        tally.hear_all(entries, ours)
        gates += entries
    count = _count(tally, shift, _relief_due(unit, shift) if shift.is_relief else _float_due(before))
    report = _report(tally, shift, kind=kind, before=before, home=home, until=unit.now)
    return replace(report, drawer_count=count, gates=count_gates(gates), stretches=stretches)


def _count(tally: ShiftTally, shift: Shift, float_due_minor: int | None) -> DrawerCount:
    return DrawerCount(
        float_minor=shift.float_minor,
        taken_minor=tally.cash_in_minor,
        returned_minor=tally.cash_back_minor,
        paid_in_minor=tally.paid_in_minor,
        paid_out_minor=tally.paid_out_minor,
        dropped_minor=tally.dropped_minor,
        float_due_minor=float_due_minor,
    )


def _report(
    tally: ShiftTally,
    shift: Shift,
    *,
    kind: ReportKind,
    before: ShiftReport | None,
    home: str,
    until: datetime,
) -> ShiftReport:
    received_minor = sum(one.minor for one in tally.tenders.values())
    grand_minor = before.grand_minor if before is not None else 0
    return ShiftReport(
        kind=kind,
        shift_id=shift.shift_id,
        drawer=shift.drawer,
        console_id=home,
        console_number=0,
        person_id=shift.person_id,
        closed_by="",
        currency=shift.currency,
        opened_at=shift.opened_at,
        until=until,
        drawer_count=DrawerCount(shift.float_minor),
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
        grand_minor=grand_minor + received_minor,
        previous_code=before.check_code if before is not None else "",
    )


class _Ours:
    """Whose money a shift's id names: this report's, nobody's at work, or another drawer's."""

    def __init__(self, unit: UnitOfWork, shift: Shift, kind: ReportKind, homes: Collection[str]) -> None:
        self._unit = unit
        self._shift = shift
        self._homes = homes
        self._is_relief = kind is ReportKind.RELIEF
        self._known: dict[str, bool | None] = {shift.shift_id: True}

    def __call__(self, shift_id: str) -> bool | None:
        if shift_id not in self._known:
            self._known[shift_id] = self._belongs(shift_id)
        return self._known[shift_id]

    def names(self, entry: Entry) -> bool:
        """Whether the entry is about this shift or a relief of it."""
        return any(self(subject.subject_id) is True for subject in entry.subjects if subject.kind == "shift")

    def _belongs(self, shift_id: str) -> bool | None:
        if self._is_relief:
            return False
        if not shift_id:
            return None
        try:
            other = self._unit.shift(shift_id)
        except OperatorError:
            return None
        if other.main_shift_id == self._shift.shift_id:
            return True
        # Of a shift before this one: it came in after that was closed, and is in no report yet.
        is_of_drawer = other.drawer == self._shift.drawer and other.console_id in self._homes
        return None if is_of_drawer else False


def _home(unit: UnitOfWork, shift: Shift) -> str:
    """Whose drawer it is: that of a console at work, else of this one, which took its place."""
    if shift.console_id in {"", unit.console_id}:
        return unit.console_id
    at_work = {one.console_id for one in unit.lot_consoles() if one.revoked_at is None}
    return shift.console_id if shift.console_id in at_work else unit.console_id


def _console_number(unit: UnitOfWork, home: str) -> int:
    if home == unit.console_id:
        return unit.console_number()
    return next((one.number for one in unit.lot_consoles() if one.console_id == home), 0)


def _report_before(unit: UnitOfWork, shift: Shift, home: str) -> ShiftReport | None:
    """The Z of the drawer's shift before this one; of a relief, of the main one's."""
    last = unit.last_closed_shift(shift.drawer, console_id=home)
    return None if last is None or last.report is None else ShiftReport.from_document(last.report)


def _float_due(before: ShiftReport | None) -> int | None:
    return None if before is None else before.drawer_count.left_minor


def _relief_due(unit: UnitOfWork, relief: Shift) -> int | None:
    """What had to be in the drawer when the relief took it over; None where nobody counted."""
    about = unit.entries_about(Subject("shift", relief.shift_id))
    begun = next((entry.payload for entry in about if entry.kind == RELIEF_BEGAN), None)
    if begun is None or begun.get("counted_minor") is None:
        return None
    return int(begun["float_minor"])


def _stretches(unit: UnitOfWork, shift: Shift, before: ShiftReport | None) -> tuple[Stretch, ...]:
    """What no report of this drawer counted yet, in each chain that writes about it; of a relief its own."""
    begun: dict[str, int] = {}
    for entry in unit.entries_about(Subject("shift", shift.shift_id)):
        begun[entry.console_id] = min(entry.seq, begun.get(entry.console_id, entry.seq))
    counted = {} if before is None or shift.is_relief else _ends(before.stretches)
    return tuple(
        Stretch(console_id, min(counted.get(console_id, first - 1), first - 1), unit.chain_end(console_id))
        for console_id, first in sorted(begun.items())
    )


def _ends(stretches: Iterable[Stretch]) -> dict[str, int]:
    return {stretch.console_id: stretch.until_seq for stretch in stretches}
