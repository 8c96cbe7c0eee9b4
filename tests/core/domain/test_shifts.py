from core.domain.journal import Entry, Subject
from core.domain.shifts import fold_shift
from tests.core.domain.samples import after, entry_of, paid

SHIFT = (Subject("stay", "stay-1"), Subject("shift", "shift-1"))


def _opened(seq: int = 1) -> Entry:
    payload = {"drawer": "booth", "currency": "EUR", "float_minor": 5000}
    return entry_of("shift.opened", seq, payload=payload, subjects=(Subject("shift", "shift-1"),))


def _closed(seq: int, counted_minor: int) -> Entry:
    return entry_of("shift.closed", seq, payload={"counted_minor": counted_minor}, subjects=SHIFT[1:])


def test_a_drawer_must_hold_its_float_and_the_cash_taken() -> None:
    shift = fold_shift([_opened(), paid(2, 500, subjects=SHIFT), paid(3, 250, subjects=SHIFT)])
    assert shift is not None
    assert (shift.shift_id, shift.drawer, shift.person_id) == ("shift-1", "booth", "person-1")
    assert (shift.expected_minor, shift.cash_minor, shift.payments) == (5750, 750, 2)
    assert shift.is_open
    assert shift.difference_minor is None


def test_a_closed_shift_says_what_is_missing() -> None:
    shift = fold_shift([_opened(), paid(2, 500, subjects=SHIFT), _closed(3, 5400)])
    assert shift is not None
    assert (shift.closed_at, shift.is_open, shift.difference_minor) == (after(3), False, -100)


def test_only_the_first_closing_counts() -> None:
    shift = fold_shift([_opened(), _closed(3, 5000), _closed(4, 1)])
    assert shift is not None
    assert (shift.counted_minor, shift.closed_at) == (5000, after(3))


def test_a_payment_that_arrives_twice_or_late_is_counted_once() -> None:
    entries = [_opened(), paid(2, 500, subjects=SHIFT), _closed(3, 5500)]
    assert fold_shift([*reversed(entries), entries[1]]) == fold_shift(entries)


def test_payments_without_an_opening_are_no_shift_yet() -> None:
    assert fold_shift([paid(2, subjects=SHIFT)]) is None
