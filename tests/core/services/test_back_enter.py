"""Lines of the paper book, entered when the console works again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.domain.back_entry import PAPER_BOOK, BackEntry
from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.journal import Subject
from core.domain.people import Role
from core.domain.shift_report import ShiftReport
from core.domain.stays import Stay, StayState
from core.services.back_enter import BACK_ENTERED, SUBJECT, back_enter
from core.store.verify import verify_file
from tests.booth import DRAWER, Booth
from tests.core.services.cashiers import begin, close, do, hire, park, take


def ago(booth: Booth, minutes: float) -> datetime:
    """So long before now."""
    return booth.clock.now() - timedelta(minutes=minutes)


def line(booth: Booth, **changes: object) -> BackEntry:
    """A car that came, paid 30 for an hour and left, all while the console was dead."""
    whole = BackEntry(
        slip="1122-017",
        plate="abc-1234",
        entry_at=ago(booth, 100),
        paid_at=ago(booth, 40),
        amount_minor=30,
        exit_at=ago(booth, 35),
        note="Mrs. Lin had no change",
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def enter(booth: Booth, entry: BackEntry) -> Stay:
    return do(booth, back_enter, actor=booth.ben, drawer=DRAWER, line=entry)


def test_a_car_that_came_paid_and_left_meanwhile_is_a_stay_of_its_times(booth: Booth) -> None:
    shift = begin(booth, booth.ben, 1000)
    written = line(booth)
    stay = enter(booth, written)
    assert (stay.plate, stay.state) == ("ABC1234", StayState.LEFT)
    assert (stay.entry_at, stay.exit_at) == (written.entry_at, written.exit_at)
    (payment,) = stay.payments
    assert (payment.paid_at, payment.amount_minor, payment.reason) == (written.paid_at, 30, PAPER_BOOK)
    assert payment.shift_id == shift.shift_id
    running = booth.store.read(lambda unit: unit.open_shift(DRAWER))
    assert running is not None
    assert running.expected_minor == 1030


def test_the_journal_says_that_it_was_entered_afterwards_and_keeps_names_apart(booth: Booth) -> None:
    begin(booth, booth.ben)
    enter(booth, line(booth))
    (entry,) = booth.store.read(lambda unit: unit.entries_about(Subject(SUBJECT, "1122-017")))
    assert (entry.kind, entry.who) == (BACK_ENTERED, booth.ben.person_id)
    assert (entry.payload["amount_minor"], entry.payload["worked_out_minor"]) == (30, 30)
    assert entry.personal == {"plate": "ABC1234", "note": "Mrs. Lin had no change"}
    assert "ABC1234" not in str(entry.payload)


def test_the_same_line_again_changes_nothing(booth: Booth) -> None:
    begin(booth, booth.ben)
    first = enter(booth, line(booth))
    before = booth.kinds()
    again = enter(booth, line(booth, slip=" 1122-017 "))
    assert (again.stay_id, booth.kinds()) == (first.stay_id, before)


@pytest.mark.parametrize("change", [{"amount_minor": 60}, {"plate": "XYZ9999"}, {"exit_at": None}])
def test_another_line_under_the_same_number_is_refused(booth: Booth, change: dict[str, object]) -> None:
    begin(booth, booth.ben)
    enter(booth, line(booth))
    before = booth.kinds()
    with pytest.raises(Refused, match=r"back_entry\.slip_used"):
        enter(booth, line(booth, **change))
    assert booth.kinds() == before


def test_a_car_that_was_inside_before_is_found_and_leaves(booth: Booth) -> None:
    stay_id = park(booth, "ABC1234")
    booth.clock.pass_by(hours=2)
    begin(booth, booth.ben)
    stay = enter(booth, line(booth, entry_at=None))
    assert (stay.stay_id, stay.state) == (stay_id, StayState.LEFT)
    assert stay.exit_at == ago(booth, 35)


def test_a_car_that_only_came_in_is_inside_and_pays_when_it_leaves(booth: Booth) -> None:
    stay = enter(booth, line(booth, paid_at=None, amount_minor=None, exit_at=None))
    assert (stay.state, stay.payments) == (StayState.INSIDE, ())
    assert stay.entry_at == ago(booth, 100)


def test_another_amount_than_the_price_is_what_was_taken_and_both_are_written_down(booth: Booth) -> None:
    begin(booth, booth.ben, 0)
    stay = enter(booth, line(booth, amount_minor=50))
    (payment,) = stay.payments
    assert [(row.rule, row.amount_minor) for row in payment.lines] == [(PAPER_BOOK, 50)]
    (entry,) = booth.store.read(lambda unit: unit.entries_about(Subject(SUBJECT, "1122-017")))
    assert entry.payload["worked_out_minor"] == 30
    assert verify_file(booth.folder / "lotkeeper.db").problems == ()


def test_money_that_the_console_had_taken_already_is_not_taken_again_from_the_book(booth: Booth) -> None:
    begin(booth, booth.ben, 0)
    payment = take(booth, booth.ben, "ABC1234")
    booth.clock.pass_by(minutes=10)
    twice = line(booth, entry_at=None, paid_at=ago(booth, 9), exit_at=ago(booth, 5))
    with pytest.raises(Refused, match=r"back_entry\.paid_already") as refused:
        enter(booth, twice)
    assert refused.value.facts == {"paid": payment.paid_at, "amount_minor": 30}
    left = enter(booth, replace(twice, paid_at=None, amount_minor=None))
    assert (left.state, len(left.payments)) == (StayState.LEFT, 1)


@pytest.mark.parametrize(
    ("changes", "less_minor"),
    [({"amount_minor": 10}, 20), ({"paid_at": None, "amount_minor": None}, 45), ({"amount_minor": 50}, 0)],
)
def test_a_line_that_took_less_than_the_rate_says_stands_on_the_z(
    booth: Booth, changes: dict[str, object], less_minor: int
) -> None:
    begin(booth, booth.ben, 0)
    enter(booth, line(booth, **changes))
    report = close(booth, booth.ben, changes["amount_minor"] or 0).report
    assert report is not None
    told = [
        one.amount_minor for one in ShiftReport.from_document(report).exceptions if one.name == "book_less"
    ]
    assert told == ([less_minor] if less_minor else [])


def test_a_car_whose_earlier_visit_is_still_open_did_not_pay_too_little(booth: Booth) -> None:
    park(booth, "ABC1234")
    booth.clock.pass_by(hours=30)
    begin(booth, booth.ben, 0)
    stay = enter(booth, line(booth))
    (entry,) = booth.store.read(lambda unit: unit.entries_about(Subject(SUBJECT, "1122-017")))
    assert (entry.payload["less_minor"], stay.state) == (0, StayState.LEFT)


def test_it_is_counted_in_the_z_as_entered_from_the_book(booth: Booth) -> None:
    begin(booth, booth.ben, 0)
    enter(booth, line(booth))
    shift = close(booth, booth.ben, 30)
    assert shift.report is not None
    z = ShiftReport.from_document(shift.report)
    assert [(one.name, one.count, one.amount_minor) for one in z.exceptions] == [("back_entered", 1, 30)]
    assert z.drawer_count.difference_minor == 0


def test_cash_needs_ones_own_shift_and_nothing_is_written_without_one(booth: Booth) -> None:
    before = booth.kinds()
    with pytest.raises(Refused, match=r"shift\.none_open"):
        enter(booth, line(booth))
    assert booth.kinds() == before


def test_a_car_nobody_saw_come_is_not_made_up(booth: Booth) -> None:
    begin(booth, booth.ben)
    with pytest.raises(Refused, match=r"back_entry\.no_stay"):
        enter(booth, line(booth, entry_at=None))


def test_a_car_that_is_inside_and_came_later_is_another_visit(booth: Booth) -> None:
    begin(booth, booth.ben)
    later = park(booth, "ABC1234")
    stay = enter(booth, line(booth))
    assert stay.stay_id != later
    with pytest.raises(Refused, match=r"back_entry\.came_later"):
        enter(booth, line(booth, slip="1122-018", exit_at=None))


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("nothing_happened", {"entry_at": None, "paid_at": None, "amount_minor": None, "exit_at": None}),
        ("when_paid", {"paid_at": None}),
        ("when_paid", {"amount_minor": None}),
        ("in_the_future", {"exit_at": -10}),
        ("too_long_ago", {"entry_at": 60 * 24 * 40}),
        ("out_of_order", {"entry_at": 20}),
        ("out_of_order", {"exit_at": 90}),
        ("bad_slip", {"slip": ""}),
        ("bad_slip", {"slip": "' OR 1=1"}),
        ("bad_slip", {"slip": "9" * 21}),
    ],
)
def test_a_line_that_cannot_be_is_named(booth: Booth, code: str, changes: dict[str, object]) -> None:
    begin(booth, booth.ben)
    made = {name: ago(booth, at) if isinstance(at, int) else at for name, at in changes.items()}
    before = booth.kinds()
    with pytest.raises(BadInput, match=rf"back_entry\.{code}"):
        enter(booth, line(booth, **made))
    assert booth.kinds() == before


@pytest.mark.parametrize("minor", [-30, 100_000_001])
def test_an_amount_that_nobody_pays_is_refused(booth: Booth, minor: int) -> None:
    begin(booth, booth.ben)
    with pytest.raises(BadInput, match=r"payment\.bad_amount"):
        enter(booth, line(booth, amount_minor=minor))


def test_who_may_not_enter_the_book_does_not(booth: Booth) -> None:
    landlord = hire(booth, "Lee", Role.LANDLORD)
    with pytest.raises(NotAllowed):
        do(booth, back_enter, actor=landlord, drawer=DRAWER, line=line(booth))
