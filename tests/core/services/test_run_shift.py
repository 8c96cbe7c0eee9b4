"""Shifts on one drawer: opened, counted blind, sealed, and what is left for the next one."""

from __future__ import annotations

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.people import Role
from core.services.hand_out_slip import SLIP_TASK
from core.services.run_shift import close_abandoned, close_shift, open_shift, start_relief
from tests.booth import DRAWER, Booth
from tests.core.services.cashiers import about, begin, close, do, hire, take


def test_what_was_left_must_be_the_next_float(booth: Booth) -> None:
    begin(booth, booth.ben, 1000)
    take(booth, booth.ben, "ABC1234")
    closed = close(booth, booth.ben, 1030, left_minor=800)
    assert (closed.left_minor, closed.difference_minor) == (800, 0)
    again = begin(booth, booth.ben, 800)
    assert [entry.kind for entry in about(booth, again.shift_id)] == ["shift.opened"]


def test_another_float_is_an_event_of_its_own_with_the_words_of_who_found_it(booth: Booth) -> None:
    begin(booth, booth.ben, 1000)
    close(booth, booth.ben, 1000)
    again = do(
        booth, open_shift, actor=booth.boss, drawer=DRAWER, float_minor=900, note="  100 for Mrs. Lin  "
    )
    opened, differs = about(booth, again.shift_id)
    assert (opened.kind, differs.kind) == ("shift.opened", "shift.float_differs")
    assert (differs.payload["expected_minor"], differs.payload["found_minor"]) == (1000, 900)
    assert differs.personal == {"note": "100 for Mrs. Lin"}
    assert "note" not in {name for name in differs.payload if name != "personal"}


def test_the_float_of_the_very_first_shift_differs_from_nothing(booth: Booth) -> None:
    first = begin(booth, booth.ben, 12345)
    assert [entry.kind for entry in about(booth, first.shift_id)] == ["shift.opened"]


def test_all_that_was_counted_stays_where_nothing_else_is_said(booth: Booth) -> None:
    begin(booth, booth.ben, 1000)
    assert close(booth, booth.ben, 990).left_minor == 990


def test_no_more_can_stay_than_was_counted(booth: Booth) -> None:
    begin(booth, booth.ben, 1000)
    with pytest.raises(BadInput, match=r"shift\.left_too_much"):
        close(booth, booth.ben, 900, left_minor=901)
    assert booth.store.read(lambda unit: unit.open_shift(DRAWER)) is not None


@pytest.mark.parametrize("minor", [-1, 100_000_001, True])
def test_an_amount_that_no_drawer_holds_is_refused(booth: Booth, minor: int) -> None:
    with pytest.raises(BadInput, match=r"payment\.bad_amount"):
        begin(booth, booth.ben, minor)
    begin(booth, booth.ben)
    with pytest.raises(BadInput, match=r"payment\.bad_amount"):
        close(booth, booth.ben, minor)


def test_nobody_closes_without_counting_but_who_may_close_others_shifts(booth: Booth) -> None:
    begin(booth, booth.ben)
    with pytest.raises(NotAllowed):
        close(booth, booth.ben, None)
    closed = close(booth, booth.boss, None)
    assert (closed.counted_minor, closed.difference_minor, closed.left_minor) == (None, None, None)
    assert closed.check_code


def test_nothing_is_known_of_what_stayed_where_nobody_counted(booth: Booth) -> None:
    begin(booth, booth.ben)
    with pytest.raises(BadInput, match=r"shift\.left_uncounted"):
        close(booth, booth.boss, None, left_minor=1000)
    close(booth, booth.boss, None)
    again = begin(booth, booth.ben, 1)
    assert [entry.kind for entry in about(booth, again.shift_id)] == ["shift.opened"]


def test_somebody_elses_shift_is_closed_by_a_supervisor_only(booth: Booth) -> None:
    cat, sue = hire(booth, "Cat"), hire(booth, "Sue", Role.SUPERVISOR)
    begin(booth, booth.ben)
    with pytest.raises(NotAllowed):
        close(booth, cat, 1000)
    closed = close(booth, sue, 1000)
    assert closed.report is not None
    assert (closed.person_id, closed.report["closed_by"]) == (booth.ben.person_id, sue.person_id)


def test_a_close_is_sealed_and_its_slip_is_printed(booth: Booth) -> None:
    begin(booth, booth.ben)
    closed = close(booth, booth.ben, 1000)
    assert closed.z_number == 1
    waiting = booth.store.read(lambda unit: unit.waiting_tasks(SLIP_TASK))
    assert [(task.payload["shift_id"], task.payload["copy"]) for task in waiting] == [(closed.shift_id, 0)]


def test_an_abandoned_shift_is_closed_with_its_relief_from_anywhere(booth: Booth) -> None:
    cat, sue = hire(booth, "Cat"), hire(booth, "Sue", Role.SUPERVISOR)
    main = begin(booth, booth.ben)
    relief = do(booth, start_relief, actor=cat, drawer=DRAWER)
    with pytest.raises(NotAllowed):
        do(booth, close_abandoned, actor=booth.ben, shift_id=main.shift_id)
    closed = do(booth, close_abandoned, actor=sue, shift_id=main.shift_id, note="console stolen")
    assert not closed.is_open
    assert not booth.store.read(lambda unit: unit.shift(relief.shift_id)).is_open
    with pytest.raises(Refused, match=r"shift\.closed_already"):
        do(booth, close_abandoned, actor=sue, shift_id=main.shift_id)


def test_a_relief_is_not_abandoned_by_itself_nor_is_a_shift_that_never_was(booth: Booth) -> None:
    cat = hire(booth, "Cat")
    begin(booth, booth.ben)
    relief = do(booth, start_relief, actor=cat, drawer=DRAWER)
    with pytest.raises(Refused, match=r"shift\.is_relief"):
        do(booth, close_abandoned, actor=booth.boss, shift_id=relief.shift_id)
    with pytest.raises(Refused, match=r"shift\.unknown"):
        do(booth, close_abandoned, actor=booth.boss, shift_id="none")


def test_who_may_not_run_a_shift_opens_and_closes_none(booth: Booth) -> None:
    landlord = hire(booth, "Lee", Role.LANDLORD)
    with pytest.raises(NotAllowed):
        begin(booth, landlord)
    begin(booth, booth.ben)
    with pytest.raises(NotAllowed):
        do(booth, close_shift, actor=landlord, drawer=DRAWER, counted_minor=0)
