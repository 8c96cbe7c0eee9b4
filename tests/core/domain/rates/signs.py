"""Signs at entrances as documents of rate plans, with what stays cost by hand.

The 13th of May 2026 is a Wednesday.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from core.domain.rates.facts import NO_FACTS, Facts
from tests.core.domain.rates.plan_files import quoted

WED, THU, FRI = "2026-05-13", "2026-05-14", "2026-05-15"
SAT, SUN, MON = "2026-05-16", "2026-05-17", "2026-05-18"
MEMBER = Facts(loyalty="member")


@dataclass(frozen=True)
class Costs:
    """A stay and its amount in minor units; the times are local."""

    entry: str
    exit: str
    minor: int
    facts: Facts = NO_FACTS


Tariffs = dict[str, tuple[str, list[Costs]]]
"""The sign in words, its document, and its stays."""


def head(currency: str, zone: str, *settings: str) -> str:
    """The beginning of a document."""
    lines = ('format = "rate-plan/1"', 'name = "A sign"', f'currency = "{currency}"', f'timezone = "{zone}"')
    return "\n".join((*lines, *settings)) + "\n"


BERLIN = head("EUR", "Europe/Berlin")


def stays_of(tariffs: Tariffs) -> list[Any]:
    """The stays with their documents, as parameters of a test; their names say the sign's words."""
    return [
        pytest.param(document, stay, id=f"{words}: {stay.entry} to {stay.exit} {stay.minor}")
        for words, (document, stays) in tariffs.items()
        for stay in stays
    ]


def costs_what_the_sign_says(document: str, stay: Costs) -> None:
    """The stay's quote adds up to its amount."""
    quote = quoted(document, stay.entry, stay.exit, stay.facts)
    assert quote.total_minor == stay.minor, quote.lines
    assert sum(line.amount_minor for line in quote.lines) == quote.total_minor
