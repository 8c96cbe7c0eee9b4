"""The hub's side of joining: who proves to know an invitation's code is written down as a console."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Final

from core.domain.errors import LinkError
from core.domain.invitations import is_proof, prove
from core.services.let_join import Applicant, JoinOutcome, let_join
from core.services.signing import Signer
from core.services.unit_of_work import Transactions, UnitOfWork
from core.sync import wire

log = logging.getLogger(__name__)

CONSOLE_SIDE: Final = "console"
HUB_SIDE: Final = "hub"


class HubDoor:
    """Implements ``core.sync.hub_pages.Door`` on the hub console's store."""

    def __init__(self, transactions: Transactions, signer: Signer, *, lot_id: str, hub_id: str) -> None:
        self._transactions = transactions
        self._signer = signer
        self._lot_id = lot_id
        self._hub_id = hub_id

    def join(self, request: Mapping[str, Any], *, fingerprint: str) -> dict[str, Any]:
        """What the new console is told, with the hub's own proof; LinkError says why it may not join."""
        applicant = _applicant(request)
        challenge = wire.text_of(request, "challenge", 128)
        proof = wire.text_of(request, "proof", 64)
        facts = console_facts(applicant, fingerprint=fingerprint, challenge=challenge)

        def work(unit: UnitOfWork) -> JoinOutcome:
            return let_join(unit, applicant, knows=lambda key: is_proof(proof, key, CONSOLE_SIDE, *facts))

        outcome = self._transactions.write(work)
        if outcome.console is None or outcome.invitation is None:
            log.warning("a console that wanted to join was refused: %s", outcome.cause)
            raise LinkError(outcome.cause)
        answer: dict[str, str | int] = {
            "lot_id": self._lot_id,
            "hub_id": self._hub_id,
            "hub_key": self._signer.public_key,
            "term": outcome.term,
            "number": outcome.console.number,
            "name": outcome.console.name,
        }
        told = (fingerprint, challenge, *answer.values())
        return {**answer, "proof": prove(outcome.invitation.key, HUB_SIDE, *told)}


def console_facts(applicant: Applicant, *, fingerprint: str, challenge: str) -> tuple[str | bool, ...]:
    """What the new console proves to have said, over this connection and no other."""
    return (
        fingerprint,
        challenge,
        applicant.console_id,
        applicant.name,
        applicant.public_key,
        applicant.entry_lanes,
    )


def _applicant(request: Mapping[str, Any]) -> Applicant:
    public_key = wire.text_of(request, "public_key", 64)
    if len(public_key) != 64 or not set(public_key) <= set("0123456789abcdef"):
        raise LinkError("link.garbled", detail="public_key")
    console_id = wire.text_of(request, "console_id", 36)
    if len(console_id) != 36 or not set(console_id) <= set("0123456789abcdef-"):
        raise LinkError("link.garbled", detail="console_id")
    entry_lanes = request.get("entry_lanes")
    if not isinstance(entry_lanes, bool):
        raise LinkError("link.garbled", detail="entry_lanes")
    return Applicant(console_id, wire.text_of(request, "name", 60), public_key, entry_lanes)
