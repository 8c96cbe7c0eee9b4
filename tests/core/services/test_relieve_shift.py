"""A relief on the drawer: its money is its own, the drawer is one."""

from __future__ import annotations

import pytest

from core.domain.errors import NotAllowed, Refused
from core.domain.payments import Tender
from core.domain.people import Actor, Approval, Right, Role
from core.domain.shift_report import ReportKind, ShiftReport
from core.services.refund_payment import refund_payment
from core.services.relieve_shift import end_relief, start_relief
from core.services.run_shift import open_shift
from core.services.shift_report import x_report, z_report
from tests.booth import DRAWER, Booth
from tests.core.services.cashiers import begin, close, do, hire, take


def test_main_and_relief_are_totalled_apart_and_add_up_in_the_drawer(booth: Booth) -> None:
    cat = hire(booth, "Cat")
    main = begin(booth, booth.ben, 1000)
    take(booth, booth.ben, "AAA1111")
    relief = do(booth, start_relief, actor=cat, drawer=DRAWER)
    assert (relief.float_minor, relief.main_shift_id) == (1030, main.shift_id)
    take(booth, cat, "BBB2222")
    take(booth, cat, "CCC3333")
    ended = do(booth, end_relief, actor=cat, drawer=DRAWER)
    assert (ended.cash_minor, ended.payments, ended.expected_minor) == (60, 2, 1090)
    take(booth, booth.ben, "DDD4444")
    running = booth.store.read(lambda unit: unit.open_shift(DRAWER))
    assert running is not None
    assert (running.shift_id, running.cash_minor, running.relief_minor) == (main.shift_id, 60, 60)
    assert running.expected_minor == 1120


def test_the_slip_of_a_relief_is_for_both_who_sign_it_and_no_other_attendant(booth: Booth) -> None:
    cat, dan = hire(booth, "Cat"), hire(booth, "Dan")
    begin(booth, booth.ben, 1000)
    do(booth, start_relief, actor=cat, drawer=DRAWER)
    relief = do(booth, end_relief, actor=booth.ben, drawer=DRAWER, counted_minor=1000)
    for actor in (cat, booth.ben):
        report = booth.store.read(lambda unit, who=actor: z_report(unit, actor=who, shift_id=relief.shift_id))
        assert report.kind is ReportKind.RELIEF
    with pytest.raises(NotAllowed):
        booth.store.read(lambda unit: z_report(unit, actor=dan, shift_id=relief.shift_id))


def test_while_the_relief_runs_the_main_shift_takes_no_money(booth: Booth) -> None:
    cat = hire(booth, "Cat")
    begin(booth, booth.ben)
    do(booth, start_relief, actor=cat, drawer=DRAWER)
    with pytest.raises(Refused, match=r"shift\.of_someone_else"):
        take(booth, booth.ben, "AAA1111")
    with pytest.raises(Refused, match=r"shift\.relief_open"):
        close(booth, booth.ben, 1000)


def test_there_is_one_relief_at_a_time_and_nobody_relieves_themselves(booth: Booth) -> None:
    cat, dan = hire(booth, "Cat"), hire(booth, "Dan")
    with pytest.raises(Refused, match=r"shift\.none_open"):
        do(booth, start_relief, actor=cat, drawer=DRAWER)
    begin(booth, booth.ben)
    with pytest.raises(Refused, match=r"shift\.own_relief"):
        do(booth, start_relief, actor=booth.ben, drawer=DRAWER)
    do(booth, start_relief, actor=cat, drawer=DRAWER)
    with pytest.raises(Refused, match=r"shift\.relief_open"):
        do(booth, start_relief, actor=dan, drawer=DRAWER)


def test_who_has_a_shift_of_their_own_relieves_nobody(booth: Booth) -> None:
    cat = hire(booth, "Cat")
    begin(booth, booth.ben)
    do(booth, open_shift, actor=cat, drawer="drawer-2", float_minor=0)
    with pytest.raises(Refused, match=r"shift\.person_has_one"):
        do(booth, start_relief, actor=cat, drawer=DRAWER)


