"""Publishes rate plans, takes back what has not begun yet, and keeps drafts of them (L1, L16)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject, to_micros
from core.domain.people import Actor, Right
from core.domain.proposals import What
from core.domain.rates.checks.remarks import Remark, Severity
from core.domain.rates.comparing import Change, ChangeKind, changes
from core.domain.rates.document import plan_from_document, plan_to_document
from core.domain.rates.document_table import place_of
from core.domain.rates.plan import Plan
from core.services.propose import is_proposed, propose
from core.services.unit_of_work import PublishedVersion, RateDraft, UnitOfWork

WithHolidays = Callable[[Plan, int, int], Plan]
"""The plan with the holidays of its calendar from one year to another, both included."""
PlanCheck = Callable[[Plan], Sequence[Remark]]
"""What is to be said about a plan before it goes live."""

YEARS_OF_HOLIDAYS: Final = 3
# How long a plan may be on its way from the screen that said "from now" to the transaction.
FROM_NOW: Final = timedelta(minutes=10)
MOST_CHANGES: Final = 500
MOST_DRAFTS: Final = 20
LONGEST_DRAFT_NAME: Final = 80
LARGEST_DRAFT: Final = 256 * 1024
# Which version it is, and when it begins, is said beside the changes.
_NOT_COMPARED: Final = frozenset({"format", "plan_id", "version", "effective"})


@dataclass(frozen=True, slots=True)
class ReadyPlan:
    """A plan that was checked and holds its own holidays; made by ``make_ready``.

    ``from_calendar`` are the dates that its calendar added to those it lists itself.
    """

    plan: Plan
    effective_at: datetime
    from_calendar: frozenset[date] = frozenset()


def make_ready(
    plan: Plan, *, effective_at: datetime, with_holidays: WithHolidays, check: PlanCheck
) -> ReadyPlan:
    """The plan as it can be published: slow, and asks no store, so to be done before the transaction.

    The calendar's dates of the first three years are written into it, so that no price of old changes
    when the calendar does. BadInput ``rates.check_stops`` with the first remark that stops it: its code and
    its place in the document.
    """
    last_year = effective_at.year + YEARS_OF_HOLIDAYS - 1
    frozen = with_holidays(plan, effective_at.year, last_year) if plan.holiday_calendar else plan
    stopping = next((remark for remark in check(frozen) if remark.severity is Severity.STOPS), None)
    if stopping is not None:
        raise BadInput("rates.check_stops", remark=stopping.code, place=place_of(stopping.place))
    # What cannot be read back from the journal must never be written there; raises PlanError.
    plan_from_document(plan_to_document(frozen))
    return ReadyPlan(frozen, effective_at, frozen.holidays - plan.holidays)


def publish_plan(unit: UnitOfWork, *, actor: Actor, ready: ReadyPlan) -> Plan | None:
    """Put the plan in force as a new version for stays that begin at or after its instant (L1).

    None where another console is the lot's hub: then it is proposed, and the hub publishes it.

    Refused ``rates.effective_past`` for an instant that is over, ``clock.behind``; BadInput
    ``rates.other_currency``.
    """
    actor.require(Right.SET_RATES)
    _require_clock(unit)
    effective_at = max(ready.effective_at, unit.now)
    if effective_at - ready.effective_at > FROM_NOW:
        raise Refused("rates.effective_past", effective_at=ready.effective_at, now=unit.now)
    begins = replace(ready, effective_at=effective_at)
    if is_proposed(unit):
        _propose_plan(unit, begins, actor)
        return None
    return write_plan(unit, begins, who=actor.person_id)


def _propose_plan(unit: UnitOfWork, ready: ReadyPlan, actor: Actor) -> None:
    _require_currency(unit, ready.plan)
    document = {
        "plan": plan_to_document(ready.plan),
        "effective_at": to_micros(ready.effective_at),
        "from_calendar": sorted(day.isoformat() for day in ready.from_calendar),
    }
    propose(unit, actor=actor, what=What.RATES, target_id=ready.plan.plan_id, document=document)


def _require_currency(unit: UnitOfWork, plan: Plan) -> None:
    currency = unit.lot().currency
    if plan.currency != currency:
        raise BadInput("rates.other_currency", plan=plan.currency, lot=currency)


def _require_clock(unit: UnitOfWork) -> None:
    """By a clock that was set back, prices would begin in the past, or be taken back while they hold."""
    if unit.clock_is_behind():
        raise Refused("clock.behind", now=unit.now)


def write_plan(unit: UnitOfWork, ready: ReadyPlan, *, who: str) -> Plan:
    """Journal the plan as the next version, with what differs from the one it replaces (L16)."""
    plan, effective_at = ready.plan, ready.effective_at
    _require_currency(unit, plan)
    numbered = replace(plan, version=unit.latest_plan_version(plan.plan_id) + 1, effective=effective_at)
    document = plan_to_document(numbered)
    before = replaced_by(unit.published_versions(), effective_at)
    unit.record(
        "rates.published",
        {
            "plan": document,
            "effective_at": to_micros(effective_at),
            "from_calendar": sorted(day.isoformat() for day in ready.from_calendar),
            "replaces": None if before is None else [before.plan_id, before.version],
            "changes": [] if before is None else _changes(unit, before, document),
        },
        who=who,
        subjects=[Subject("plan", plan.plan_id)],
    )
    return numbered


def _changes(unit: UnitOfWork, old: PublishedVersion, new: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What differs, place by place, with the values before and after; an older format is read first.

    Nothing where the old document is damaged: it must be possible to replace it.
    """
    try:
        before = plan_to_document(plan_from_document(unit.plan_document(old.plan_id, old.version)))
    except BadInput:
        return []
    found = (change for change in changes(before, new) if change.place[0] not in _NOT_COMPARED)
    return [change_document(change) for change in found][:MOST_CHANGES]


