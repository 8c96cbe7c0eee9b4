"""The lot's rate plans, made ready for quoting once and kept; which version is whose."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from core.domain.errors import Refused
from core.domain.journal import from_micros, to_micros
from core.domain.permits import PlanChange
from core.domain.rates.document import PlanError, plan_from_document
from core.domain.rates.pricing import Pricing
from core.domain.stays import Stay
from core.store.rate_plans import plan_document
from core.store.tables import rate_plans as plans

_MOST_KEPT = 64


class PlanShelf:
    """Plans by id and version; one shelf serves the store's threads.

    A plan is taken from the shelf only where its document is the one in the database: a version whose
    publishing was rolled back may come again as another one.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int], tuple[Any, Pricing]] = {}

    def plan(self, connection: Connection, lot_id: str, plan_id: str, version: int) -> Pricing:
        """That version of that plan; Refused ``rates.unknown_plan``, PlanError where it is damaged."""
        document = plan_document(connection, lot_id, plan_id, version)
        return self._ready(lot_id, plan_id, version, document)

    def _ready(self, lot_id: str, plan_id: str, version: int, document: Any) -> Pricing:
        key = (lot_id, plan_id, version)
        kept = self._kept.get(key)
        if kept is not None and kept[0] == document:
            return kept[1]
        pricing = Pricing(plan_from_document({**document, "plan_id": plan_id, "version": version}))
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[key] = (document, pricing)
        return pricing


def version_in_force(connection: Connection, lot_id: str, at: datetime) -> tuple[str, int]:
    """Id and version of the plan that prices stays that begin at the instant; before the first, the first.

    Its document is not looked at: a vehicle comes in whatever state its prices are in. Refused
    ``rates.no_plan``.
    """
    published = select(plans.c.plan_id, plans.c.version).where(
        plans.c.lot_id == lot_id, plans.c.withdrawn_at.is_(None)
    )
    begun = published.where(plans.c.effective_at <= to_micros(at))
    latest = begun.order_by(plans.c.effective_at.desc(), plans.c.version.desc())
    first = published.order_by(plans.c.effective_at, plans.c.version)
    row = connection.execute(latest.limit(1)).first() or connection.execute(first.limit(1)).first()
    if row is None:
        raise Refused("rates.no_plan")
    return row.plan_id, row.version


def changes_for(connection: Connection, lot_id: str, stay: Stay, until: datetime) -> tuple[PlanChange, ...]:
    """The versions that took the stay over between its entry and the instant.

    One that another replaced before it began priced nobody, and none from before the stay's own version
    counts: an imported stay may have entered earlier. A damaged one takes nobody over.
    """
    rows = connection.execute(
        select(plans.c.plan_id, plans.c.version, plans.c.effective_at)
        .where(
            plans.c.lot_id == lot_id,
            plans.c.withdrawn_at.is_(None),
            plans.c.effective_at <= to_micros(until),
        )
        .order_by(plans.c.effective_at, plans.c.version)
    ).all()
    begun = list({row.effective_at: row for row in rows}.values())
    entry_at, own = to_micros(stay.entry_at), (stay.plan_id, stay.plan_version)
    since = next((row.effective_at for row in rows if (row.plan_id, row.version) == own), entry_at)
    return tuple(
        PlanChange(from_micros(row.effective_at), row.plan_id, row.version)
        for row in begun
        if row.effective_at > max(entry_at, since)
        and _takes_over(connection, lot_id, row.plan_id, row.version)
    )


def _takes_over(connection: Connection, lot_id: str, plan_id: str, version: int) -> bool:
    try:
        return plan_document(connection, lot_id, plan_id, version).get("cars_inside") == "change"
    except PlanError:
        return False
