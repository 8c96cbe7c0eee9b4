from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from devices.recognition.pushed.events import BEFORE_ARRIVAL_NS, DELAYS_KEPT, MOST_EVENTS, Event, EventBook
from devices.recognition.pushed.plate import PushedPlate

SECOND_NS = 1_000_000_000


def seen(number: int, plate: str, at_ns: int) -> Event:
    return Event(number, at_ns, PushedPlate(plate, 0.9, None, b""), None)


def dated(number: int, plate: str, taken_s: float, came_s: float, *, clock_off_s: float = 0.0) -> Event:
    """A read that the camera took at one moment of our clock and delivered at another."""
    written = datetime(2026, 5, 1, 12, tzinfo=UTC) + timedelta(seconds=taken_s + clock_off_s)
    return Event(number, round(came_s * SECOND_NS), PushedPlate(plate, 0.9, written, b""), None)


def plate_of(event: Event | None) -> str | None:
    return event.plate.text if event is not None else None


def test_a_read_that_comes_while_the_vehicle_is_there_is_its_own() -> None:
    book = EventBook()
    book.arrived(1, 10 * SECOND_NS)
    assert book.take(1) is None

    book.add(seen(1, "ABC123", 11 * SECOND_NS))

    assert plate_of(book.take(1)) == "ABC123"
    assert book.take(1) is None


def test_of_several_reads_the_newest_counts() -> None:
    book = EventBook()
    book.arrived(1, 10 * SECOND_NS)
    book.add(seen(1, "ABC12", 11 * SECOND_NS))
    book.add(seen(2, "ABC123", 12 * SECOND_NS))

    assert plate_of(book.take(1)) == "ABC123"
    assert book.take(1) is None


def test_a_read_just_before_the_loop_felt_the_vehicle_is_its_own() -> None:
    book = EventBook()
    book.add(seen(1, "ABC123", 9 * SECOND_NS))
    book.arrived(1, 10 * SECOND_NS)

    assert plate_of(book.take(1)) == "ABC123"


def test_a_read_from_long_before_is_of_a_vehicle_that_is_gone() -> None:
    book = EventBook()
    book.add(seen(1, "ABC123", 10 * SECOND_NS - BEFORE_ARRIVAL_NS - 1))
    book.arrived(1, 10 * SECOND_NS)

    assert book.take(1) is None


def test_the_next_vehicle_does_not_get_the_read_of_the_one_before_it() -> None:
    book = EventBook()
    book.arrived(1, 10 * SECOND_NS)
    book.add(seen(1, "ABC123", 11 * SECOND_NS))
    book.take(1)
    book.arrived(2, 12 * SECOND_NS)

    assert book.take(2) is None


def test_nor_a_repetition_of_it_that_came_as_it_drove_off() -> None:
    book = EventBook()
    book.arrived(1, 10 * SECOND_NS)
    book.add(seen(1, "ABC 123", 11 * SECOND_NS))
    book.take(1)
    book.add(seen(2, "ABC-123", 12 * SECOND_NS))
    book.arrived(2, 13 * SECOND_NS)
    assert book.take(2) is None

    book.add(seen(3, "XYZ789", 14 * SECOND_NS))

    assert plate_of(book.take(2)) == "XYZ789"


def test_nor_what_the_camera_misread_of_it_as_it_drove_off() -> None:
    book = EventBook()
    book.arrived(1, 10 * SECOND_NS)
    book.add(seen(1, "ABC1234", 11 * SECOND_NS))
    book.take(1)
    book.add(seen(2, "A8C123", 12 * SECOND_NS))
    book.arrived(2, 13 * SECOND_NS)

    assert book.take(2) is None


def test_the_same_vehicle_that_comes_again_is_read_again() -> None:
    book = EventBook()
    book.arrived(1, 10 * SECOND_NS)
    book.add(seen(1, "ABC123", 11 * SECOND_NS))
    book.take(1)
    book.arrived(2, 20 * SECOND_NS)
    book.add(seen(2, "ABC123", 21 * SECOND_NS))

    assert plate_of(book.take(2)) == "ABC123"


def test_a_question_about_a_vehicle_that_has_gone_gets_nothing() -> None:
    book = EventBook()
    book.arrived(1, 10 * SECOND_NS)
    book.arrived(2, 12 * SECOND_NS)
    book.add(seen(1, "ABC123", 13 * SECOND_NS))

    assert book.take(1) is None


def test_only_the_newest_reads_are_kept() -> None:
    book = EventBook()
    book.arrived(1, 0)
    for number in range(1, 100):
        book.add(seen(number, f"ABC{number}", number))

    assert len(book._events) == MOST_EVENTS
    assert plate_of(book.take(1)) == "ABC99"


@pytest.mark.parametrize("clock_off_s", [-20.0, 0.0, 20.0])
def test_a_read_delivered_late_is_not_given_to_the_vehicle_that_came_meanwhile(clock_off_s: float) -> None:
    book = EventBook()
    book.arrived(1, 10 * SECOND_NS)
    book.add(dated(1, "ABC1234", 10.5, 11, clock_off_s=clock_off_s))
    assert plate_of(book.take(1)) == "ABC1234"
    book.arrived(2, 30 * SECOND_NS)
    assert book.take(2) is None

    # The second vehicle was let in by hand; what was read of it comes a second before the third, and after.
    book.add(dated(2, "XYZ9988", 31, 44, clock_off_s=clock_off_s))
    book.arrived(3, 45 * SECOND_NS)
    assert book.take(3) is None
    book.add(dated(3, "XYZ9988", 31, 46, clock_off_s=clock_off_s))
    assert book.take(3) is None

    book.add(dated(4, "KLM5566", 46, 46.5, clock_off_s=clock_off_s))

    assert plate_of(book.take(3)) == "KLM5566"


def test_a_read_delivered_late_is_given_to_the_vehicle_that_still_stands_there() -> None:
    book = EventBook()
    book.add(dated(1, "OLD1111", 1, 1.5))
    book.arrived(2, 30 * SECOND_NS)
    book.add(dated(2, "ABC1234", 31, 44))

    late = book.take(2)

    assert late is not None
    assert (late.plate.text, late.seen_ns) == ("ABC1234", 31.5 * SECOND_NS)


def test_a_camera_that_writes_whole_seconds_is_not_late_for_it() -> None:
    book = EventBook()
    book.add(dated(1, "OLD1111", 1, 1.1))
    book.arrived(2, 30 * SECOND_NS)
    book.add(dated(2, "OLD1111", 30, 30.95))

    assert plate_of(book.take(2)) == "OLD1111"


def test_a_camera_whose_clock_was_set_back_is_believed_again_after_some_reads() -> None:
    book = EventBook()
    book.add(dated(0, "OLD1111", 1, 1.5))
    for number in range(1, DELAYS_KEPT + 1):
        book.arrived(number, 30 * number * SECOND_NS)
        book.add(dated(number, f"ABC{number}", 30 * number + 1, 30 * number + 1.5, clock_off_s=-10))

    assert plate_of(book.take(DELAYS_KEPT)) == f"ABC{DELAYS_KEPT}"
