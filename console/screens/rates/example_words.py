"""A stay worked out, in words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from console.formats import format_duration, format_local_date_time, format_money
from console.words import say
from console.words.rate_plan import class_word
from console.words.rate_windows import day_word, joined
from core.domain.rates.checking import Example
from core.domain.rates.facts import Facts
from core.domain.rates.plan import DEFAULT_CLASS, Plan
from core.domain.rates.windows import WEEK

tr = QCoreApplication.translate


def example_words(example: Example, plan: Plan) -> str:
    """``Mon 4 May 08:00, 3 h 20 min: NT$ 100``; why there is no price where there is none."""
    entry = format_local_date_time(example.entry, ZoneInfo(plan.timezone))
    length = format_duration(example.exit - example.entry)
    pattern = tr("Rates", "{entry}, {length}: {amount}")
    return pattern.format(entry=entry, length=length, amount=amount_words(example, plan))


def amount_words(example: Example, plan: Plan) -> str:
    """What the stay costs; why it has no price where it has none."""
    total = example.total_minor
    if total is None:
        return say(example.refusal).text
    return format_money(total, plan.currency) if total else tr("Rates", "free")


def facts_words(facts: Facts) -> str:
    """What is special about the stay: its class where it is no car, members, tags, a lost ticket."""
    said = [class_word(facts.vehicle_class)] if facts.vehicle_class != DEFAULT_CLASS else []
    if facts.loyalty:
        said.append(tr("RatePlan", "members") if facts.loyalty == "any" else facts.loyalty)
    said += sorted(facts.tags)
    if facts.lost_ticket:
        said.append(tr("RatePlan", "lost ticket"))
    return joined(said)


def moment_words(instant: datetime, plan: Plan) -> str:
    """Weekday and time at the lot: ``Mon 08:00``."""
    local = instant.astimezone(ZoneInfo(plan.timezone))
    return f"{day_word(WEEK[local.weekday()])} {local:%H:%M}"
