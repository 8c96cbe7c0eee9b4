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


MAIN, RELIEF = Subject("shift", "shift-1"), Subject("shift", "shift-2")


def _relief_began(seq: int) -> Entry:
    payload = {"drawer": "booth", "currency": "EUR", "float_minor": 5500, "main_shift_id": "shift-1"}
    return entry_of("shift.relief_began", seq, payload=payload, subjects=(RELIEF, MAIN))


def _relief_ended(seq: int, moved_minor: int) -> Entry:
    payload = {"shift_id": "shift-2", "moved_minor": moved_minor, "counted_minor": None, "left_minor": None}
    return entry_of("shift.relief_ended", seq, payload=payload, subjects=(RELIEF, MAIN))


def _cash(kind: str, seq: int, minor: int) -> Entry:
    return entry_of(kind, seq, payload={"amount_minor": minor}, subjects=(MAIN,))


def test_what_a_relief_moved_lies_in_the_drawer_of_the_shift_it_relieved() -> None:
    main = fold_shift([_opened(), _relief_began(2), _relief_ended(4, 300), paid(5, 200, subjects=SHIFT)])
    assert main is not None
    assert (main.shift_id, main.relief_minor, main.cash_minor, main.expected_minor) == (
        "shift-1",
        300,
        200,
        5500,
    )
    assert main.is_open


def test_a_relief_is_a_shift_of_its_own_that_ends_by_itself() -> None:
    taken = paid(3, 300, subjects=(Subject("stay", "stay-1"), RELIEF))
    relief = fold_shift([_relief_began(2), taken, _relief_ended(4, 300)])
    assert relief is not None
    assert (relief.shift_id, relief.main_shift_id, relief.is_relief) == ("shift-2", "shift-1", True)
    assert (relief.float_minor, relief.expected_minor, relief.closed_at) == (5500, 5800, after(4))


def test_cash_that_is_moved_by_hand_is_expected_to_be_gone_or_there() -> None:
    shift = fold_shift(
        [
            _opened(),
            _cash("cash.dropped", 2, 2000),
            _cash("cash.paid_out", 3, 70),
            _cash("cash.paid_in", 4, 5),
        ]
    )
    assert shift is not None
    assert (shift.drops_minor, shift.payouts_minor, shift.payins_minor) == (2000, 70, 5)
    assert shift.expected_minor == 5000 - 2000 - 70 + 5


def test_a_shift_that_nobody_counted_has_no_difference() -> None:
    closed = entry_of("shift.closed", 3, payload={"counted_minor": None}, subjects=SHIFT[1:])
    shift = fold_shift([_opened(), closed])
    assert shift is not None
    assert (shift.is_open, shift.counted_minor, shift.difference_minor, shift.left_minor) == (
        False,
        None,
        None,
        None,
    )


def test_a_refund_by_a_platform_takes_nothing_out_of_the_drawer() -> None:
    payload = {"outcome": "paid_back", "amount_minor": 300, "tender": "card"}
    shift = fold_shift([_opened(), entry_of("refund.settled", 2, payload=payload, subjects=(MAIN,))])
    assert shift is not None
    assert shift.expected_minor == 5000


def test_what_an_older_program_wrote_folds_to_what_it_always_did() -> None:
    shift = fold_shift([_opened(), paid(2, 500, subjects=SHIFT), _closed(3, 5400)])
    assert shift is not None
    assert (shift.left_minor, shift.z_number, shift.check_code, shift.report) == (None, None, "", None)
