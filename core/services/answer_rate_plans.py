"""The hub answers rate plans that other programs want in force: checked as a person's are, and once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from core.domain.errors import BadInput, ConfigError, OperatorError, Refused
from core.domain.journal import Subject
from core.domain.rates.plan import Plan
from core.services.publish_rates import FROM_NOW, PlanCheck, ReadyPlan, WithHolidays, make_ready, write_plan
from core.services.requests import Answer, RatePlanRequest, RequestBook
from core.services.unit_of_work import Transactions, UnitOfWork

AT_ONCE: Final = 20
LARGEST_CHARACTERS: Final = 256 * 1024
FARTHEST: Final = timedelta(days=5 * 366)
LONGEST_REASON: Final = 200
SYSTEM: Final = "system"


@dataclass(frozen=True, slots=True)
class PlanReading:
    """How the text of a plan becomes one that can be published; ``read`` raises ConfigError, BadInput."""

    read: Callable[[str], Plan]
    with_holidays: WithHolidays
    check: PlanCheck


def answer_rate_plans(store: Transactions, book: RequestBook, reading: PlanReading) -> int:
    """Answer what waits, at most twenty; how many were answered. To be called again and again."""
    waiting = book.waiting_plans(AT_ONCE)
    for request in waiting:
        book.answer_plan(_answer(store, request, reading))
    return len(waiting)


def _answer(store: Transactions, request: RatePlanRequest, reading: PlanReading) -> Answer:
    now, known = store.read(lambda view: (view.now, _published(view, request)))
    if known is not None:
        return Answer(request.request_id, accepted=True, at=now, outcome=known)
    try:
        _require_time(request.effective_at, now)
        ready = _ready(request, reading)
        outcome = store.write(lambda unit: _publish(unit, request, ready))
    except OperatorError as error:
        return Answer(request.request_id, accepted=False, at=now, reason=_reason(error))
    except ConfigError as error:
        # It says which line of the document cannot be read, which no code could.
        where = f"line {error.line}: " if error.line is not None else ""
        reason = f"rates.not_readable: {where}{error.problem}"[:LONGEST_REASON]
        return Answer(request.request_id, accepted=False, at=now, reason=reason)
    return Answer(request.request_id, accepted=True, at=now, outcome=outcome)


def _require_time(effective_at: datetime, now: datetime) -> None:
    if effective_at < now - FROM_NOW:
        raise Refused("rates.effective_past")
    if effective_at > now + FARTHEST:
        raise Refused("rates.too_far_ahead")


def _ready(request: RatePlanRequest, reading: PlanReading) -> ReadyPlan:
    """Slow, and asks no store: to be done before the transaction."""
    if len(request.document) > LARGEST_CHARACTERS:
        raise BadInput("rates.draft_too_large", most_kilobytes=LARGEST_CHARACTERS // 1024)
    plan = reading.read(request.document)
    return make_ready(
        plan, effective_at=request.effective_at, with_holidays=reading.with_holidays, check=reading.check
    )


def _publish(unit: UnitOfWork, request: RatePlanRequest, ready: ReadyPlan) -> str:
    """Publish the plan, and note for which request; returns its id and version."""
    if unit.clock_is_behind():
        raise Refused("clock.behind")
    effective_at = max(ready.effective_at, unit.now)
    _require_time(ready.effective_at, unit.now)
    plan = write_plan(unit, ReadyPlan(ready.plan, effective_at, ready.from_calendar), who=SYSTEM)
    outcome = f"{plan.plan_id}/{plan.version}"
    unit.record(
        "rates.requested",
        {"request_id": request.request_id, "requested_by": request.requested_by, "plan": outcome},
        who=SYSTEM,
        subjects=[_subject(request), Subject("plan", plan.plan_id)],
    )
    return outcome


def _published(view: UnitOfWork, request: RatePlanRequest) -> str | None:
    """The plan that was published for the request before, by a hub that died before it could say so."""
    for entry in view.entries_about(_subject(request)):
        if entry.kind == "rates.requested":
            return str(entry.payload["plan"])
    return None


def _subject(request: RatePlanRequest) -> Subject:
    return Subject("request", request.request_id)


def _reason(error: OperatorError) -> str:
    place = error.facts.get("place") or error.facts.get("remark")
    return (f"{error.code}: {place}" if place else error.code)[:LONGEST_REASON]