def test_the_relief_or_the_main_person_hands_back_and_otherwise_a_supervisor(booth: Booth) -> None:
    cat, dan = hire(booth, "Cat"), hire(booth, "Dan")
    sue = hire(booth, "Sue", Role.SUPERVISOR)
    begin(booth, booth.ben)
    for who in (cat, booth.ben, sue):
        do(booth, start_relief, actor=cat, drawer=DRAWER)
        with pytest.raises(NotAllowed):
            do(booth, end_relief, actor=dan, drawer=DRAWER)
        assert not do(booth, end_relief, actor=who, drawer=DRAWER).is_open
    with pytest.raises(Refused, match=r"shift\.no_relief"):
        do(booth, end_relief, actor=cat, drawer=DRAWER)


def test_what_was_counted_at_the_handing_back_is_on_a_sealed_slip(booth: Booth) -> None:
    cat = hire(booth, "Cat")
    begin(booth, booth.ben, 1000)
    do(booth, start_relief, actor=cat, drawer=DRAWER, counted_minor=1000)
    take(booth, cat, "BBB2222")
    ended = do(booth, end_relief, actor=cat, drawer=DRAWER, counted_minor=1025)
    assert ended.report is not None
    report = ShiftReport.from_document(ended.report)
    assert (report.kind, report.z_number, report.is_sealed) == (ReportKind.RELIEF, None, True)
    assert (report.drawer_count.expected_minor, report.drawer_count.difference_minor) == (1030, -5)
    assert (report.payments, report.received_minor) == (1, 30)


def test_the_z_of_the_main_shift_holds_its_reliefs_money_and_names_each(booth: Booth) -> None:
    cat = hire(booth, "Cat")
    begin(booth, booth.ben, 1000)
    take(booth, booth.ben, "AAA1111")
    do(booth, start_relief, actor=cat, drawer=DRAWER)
    take(booth, cat, "BBB2222")
    x = do(booth, x_report, actor=booth.boss, drawer=DRAWER)
    assert (x.person_id, x.payments, x.drawer_count.expected_minor) == (booth.ben.person_id, 2, 1060)
    do(booth, end_relief, actor=cat, drawer=DRAWER)
    closed = close(booth, booth.ben, 1060)
    assert closed.report is not None
    report = ShiftReport.from_document(closed.report)
    assert (report.payments, report.received_minor, report.drawer_count.difference_minor) == (2, 60, 0)
    assert [(one.person_id, one.payments, one.moved_minor) for one in report.reliefs] == [
        (cat.person_id, 1, 30)
    ]


def test_whoever_is_relieved_pays_nothing_back_out_of_the_drawer(booth: Booth) -> None:
    cat, sue = hire(booth, "Cat"), hire(booth, "Sue", Role.SUPERVISOR)
    begin(booth, booth.ben)
    payment = take(booth, booth.ben, "AAA1111")
    do(booth, start_relief, actor=cat, drawer=DRAWER)

    def word_for(asking: Actor) -> Approval:
        return Approval(sue, "word", Right.APPROVE_REFUND, asking.person_id)

    asked = {
        "payment_id": payment.payment_id,
        "amount_minor": 10,
        "tender": Tender.CASH,
        "reason": "complaint",
        "note": "",
    }
    with pytest.raises(Refused, match=r"shift\.of_someone_else"):
        do(booth, refund_payment, actor=booth.ben, approval=word_for(booth.ben), **asked)
    do(booth, refund_payment, actor=cat, approval=word_for(cat), **asked)
    relief = booth.store.read(lambda unit: unit.open_shift(DRAWER))
    assert relief is not None
    assert (relief.person_id, relief.cash_minor) == (cat.person_id, -10)


def test_what_was_missing_when_the_relief_took_over_is_not_its_own(booth: Booth) -> None:
    cat = hire(booth, "Cat")
    begin(booth, booth.ben, 1000)
    relief = do(booth, start_relief, actor=cat, drawer=DRAWER, counted_minor=980)
    assert (relief.float_minor, relief.expected_minor) == (980, 980)
    take(booth, cat, "BBB2222")
    ended = do(booth, end_relief, actor=cat, drawer=DRAWER, counted_minor=1010)
    assert ended.report is not None
    count = ShiftReport.from_document(ended.report).drawer_count
    assert (count.float_due_minor, count.float_minor, count.float_difference_minor) == (1000, 980, -20)
    assert count.difference_minor == 0
    assert close(booth, booth.ben, 1010).difference_minor == -20
