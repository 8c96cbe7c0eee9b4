"""Every plan in docs/rate-plan.md can be read, and every stay in it costs what the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from core.config.rate_plans import read_plan
from core.domain.money import parse_minor
from core.domain.rates.facts import CreditKind, Facts, Validation
from core.domain.rates.plan import Plan
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span

TEXT = (Path(__file__).parents[2] / "docs" / "rate-plan.md").read_text("utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(
    r"^#: (?P<entry>\w{3} [\d:]+) to (?P<exit>(?:\w{3} )?[\d:]+)(?P<facts>.*) = (?P<price>[\d.]+)$"
)
CREDITS = {kind.value for kind in CreditKind}
MONDAY = date(2026, 3, 2)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HEAD = {
    "format": 'format = "rate-plan/1"',
    "name": 'name = "Example"',
    "currency": 'currency = "EUR"',
    "timezone": 'timezone = "Europe/Berlin"',
}
USUAL_RATE = """
[[rates]]
[[rates.charges]]
name = "Day"
from = "08:00"
to = "20:00"
restart = "day"
steps = [{ each = "1 h", price = 1.00 }]
[[rates.charges]]
name = "Night"
from = "20:00"
to = "08:00"
restart = "window"
steps = [{ price = 2.00 }]
"""


def whole(block: str) -> str:
    """The block as a whole plan: with the keys, and around the parts, that the text leaves out."""
    settings = re.split(r"^\[", block, maxsplit=1, flags=re.MULTILINE)[0]
    missing = [line for key, line in HEAD.items() if not re.search(f"^{key} =", settings, re.MULTILINE)]
    head = "\n".join([*missing, ""])
    if "[[rates]]" in block:
        return head + block
    if "[[rates.charges]]" in block:
        return head + block.replace("[[rates.charges]]", "[[rates]]\n[[rates.charges]]", 1)
    if block.startswith("steps"):
        return f"{head}[[rates]]\n[[rates.charges]]\n{block}"
    return head + block + USUAL_RATE


def examples() -> Iterator[tuple[int, str]]:
    for index, block in enumerate(BLOCKS):
        for line in block.splitlines():
            if line.startswith("#:"):
                yield index, line


@cache
def pricing_of(index: int) -> Pricing:
    return Pricing(read_plan(whole(BLOCKS[index])))


def instant(words: str, plan: Plan, *, after: datetime | None = None) -> datetime:
    """``"tue 09:00"`` in the week of the examples; without a day, that of the instant before."""
    zone = ZoneInfo(plan.timezone)
    *day, clock = words.split()
    local = after.astimezone(zone).date() if after else MONDAY
    if day:
        local = MONDAY + timedelta(days=DAYS.index(day[0]))
    return datetime.combine(local, time.fromisoformat(clock), zone).astimezone(UTC)


def facts_of(words: str, plan: Plan) -> Facts:
    given: dict[str, Any] = {}
    validations: list[Validation] = []
    for part in words.split(", ")[1:]:
        name, _, value = part.partition(" ")
        if name in CREDITS:
            amount = parse_minor(value, "EUR") if name == "amount" else value
            validations.append(Validation(CreditKind(name), Decimal(amount or 0)))
        elif name == "covered":
            day, at, *end = value.split()
            given["covered"] = ((instant(f"{day} {at}", plan), instant(" ".join(end), plan)),)
        else:
            given |= dict([SIMPLE[name](value, plan)])
    return Facts(validations=tuple(validations), **given)


SIMPLE: dict[str, Any] = {
    "class": lambda value, plan: ("vehicle_class", value),
    "loyalty": lambda value, plan: ("loyalty", "member"),
    "tag": lambda value, plan: ("tags", frozenset({value})),
    "lost_ticket": lambda value, plan: ("lost_ticket", True),
    "free_used": lambda value, plan: ("free_used", True),
    "prior": lambda value, plan: ("prior_minutes", int(value)),
    "prepaid": lambda value, plan: ("prepaid_minor", parse_minor(value, "EUR")),
    "booked_until": lambda value, plan: ("booked_until", instant(value, plan)),
    "kwh": lambda value, plan: ("quantities", (("kwh", Decimal(value)),)),
}


@pytest.mark.parametrize("index", range(len(BLOCKS)))
def test_every_plan_in_the_text_can_be_read(index: int) -> None:
    assert pricing_of(index).plan.rates


@pytest.mark.parametrize(("index", "line"), list(examples()))
def test_every_stay_in_the_text_costs_what_it_says(index: int, line: str) -> None:
    said = EXAMPLE.match(line)
    assert said is not None, line
    pricing = pricing_of(index)
    entry = instant(said["entry"], pricing.plan)
    exit_at = instant(said["exit"], pricing.plan, after=entry)
    quote = pricing.quote(Span(entry, exit_at, facts_of(said["facts"], pricing.plan)))
    assert quote.total_minor == parse_minor(said["price"], "EUR"), quote.lines


def test_the_text_has_an_example_for_each_of_its_constructs() -> None:
    sections = re.findall(r"^### (\d+) ", TEXT, re.MULTILINE)
    assert sections == [str(number) for number in range(1, 23)]
    assert len(BLOCKS) > 40


def test_every_link_in_the_text_leads_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]*)\)", TEXT)) <= anchors
