"""Proposals: a change of rates, lot or people that a console makes which is not the lot's hub.

The hub decides, as the one place where such changes are put in order. A proposal says on which value it rests
(``base``): where that is another by now, nothing is overwritten, and a person sees both values.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from core.domain.journal import Entry, in_order

PROPOSED: Final = "reference.proposed"
ACCEPTED: Final = "reference.accepted"
REFUSED: Final = "reference.refused"
CONFLICT: Final = "reference.conflict"


class What(StrEnum):
    """What is to be changed."""

    RATES = "rates"
    WITHDRAWAL = "withdrawal"
    LOT = "lot"
    NEW_PERSON = "new_person"
    PERSON = "person"


class ProposalState(StrEnum):
    """WAITING for the hub, decided by it, or in CONFLICT: a person decides."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that was proposed, and what became of it.

    ``document`` is the value that is wanted, ``current`` the other one that the hub found in a conflict;
    ``reason`` is the code for which it was refused. A person's name is in ``document`` until it is purged.
    """

    proposal_id: str
    console_id: str
    what: str
    target_id: str
    base: str
    document: Mapping[str, Any]
    proposed_at: datetime
    proposed_by: str
    state: ProposalState = ProposalState.WAITING
    current: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    decided_at: datetime | None = None


def fold_proposal(entries: Iterable[Entry]) -> Proposal | None:
    """The proposal its entries describe, None where none of them makes it; the first decision holds.

    After a conflict one more decision follows: that of a person.
    """
    ordered = in_order(entries)
    first = next((entry for entry in ordered if entry.kind == PROPOSED), None)
    if first is None:
        return None
    proposal = _begin(first)
    for entry in ordered:
        if proposal.state in _OPEN and entry.kind in _DECISIONS:
            proposal = replace(
                proposal,
                state=_DECISIONS[entry.kind],
                current=_with_name(entry, "current") if entry.kind == CONFLICT else proposal.current,
                reason=str(entry.payload.get("reason", ""))[:60],
                decided_at=entry.at,
            )
    return proposal


def fingerprint(value: object) -> str:
    """64 characters that differ where the value does."""
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def _begin(entry: Entry) -> Proposal:
    payload = entry.payload
    return Proposal(
        proposal_id=next(one.subject_id for one in entry.subjects if one.kind == "proposal"),
        console_id=entry.console_id,
        what=str(payload["what"])[:20],
        target_id=str(payload["target_id"])[:40],
        base=str(payload["base"])[:64],
        document=_with_name(entry, "document"),
        proposed_at=entry.at,
        proposed_by=entry.who,
    )


def _with_name(entry: Entry, place: str) -> dict[str, Any]:
    """The document with the personal name that belongs to it, as far as that is kept."""
    return dict(entry.payload[place]) | dict(entry.personal or {})


_OPEN: Final = frozenset({ProposalState.WAITING, ProposalState.CONFLICT})
_DECISIONS: Final = {
    ACCEPTED: ProposalState.ACCEPTED,
    REFUSED: ProposalState.REFUSED,
    CONFLICT: ProposalState.CONFLICT,
}
