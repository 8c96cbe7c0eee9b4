"""Rate plans from texts and from the shipped samples, and what stays cost by them."""

from __future__ import annotations

import tomllib
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from core.domain.rates.document import plan_from_document
from core.domain.rates.facts import NO_FACTS, CreditKind, Facts, Validation
from core.domain.rates.plan import Plan
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span

SAMPLES = Path(str(files("resources") / "plans"))


def plan_from_toml(text: str) -> Plan:
    """The plan that a document says; holidays are those that it lists."""
    return plan_from_document(tomllib.loads(text, parse_float=Decimal))


def sample(name: str) -> Plan:
    """A shipped sample by its name."""
    return plan_from_toml((SAMPLES / f"{name}.toml").read_text(encoding="utf-8"))


def quoted(text: str, entry: str, exit_at: str, facts: Facts = NO_FACTS) -> Quote:
    """The quote of a stay by a document; times are local in the plan's zone, or have an offset."""
    pricing = _pricing(text)
    zone = ZoneInfo(pricing.plan.timezone)
    return pricing.quote(Span(local(entry, zone), local(exit_at, zone), facts))


def local(text: str, zone: ZoneInfo) -> datetime:
    """The instant of a local time; one with an offset as it is."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=zone)


def given(kind: str, value: object = 0, *, identity: str = "") -> Validation:
    """A merchant's discount; a rate by its name."""
    if kind == CreditKind.RATE:
        return Validation(CreditKind.RATE, rate=str(value), validation_id=identity)
    return Validation(CreditKind(kind), Decimal(str(value)), validation_id=identity)


@cache
def _pricing(text: str) -> Pricing:
    return Pricing(plan_from_toml(text))
