from __future__ import annotations

import copy
import json
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.rates.document import PlanError, plan_from_document, plan_to_document
from core.domain.rates.plan import Cap, Free, Per, Period, Plan, Step
from core.domain.rates.windows import DAY_S, DayKind
from tests.core.domain.rates.plans import plans

SIMPLE: dict[str, Any] = {
    "format": "rate-plan/1",
    "name": "Riverside",
    "currency": "EUR",
    "timezone": "Europe/Berlin",
    "rates": [
        {
            "name": "Standard",
            "charges": [
                {"name": "Day", "from": "08:00", "to": "20:00", "steps": [{"each": "1 h", "price": "2.50"}]},
                {"name": "Night", "free": True},
            ],
        }
    ],
}
DAY = "rates[0].charges[0]"


def changed(place: str, value: object) -> dict[str, Any]:
    """The simple plan with another value at a place; None takes the key out."""
    document = copy.deepcopy(SIMPLE)
    *parts, last = place.replace("[", ".").replace("]", "").split(".")
    at: Any = document
    for part in parts:
        at = at[int(part)] if part.isdigit() else at[part]
    if value is None:
        del at[last]
    else:
        at[last] = value
    return document


def read(place: str, value: object) -> Plan:
    return plan_from_document(changed(place, value))


def steps(*written: dict[str, object]) -> tuple[Step, ...]:
    return read(f"{DAY}.steps", list(written)).rates[0].charges[0].steps


def refusal(document: Any) -> PlanError:
    with pytest.raises(PlanError) as caught:
        plan_from_document(document)
    assert caught.value.code == "rates.unreadable"
    assert caught.value.facts == {
        "path": caught.value.path,
        "place": caught.value.place,
        "problem": caught.value.problem,
    }
    return caught.value


