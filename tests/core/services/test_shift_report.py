"""The reports of a shift: every figure follows from the journal, and a Z never changes any more."""

from __future__ import annotations

import pytest

from core.domain.check_codes import read_code
from core.domain.errors import NotAllowed, Refused
from core.domain.journal import Subject
from core.domain.people import Role
from core.domain.shift_report import ReportKind, ShiftReport, Tally, code_of
from core.services.move_cash import drop_cash, pay_in, pay_out
from core.services.open_drawer import open_drawer
from core.services.override_gate import open_gate
from core.services.print_receipt import reprint
from core.services.relieve_shift import end_relief, start_relief
from core.services.run_shift import close_abandoned, close_shift, open_shift
from core.services.shift_report import x_report, z_report
from tests.booth import DRAWER, Booth
from tests.core.services.cashiers import begin, close, do, hire, take


def z_of(booth: Booth, shift_id: str) -> ShiftReport:
    """The sealed report, as the supervisor reads it."""
    return do(booth, z_report, actor=booth.boss, shift_id=shift_id)


def named(tallies: tuple[Tally, ...]) -> dict[str, tuple[int, int]]:
    """Count and amount by name."""
    return {one.name: (one.count, one.amount_minor) for one in tallies}


def test_a_z_says_what_came_in_what_for_and_what_must_be_there(booth: Booth) -> None:
    begin(booth, booth.ben, 1000)
    take(booth, booth.ben, "AAA1111", hours=1)
    take(booth, booth.ben, "BBB2222", hours=2)
    do(booth, drop_cash, actor=booth.ben, drawer=DRAWER, amount_minor=500, reason="safe")
    do(booth, pay_out, actor=booth.ben, drawer=DRAWER, amount_minor=20, reason="supplies")
    do(booth, pay_in, actor=booth.ben, drawer=DRAWER, amount_minor=7, reason="found")
    shift = close(booth, booth.ben, 577, left_minor=500)
    z = z_of(booth, shift.shift_id)
    count = z.drawer_count
    assert named(z.tenders) == {"cash": (2, 90)}
    assert (count.taken_minor, count.dropped_minor, count.paid_out_minor, count.paid_in_minor) == (
        90,
        500,
        20,
        7,
    )
    assert (count.expected_minor, count.difference_minor, count.removed_minor) == (577, 0, 77)
    assert count.expected_minor == shift.expected_minor
    assert (z.payments, z.settled_minor, z.average_minor) == (2, 90, 45)
    assert (z.receipts_from, z.receipts_to) == (1, 2)
    assert [(one.plan_id, one.version, one.count, one.amount_minor) for one in z.rates] == [
        ("standard", 1, 2, 90)
    ]
    assert sum(one.amount_minor for one in z.rules) == 90


def test_what_is_not_as_usual_is_counted(booth: Booth) -> None:
    begin(booth, booth.ben)
    payment = take(booth, booth.ben, "AAA1111")
    do(booth, open_drawer, actor=booth.ben, drawer=DRAWER, reason="change")
    do(booth, open_drawer, actor=booth.boss, drawer=DRAWER, reason="test")
    do(booth, reprint, actor=booth.ben, payment_id=payment.payment_id)
    do(
        booth,
        open_gate,
        actor=booth.ben,
        lane_id="exit",
        reason="gate_fault",
        vehicle_present=False,
    )
    z = z_of(booth, close(booth, booth.ben, 1030).shift_id)
    assert named(z.exceptions) == dict.fromkeys(
        ("drawer_tested", "no_sale", "opened_by_hand", "reprinted"), (1, 0)
    )
    assert z.gate_ups == 1


def test_numbers_codes_and_the_grand_total_go_on_from_shift_to_shift(booth: Booth) -> None:
    reports = []
    for plate in ("AAA1111", "BBB2222", "CCC3333"):
        begin(booth, booth.ben, 100)
        take(booth, booth.ben, plate)
        reports.append(z_of(booth, close(booth, booth.ben, 130, left_minor=100).shift_id))
    assert [one.z_number for one in reports] == [1, 2, 3]
    assert [one.grand_minor for one in reports] == [30, 60, 90]
    assert [one.previous_code for one in reports] == ["", reports[0].check_code, reports[1].check_code]
    assert all(read_code(one.check_code) == one.check_code for one in reports)
    assert len({one.check_code for one in reports}) == 3


def test_each_drawer_has_its_own_numbers(booth: Booth) -> None:
    begin(booth, booth.ben)
    close(booth, booth.ben, 1000)
    do(booth, open_shift, actor=booth.ben, drawer="drawer-2", float_minor=0)
    other = do(booth, close_shift, actor=booth.ben, drawer="drawer-2", counted_minor=0)
    assert other.z_number == 1


def test_what_was_paid_on_another_drawer_is_not_counted_here(booth: Booth) -> None:
    begin(booth, booth.ben)
    do(booth, open_shift, actor=booth.boss, drawer="drawer-2", float_minor=0)
    take(booth, booth.ben, "AAA1111")
    other = do(booth, close_shift, actor=booth.boss, drawer="drawer-2", counted_minor=0)
    assert z_of(booth, other.shift_id).payments == 0


