"""Slips of shifts, for the tests of what is printed of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from core.domain.gate_arithmetic import BoomCount, LaneGates, Leftover
from core.domain.lots import Lot
from core.domain.shift_report import (
    DrawerCount,
    RateTally,
    ReliefTally,
    ReportKind,
    ShiftReport,
    Stretch,
    Tally,
    sealed,
)
from reports.shift_slip import Slip
from tests.reports.samples import ENGLISH_LOT

MORNING = datetime(2026, 11, 22, 6, 2, tzinfo=UTC)
EVENING = MORNING + timedelta(hours=8, minutes=3)
ANCHOR = "LKA1" + "7" * 166

_FULL = ShiftReport(
    kind=ReportKind.Z,
    shift_id="0197f2d0-0000-7000-8000-000000000010",
    drawer="drawer-1",
    console_id="0197f2d0-0000-7000-8000-000000000001",
    console_number=2,
    person_id="ben",
    closed_by="sue",
    currency="EUR",
    opened_at=MORNING,
    until=EVENING,
    drawer_count=DrawerCount(
        float_minor=9800,
        taken_minor=123_450,
        returned_minor=350,
        paid_in_minor=5000,
        paid_out_minor=1290,
        dropped_minor=80_000,
        float_due_minor=10_000,
        counted_minor=56_560,
        left_minor=10_000,
    ),
    payments=412,
    settled_minor=201_370,
    receipts_from=1071,
    receipts_to=1482,
    lost_tickets=2,
    gate_ups=826,
    away_count=1,
    away_seconds=264,
    tenders=(Tally("card", 121, 60_120), Tally("cash", 270, 123_450), Tally("line_pay", 18, 9000)),
    refunds=(Tally("card", 1, 500), Tally("cash", 1, 350)),
    rates=(RateTally("day", 3, "car", 390, 190_000), RateTally("day", 3, "motorcycle", 22, 11_370)),
    rules=(Tally("cap", 3, -4200), Tally("first_block", 410, 82_000), Tally("steps", 300, 123_570)),
    exceptions=(
        Tally("iou", 1, 1200),
        Tally("lost_ticket", 2, 3000),
        Tally("nil", 2, 7600),
        Tally("no_sale", 3),
        Tally("opened_by_hand", 4),
        Tally("refund", 2, 850),
        Tally("validated:m1", 31),
    ),
    unattended=Tally("unattended", 3, 1500),
    reliefs=(ReliefTally("relief-1", "cat", MORNING + timedelta(hours=3), EVENING, 40, 19_000, 12_000),),
    gates=(
        LaneGates("in", 410, 0, 0, BoomCount(410, 6, 1, 403, 0, 0)),
        LaneGates(
            "out",
            416,
            1,
            1,
            BoomCount(416, 4, 0, 412, 1, 2),
            (
                Leftover("gate.up_unasked", MORNING + timedelta(hours=2), "e1"),
                Leftover("lane.unexplained_crossing", MORNING + timedelta(hours=5), "e2"),
            ),
            2,
        ),
        LaneGates("yard", 3, 0, 0, None),
    ),
    stretches=(Stretch("0197f2d0-0000-7000-8000-000000000001", 10, 5210),),
    z_number=187,
    grand_minor=41_220_380,
    previous_code="7ZK2M-0QX4D-T",
)


def report_of(**changes: Any) -> ShiftReport:
    """The sealed report of a full shift, but for these changes."""
    return sealed(replace(_FULL, **changes))


def slip_of(lot: Lot = ENGLISH_LOT, *, copy_number: int = 0, anchor: str = ANCHOR, **changes: Any) -> Slip:
    """Its slip."""
    return Slip(
        lot=lot,
        report=report_of(**changes),
        people={"ben": "Ben Ortiz", "sue": "Sue Lin", "cat": "Cat Meyer"},
        merchants={"m1": "Café Sol"},
        plans={"day": "Day rate"},
        copy_number=copy_number,
        anchor=anchor,
    )


def relief_slip(lot: Lot = ENGLISH_LOT) -> Slip:
    """The slip of a relief that hands back, short by a coin."""
    count = DrawerCount(float_minor=50_000, taken_minor=3200, counted_minor=53_150, left_minor=53_150)
    return slip_of(
        lot,
        kind=ReportKind.RELIEF,
        person_id="cat",
        closed_by="cat",
        drawer_count=count,
        z_number=None,
        payments=12,
        settled_minor=5200,
        tenders=(Tally("card", 4, 2000), Tally("cash", 8, 3200)),
        refunds=(),
        unattended=Tally("unattended", 0),
        lost_tickets=0,
        reliefs=(),
    )
