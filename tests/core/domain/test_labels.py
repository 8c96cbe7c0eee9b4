"""Which sightings' right plates are known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from core.domain.labels import Label, LabelKind, Seen, Told, labels_of

AT = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
NOBODY = Told({}, {})


def seen(sighting_id: str, read: str, *, is_exit: bool = False, **more: Any) -> Seen:
    return Seen(
        sighting_id=sighting_id,
        lane_id="out" if is_exit else "in",
        at=AT,
        photo=f"photo-{sighting_id}",
        read=read,
        confidence=0.9,
        is_exit=is_exit,
        **more,
    )


def let_in(read: str, **more: Any) -> Seen:
    return seen("in-1", read, opened=True, stay_id="stay-1", **more)


def let_out(read: str, **more: Any) -> Seen:
    return seen("out-1", read, is_exit=True, opened=True, stay_id="stay-1", **more)


def said(labels: list[Label]) -> list[tuple[str, str, str, LabelKind]]:
    return [(label.sighting_id, label.read, label.plate, label.kind) for label in labels]


def test_a_car_nobody_said_anything_about_has_no_label_until_it_leaves() -> None:
    assert labels_of([let_in("ABC1234")], NOBODY) == []


def test_a_car_read_the_same_at_both_ends_labels_both_photos_weakly() -> None:
    found = labels_of([let_in("ABC1234"), let_out("ABC1234")], NOBODY)
    assert said(found) == [
        ("in-1", "ABC1234", "ABC1234", LabelKind.AGREED),
        ("out-1", "ABC1234", "ABC1234", LabelKind.AGREED),
    ]


def test_ends_that_were_read_differently_agree_on_nothing() -> None:
    assert labels_of([let_in("ABC1234"), let_out("ABC1284")], NOBODY) == []


def test_two_photos_without_a_plate_agree_on_nothing() -> None:
    assert labels_of([let_in(""), let_out("")], NOBODY) == []


def test_what_was_typed_at_the_lane_is_the_truth() -> None:
    found = labels_of([let_in("A8C1234", typed="ABC1234")], NOBODY)
    assert said(found) == [("in-1", "A8C1234", "ABC1234", LabelKind.CORRECTED)]
    assert not found[0].is_right


def test_a_read_that_a_person_confirmed_was_right() -> None:
    found = labels_of([let_in("ABC1234", typed="ABC1234")], NOBODY)
    assert said(found) == [("in-1", "ABC1234", "ABC1234", LabelKind.CONFIRMED)]
    assert found[0].is_right


def test_a_correction_of_the_stay_comes_after_what_was_typed_at_the_lane() -> None:
    found = labels_of([let_in("A8C1234", typed="ABD1234")], Told({"stay-1": "ABC1234"}, {}))
    assert said(found) == [("in-1", "A8C1234", "ABC1234", LabelKind.CORRECTED)]


def test_a_stay_opened_by_hand_is_known_by_its_photo() -> None:
    found = labels_of([seen("in-2", "A8C")], Told({"photo-in-2": "ABC1234"}, {}))
    assert said(found) == [("in-2", "A8C", "ABC1234", LabelKind.CORRECTED)]


def test_a_correction_of_the_stay_says_nothing_about_how_the_exit_read() -> None:
    assert labels_of([let_out("ABC1284")], Told({"stay-1": "ABC1234"}, {})) == []


def test_an_exit_that_read_the_corrected_plate_agrees_with_the_person() -> None:
    found = labels_of([let_in("A8C1234"), let_out("ABC1234")], Told({"stay-1": "ABC1234"}, {}))
    assert said(found) == [
        ("in-1", "A8C1234", "ABC1234", LabelKind.CORRECTED),
        ("out-1", "ABC1234", "ABC1234", LabelKind.AGREED),
    ]


def test_a_car_let_out_by_hand_has_the_plate_of_the_stay_that_was_chosen_for_it() -> None:
    found = labels_of([seen("out-2", "ABC1284", is_exit=True)], Told({}, {"photo-out-2": "ABC1234"}))
    assert said(found) == [("out-2", "ABC1284", "ABC1234", LabelKind.CHOSEN)]


def test_a_chosen_stay_without_a_plate_says_nothing() -> None:
    assert labels_of([seen("out-2", "ABC1284", is_exit=True)], Told({}, {"photo-out-2": ""})) == []


def test_a_sighting_without_a_photo_matches_no_stay_without_one() -> None:
    blind = Seen("x", "in", AT, "", "A8C", 0.5, is_exit=False)
    blind_exit = Seen("y", "out", AT, "", "A8C", 0.5, is_exit=True)
    assert labels_of([blind, blind_exit], Told({"stay-1": "ABC1234"}, {"photo": "ABC1234"})) == []


def test_two_cars_of_one_day_do_not_label_each_other() -> None:
    other = seen("out-9", "ABC1234", is_exit=True, opened=True, stay_id="stay-9")
    assert labels_of([let_in("ABC1234"), other], NOBODY) == []
