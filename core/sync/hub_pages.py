"""What the hub answers: one function a path, from the body of a request to the document of the answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from core.domain.chains import Mark
from core.domain.errors import LinkError
from core.domain.journal import to_micros
from core.services.membership import CredentialShelf, Member, Members
from core.services.ports import Clock
from core.services.sharing import MOST_ROWS, Replica
from core.services.signing import Signer, Verify
from core.sync import hub_protocol as protocol
from core.sync import wire
from core.sync.credential_wire import credential_digests, credentials_document, credentials_from
from core.sync.doorbell import Doorbell
from core.sync.hub_sessions import HubSessions

Document = dict[str, Any]


class Door(Protocol):
    """Lets in whoever knows a one-time code; says what they are told, or why not."""

    def join(self, request: Mapping[str, Any], *, fingerprint: str) -> Document:
        """The answer to a console that wants to join; LinkError ``join.…`` where it may not."""


@dataclass(frozen=True, slots=True)
class Hub:
    """What the pages speak for: the hub console's journal, its key, and who may speak to it."""

    replica: Replica
    members: Members
    credentials: CredentialShelf
    signer: Signer
    verify: Verify
    door: Door
    clock: Clock
    fingerprint: str


class HubPages:
    """Answers requests; safe from many threads. A refusal is a LinkError."""

    def __init__(self, hub: Hub) -> None:
        self.bell = Doorbell()
        self.sessions = HubSessions()
        self._hub = hub
        self._reports: dict[str, Document] = {}
        self._for_strangers: dict[str, Callable[[Document], Document]] = {
            protocol.HELLO: self._hello,
            protocol.SESSION: self._session,
            protocol.JOIN: self._join,
        }
        self._for_members: dict[str, Callable[[Member, Document], Document]] = {
            protocol.MARKS: self._marks,
            protocol.PUSH: self._push,
            protocol.PULL: self._pull,
            protocol.RING: self._ring,
            protocol.WAIT: self._wait,
            protocol.REPORT: self._report,
            protocol.REPORTS: self._all_reports,
            protocol.CREDENTIALS: self._credentials,
        }

    def check_length(self, path: str, length_bytes: int) -> None:
        """LinkError where so much is not read for the path, or there is no such path."""
        if path not in self._for_strangers and path not in self._for_members:
            raise LinkError("link.no_such_page")
        most = protocol.MOST_STRANGER_BYTES if path in self._for_strangers else protocol.MOST_BODY_BYTES
        if length_bytes > most:
            raise LinkError("link.too_large")

    def member(self, path: str, token: str) -> Member | None:
        """Whose token it is, None where the path needs none; LinkError where that one may not be heard."""
        if path in self._for_strangers:
            return None
        console_id = self.sessions.owner(token)
        if console_id is None:
            raise LinkError("link.sign_on")
        return self._member(console_id)

    def answer(self, path: str, member: Member | None, body: bytes) -> Document:
        """The answer to a request that may be heard."""
        document = wire.read_object(body)
        if member is None:
            return self._for_strangers[path](document)
        return self._for_members[path](member, document)

    def keep_report(self, console_id: str, document: Mapping[str, Any]) -> int:
        """Keep how a console is: ``at`` is when it came by the hub's clock, which is returned.

        ``said_at`` is when the console said so by its own.
        """
        at = to_micros(self._hub.clock.now())
        self._reports[console_id] = {**document, "said_at": document.get("at"), "at": at}
        return at

    def reports(self) -> dict[str, Document]:
        """What each console left last."""
        return dict(self._reports)

    def _member(self, console_id: str) -> Member:
        member = self._hub.members.member(console_id)
        if member is None:
            raise LinkError("link.refused", detail="no console of this lot")
        if member.is_revoked:
            self.sessions.forget(console_id)
            raise LinkError("link.revoked")
        return member

    def _hello(self, asked: Document) -> Document:
        if asked.get("protocol") != protocol.PROTOCOL:
            raise LinkError("link.version", detail=f"the hub speaks version {protocol.PROTOCOL}")
        hub = self._hub
        proof = protocol.hub_proof(
            lot_id=hub.replica.lot_id,
            hub_id=hub.replica.console_id,
            fingerprint=hub.fingerprint,
            nonce=wire.text_of(asked, "nonce", 2 * protocol.NONCE_BYTES),
        )
        return {
            "lot_id": hub.replica.lot_id,
            "hub_id": hub.replica.console_id,
            "proof": hub.signer.sign(proof).hex(),
            "challenge": self.sessions.challenge(),
        }

    def _session(self, asked: Document) -> Document:
        console_id = wire.text_of(asked, "console_id", 36)
        challenge = wire.text_of(asked, "challenge", 2 * protocol.NONCE_BYTES)
        signature = wire.text_of(asked, "signature", 128)
        if not self.sessions.redeem(challenge):
            raise LinkError("link.sign_on")
        member = self._member(console_id)
        message = protocol.console_proof(
            lot_id=self._hub.replica.lot_id,
            console_id=console_id,
            fingerprint=self._hub.fingerprint,
            challenge=challenge,
        )
        if not self._hub.verify(member.public_key, _from_hex(signature), message):
            raise LinkError("link.refused", detail="another key")
        return {"token": self.sessions.admit(console_id)}

    def _join(self, asked: Document) -> Document:
        if not self.sessions.redeem(wire.text_of(asked, "challenge", 2 * protocol.NONCE_BYTES)):
            raise LinkError("link.sign_on")
        return self._hub.door.join(asked, fingerprint=self._hub.fingerprint)

    def _marks(self, member: Member, _asked: Document) -> Document:
        # The place first: what is rung from here on may not be in the marks.
        place = self.bell.place(member.console_id)
        return {
            "marks": wire.marks_document(self._hub.replica.marks()),
            "place": place,
            **credential_digests(self._hub.credentials.credentials()),
        }

    def _push(self, member: Member, asked: Document) -> Document:
        replica = self._hub.replica
        rows = wire.rows_from(asked.get("rows"), lot_id=replica.lot_id, most=MOST_ROWS)
        if not rows:
            raise LinkError("link.garbled", detail="rows")
        if any(row.console_id != rows[0].console_id for row in rows):
            raise LinkError("link.garbled", detail="one chain at a time")
        held = replica.marks().get(rows[0].console_id, Mark())
        if rows[0].seq > held.seq + 1:
            # We hold less than the console thought: our mark tells it where to begin again.
            return {"mark": wire.mark_document(held)}
        mark = replica.take(rows)
        self.bell.ring(member.console_id)
        return {"mark": wire.mark_document(mark)}

    def _pull(self, _member: Member, asked: Document) -> Document:
        console_id = wire.text_of(asked, "console_id", 36)
        limit = max(1, wire.whole_of(asked, "limit", MOST_ROWS))
        rows = self._hub.replica.rows(console_id, wire.whole_of(asked, "after"), limit)
        portions = wire.in_portions(rows, most_chars=protocol.PULL_CHARS)
        return {"rows": [wire.row_document(row) for row in portions[0]] if portions else []}

    def _ring(self, member: Member, _asked: Document) -> Document:
        self.bell.ring(member.console_id)
        return {}

    def _wait(self, member: Member, asked: Document) -> Document:
        place = wire.text_of(asked, "place", 40) or self.bell.place(member.console_id)
        milliseconds = wire.whole_of(asked, "milliseconds", int(protocol.WAIT_SECONDS * 1000))
        rung, now = self.bell.wait(member.console_id, place, milliseconds / 1000)
        return {"rung": rung, "place": now}

    def _report(self, member: Member, asked: Document) -> Document:
        document = asked.get("report")
        if not isinstance(document, dict):
            raise LinkError("link.garbled", detail="report")
        if len(json.dumps(document)) > protocol.MOST_REPORT_BYTES:
            raise LinkError("link.too_large", detail="report")
        return {"at": self.keep_report(member.console_id, document)}

    def _all_reports(self, _member: Member, _asked: Document) -> Document:
        return {"reports": self.reports()}

    def _credentials(self, member: Member, asked: Document) -> Document:
        taken = self._hub.credentials.take_credentials(credentials_from(asked))
        if taken:
            self.bell.ring(member.console_id)
        return credentials_document(self._hub.credentials.credentials())


def _from_hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise LinkError("link.garbled", detail="signature") from error
