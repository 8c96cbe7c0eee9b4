"""Reads and writes the lot's rates for the screen: history, drafts, publishing, samples, files. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path

from console.compose import Console
from core.config.rate_plans.calendars import with_holidays
from core.config.rate_plans.reading import read_plan
from core.config.rate_plans.writing import plan_text
from core.domain.errors import ConfigError
from core.domain.people import Actor
from core.domain.rates.checking import check
from core.domain.rates.document import PlanError, plan_from_document, plan_to_document
from core.domain.rates.plan import Plan
from core.services.publish_rates import drop_draft, make_ready, publish_plan, save_draft, withdraw_plan
from core.services.unit_of_work import RateDraft
from core.store.queries.rates import PlanVersion, RatesHistory, rates_history
from core.store.unit_of_work import SqlUnitOfWork


@dataclass(frozen=True, slots=True)
class Rates:
    """What the store holds: the versions, the plan in force as one edits it, and the newest draft.

    ``draft_plan`` is None where there is no draft, or none that can be read any more.
    """

    history: RatesHistory
    in_force: Plan | None
    draft: RateDraft | None
    draft_plan: Plan | None


def read_rates(view: SqlUnitOfWork) -> Rates:
    """The rates of the lot, at one instant."""
    history = rates_history(view)
    draft = next(iter(view.rate_drafts()), None)
    in_force = plan_of(history.in_force) if history.in_force is not None else None
    return Rates(history, in_force, draft, _draft_plan(draft))


def plan_of(version: PlanVersion) -> Plan:
    """A version as a plan to go on with."""
    return plan_from_document(version.to_edit)


def _draft_plan(draft: RateDraft | None) -> Plan | None:
    if draft is None:
        return None
    try:
        return plan_from_document(draft.document)
    except PlanError:
        return None


def keep_draft(unit: SqlUnitOfWork, actor: Actor, plan: Plan, draft_id: str) -> RateDraft:
    """Keep the plan as a draft, in place of the one of that id."""
    return save_draft(
        unit, actor=actor, name=plan.name or plan.plan_id, document=plan_to_document(plan), draft_id=draft_id
    )


def publish(console: Console, actor: Actor, plan: Plan, at: datetime | None) -> Plan | None:
    """Check and publish the plan, now or from an instant on; None where that is proposed to the hub."""
    effective_at = at or console.clock.now()
    ready = make_ready(
        plan,
        effective_at=effective_at,
        with_holidays=with_holidays,
        check=lambda checked: check(checked, now=effective_at),
    )
    return console.store.write(lambda unit: publish_plan(unit, actor=actor, ready=ready))


def withdraw(unit: SqlUnitOfWork, actor: Actor, version: PlanVersion) -> bool:
    """Take back a version that has not begun; False where that is proposed to the hub."""
    return withdraw_plan(unit, actor=actor, plan_id=version.plan_id, version=version.version)


def forget_draft(unit: SqlUnitOfWork, actor: Actor, draft_id: str) -> None:
    """Forget the draft."""
    drop_draft(unit, actor=actor, draft_id=draft_id)


def read_samples() -> list[tuple[str, Plan]]:
    """The plans that ship, by the names of their files."""
    folder = resources.files("resources") / "plans"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return [(name, read_plan((folder / name).read_text(encoding="utf-8"))) for name in names]


def read_file(path: Path) -> Plan:
    """The plan in a file; ConfigError with line and reason."""
    return read_plan(path)


def write_file(path: Path, plan: Plan) -> None:
    """Write the plan as a file that can be read again; ConfigError where it cannot be written."""
    try:
        path.write_text(plan_text(plan), encoding="utf-8")
    except OSError as error:
        raise ConfigError(path, None, f"cannot be written: {error.strerror}") from error
