"""A change of the rates is written down place by place."""

import json

from core.domain.rates.document_changes import MOST_CHANGES, Change, document_changes

BEFORE = {
    "format": "rate-plan/1",
    "version": 3,
    "name": "Riverside",
    "holidays": ["2026-01-01"],
    "rates": [
        {
            "name": "Standard",
            "charges": [
                {"name": "Day", "from": "08:00", "steps": [{"each": "1 h", "price": "2.00"}]},
                {"name": "Night", "free": True},
            ],
        }
    ],
}


def _changed(**changes: object) -> tuple[Change, ...]:
    return document_changes(BEFORE, json.loads(json.dumps(BEFORE)) | changes)


def test_the_same_plan_has_no_changes_whatever_its_version() -> None:
    assert _changed(version=4, effective="2026-06-01T00:00:00+02:00") == ()


def test_a_price_is_named_with_its_place_and_both_values() -> None:
    after = json.loads(json.dumps(BEFORE).replace("2.00", "2.50"))
    (change,) = document_changes(BEFORE, after)
    assert change == Change("rates[Standard].charges[Day].steps[0].price", "2.00", "2.50")
    assert Change.from_document(json.loads(json.dumps(change.to_document()))) == change


def test_what_came_and_what_went_have_nothing_on_the_other_side() -> None:
    after = {key: value for key, value in BEFORE.items() if key != "holidays"} | {"round_to": "0.05"}
    assert document_changes(BEFORE, after) == (
        Change("round_to", None, "0.05"),
        Change("holidays", ["2026-01-01"], None),
    )


def test_parts_that_only_changed_places_are_told_by_their_order() -> None:
    after = json.loads(json.dumps(BEFORE))
    after["rates"][0]["charges"].reverse()
    order = Change("rates[Standard].charges", ["Day", "Night"], ["Night", "Day"])
    assert document_changes(BEFORE, after) == (order,)


def test_the_first_plan_of_all_is_all_new() -> None:
    changes = document_changes({}, BEFORE)
    assert Change("name", None, "Riverside") in changes
    assert all(change.before is None for change in changes)


def test_an_endless_list_of_changes_is_cut() -> None:
    assert len(document_changes({}, {str(number): number for number in range(2 * MOST_CHANGES)})) == 500