def test_the_document_is_what_the_code_seals(booth: Booth) -> None:
    begin(booth, booth.ben)
    take(booth, booth.ben, "AAA1111")
    shift = close(booth, booth.ben, 1030)
    assert shift.report is not None
    assert code_of(shift.report) == shift.check_code
    forged = {**shift.report, "drawer_count": {**shift.report["drawer_count"], "counted_minor": 1029}}
    assert code_of(forged) != shift.check_code
    again = ShiftReport.from_document(shift.report)
    assert again.to_document() == shift.report


def test_an_x_moves_nothing_and_seals_nothing(booth: Booth) -> None:
    begin(booth, booth.ben, 1000)
    take(booth, booth.ben, "AAA1111")
    before = booth.kinds()
    x = do(booth, x_report, actor=booth.boss, drawer=DRAWER)
    assert booth.kinds() == before
    assert (x.kind, x.is_sealed, x.z_number, x.drawer_count.expected_minor) == (
        ReportKind.X,
        False,
        None,
        1030,
    )
    assert x.drawer_count.counted_minor is None


def test_totals_are_for_who_may_see_them_and_ones_own_z_for_oneself(booth: Booth) -> None:
    cat, landlord = hire(booth, "Cat"), hire(booth, "Lee", Role.LANDLORD)
    shift = begin(booth, booth.ben)
    with pytest.raises(NotAllowed):
        do(booth, x_report, actor=booth.ben, drawer=DRAWER)
    with pytest.raises(Refused, match=r"shift\.still_open"):
        do(booth, z_report, actor=booth.ben, shift_id=shift.shift_id)
    close(booth, booth.ben, 1000)
    assert do(booth, z_report, actor=booth.ben, shift_id=shift.shift_id).z_number == 1
    assert do(booth, z_report, actor=landlord, shift_id=shift.shift_id).z_number == 1
    with pytest.raises(NotAllowed):
        do(booth, z_report, actor=cat, shift_id=shift.shift_id)


def test_there_is_no_x_without_a_shift(booth: Booth) -> None:
    with pytest.raises(Refused, match=r"shift\.none_open"):
        do(booth, x_report, actor=booth.boss, drawer=DRAWER)


def test_a_relief_counts_its_own_money_alone_and_the_z_all_of_it_once(booth: Booth) -> None:
    cat = hire(booth, "Cat")
    begin(booth, booth.ben, 1000)
    take(booth, booth.ben, "AAA1111")
    do(booth, start_relief, actor=cat, drawer=DRAWER)
    take(booth, cat, "BBB2222", hours=2)
    do(booth, pay_out, actor=cat, drawer=DRAWER, amount_minor=10, reason="supplies")
    relief = do(booth, end_relief, actor=cat, drawer=DRAWER)
    mine = z_of(booth, relief.shift_id)
    assert (named(mine.tenders), mine.drawer_count.paid_out_minor) == ({"cash": (1, 60)}, 10)
    z = z_of(booth, close(booth, booth.ben, 1080).shift_id)
    assert named(z.tenders) == {"cash": (2, 90)}
    assert (z.drawer_count.paid_out_minor, z.drawer_count.difference_minor) == (10, 0)
    assert z.previous_code == ""


def test_an_abandoned_shift_goes_on_in_the_numbers_of_its_drawer(booth: Booth) -> None:
    shift = begin(booth, booth.ben)
    take(booth, booth.ben, "AAA1111")
    do(booth, close_abandoned, actor=booth.boss, shift_id=shift.shift_id)
    z = z_of(booth, shift.shift_id)
    assert (z.z_number, z.payments, z.drawer_count.counted_minor) == (1, 1, None)
    begin(booth, booth.ben, 500)
    assert z_of(booth, close(booth, booth.ben, 500).shift_id).z_number == 2


def test_a_console_that_was_away_says_for_how_long(booth: Booth) -> None:
    begin(booth, booth.ben)
    booth.store.write(
        lambda unit: unit.record(
            "console.broke_off", {"from_at": 1_000_000, "until": 61_000_000}, who="system"
        )
    )
    z = z_of(booth, close(booth, booth.ben, 1000).shift_id)
    assert (z.away_count, z.away_seconds) == (1, 60)


def test_a_shift_closed_before_there_were_reports_has_none(booth: Booth) -> None:
    shift = begin(booth, booth.ben)
    booth.store.write(
        lambda unit: unit.record(
            "shift.closed",
            {"counted_minor": 1000, "expected_minor": 1000, "difference_minor": 0},
            who=booth.ben.person_id,
            subjects=[Subject("shift", shift.shift_id)],
        )
    )
    with pytest.raises(Refused, match=r"shift\.no_report"):
        z_of(booth, shift.shift_id)
    begin(booth, booth.ben, 12)
    later = z_of(booth, close(booth, booth.ben, 12).shift_id)
    assert (later.z_number, later.drawer_count.float_due_minor) == (1, None)
