"""Labels out of the journal of a lot whose lanes really wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.labels import Label, LabelKind
from core.domain.reads import Box
from core.services.correct_plate import correct_plate
from core.store.queries.labels import labels_by_person, labels_since, own_reads
from tests.booth import Booth, wait_until


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Booth]:
    """A lot whose lanes run."""
    made = Booth(tmp_path)
    made.run_lanes()
    yield made
    made.close()


def labels(booth: Booth) -> list[Label]:
    since = booth.clock.now() - timedelta(days=1)
    return booth.store.read(lambda unit: labels_since(unit, since))


def said(booth: Booth) -> list[tuple[str, str, str, LabelKind]]:
    return [(one.lane_id, one.read, one.plate, one.kind) for one in labels(booth)]


def leave(booth: Booth, plate: str, *, read: str | None = None) -> None:
    """The car drives to the exit and is read as ``read``."""
    before = len(booth.barriers["exit"].pulses)
    booth.arrive("exit", read or plate)
    wait_until(lambda: len(booth.barriers["exit"].pulses) > before, "the exit opens")
    booth.cross("exit")


def test_a_plate_typed_at_the_lane_labels_the_photo_of_the_car_that_stood_there(running: Booth) -> None:
    running.arrive("entry", "A8C1234", 0.4)
    wait_until(lambda: running.lanes["entry"].view.reason == "entry.unsure_plate")
    running.lanes["entry"].correct("abc-1234", running.ben)
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    (label,) = labels(running)
    assert (label.read, label.plate, label.kind) == ("A8C1234", "ABC1234", LabelKind.CORRECTED)
    # The lane's own, not that of the typed plate.
    assert 0.0 < label.confidence < 1.0
    assert label.photo


def test_a_car_whose_plate_was_corrected_later_was_misread_at_the_entry(running: Booth) -> None:
    stay = running.enter("A8C1234")
    running.store.write(
        lambda unit: correct_plate(unit, actor=running.ben, stay_id=stay.stay_id, typed="ABC1234")
    )
    assert said(running) == [("entry", "A8C1234", "ABC1234", LabelKind.CORRECTED)]
    assert labels(running)[0].photo == stay.photo


def test_the_last_correction_counts(running: Booth) -> None:
    stay = running.enter("A8C1234")
    for typed in ("ABC1239", "ABC1234"):
        running.store.write(
            lambda unit, typed=typed: correct_plate(
                unit, actor=running.ben, stay_id=stay.stay_id, typed=typed
            )
        )
    assert said(running) == [("entry", "A8C1234", "ABC1234", LabelKind.CORRECTED)]


def test_a_car_read_the_same_at_both_gates_is_a_weak_label_at_each(running: Booth) -> None:
    running.enter("ABC1234")
    leave(running, "ABC1234")
    assert said(running) == [
        ("entry", "ABC1234", "ABC1234", LabelKind.AGREED),
        ("exit", "ABC1234", "ABC1234", LabelKind.AGREED),
    ]


def test_a_car_let_out_by_hand_under_a_chosen_stay_was_misread_at_the_exit(running: Booth) -> None:
    stay = running.enter("ABC1234")
    running.arrive("exit", "ABC1284")
    wait_until(lambda: running.lanes["exit"].view.waiting)
    running.lanes["exit"].open_by_hand(actor=running.ben, reason="plate_misread", stay_id=stay.stay_id)
    assert said(running) == [("exit", "ABC1284", "ABC1234", LabelKind.CHOSEN)]


def test_a_car_opened_for_by_hand_and_corrected_afterwards_is_found_by_its_photo(running: Booth) -> None:
    running.arrive("entry", "A8C1234", 0.4)
    wait_until(lambda: running.lanes["entry"].view.reason == "entry.unsure_plate")
    running.lanes["entry"].open_by_hand(actor=running.ben, reason="plate_unreadable")
    running.cross("entry")
    (stay,) = running.inside()
    running.store.write(
        lambda unit: correct_plate(unit, actor=running.ben, stay_id=stay.stay_id, typed="ABC1234")
    )
    assert said(running) == [("entry", "A8C1234", "ABC1234", LabelKind.CORRECTED)]


def test_what_persons_said_is_found_without_looking_at_all_others(running: Booth) -> None:
    running.enter("ABC1234")
    leave(running, "ABC1234")
    stay = running.enter("X8C1234")
    running.store.write(
        lambda unit: correct_plate(unit, actor=running.ben, stay_id=stay.stay_id, typed="XBC1234")
    )
    since = running.clock.now() - timedelta(days=1)
    found = running.store.read(lambda unit: labels_by_person(unit, since))
    assert found == [label for label in labels(running) if label.kind.is_by_person]
    assert [label.plate for label in found] == ["XBC1234"]


def test_what_lies_before_the_period_is_no_label(running: Booth) -> None:
    running.enter("ABC1234")
    leave(running, "ABC1234")
    later = running.clock.now() + timedelta(seconds=1)
    assert running.store.read(lambda unit: labels_since(unit, later)) == []


def test_the_journal_says_where_in_the_photo_the_plate_was(running: Booth) -> None:
    running.arrive("entry", "A8C1234", 0.4)
    wait_until(lambda: running.lanes["entry"].view.reason == "entry.unsure_plate")
    running.lanes["entry"].correct("ABC1234", running.ben)
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    (label,) = labels(running)
    own = running.store.read(lambda unit: own_reads(unit, [label.sighting_id]))[label.sighting_id]
    assert own.box == Box(10, 10, 150, 40)
    assert (own.read, own.typed) == ("A8C1234", "ABC1234")
