"""What ``lotkeeper rates rehearse`` does: the stays of the past by a draft plan, and the difference."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from console.cli.rates_answer import local_text
from console.cli.words import words_for
from console.evaluation.progress import ProgressLine
from core.config.rate_plans import read_plan
from core.config.rate_plans.calendars import with_holidays
from core.domain.errors import BadInput
from core.domain.lots import Lot
from core.domain.money import format_plain
from core.domain.rates.pricing import Pricing
from core.services.rehearse_rates import Gap, RehearsalReport, StayChange, Sums, rehearse_rates
from core.store.folder import DataFolder
from core.store.queries.past_stays import count_past_stays, past_stays
from core.store.viewing import viewing

DONE, SOME_FAILED = 0, 1
MOST_DAYS = 366
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def run(args: argparse.Namespace) -> int:
    """Rehearse; 1 where the plan has no price for some of the stays."""
    days = _days(args.days)
    with viewing(args.database or DataFolder(args.data).database) as view:
        lot, until = view.lot(), view.now
        since = until - timedelta(days=days)
        plan = with_holidays(read_plan(args.plan), since.year - 1, until.year)
        count = count_past_stays(view, since, until)
        progress = ProgressLine("stays", sys.stderr)
        report = rehearse_rates(
            past_stays(view, since, until),
            draft=Pricing(plan),
            plan_of=view.plan,
            currency=lot.currency,
            zone=lot.zone,
            since=since,
            until=until,
            told=lambda done: progress(done, count),
        )
        progress.end()
    print(json.dumps(_document(report, lot)) if args.json else "\n".join(_lines(report, lot)))
    return SOME_FAILED if report.not_priced else DONE


def _days(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and 1 <= int(text) <= MOST_DAYS):
        raise BadInput("given.days", days=text[:20], most=MOST_DAYS)
    return int(text)


def _document(report: RehearsalReport, lot: Lot) -> dict[str, Any]:
    return {
        "currency": report.currency,
        "since": local_text(report.since, lot.zone),
        "until": local_text(report.until, lot.zone),
        **_sums_document(report.total),
        "dearer": report.dearer,
        "cheaper": report.cheaper,
        "not_priced": report.not_priced,
        "left_owing": report.left_owing,
        "biggest": [_stay_document(change, lot) for change in report.biggest],
        "gaps": [
            {"code": gap.code, "stays": gap.stays, "first": _stay_document(gap.first, lot)}
            for gap in report.gaps
        ],
        "by_class": {name: _sums_document(sums) for name, sums in report.by_class.items()},
        "by_weekday": {
            _WEEKDAYS[day].lower(): _sums_document(sums) for day, sums in report.by_weekday.items()
        },
    }


def _sums_document(sums: Sums) -> dict[str, Any]:
    percent = sums.change_percent
    return {
        "stays": sums.stays,
        "before_minor": sums.before_minor,
        "after_minor": sums.after_minor,
        "change_percent": None if percent is None else float(percent),
    }


def _stay_document(change: StayChange, lot: Lot) -> dict[str, Any]:
    return {
        "stay_id": change.stay_id,
        "plate": change.plate,
        "entry": local_text(change.entry_at, lot.zone),
        "exit": local_text(change.exit_at, lot.zone),
        "before_minor": change.before_minor,
        "after_minor": change.after_minor,
    }


def _lines(report: RehearsalReport, lot: Lot) -> Iterator[str]:
    yield f"{_day(report.since, lot)} to {_day(report.until, lot)}: {_sums(report.total, report.currency)}"
    yield f"{report.dearer} stays dearer, {report.cheaper} cheaper"
    if report.biggest:
        yield "the stays that change most:"
    yield from (f"    {_stay(change, lot)}" for change in report.biggest)
    yield from _groups("by class", report.by_class, report.currency)
    by_day = {_WEEKDAYS[day]: sums for day, sums in report.by_weekday.items()}
    yield from _groups("by day of entry", by_day, report.currency)
    yield from (_gap(gap, lot) for gap in report.gaps)
    if report.left_owing:
        yield f"{report.left_owing} more left without paying what they owed; they count for neither plan"


def _groups(title: str, groups: Mapping[str, Sums], currency: str) -> Iterator[str]:
    if len(groups) > 1:
        yield f"{title}:"
        yield from (f"    {name}: {_sums(sums, currency)}" for name, sums in groups.items())


def _sums(sums: Sums, currency: str) -> str:
    before, after = (format_plain(minor, currency) for minor in (sums.before_minor, sums.after_minor))
    percent = "" if sums.change_percent is None else f" ({sums.change_percent:+} %)"
    return f"{sums.stays} stays, {currency} {before} before, {after} by the draft{percent}"


def _stay(change: StayChange, lot: Lot) -> str:
    before, after = (format_plain(minor, lot.currency) for minor in (change.before_minor, change.after_minor))
    plate = change.plate or "no plate"
    return (
        f"{plate}  {local_text(change.entry_at, lot.zone)} to {local_text(change.exit_at, lot.zone)}"
        f"  {before} -> {after}"
    )


def _gap(gap: Gap, lot: Lot) -> str:
    return f"{gap.stays} stays: {words_for(gap.code)}; the first: {_stay(gap.first, lot)}"


def _day(at: datetime, lot: Lot) -> str:
    return f"{at.astimezone(lot.zone):%Y-%m-%d}"
