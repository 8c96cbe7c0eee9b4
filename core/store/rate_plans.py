"""Rate plans in the store: which versions there are, the document of each, and drafts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from core.domain.errors import Refused
from core.domain.journal import from_micros, to_micros
from core.domain.rates.document_table import PlanError, shown
from core.services.unit_of_work import PublishedVersion, RateDraft
from core.store.tables import rate_drafts, rate_plans


def plan_document(connection: Connection, lot_id: str, plan_id: str, version: int) -> Mapping[str, Any]:
    """The document as it was published; Refused ``rates.unknown_plan``, PlanError where it is damaged."""
    this = select(rate_plans.c.document).where(
        rate_plans.c.lot_id == lot_id, rate_plans.c.plan_id == plan_id, rate_plans.c.version == version
    )
    try:
        row = connection.execute(this).first()
    except ValueError as error:
        raise PlanError((), "what the store holds is no JSON") from error
    if row is None:
        raise Refused("rates.unknown_plan", plan=plan_id, version=version)
    document: Mapping[str, Any] = row.document
    if not isinstance(document, Mapping):
        raise PlanError((), f"expected a table of keys, found {shown(document)}")
    return document


def published_versions(connection: Connection, lot_id: str) -> list[PublishedVersion]:
    """All versions of all plans, in the order in which they take effect."""
    rows = connection.execute(
        select(
            rate_plans.c.plan_id,
            rate_plans.c.version,
            rate_plans.c.effective_at,
            rate_plans.c.withdrawn_at,
        )
        .where(rate_plans.c.lot_id == lot_id)
        .order_by(rate_plans.c.effective_at, rate_plans.c.version)
    )
    return [
        PublishedVersion(
            row.plan_id,
            row.version,
            from_micros(row.effective_at),
            None if row.withdrawn_at is None else from_micros(row.withdrawn_at),
        )
        for row in rows
    ]


def drafts(connection: Connection, lot_id: str) -> list[RateDraft]:
    """The drafts, the one saved last first."""
    rows = connection.execute(
        select(rate_drafts)
        .where(rate_drafts.c.lot_id == lot_id)
        .order_by(rate_drafts.c.saved_at.desc(), rate_drafts.c.draft_id)
    )
    return [
        RateDraft(row.draft_id, row.name, row.document, from_micros(row.saved_at), row.saved_by)
        for row in rows
    ]


def keep_draft(connection: Connection, lot_id: str, draft: RateDraft) -> None:
    """Keep the draft, in place of the one of that id."""
    values = {
        "name": draft.name,
        "document": dict(draft.document),
        "saved_at": to_micros(draft.saved_at),
        "saved_by": draft.saved_by,
    }
    key = (rate_drafts.c.lot_id == lot_id, rate_drafts.c.draft_id == draft.draft_id)
    changed = connection.execute(update(rate_drafts).where(*key).values(values))
    if changed.rowcount == 0:
        connection.execute(insert(rate_drafts).values(lot_id=lot_id, draft_id=draft.draft_id, **values))


def drop_draft(connection: Connection, lot_id: str, draft_id: str) -> None:
    """Forget the draft."""
    connection.execute(
        delete(rate_drafts).where(rate_drafts.c.lot_id == lot_id, rate_drafts.c.draft_id == draft_id)
    )
