from dataclasses import replace
from decimal import Decimal

from console.screens.rates.differences import differences
from console.screens.rates.places import Kind, Place, moved, with_part, without
from core.domain.rates.plan import Step
from tests.console.screens.rates.plans import NIGHT, PLAN

NIGHT_AT = Place(Kind.CHARGE, 1, 1)


def test_the_same_plan_has_none():
    assert differences(PLAN, replace(PLAN, version=7)) == []


def test_a_changed_price_is_told_as_both_sentences():
    after = with_part(PLAN, NIGHT_AT, replace(NIGHT, steps=(Step(Decimal(15), each_s=3600),)))
    (found,) = differences(PLAN, after)
    assert (found.title, found.place) == ("Standard › Night", NIGHT_AT)
    assert found.before == "At other times: NT$ 10 each started hour"
    assert found.after == "At other times: NT$ 15 each started hour"


def test_what_went_and_what_came_is_told():
    after = without(PLAN, NIGHT_AT)[0]
    gone = differences(PLAN, after)
    assert [(one.title, one.after) for one in gone] == [
        ("Standard › Night", ""),
        ("Limit: Night maximum", ""),
    ]
    assert [one.before for one in differences(after, PLAN)] == ["", ""]


def test_another_order_is_a_difference():
    found = differences(PLAN, moved(PLAN, Place(Kind.RATE, 1), -1)[0])
    assert [(one.title, one.before, one.after) for one in found] == [
        ("Order of the rates", "Members → Standard", "Standard → Members")
    ]


def test_settings_are_told_by_their_titles():
    (found,) = differences(PLAN, replace(PLAN, tax_points=500))
    assert (found.title, found.before, found.after) == ("Tax inside the prices", "not shown", "5 %")


def test_a_detail_that_no_sentence_says_is_told_all_the_same():
    after = with_part(PLAN, Place(Kind.RATE, 1), replace(PLAN.rates[1], units_run_on=True))
    (found,) = differences(PLAN, after)
    assert found.after == "Every stay (details differ)"
