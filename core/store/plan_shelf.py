"""The lot's rate plans, made ready for quoting once and kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from core.domain.errors import Refused
from core.domain.journal import from_micros, to_micros
from core.domain.permits import PlanChange
from core.domain.rates.document import plan_from_document
from core.domain.rates.pricing import Pricing
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
        """That version of that plan; Refused ``rates.unknown_plan``."""
        row = connection.execute(
            select(plans.c.plan_id, plans.c.version, plans.c.document).where(
                plans.c.lot_id == lot_id, plans.c.plan_id == plan_id, plans.c.version == version
            )
        ).first()
        if row is None:
            raise Refused("rates.unknown_plan", plan=plan_id, version=version)
        return self._ready(lot_id, row.plan_id, row.version, row.document)

    def in_force(self, connection: Connection, lot_id: str, at: datetime) -> Pricing:
        """The plan that prices stays that begin at the instant; before the first one, the first.

        Refused ``rates.no_plan``.
        """
        published = select(plans.c.plan_id, plans.c.version, plans.c.document).where(
            plans.c.lot_id == lot_id, plans.c.withdrawn_at.is_(None)
        )
        row = connection.execute(
            published.where(plans.c.effective_at <= to_micros(at))
            .order_by(plans.c.effective_at.desc(), plans.c.version.desc())
            .limit(1)
        ).first()
        row = (
            row
            or connection.execute(published.order_by(plans.c.effective_at, plans.c.version).limit(1)).first()
        )
        if row is None:
            raise Refused("rates.no_plan")
        return self._ready(lot_id, row.plan_id, row.version, row.document)

    def changes(
        self, connection: Connection, lot_id: str, after: datetime, until: datetime
    ) -> tuple[PlanChange, ...]:
        """The versions that took effect between the instants and price stays that were inside."""
        rows = connection.execute(
            select(plans.c.plan_id, plans.c.version, plans.c.effective_at, plans.c.document)
            .where(
                plans.c.lot_id == lot_id,
                plans.c.withdrawn_at.is_(None),
                plans.c.effective_at > to_micros(after),
                plans.c.effective_at <= to_micros(until),
            )
            .order_by(plans.c.effective_at, plans.c.version)
        )
        return tuple(
            PlanChange(from_micros(row.effective_at), row.plan_id, row.version)
            for row in rows
            if row.document.get("cars_inside") == "change"
        )

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
