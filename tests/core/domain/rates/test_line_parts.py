"""A price line is taken apart once; whoever says it in words has all there is to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from core.domain.rates.line_parts import CODES, parts_of
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import QuoteLine, Span
from core.domain.rates.simple import simple_plan
from tests.core.domain.rates.test_published_tariffs import PUBLISHED, priced

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
LINE = QuoteLine("steps", NOON, NOON + timedelta(minutes=45), 400, 4, 30, 100, "Day")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ("units", 4, 30, 100, 0)),
        ({"units": 1}, ("unit", 1, 30, 100, 0)),
        ({"units": 0}, ("none_finished", 1, 30, 100, 0)),
        ({"units": 45, "unit_minutes": 1, "unit_minor": 60, "per_minutes": 30},
         ("in_proportion", 45, 45, 60, 30)),
        ({"units": 90, "unit_minutes": 1, "unit_minor": 7, "per_minutes": 2},
         ("in_proportion", 90, 90, Decimal("3.5"), 1)),
        ({"units": 3, "unit_minutes": 15, "unit_minor": 7, "per_minutes": 45},
         ("in_proportion", 3, 45, 7, 45)),
        ({"per_minutes": 30}, ("units", 4, 30, 100, 0)),
        ({"unit_minutes": 0}, ("times", 4, 0, 100, 0)),
        ({"unit_minutes": 0, "unit_minor": 7}, ("time", 1, 45, 7, 0)),
        ({"rule": "first_block", "units": 1}, ("unit", 1, 30, 100, 0)),
        ({"rule": "first_block", "units": 1, "name": ""}, ("first_block", 1, 30, 100, 0)),
        ({"rule": "first_block", "name": "Standard"}, ("first_blocks", 4, 30, 100, 0)),
        ({"rule": "band", "units": 1, "unit_minutes": 180}, ("band", 1, 180, 100, 0)),
        ({"rule": "band", "units": 1, "unit_minutes": 0}, ("beyond", 1, 0, 100, 0)),
        ({"rule": "flat", "units": 1, "unit_minutes": 0}, ("once", 1, 0, 100, 0)),
        ({"rule": "flat", "units": 3, "unit_minutes": 0}, ("times", 3, 0, 100, 0)),
        ({"rule": "days", "unit_minutes": 1440, "per_minutes": 1440}, ("days", 4, 1440, 100, 0)),
        ({"rule": "days", "units": 1, "unit_minutes": 1440}, ("day", 1, 1440, 100, 0)),
        ({"rule": "days", "unit_minutes": 720, "per_minutes": 720}, ("units", 4, 720, 100, 0)),
        ({"rule": "extra", "units": 1}, ("extra", 1, 30, 100, 0)),
        ({"rule": "extra"}, ("times", 4, 30, 100, 0)),
        ({"rule": "free", "units": 1}, ("free", 1, 30, 100, 0)),
        ({"rule": "free", "units": 1, "unit_minutes": 0}, ("free_stay", 1, 0, 100, 0)),
        ({"rule": "made_up_later", "units": 1}, ("other", 1, 30, 100, 0)),
    ],
)  # fmt: skip
def test_each_rule_says_its_units_length_and_price(
    changes: dict[str, object], said: tuple[str, int, int, int | Decimal, int]
) -> None:
    parts = parts_of(replace(LINE, **changes))  # type: ignore[arg-type]
    assert (parts.code, parts.units, parts.length_minutes, parts.price_minor, parts.per_minutes) == said


@pytest.mark.parametrize(
    ("factor", "code", "shown"),
    [
        ("2", "factor", "2"),
        ("10", "factor", "10"),
        ("0.9", "percent", "-10"),
        ("1.5", "percent", "+50"),
        ("0.335", "percent", "-66.5"),
        ("0", "percent", "-100"),
        ("", "extra", ""),
    ],
)
def test_a_multiplication_is_said_as_one_and_anything_else_in_per_cent(
    factor: str, code: str, shown: str
) -> None:
    parts = parts_of(replace(LINE, rule="adjustment", name="Coaches", factor=factor))
    assert (parts.code, parts.factor, parts.names_itself) == (code, shown, True)


@pytest.mark.parametrize(
    ("rule", "unnamed", "named"), [("cap", "cap", "limit"), ("minimum", "minimum", "floor")]
)
def test_a_limit_that_the_landlord_named_is_said_by_its_name(rule: str, unnamed: str, named: str) -> None:
    assert parts_of(replace(LINE, rule=rule, units=1, name="")).code == unnamed
    parts = parts_of(replace(LINE, rule=rule, name="Day maximum"))
    assert (parts.code, parts.name, parts.times) == (named, "Day maximum", 4)


def test_a_name_that_no_landlord_gave_is_not_said() -> None:
    plan = simple_plan(
        "day", 1, "EUR", free_minutes=0, first_minutes=60, first_minor=200, step_minutes=30,
        step_minor=100, cap_minor=None,
    )  # fmt: skip
    lines = Pricing(plan).quote(Span(NOON, NOON + timedelta(hours=3))).lines
    assert [(parts_of(line).code, parts_of(line).name) for line in lines] == [
        ("first_block", ""),
        ("units", ""),
    ]


def test_credits_and_rounding_take_no_time() -> None:
    for rule in ("time_credit", "prepaid", "rounding", "extra", "adjustment", "visits"):
        assert not parts_of(replace(LINE, rule=rule)).has_span
    for rule in ("steps", "cap", "not_charged", "free"):
        assert parts_of(replace(LINE, rule=rule)).has_span


def test_every_line_of_every_published_stay_has_something_to_say() -> None:
    said = {parts_of(line).code for case in PUBLISHED["vectors"] for line in priced(case).lines}
    assert said < CODES
    assert "other" not in said
    assert {"unit", "units", "in_proportion", "band", "once", "days", "limit", "extra", "not_charged"} <= said


def test_units_and_their_price_come_to_the_amount_of_the_line() -> None:
    checked = 0
    for case in PUBLISHED["vectors"]:
        for line in priced(case).lines:
            parts = parts_of(line)
            if parts.code in {"unit", "units", "day", "days", "times"}:
                checked += 1
                assert parts.units * parts.price_minor == line.amount_minor, (case["id"], line)
            elif parts.code == "in_proportion":
                checked += 1
                exact = parts.length_minutes * Fraction(parts.price_minor) / parts.per_minutes
                assert abs(exact - line.amount_minor) < 1, (case["id"], line)
    assert checked > 300
