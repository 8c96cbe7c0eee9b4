from dataclasses import replace

import pytest

from console.screens.rates.new_parts import copy_of, new_part, place_for_new
from console.screens.rates.places import (
    THE_PLAN,
    Kind,
    Place,
    may_delete,
    moved,
    part_at,
    place_of_path,
    with_new,
    with_part,
    without,
)
from core.domain.rates.checking import check, stops
from core.domain.rates.document import plan_from_document, plan_to_document
from tests.console.screens.rates.plans import DAY, NIGHT, PLAN

NIGHT_AT = Place(Kind.CHARGE, 1, 1)


def test_each_part_is_found_where_it_stands():
    assert part_at(PLAN, NIGHT_AT) is NIGHT
    assert part_at(PLAN, Place(Kind.CAP, 1)) is PLAN.caps[1]
    assert part_at(PLAN, THE_PLAN) is PLAN
    assert part_at(PLAN, Place(Kind.CHARGE, 7, 1)) is None
    assert part_at(PLAN, Place(Kind.CHARGE, 0, 9)) is None


def test_a_cap_follows_the_new_name_of_its_charge():
    after = with_part(PLAN, NIGHT_AT, replace(NIGHT, name="Late"))
    assert after.caps[1].of == {"Late"}
    assert after.caps[0].of == frozenset()


def test_an_extra_follows_the_new_name_of_its_rate():
    after = with_part(PLAN, Place(Kind.RATE, 1), replace(PLAN.rates[1], name="Usual"))
    assert after.extras[0].rates == {"Usual"}


def test_a_charge_that_goes_takes_the_cap_of_it_alone_along():
    left, beside, taken = without(PLAN, NIGHT_AT)
    assert taken == ("Night maximum",)
    assert [cap.name for cap in left.caps] == ["Day maximum"]
    assert part_at(left, beside) is DAY


def test_a_rate_that_goes_takes_what_spoke_of_it_alone_along():
    left, _beside, taken = without(PLAN, Place(Kind.RATE, 1))
    assert set(taken) == {"Night maximum", "Entry fee"}
    assert not left.extras


def test_the_last_rate_and_the_plan_itself_stay():
    alone = without(PLAN, Place(Kind.RATE, 0))[0]
    assert not may_delete(alone, Place(Kind.RATE, 0))
    assert not may_delete(PLAN, THE_PLAN)
    assert may_delete(PLAN, NIGHT_AT)


def test_a_charge_moves_up_and_no_further_than_the_top():
    after, place = moved(PLAN, NIGHT_AT, -1)
    assert [charge.name for charge in after.rates[1].charges] == ["Night", "Day"]
    assert place == Place(Kind.CHARGE, 0, 1)
    assert moved(after, place, -1) == (after, place)


def test_a_new_charge_stands_behind_the_chosen_one():
    after, place = with_new(PLAN, Place(Kind.CHARGE, 0, 1), Kind.CHARGE, new_part(Kind.CHARGE, PLAN))
    assert place == Place(Kind.CHARGE, 1, 1)
    assert len(after.rates[1].charges) == 3


def test_a_new_charge_goes_into_the_chosen_rate():
    _after, place = with_new(PLAN, Place(Kind.RATE, 1), Kind.CHARGE, new_part(Kind.CHARGE, PLAN))
    assert place == Place(Kind.CHARGE, 2, 1)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PLAN])
def test_a_new_part_of_each_kind_makes_a_plan_that_can_be_written_and_priced(kind):
    before = place_for_new(kind, PLAN, THE_PLAN)
    after, _place = with_new(PLAN, THE_PLAN, kind, new_part(kind, PLAN), before=before)
    assert plan_from_document(plan_to_document(after)).currency == "TWD"
    assert not stops(check(after))


def test_a_new_rate_stands_where_it_is_reached():
    plan = without(PLAN, Place(Kind.RATE, 0))[0]
    before = place_for_new(Kind.RATE, plan, THE_PLAN)
    after, place = with_new(plan, THE_PLAN, Kind.RATE, new_part(Kind.RATE, plan), before=before)
    assert place == Place(Kind.RATE, 0)
    assert "rates.check.unreachable_rate" not in {remark.code for remark in check(after)}


@pytest.mark.parametrize("place", [Place(Kind.RATE, 1), NIGHT_AT])
def test_a_copy_has_a_name_of_its_own(place):
    part = part_at(PLAN, place)
    after, _place = with_new(PLAN, place, place.kind, copy_of(part, PLAN))
    names = [rate.name for rate in after.rates]
    names += [charge.name for rate in after.rates for charge in rate.charges]
    assert len(names) == len(set(names))


def test_a_path_of_the_document_leads_to_its_part():
    assert place_of_path(("rates", 1, "charges", 0, "steps", 1)) == Place(Kind.CHARGE, 0, 1)
    assert place_of_path(("rates", 1, "applies")) == Place(Kind.RATE, 1)
    assert place_of_path(("caps", 1)) == Place(Kind.CAP, 1)
    assert place_of_path(("timezone",)) == THE_PLAN
    assert place_of_path(()) == THE_PLAN
