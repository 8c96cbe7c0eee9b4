"""The hub answers bookings: once, whatever is asked twice and whenever it dies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from core.domain.bookings import BookingRequest, fold_booking, subject_of
from core.domain.errors import LinkError
from core.domain.people import Actor, Role
from core.services.answer_bookings import answer_bookings
from core.services.set_up_lot import change_lot
from core.services.show_booking import read_booking
from core.services.signing import Trust
from core.store.sharing_tables import bookings
from core.store.store import Store
from core.store.verify import verify_file
from core.sync.identity import load_identity, verify
from tests.core.services.request_book import MemoryBook
from tests.core.store.lot import MORNING, SetClock, lot_of, opened, set_up

REQUEST = BookingRequest(
    request_id="r1",
    external_id="b-77",
    action="book",
    plate="ABC-1234",
    space_id="A1",
    from_at=MORNING + timedelta(hours=1),
    until_at=MORNING + timedelta(hours=3),
    paid_minor=9000,
    requested_by="city-app",
)


@pytest.fixture
def book() -> MemoryBook:
    return MemoryBook(bookings=[REQUEST])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with opened(tmp_path, SetClock()) as fresh:
        actor = set_up(fresh)
        lot = replace(lot_of(fresh), bookable_spaces=("A1", "A2"))
        fresh.write(lambda unit: change_lot(unit, actor=actor, lot=lot))
        yield fresh  # type: ignore[misc]


def kinds(store: Store, request: BookingRequest = REQUEST) -> list[str]:
    subject = subject_of(request.booking_id(store.lot_id))
    return [entry.kind for entry in store.read(lambda view: view.entries_about(subject))]


def test_a_booking_is_accepted_and_its_space_held(store: Store, book: MemoryBook) -> None:
    assert answer_bookings(store, book) == 1
    booking_id = REQUEST.booking_id(store.lot_id)
    answer = book.answers["r1"]
    assert (answer.accepted, answer.outcome) == (True, booking_id)
    assert {place[0] for place in book.slots} == {"A1"}
    assert len(book.slots) == 8
    with store.reading() as view:
        row = view.connection.execute(select(bookings)).one()
    assert (row.booking_id, row.plate, row.space_id, row.state) == (booking_id, "ABC1234", "A1", "booked")


def test_the_same_message_twice_changes_nothing(store: Store, book: MemoryBook) -> None:
    answer_bookings(store, book)
    held = dict(book.slots)
    book.bookings.append(replace(REQUEST, request_id="r2"))
    answer_bookings(store, book)
    assert book.answers["r2"].outcome == book.answers["r1"].outcome
    assert kinds(store) == ["booking.accepted"]
    assert book.slots == held


def test_an_accepted_booking_comes_with_a_code_that_lets_its_car_in(
    store: Store, book: MemoryBook, tmp_path: Path
) -> None:
    key = load_identity(tmp_path / "key")
    book.bookings.append(replace(REQUEST, request_id="r2"))
    answer_bookings(store, book, key)
    code = book.answers["r1"].code
    assert code == book.answers["r2"].code, "who asks again gets it again"
    trust = Trust(verify, key)
    admin = Actor("p", "Ann", Role.ADMINISTRATOR)
    store._clock.pass_time(45)
    booking, _ = store.read(lambda unit: read_booking(unit, actor=admin, code=code, trust=trust))
    assert (booking.booking_id, booking.plate) == (REQUEST.booking_id(store.lot_id), "ABC1234")
    assert (booking.from_at, booking.until_at) == (REQUEST.from_at, REQUEST.until_at)


def test_only_an_accepted_booking_has_a_code_and_the_journal_has_none(
    store: Store, book: MemoryBook, tmp_path: Path
) -> None:
    key = load_identity(tmp_path / "key")
    book.bookings.append(replace(REQUEST, request_id="r2", external_id="b-78"))
    book.bookings.append(replace(REQUEST, request_id="r3", action="cancel"))
    answer_bookings(store, book, key)
    assert [bool(book.answers[each].code) for each in ("r1", "r2", "r3")] == [True, False, False]
    entries = store.read(lambda view: view.entries_about(subject_of(REQUEST.booking_id(store.lot_id))))
    assert book.answers["r1"].code not in repr(entries)
    assert book.answers["r1"].code not in repr(book.answers["r1"])


def test_without_a_key_a_booking_is_accepted_all_the_same(store: Store, book: MemoryBook) -> None:
    answer_bookings(store, book)
    assert (book.answers["r1"].accepted, book.answers["r1"].code) == (True, "")


def test_another_booking_under_the_same_name_is_refused(store: Store, book: MemoryBook) -> None:
    book.bookings.append(replace(REQUEST, request_id="r2", until_at=MORNING + timedelta(hours=5)))
    answer_bookings(store, book)
    assert book.answers["r2"].reason == "booking.other_content"
    assert len(book.slots) == 8


def test_a_space_that_is_taken_is_refused(store: Store, book: MemoryBook) -> None:
    book.bookings.append(replace(REQUEST, request_id="r2", external_id="b-78"))
    answer_bookings(store, book)
    assert (book.answers["r2"].accepted, book.answers["r2"].reason) == (False, "booking.space_taken")


def test_a_database_that_was_set_back_sells_no_space_a_second_time(store: Store, book: MemoryBook) -> None:
    answer_bookings(store, book)
    held, book.slots = book.slots, {}
    touching = {"from_at": REQUEST.until_at - timedelta(minutes=1), "until_at": MORNING + timedelta(hours=4)}
    behind = {"from_at": REQUEST.until_at, "until_at": MORNING + timedelta(hours=4)}
    book.bookings += [
        replace(REQUEST, request_id="r2", external_id="b-78", **touching),  # type: ignore[arg-type]
        replace(REQUEST, request_id="r3", external_id="b-79", space_id=""),
        replace(REQUEST, request_id="r4", external_id="b-80", **behind),  # type: ignore[arg-type]
    ]
    answer_bookings(store, book)
    assert book.answers["r2"].reason == "booking.space_taken"
    assert {place[0] for place, owner in book.slots.items() if owner == book.answers["r3"].outcome} == {"A2"}
    assert book.answers["r4"].accepted
    book.slots = {}
    book.bookings.append(replace(REQUEST, request_id="r5"))
    answer_bookings(store, book)
    assert book.answers["r5"].accepted
    assert book.slots == held


def test_who_names_no_space_gets_one_that_is_free(store: Store, book: MemoryBook) -> None:
    for number in range(3):
        book.bookings.append(
            replace(REQUEST, request_id=f"any{number}", external_id=f"a-{number}", space_id="")
        )
    answer_bookings(store, book)
    assert [book.answers[f"any{number}"].accepted for number in range(3)] == [True, False, False]
    assert {place[0] for place in book.slots} == {"A1", "A2"}


def test_a_cancelled_booking_frees_its_space_and_is_not_booked_again(store: Store, book: MemoryBook) -> None:
    answer_bookings(store, book)
    for number in (2, 3):
        book.bookings.append(replace(REQUEST, request_id=f"r{number}", action="cancel"))
    book.bookings.append(replace(REQUEST, request_id="r4"))
    answer_bookings(store, book)
    assert [book.answers[each].accepted for each in ("r2", "r3", "r4")] == [True, True, False]
    assert book.answers["r4"].reason == "booking.cancelled"
    assert kinds(store) == ["booking.accepted", "booking.cancelled", "booking.refused"]
    assert book.slots == {}


def test_what_was_never_booked_cannot_be_cancelled(store: Store, book: MemoryBook) -> None:
    book.bookings[:] = [replace(REQUEST, action="cancel")]
    answer_bookings(store, book)
    assert book.answers["r1"].reason == "booking.unknown"


@pytest.mark.parametrize("step", ["claim", "answer"])
def test_a_hub_that_lost_the_database_comes_to_the_same_answer_later(
    step: str, store: Store, book: MemoryBook
) -> None:
    book.failing = {step}
    for _ in range(2):
        with pytest.raises(LinkError):
            answer_bookings(store, book)
    book.failing = set()
    answer_bookings(store, book)
    assert book.answers["r1"].accepted
    assert kinds(store) == ["booking.accepted"]
    assert len(book.slots) == 8


def test_a_hub_that_died_after_it_held_the_slots_books_them(store: Store, book: MemoryBook) -> None:
    book.claim(REQUEST.booking_id(store.lot_id), ["A1"], range(1, 2))
    answer_bookings(store, book)
    assert book.answers["r1"].accepted


def test_what_cannot_be_booked_is_refused_with_its_reason_and_noted(store: Store, book: MemoryBook) -> None:
    book.bookings[:] = [replace(REQUEST, space_id="Z9")]
    answer_bookings(store, book)
    assert book.answers["r1"].reason == "booking.no_such_space"
    assert kinds(store) == ["booking.refused"]
    booking = store.read(
        lambda view: fold_booking(view.entries_about(subject_of(REQUEST.booking_id(store.lot_id))))
    )
    assert booking is None


def test_the_journal_verifies_with_bookings_in_it(store: Store, book: MemoryBook, tmp_path: Path) -> None:
    book.bookings.append(replace(REQUEST, request_id="r2", external_id="b-78", plate="?"))
    answer_bookings(store, book)
    assert verify_file(tmp_path / "lotkeeper.db").problems == ()
