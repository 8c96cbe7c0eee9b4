"""Proposals in the store: the rows that follow from their entries, and reading them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from core.domain.errors import Refused
from core.domain.journal import Entry, from_micros, to_micros
from core.domain.proposals import Proposal, ProposalState, fold_proposal
from core.store.sharing_tables import proposals
from core.store.upserts import upsert


def project_proposals(
    connection: Connection, lot_id: str, by_proposal: Mapping[str, Sequence[Entry]]
) -> None:
    """Fold the proposals again and replace their rows."""
    for entries in by_proposal.values():
        proposal = fold_proposal(entries)
        if proposal is not None:
            upsert(connection, proposals, ("lot_id", "proposal_id"), _row(lot_id, proposal))


def proposals_in(connection: Connection, lot_id: str, state: ProposalState) -> list[Proposal]:
    """The lot's proposals in that state, the oldest first."""
    rows = connection.execute(
        select(proposals)
        .where(proposals.c.lot_id == lot_id, proposals.c.state == state.value)
        .order_by(proposals.c.proposed_at, proposals.c.proposal_id)
    )
    return [_proposal(row) for row in rows]


def proposal_of(connection: Connection, lot_id: str, proposal_id: str) -> Proposal:
    """The proposal of that id; Refused ``reference.unknown_proposal``."""
    row = connection.execute(
        select(proposals).where(proposals.c.lot_id == lot_id, proposals.c.proposal_id == proposal_id)
    ).first()
    if row is None:
        raise Refused("reference.unknown_proposal")
    return _proposal(row)


def _row(lot_id: str, proposal: Proposal) -> dict[str, Any]:
    return {
        "lot_id": lot_id,
        "proposal_id": proposal.proposal_id,
        "console_id": proposal.console_id,
        "what": proposal.what,
        "target_id": proposal.target_id,
        "base": proposal.base,
        "document": dict(proposal.document),
        "current": dict(proposal.current),
        "proposed_at": to_micros(proposal.proposed_at),
        "proposed_by": proposal.proposed_by,
        "state": proposal.state.value,
        "reason": proposal.reason,
        "decided_at": None if proposal.decided_at is None else to_micros(proposal.decided_at),
    }


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        proposal_id=row.proposal_id,
        console_id=row.console_id,
        what=row.what,
        target_id=row.target_id,
        base=row.base,
        document=row.document,
        proposed_at=from_micros(row.proposed_at),
        proposed_by=row.proposed_by,
        state=ProposalState(row.state),
        current=row.current,
        reason=row.reason,
        decided_at=None if row.decided_at is None else from_micros(row.decided_at),
    )