@settings(max_examples=60, deadline=None)
@given(plans())
def test_a_plan_comes_back_from_its_document_as_it_was(plan: Plan) -> None:
    written = json.loads(json.dumps(plan_to_document(plan)))
    assert plan_from_document(written) == plan


ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["", "day", "1 h", "24:00", "mon", "-", "..", "any", "2026-02-29", Decimal("1e99"), b"x"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """All places of a document."""
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [path, *(place for key, each in inner for place in places(each, (*path, key)))]


@settings(max_examples=150, deadline=None)
@given(plans(), st.data())
def test_any_value_in_any_place_is_read_or_refused(plan: Plan, data: st.DataObject) -> None:
    document: Any = plan_to_document(plan)
    *path, last = data.draw(st.sampled_from(places(document)[1:]))
    at = document
    for part in path:
        at = at[part]
    at[last] = data.draw(ODD)
    with suppress(PlanError):
        read_again = plan_from_document(document)
        assert plan_from_document(plan_to_document(read_again)) == read_again


def test_prices_are_exact_however_they_are_written() -> None:
    for written in (Decimal("2.50"), "2.50", "2.5", 2.5):
        assert steps({"price": written}) == (Step(Decimal(250)),)
    assert steps(
        {"price": 0.035},
    ) == (Step(Decimal("3.5")),)
    assert steps({"price": 3}) == (Step(Decimal(300)),)


def test_a_currency_without_decimals_has_its_unit_as_the_smallest() -> None:
    assert read("currency", "TWD").rates[0].charges[0].steps[0].price_minor == Decimal("2.5")
    assert read("currency", "KWD").rates[0].charges[0].steps[0].price_minor == 2500


def test_steps_may_say_where_they_end_instead_of_how_long_they_are() -> None:
    assert steps({"for": "1 h", "price": 1}, {"up_to": "3 h", "total": 4}, {"total": 9}) == (
        Step(Decimal(100), 3600),
        Step(Decimal(400), 7200, is_total=True),
        Step(Decimal(900), is_total=True),
    )


def test_a_plan_that_says_little_is_the_plain_one() -> None:
    plan = plan_from_document(SIMPLE)
    assert (plan.plan_id, plan.version, plan.effective, plan.classes) == ("standard", 1, None, {"car"})
    assert plan.rates[0].charges[1].steps == ()


def test_a_rate_and_a_charge_that_are_alone_need_no_name() -> None:
    plan = read("rates", [{"charges": [{"steps": [{"price": 1}]}]}])
    assert (plan.rates[0].name, plan.rates[0].charges[0].name) == ("Standard", "Standard")


def test_classes_that_a_part_speaks_of_are_priced() -> None:
    double = [{"name": "Coaches", "multiply": 2, "applies": {"classes": "coach"}}]
    assert read("adjustments", double).classes == {"car", "coach"}


def test_days_are_read_as_lists_runs_and_over_the_weekend() -> None:
    for written in ("fri-mon,holiday", "Fri - Mon, holiday", ["fri-sun", "mon", "holiday"]):
        days = read(f"{DAY}.days", written).rates[0].charges[0].windows[0].days
        assert days == {DayKind.FRI, DayKind.SAT, DayKind.SUN, DayKind.MON, DayKind.HOLIDAY}


def test_a_window_may_run_over_days() -> None:
    document = changed(f"{DAY}.from", "fri 18:00")
    document["rates"][0]["charges"][0]["to"] = "mon 06:00"
    window = plan_from_document(document).rates[0].charges[0].windows[0]
    assert (window.weekly, window.length_s) == ((4, 0), 2 * DAY_S + 12 * 3600)


def test_the_effective_instant_is_local_where_it_has_no_offset() -> None:
    begin = datetime(2026, 5, 31, 22, tzinfo=UTC)
    for written in ("2026-06-01T00:00:00+02:00", "2026-06-01T00:00", "2026-06-01", date(2026, 6, 1), begin):
        assert read("effective", written).effective == begin


def test_lengths_add_up_and_know_their_units() -> None:
    for written, length_s in (("90 s", 90), ("1 h 30 min", 5400), ("1.5 hours", 5400), ("7 days", 7 * DAY_S)):
        assert steps({"each": written, "price": 1})[0].each_s == length_s


def test_periods_are_of_the_calendar_or_roll_from_the_entry() -> None:
    for written, period in (
        ("day", Period(Per.DAY)),
        ("window", Period(Per.WINDOW)),
        ("24 h", Period(Per.ROLLING, DAY_S)),
    ):
        assert read("caps", [{"at_most": 5, "per": written}]).caps == (Cap(Decimal(500), per=period),)


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("format", None, '"format" is missing'),
        ("format", "rate-plan/2", "no format known here"),
        ("name", None, '"name" is missing'),
        ("name", " ", "expected a text"),
        ("name", "two\nlines", "on one line"),
        ("name", "x" * 121, "1 to 120 characters"),
        ("currncy", "EUR", 'did you mean "currency"?'),
        ("currency", "euro", "three capital letters"),
        ("timezone", "Europe/Berln", 'did you mean "Europe/Berlin"?'),
        ("timezone", "taipei", 'did you mean "Asia/Taipei"?'),
        ("timezone", "../etc/passwd", "is no time zone"),
        ("effective", "tomorrow", "expected an instant"),
        ("effective", "1969-01-01", "expected an instant"),
        ("choose", "cheepest", 'did you mean "cheapest"?'),
        ("choose", 1, "expected one of"),
        ("version", 0, "whole number from 1"),
        ("version", True, "whole number from 1"),
        ("classes", [], "a list of 1 to 100 names"),
        ("classes", ["car", "car"], "listed twice"),
        ("day_begins", "24:00", "from 00:00 to 23:59:59"),
        ("day_begins", "8", "expected a clock time"),
        ("holidays", "2026-01-01", "expected a list"),
        ("holidays", ["2026-02-30"], "a date that the calendar has"),
        ("holidays", ["1999-01-01"], "from 2000 to 2199"),
        ("holiday_calendar", "Taiwan", "expected a country"),
        ("round_to", "0.005", "smallest units"),
        ("round_to", 0, "smallest units"),
        ("tax_percent", "19.12345", "at most 4 decimals"),
        ("tax_percent", 101, "from 0 to 100"),
        ("validations", {"order": ["time"]}, "each of time, percent, amount once"),
        ("validations", {"order": ["time", "time", "amount"]}, "listed twice"),
        ("rates", [], "at least one rate"),
        ("rates", {}, "expected a list of tables"),
        ("rates", [7], "expected a table of keys"),
        ("rates[0].charges", [], "at least one charge"),
        ("rates[0].covers", {}, 'either "for" or "until"'),
        ("rates[0].covers", {"for": "1 h", "until": "18:00"}, 'either "for" or "until"'),
        ("rates[0].applies", {"loyalty": False}, "expected true"),
        ("rates[0].applies", {"entry": {}}, "found an empty table"),
        ("rates[0].applies", {"entry": {"to": "9:00", "through": "9:00"}}, 'either "to" or "through"'),
        ("rates[0].applies", {"inside": {"through": "9:00"}}, 'unknown key "through"'),
        ("rates[0].applies", {"exit_days": "1-0"}, "how many dates later"),
        ("rates[0].applies", {"exit_days": True}, "how many dates later"),
        (f"{DAY}.name", "Night", "has a charge named"),
        (f"{DAY}.name", None, '"name" is missing'),
        (f"{DAY}.steps", None, "the price is missing"),
        (f"{DAY}.steps", [], "at least one step"),
        (f"{DAY}.free", True, 'either "steps" or free = true'),
        (f"{DAY}.windows", [{"from": "08:00"}], 'either "windows" or "from"'),
        (f"{DAY}.to", "mon 06:00", "a weekday at both ends"),
        (f"{DAY}.to", "25:00", "expected a clock time"),
        (f"{DAY}.to", 20, "expected a clock time"),
        (f"{DAY}.through", "20:00", 'unknown key "through"'),
        (f"{DAY}.days", "monday", '"monday" is none'),
        (f"{DAY}.days", "mon-holiday", "a run is of mon"),
        (f"{DAY}.dates", "2026-12-26..2026-12-24", "does not lie before"),
        (f"{DAY}.dates", "02-30", "a date that the calendar has"),
        (f"{DAY}.dates", "12-24..2026-12-26", "expected dates like"),
        (f"{DAY}.restart", "weekly", '"week"'),
        (f"{DAY}.repeat_last", 2, "whole number from 1 to 1"),
        (f"{DAY}.steps[0].price", "free", "expected a decimal number"),
        (f"{DAY}.steps[0].price", None, "the price is missing"),
        (f"{DAY}.steps[0].price", -1, "from 0 to 1000000000"),
        (f"{DAY}.steps[0].price", float("nan"), "expected a decimal number"),
        (f"{DAY}.steps[0].price", "1e9", "expected a decimal number"),
        (f"{DAY}.steps[0].price", Decimal("1E-999999"), "at most 9 decimals"),
        (f"{DAY}.steps[0].price", Decimal("1." + 40 * "0" + "1"), "at most 9 decimals"),
        (f"{DAY}.steps[0].price", True, "expected a decimal number"),
        (f"{DAY}.steps[0].total", 5, 'no "price" beside "total"'),
        (f"{DAY}.steps[0].each", 30, "expected a length"),
        (f"{DAY}.steps[0].each", "0 min", "from 1 s to 3660 days"),
        (f"{DAY}.steps[0].each", "1 fortnight", '"fortnight" is no unit of time'),
        (f"{DAY}.steps[0].each", "99999 days", "from 1 s to 3660 days"),
        (f"{DAY}.steps[0].each", "half an hour", "expected a length"),
        (f"{DAY}.steps", [{"price": 1, "per": "1 h"}], 'expected "each" beside "per"'),
        (f"{DAY}.steps", [{"for": "1 h", "up_to": "1 h", "price": 1}], 'either "for" or "up_to"'),
        (f"{DAY}.steps", [{"price": 1}, {"price": 2}], "goes on without end"),
        (f"{DAY}.steps", [{"for": "2 h", "price": 1}, {"up_to": "1 h", "price": 2}], "more than 2 h"),
        (f"{DAY}.steps", [{"price": 1}] * 201, "at most 200"),
        ("free", [{}], 'expected "up_to" or "first"'),
        ("free", [{"up_to": "1 h", "of": "charged"}], 'expected "first" beside "of"'),
        ("free", [{"up_to": "1 h", "once": "window"}], '"month"'),
        ("free", [{"up_to": "1 h", "rates": ["Standrad"]}], 'did you mean "Standard"?'),
        ("caps", [{"per": "day"}], "the amount is missing"),
        ("caps", [{"at_most": 5, "of": ["Dy"]}], 'nothing named "Dy"; did you mean "Day"?'),
        ("caps", [{"at_most": 5, "which": "0-2"}], "which periods of the stay"),
        ("caps", [{"at_most": 5, "which": "3-2"}], "which periods of the stay"),
        ("extras", [{"name": "Fee"}], '"price" is missing'),
        ("extras", [{"name": "Fee", "price": 1, "each": 2}], 'expected "quantity" beside "each"'),
        ("extras", [{"name": "Fee", "price": 1, "quantity": "kwh", "each": 0}], "expected a number from"),
        ("adjustments", [{"name": "Half"}], 'either "multiply" or "percent"'),
        ("adjustments", [{"name": "Half", "percent": -101}], "from -100"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_place(place: str, value: object, said: str) -> None:
    document = changed(place, value) if place != "currncy" else {**SIMPLE, place: value}
    error = refusal(document)
    assert said in error.problem
    assert error.place.startswith(place.partition("[")[0])
    assert len(error.problem) < 400


def test_a_number_of_very_many_digits_is_refused_in_a_short_sentence() -> None:
    error = refusal(changed(f"{DAY}.steps[0].price", 10**5000))
    assert error.problem == "expected a number from 0 to 1000000000, found a number of very many digits"


def test_a_place_is_written_as_people_write_it() -> None:
    assert refusal(changed(f"{DAY}.from", "8 am")).place == "rates[0].charges[0].from"
    assert refusal(changed(f"{DAY}.from", "8 am")).path == ("rates", 0, "charges", 0, "from")


@pytest.mark.parametrize("document", [None, [], "plan", 7])
def test_what_is_no_table_is_no_plan(document: object) -> None:
    assert refusal(document).place == ""


STEPS = {
    "format": "steps/1",
    "plan_id": "day",
    "version": 3,
    "currency": "TWD",
    "free_minutes": 10,
    "first_minutes": 60,
    "first_minor": 50,
    "step_minutes": 30,
    "step_minor": 20,
    "cap_minor": 300,
}


def test_the_older_document_is_read_as_a_plan() -> None:
    plan = plan_from_document(STEPS)
    day = Period(Per.ROLLING, DAY_S)
    charge = plan.rates[0].charges[0]
    assert (plan.plan_id, plan.version, plan.currency) == ("day", 3, "TWD")
    assert charge.steps == (Step(Decimal(50), 3600), Step(Decimal(20), each_s=1800))
    assert (charge.restart, [(cap.most_minor, cap.per) for cap in plan.caps]) == (day, [(Decimal(300), day)])
    assert [free.up_to_s for free in plan.free] == [600]
    assert isinstance(plan.free[0], Free)


@pytest.mark.parametrize(
    ("key", "value"),
    [("step_minutes", 0), ("cap_minor", 10), ("first_minor", -1), ("free_minutes", "ten"), ("surprise", 1)],
)
def test_an_older_document_with_an_impossible_figure_is_refused(key: str, value: object) -> None:
    assert refusal({**STEPS, key: value}).place == key
