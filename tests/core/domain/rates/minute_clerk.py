"""A clerk with a watch: prices a stay minute by minute, without any of the engine's arithmetic.

Slow and simple on purpose. It takes plans whose windows and steps are whole minutes, one rate, charges
with ladders of blocks and units, free minutes, and caps per stay, 24 hours, day or window.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from core.domain.rates.plan import Cap, Charge, Per, Period, Plan, Step
from core.domain.rates.windows import WEEK, DayKind, Window

_MINUTE = timedelta(minutes=1)


def clerks_total(plan: Plan, entry: datetime, exit_at: datetime) -> int:
    """The price in minor units, added up from each minute's own."""
    length = exit_at - entry
    if any(free.up_to_s and length <= timedelta(seconds=free.up_to_s) for free in plan.free):
        return 0
    return int(sum(_amounts(plan, entry, exit_at), start=Decimal(0)))


def _amounts(plan: Plan, entry: datetime, exit_at: datetime) -> Iterator[Decimal]:
    zone = ZoneInfo(plan.timezone)
    charges = plan.rates[0].charges
    stood: dict[Hashable, int] = {}
    came: dict[Hashable, Decimal] = {}
    off = {"stay": 0, "charged": 0}
    for free in plan.free:
        kind = "charged" if free.of_charged else "stay"
        off[kind] = max(off[kind], free.first_s // 60)
    at = entry
    while at < exit_at:
        local = at.astimezone(zone)
        found = _charge_at(charges, local, plan.holidays)
        minute, at = at, at + _MINUTE
        if minute < entry + timedelta(minutes=off["stay"]) or found is None or not found[0].steps:
            continue
        charge, window, began = found
        if off["charged"]:
            off["charged"] -= 1
            continue
        place = (charges.index(charge), charge.windows.index(window) if window else 0, began)
        key = ("ladder", charges.index(charge), _period(charge.restart, entry, minute, local, place))
        minutes = stood.get(key, 0)
        stood[key] = minutes + 1
        due = _begins(charge.steps, minutes)
        for number, cap in enumerate(plan.caps):
            if cap.of and charge.name not in cap.of:
                continue
            due = _capped(came, ("cap", number, _period(cap.per, entry, minute, local, place)), cap, due)
        yield due


def _capped(came: dict[Hashable, Decimal], key: Hashable, cap: Cap, due: Decimal) -> Decimal:
    before = came.get(key, Decimal(0))
    came[key] = before + due
    most = cap.most_minor or Decimal(0)
    return min(before + due, most) - min(before, most)


def _begins(steps: tuple[Step, ...], minutes: int) -> Decimal:
    """What is due because a block or unit begins after so many minutes on the ladder."""
    start = 0
    for index, step in enumerate(steps):
        length = None if step.length_s is None else step.length_s // 60
        is_last = index == len(steps) - 1
        if length is not None and not is_last and minutes >= start + length:
            start += length
            continue
        inside = minutes - start
        if step.each_s is None:
            if length is None:
                return step.price_minor if inside == 0 else Decimal(0)
            return step.price_minor if inside % length == 0 else Decimal(0)
        unit = step.each_s // 60
        if length is not None:
            inside %= length
        return step.price_minor if inside % unit == 0 else Decimal(0)
    return Decimal(0)


def _period(
    period: Period, entry: datetime, minute: datetime, local: datetime, place: tuple[int, int, date]
) -> Hashable:
    if period.per is Per.ROLLING:
        return (minute - entry) // timedelta(seconds=period.length_s)
    if period.per is Per.HOUR:
        return local.date(), local.hour, local.utcoffset()
    if period.per is Per.DAY:
        return local.date()
    if period.per is Per.WINDOW:
        return place
    return None


def _charge_at(
    charges: tuple[Charge, ...], local: datetime, holidays: frozenset[date]
) -> tuple[Charge, Window | None, date] | None:
    for charge in charges:
        if not charge.windows:
            return charge, None, local.date()
        for window in charge.windows:
            began = _began(window, local, holidays)
            if began is not None:
                return charge, window, began
    return None


def _began(window: Window, local: datetime, holidays: frozenset[date]) -> date | None:
    """The date on which the window began that holds at this local time, if it does."""
    second = local.hour * 3600 + local.minute * 60
    today, yesterday = local.date(), local.date() - timedelta(days=1)
    if window.start_s < window.end_s:
        holds = window.start_s <= second < window.end_s
        return today if holds and _is_day(window, today, holidays) else None
    if second >= window.start_s and _is_day(window, today, holidays):
        return today
    if second < window.end_s and _is_day(window, yesterday, holidays):
        return yesterday
    return None


def _is_day(window: Window, day: date, holidays: frozenset[date]) -> bool:
    kind = DayKind.HOLIDAY if day in holidays else WEEK[day.weekday()]
    return not window.days or kind in window.days


def at_minute(year: int, minutes: int) -> datetime:
    """So many minutes into a year, in UTC."""
    return datetime(year, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
