"""What ``lotkeeper rates check`` does: each remark with its place, its words and worked examples."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from console.cli.rates_answer import local_text
from console.cli.words import words_for
from console.words import say
from core.config.rate_plans import read_plan
from core.config.rate_plans.calendars import with_holidays
from core.domain.money import format_plain
from core.domain.rates.checking import Example, Remark, Severity, check, stops
from core.domain.rates.document_table import place_of
from core.domain.rates.plan import Plan

DONE, SOME_FAILED = 0, 1
YEARS_AHEAD = 2
_WEIGHTS = {
    Severity.STOPS: "must be mended",
    Severity.WARNS: "is this meant?",
    Severity.HINTS: "could say more",
}


def run(args: argparse.Namespace) -> int:
    """Print the remarks; 1 where one of them keeps the plan from going live."""
    now = datetime.now(UTC)
    plan = read_plan(args.plan)
    begins = max(now, plan.effective) if plan.effective is not None else now
    plan = with_holidays(plan, now.year - 1, begins.year + YEARS_AHEAD)
    remarks = check(plan, now=now)
    print(json.dumps(_document(plan, remarks)) if args.json else "\n".join(_text(args.plan, plan, remarks)))
    return SOME_FAILED if stops(remarks) else DONE


def _document(plan: Plan, remarks: tuple[Remark, ...]) -> dict[str, object]:
    return {
        "plan": plan.name,
        "may_go_live": not stops(remarks),
        "remarks": [
            {
                "code": remark.code,
                "severity": remark.severity.value,
                "place": place_of(remark.place),
                "message": _words(remark, plan),
                "examples": [_example_document(example, plan) for example in remark.examples],
            }
            for remark in remarks
        ],
    }


def _example_document(example: Example, plan: Plan) -> dict[str, object]:
    zone = ZoneInfo(plan.timezone)
    document: dict[str, object] = {
        "entry": local_text(example.entry, zone),
        "exit": local_text(example.exit, zone),
        "class": example.facts.vehicle_class,
        "total_minor": example.total_minor,
    }
    return document | ({"refusal": example.refusal} if example.refusal else {})


def _text(path: Path, plan: Plan, remarks: tuple[Remark, ...]) -> Iterator[str]:
    for remark in remarks:
        place = place_of(remark.place)
        where = f"{place}: " if place else ""
        yield f"{_WEIGHTS[remark.severity]}: {where}{_words(remark, plan)}"
        yield from (f"    {_example_text(example, plan)}" for example in remark.examples)
    count = len(remarks)
    said = "nothing to remark" if not count else f"{count} remark" if count == 1 else f"{count} remarks"
    yield f"{path}: {plan.name}: {said}"


def _example_text(example: Example, plan: Plan) -> str:
    zone = ZoneInfo(plan.timezone)
    start, end = (f"{at.astimezone(zone):%a %Y-%m-%d %H:%M:%S}" for at in (example.entry, example.exit))
    total = example.total_minor
    amount = words_for(example.refusal) if total is None else _money(total, plan)
    return f"{start} – {end}: {amount}"


def _words(remark: Remark, plan: Plan) -> str:
    said = say(remark.code, {name: _figure(name, value, plan) for name, value in remark.facts.items()})
    return f"{said.text} {said.step}".strip()


def _figure(name: str, value: object, plan: Plan) -> object:
    if name.endswith("_minor") and isinstance(value, int):
        return _money(value, plan)
    if isinstance(value, datetime):
        return f"{value.astimezone(ZoneInfo(plan.timezone)):%Y-%m-%d %H:%M}"
    return value


def _money(minor: int, plan: Plan) -> str:
    return f"{plan.currency} {format_plain(minor, plan.currency)}"
