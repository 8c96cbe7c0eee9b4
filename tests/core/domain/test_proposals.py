"""What becomes of a proposal, in whatever order its entries arrive."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from core.domain.journal import Entry, Subject
from core.domain.proposals import ProposalState, fingerprint, fold_proposal
from tests.core.domain.samples import after, entry_of

PROPOSED = {"what": "lot", "target_id": "lot", "base": "abc", "document": {"capacity": 60}}


def entry(kind: str, seq: int, payload: dict[str, Any], personal: dict[str, Any] | None = None) -> Entry:
    subjects = (Subject("proposal", "proposal-1"),)
    return entry_of(kind, seq, payload=payload, personal=personal, subjects=subjects)


def test_a_proposal_waits_until_it_is_decided_about() -> None:
    proposal = fold_proposal([entry("reference.proposed", 1, PROPOSED)])
    assert proposal is not None
    assert (proposal.state, proposal.document, proposal.decided_at) == (
        ProposalState.WAITING,
        {"capacity": 60},
        None,
    )


def test_the_first_decision_holds_and_a_conflict_is_settled_once_in_any_order_of_arrival() -> None:
    entries = [
        entry("reference.proposed", 1, PROPOSED),
        entry("reference.conflict", 2, {"current": {"capacity": 40}}),
        entry("reference.refused", 3, {"reason": "reference.other_value_kept"}),
        entry("reference.accepted", 4, {}),
    ]
    folded = {repr(fold_proposal(order)) for order in permutations(entries)}
    assert len(folded) == 1
    proposal = fold_proposal(entries)
    assert proposal is not None
    assert (proposal.state, proposal.current) == (ProposalState.REFUSED, {"capacity": 40})
    assert (proposal.reason, proposal.decided_at) == ("reference.other_value_kept", after(3))


def test_a_decision_without_its_proposal_is_nothing_yet() -> None:
    assert fold_proposal([entry("reference.accepted", 2, {})]) is None


def test_a_name_that_was_purged_is_no_longer_in_the_document() -> None:
    said = {"what": "person", "target_id": "p", "base": "", "document": {"role": "attendant"}}
    named = fold_proposal([entry("reference.proposed", 1, said, {"name": "Ben"})])
    purged = fold_proposal([entry("reference.proposed", 1, said)])
    assert named is not None
    assert purged is not None
    assert named.document == {"role": "attendant", "name": "Ben"}
    assert purged.document == {"role": "attendant"}


def test_values_that_differ_have_fingerprints_that_differ_whatever_order_they_are_written_in() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
    assert len(fingerprint({})) == 64
