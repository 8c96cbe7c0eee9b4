"""A new console's side of joining: it knocks at the hub with the code that somebody read out to it."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from core.domain.errors import LinkError
from core.domain.invitations import is_proof, key_of, prove, read_code
from core.services.join_lot import Joined
from core.services.let_join import Applicant
from core.sync import hub_protocol as protocol
from core.sync import wire
from core.sync.hub_client import hub_place
from core.sync.hub_connection import HubConnection, Known
from core.sync.hub_door import CONSOLE_SIDE, HUB_SIDE, console_facts


def knock(address: str, code: str, applicant: Applicant, *, may_join: Callable[[str], None]) -> Joined:
    """Join the lot whose hub is at the address.

    ``may_join`` is asked with the lot's id before the code is used, and may refuse. Raises BadInput for
    address and code, LinkError ``link.…`` and ``join.…`` for what the hub says or does not prove.
    """
    place, secret = hub_place(address), read_code(code)
    connection = HubConnection(place)
    try:
        return _knock(connection, key_of(secret), applicant, may_join)
    finally:
        connection.close()


def _knock(
    connection: HubConnection, key: str, applicant: Applicant, may_join: Callable[[str], None]
) -> Joined:
    nonce = secrets.token_hex(protocol.NONCE_BYTES)
    hello = connection.ask(protocol.HELLO, {"protocol": protocol.PROTOCOL, "nonce": nonce})
    lot_id = wire.text_of(hello, "lot_id", 36)
    may_join(lot_id)
    challenge = wire.text_of(hello, "challenge", 2 * protocol.NONCE_BYTES)
    fingerprint = connection.fingerprint
    facts = console_facts(applicant, fingerprint=fingerprint, challenge=challenge)
    request = {
        "console_id": applicant.console_id,
        "name": applicant.name,
        "public_key": applicant.public_key,
        "entry_lanes": applicant.entry_lanes,
        "challenge": challenge,
        "proof": prove(key, CONSOLE_SIDE, *facts),
    }
    answer = connection.ask(protocol.JOIN, request, known=Known(fingerprint))
    joined = Joined(
        lot_id=wire.text_of(answer, "lot_id", 36),
        hub_id=wire.text_of(answer, "hub_id", 36),
        hub_key=wire.text_of(answer, "hub_key", 64),
        term=wire.whole_of(answer, "term", 2**31),
        number=wire.whole_of(answer, "number", 1_000_000),
        name=wire.text_of(answer, "name", 60),
    )
    told = (
        fingerprint,
        challenge,
        joined.lot_id,
        joined.hub_id,
        joined.hub_key,
        joined.term,
        joined.number,
        joined.name,
    )
    if joined.lot_id != lot_id or not is_proof(wire.text_of(answer, "proof", 64), key, HUB_SIDE, *told):
        raise LinkError("join.not_the_hub")
    return joined
