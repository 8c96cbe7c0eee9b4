"""How well a lane reads, out of what it wrote down."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.domain.admission import Action
from core.domain.lane_reading import LaneReading, ReadCounts
from core.domain.people import Actor
from core.store.queries.reading import SiteReading, reading_since
from core.store.store import Store
from tests.core.store.lot import SetClock, set_up
from tests.core.store.queries.sighted import BOX, ask_and_type, sight

BERLIN = ZoneInfo("Europe/Berlin")
MIDNIGHT = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)


@pytest.fixture
def ada(store: Store) -> Actor:
    """The lot is set up; Ada is its administrator."""
    return set_up(store)


def reading(store: Store, since: datetime = MIDNIGHT) -> SiteReading:
    return store.read(lambda unit: reading_since(unit, since, BERLIN))


def lane(site: SiteReading, lane_id: str = "in") -> LaneReading:
    return next(one for one in site.lanes if one.lane_id == lane_id)


def test_lanes_without_a_vehicle_are_listed_too(store: Store, ada: Actor) -> None:
    site = reading(store)
    assert [one.lane_id for one in site.lanes] == ["in", "out"]
    assert lane(site).total == ReadCounts()


def test_a_car_that_was_read_needs_nobody(store: Store, ada: Actor) -> None:
    store.write(lambda unit: sight(unit, "s1", "in", "ABC1234"))
    assert lane(reading(store)).total == ReadCounts(vehicles=1)
    assert lane(reading(store), "out").total == ReadCounts()


def test_a_car_that_is_asked_about_counts_as_asked_also_once_its_plate_was_typed(
    store: Store, ada: Actor
) -> None:
    store.write(lambda unit: ask_and_type(unit, "s1", "in", "A8C1234", "ABC1234", actor=ada, photo="a" * 64))
    store.write(lambda unit: sight(unit, "s2", "in", "XYZ", action=Action.ASK, reason="entry.unsure_plate"))
    assert lane(reading(store)).total == ReadCounts(vehicles=2, asked=2, corrected=1)


def test_a_read_that_a_person_confirmed_was_asked_and_not_corrected(store: Store, ada: Actor) -> None:
    store.write(lambda unit: ask_and_type(unit, "s1", "in", "ABC1234", "ABC1234", actor=ada, photo="a" * 64))
    assert lane(reading(store)).total == ReadCounts(vehicles=1, asked=1)


def test_a_car_without_a_plate_stays_one_when_a_person_typed_it(store: Store, ada: Actor) -> None:
    store.write(
        lambda unit: sight(unit, "s1", "in", None, action=Action.ASK, reason="entry.no_plate", photo="")
    )
    store.write(lambda unit: ask_and_type(unit, "s2", "in", None, "ABC1234", actor=ada, photo="ab" * 32))
    assert lane(reading(store)).total == ReadCounts(vehicles=2, asked=2, nothing=2)


@pytest.mark.parametrize("question", ["no_plate", "unsure_plate", "two_plates", "sides_differ"])
def test_every_question_about_the_plate_counts_as_asked(store: Store, ada: Actor, question: str) -> None:
    store.write(
        lambda unit: sight(unit, "s1", "out", "ABC1234", action=Action.ASK, reason=f"exit.{question}")
    )
    assert lane(reading(store), "out").total == ReadCounts(vehicles=1, asked=1)


def test_questions_about_money_are_not_questions_about_the_plate(store: Store, ada: Actor) -> None:
    store.write(
        lambda unit: sight(unit, "s1", "out", "ABC1234", action=Action.REFUSE, reason="exit.not_paid")
    )
    store.write(lambda unit: sight(unit, "s2", "out", "ABC1234", action=Action.ASK, reason="exit.no_price"))
    assert lane(reading(store), "out").total == ReadCounts(vehicles=2)


def test_hours_are_those_of_the_lot(store: Store, ada: Actor, clock: SetClock) -> None:
    # 08:00 UTC in November is 09:00 in Berlin.
    store.write(lambda unit: sight(unit, "s1", "in", "ABC1234"))
    clock.pass_time(59)
    store.write(lambda unit: sight(unit, "s2", "in", "ABC1235"))
    clock.pass_time(1)
    store.write(lambda unit: sight(unit, "s3", "in", "ABC1236"))
    assert lane(reading(store)).by_hour == {9: ReadCounts(2), 10: ReadCounts(1)}


def test_what_was_before_the_period_is_not_counted(store: Store, ada: Actor, clock: SetClock) -> None:
    store.write(lambda unit: ask_and_type(unit, "s1", "in", "A8C1234", "ABC1234", actor=ada, photo="a" * 64))
    assert lane(reading(store, clock.now() + timedelta(seconds=1))).total == ReadCounts()


def test_confusions_lead_to_their_pictures(store: Store, ada: Actor) -> None:
    for number in range(3):
        photo = f"{number}" * 64
        store.write(
            lambda unit, number=number, photo=photo: ask_and_type(
                unit, f"s{number}", "in", f"A8C123{number}", f"ABC123{number}", actor=ada, photo=photo
            )
        )
    site = reading(store)
    (confusion,) = lane(site).confusions
    assert (confusion.read, confusion.true, confusion.count) == ("8", "B", 3)
    example = site.examples[confusion.examples[-1]]
    assert example.photo == "2" * 64
    assert (example.read, example.plate, example.box) == ("A8C1232", "ABC1232", BOX)
    assert lane(site).plate_pixels == BOX.height
    # Nine in the morning is light.
    assert lane(site).in_the_dark == frozenset()
