from datetime import date

from hypothesis import HealthCheck, given, settings

from core.domain.rates.comparing import Change, ChangeKind, changes, price_differences
from core.domain.rates.document import plan_to_document
from core.domain.rates.pricing import Pricing
from tests.core.domain.rates.plan_files import plan_from_toml
from tests.core.domain.rates.plans import plans
from tests.core.domain.rates.signs import BERLIN

MONDAY = date(2026, 5, 18)
OLD = (
    BERLIN
    + """
[[rates]]
name = "Early bird"
applies = { entry = { from = "06:00", to = "09:00" } }
[[rates.charges]]
name = "All day"
steps = [{ price = 9.00 }]
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Parking"
steps = [{ each = "1 h", price = 2.00 }]
[[caps]]
name = "Day maximum"
at_most = 20.00
per = "24 h"
"""
)


def _changes(old: str, new: str) -> tuple[Change, ...]:
    return changes(*(plan_to_document(plan_from_toml(text)) for text in (old, new)))


def test_equal_plans_differ_in_nothing():
    assert _changes(OLD, OLD) == ()


def test_a_changed_figure_is_named_with_its_place_before_and_after():
    (change,) = _changes(OLD, OLD.replace("at_most = 20.00", "at_most = 18.00"))
    assert (change.kind, change.place, change.name) == (
        ChangeKind.CHANGED,
        ("caps", 0, "at_most"),
        "Day maximum",
    )
    assert (str(change.before), str(change.after)) == ("20.00", "18.00")


def test_a_rate_put_first_is_one_addition():
    member = '[[rates]]\nname = "Member"\napplies = { loyalty = true }\n'
    member += '[[rates.charges]]\nname = "Member"\nfree = true\n'
    (change,) = _changes(OLD, OLD.replace("[[rates]]", member + "[[rates]]", 1))
    assert (change.kind, change.place, change.name) == (ChangeKind.ADDED, ("rates", 0), "Member")


def test_a_maximum_taken_out_is_one_removal():
    (change,) = _changes(OLD, OLD[: OLD.index("[[caps]]")])
    assert (change.kind, change.name, change.after) == (ChangeKind.REMOVED, "Day maximum", None)


def test_rates_that_change_places_are_told():
    first, second = OLD.index("[[rates]]"), OLD.index('[[rates]]\nname = "Standard"')
    caps = OLD.index("[[caps]]")
    (change,) = _changes(OLD, OLD[:first] + OLD[second:caps] + OLD[first:second] + OLD[caps:])
    assert (change.kind, change.place) == (ChangeKind.CHANGED, ("rates",))
    assert (change.before, change.after) == (["Early bird", "Standard"], ["Standard", "Early bird"])


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(old=plans(), new=plans())
def test_two_documents_have_no_changes_if_and_only_if_they_are_equal(old, new):
    before, after = plan_to_document(old), plan_to_document(new)
    assert changes(before, before) == ()
    assert bool(changes(before, after)) == (before != after)


def test_the_stays_that_become_most_dearer_are_shown_first():
    old = Pricing(plan_from_toml(OLD))
    new = Pricing(plan_from_toml(OLD.replace("at_most = 20.00", "at_most = 35.00")))
    found = price_differences(old, new, MONDAY)
    assert found
    amounts = [one.difference_minor for one in found]
    assert amounts == sorted(amounts, reverse=True)
    assert min(amounts) > 0
    assert len({one.exit - one.entry for one in found}) == len(found)


def test_stays_that_lose_their_price_are_shown_before_all_others():
    limited = OLD.replace('name = "Standard"', 'name = "Standard"\napplies = { up_to = "24 h" }')
    found = price_differences(Pricing(plan_from_toml(OLD)), Pricing(plan_from_toml(limited)), MONDAY)
    assert (found[0].after_minor, found[0].difference_minor) == (None, None)


def test_plans_that_ask_the_same_show_no_stay():
    pricing = Pricing(plan_from_toml(OLD))
    assert price_differences(pricing, pricing, MONDAY) == ()
