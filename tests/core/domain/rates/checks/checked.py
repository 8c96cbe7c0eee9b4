"""Plans of a few lines, and what is remarked about them."""

from __future__ import annotations

from datetime import UTC, datetime

from core.domain.rates.checking import Remark, check
from core.domain.rates.plan import Plan
from tests.core.domain.rates.plan_files import plan_from_toml
from tests.core.domain.rates.signs import BERLIN, head

NOW = datetime(2026, 5, 13, 10, 0, tzinfo=UTC)
__all__ = ["BERLIN", "NOW", "head", "of_plan", "one", "plan", "remarks", "said"]


def remarks(body: str, beginning: str = BERLIN, *, now: datetime | None = NOW) -> tuple[Remark, ...]:
    """All remarks about a document."""
    return check(plan_from_toml(beginning + body), now=now)


def plan(body: str, beginning: str = BERLIN) -> Plan:
    """The plan of a document, to be changed into one that no document says."""
    return plan_from_toml(beginning + body)


def of_plan(changed: Plan, code: str) -> Remark:
    """The only remark of a code about a plan."""
    (remark,) = [each for each in check(changed, now=NOW) if each.code == f"rates.check.{code}"]
    return remark


def said(body: str, code: str, beginning: str = BERLIN) -> list[Remark]:
    """The remarks of one code."""
    return [remark for remark in remarks(body, beginning) if remark.code == f"rates.check.{code}"]


def one(body: str, code: str, beginning: str = BERLIN) -> Remark:
    """The only remark of a code."""
    (remark,) = said(body, code, beginning)
    return remark