def change_document(change: Change) -> dict[str, Any]:
    """The change as plain values."""
    return {
        "kind": change.kind.value,
        "place": list(change.place),
        "name": change.name,
        "before": change.before,
        "after": change.after,
    }


def change_from_document(document: Mapping[str, Any]) -> Change:
    """The change from plain values."""
    return Change(
        ChangeKind(document["kind"]),
        tuple(document["place"]),
        document["name"],
        document["before"],
        document["after"],
    )


def replaced_by(versions: Sequence[PublishedVersion], effective_at: datetime) -> PublishedVersion | None:
    """The version that a new one replaces which begins at the instant; None for the first of all."""
    standing = [one for one in versions if one.withdrawn_at is None and one.effective_at <= effective_at]
    return max(standing, key=lambda one: (one.effective_at, one.version), default=None)


def withdraw_plan(unit: UnitOfWork, *, actor: Actor, plan_id: str, version: int, reason: str = "") -> bool:
    """Take back a version that has not begun; False where that is proposed to the lot's hub.

    Refused ``rates.in_force``, ``rates.withdrawn_already``, ``clock.behind``.
    """
    actor.require(Right.SET_RATES)
    _require_clock(unit)
    found = next(
        (one for one in unit.published_versions() if (one.plan_id, one.version) == (plan_id, version)), None
    )
    if found is None:
        raise Refused("rates.unknown_plan", plan=plan_id, version=version)
    if found.withdrawn_at is not None:
        raise Refused("rates.withdrawn_already", version=version)
    if found.effective_at <= unit.now:
        raise Refused("rates.in_force", version=version, since=found.effective_at)
    if is_proposed(unit):
        document = {"version": version, "reason": reason[:500]}
        propose(unit, actor=actor, what=What.WITHDRAWAL, target_id=plan_id, document=document)
        return False
    unit.record(
        "rates.withdrawn",
        {"plan_id": plan_id, "version": version, "reason": reason[:500]},
        who=actor.person_id,
        subjects=[Subject("plan", plan_id)],
    )
    return True


def save_draft(
    unit: UnitOfWork, *, actor: Actor, name: str, document: Mapping[str, Any], draft_id: str = ""
) -> RateDraft:
    """Keep what was done so far, finished or not; without ``draft_id`` as a new draft.

    BadInput ``rates.draft_name``, ``rates.draft_too_large``; Refused ``rates.too_many_drafts``.
    """
    actor.require(Right.SET_RATES)
    named = " ".join(name.split())
    if not 1 <= len(named) <= LONGEST_DRAFT_NAME:
        raise BadInput("rates.draft_name", longest=LONGEST_DRAFT_NAME)
    try:
        size = len(json.dumps(document, allow_nan=False).encode())
    except (TypeError, ValueError) as error:
        raise BadInput("rates.draft_not_plain") from error
    if size > LARGEST_DRAFT:
        raise BadInput("rates.draft_too_large", most_kilobytes=LARGEST_DRAFT // 1024)
    known = {draft.draft_id for draft in unit.rate_drafts()}
    if draft_id not in known and len(known) >= MOST_DRAFTS:
        raise Refused("rates.too_many_drafts", most=MOST_DRAFTS)
    draft = RateDraft(draft_id or unit.new_id(), named, document, unit.now, actor.person_id)
    unit.keep_rate_draft(draft)
    return draft


def drop_draft(unit: UnitOfWork, *, actor: Actor, draft_id: str) -> None:
    """Forget a draft, because it was published or is no longer wanted."""
    actor.require(Right.SET_RATES)
    unit.drop_rate_draft(draft_id)
