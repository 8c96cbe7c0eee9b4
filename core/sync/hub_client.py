"""The lot's hub as a far side: a console's link to it over HTTPS."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from core.domain.chains import ChainRow, Mark, Marks
from core.domain.clocks import skew_of
from core.domain.errors import BadInput, LinkError
from core.domain.journal import from_micros
from core.services.membership import CredentialShelf, HubContact
from core.services.ports import Clock
from core.services.sharing import HUB, MOST_ROWS
from core.services.signing import Signer, Verify
from core.sync import hub_protocol as protocol
from core.sync import wire
from core.sync.credential_wire import credentials_document, credentials_from, is_same
from core.sync.hub_connection import HubConnection, Known

DEFAULT_PORT = 8461
_SIGN_ON_AGAIN = frozenset({"link.sign_on", "link.other_hub"})


def hub_place(address: str) -> tuple[str, int]:
    """Host and port of ``host``, ``host:port`` or ``[v6]:port``; BadInput ``hub.bad_address``."""
    text = address.strip()
    host, colon, port = text.rpartition(":")
    if not colon or text.endswith("]") or (text.count(":") > 1 and not text.startswith("[")):
        host, port = text, str(DEFAULT_PORT)
    host = host.removeprefix("[").removesuffix("]")
    is_port = port.isascii() and port.isdigit() and len(port) <= 5 and 1 <= int(port) <= 65_535
    if not host or not is_port or not host.isprintable() or any(letter in host for letter in " /@?#"):
        raise BadInput("hub.bad_address", address=address[:80])
    return host, int(port)


class HubLink:
    """Implements ``core.services.sharing.Link`` over the hub's pages; may be used from several threads.

    It signs on by itself: the hub first proves with the key of ``hub_key`` (64 hexadecimal digits, from the
    journal) that the certificate of the connection is its own, then this console proves who it is. With a
    ``shelf`` the PIN hashes on it are kept the same as the hub's. ``other_hubs`` may answer as well, at
    ``place`` or one of ``other_places``. With a ``clock`` it compares that with the hub's.
    """

    def __init__(
        self,
        place: tuple[str, int],
        *,
        lot_id: str,
        console_id: str,
        hub_id: str,
        hub_key: str,
        signer: Signer,
        verify: Verify,
        shelf: CredentialShelf | None = None,
        other_hubs: Sequence[HubContact] = (),
        other_places: Sequence[tuple[str, int]] = (),
        clock: Clock | None = None,
    ) -> None:
        self._lot_id = lot_id
        self._console_id = console_id
        self._hubs = (HubContact(hub_id, hub_key), *other_hubs)
        self._signer = signer
        self._verify = verify
        self._shelf = shelf
        self._clock = clock
        # One for the rounds, one that waits at the doorbell meanwhile.
        self._calls = HubConnection(place, *other_places)
        self._bell = HubConnection(place, *other_places)
        self._signing_on = threading.Lock()
        self._known = Known()
        self._bell_place = ""
        self._closed = threading.Event()

    @property
    def name(self) -> str:
        """``hub``."""
        return HUB

    def marks(self) -> Marks:
        """How far the hub holds each chain of the lot."""
        answer = self._ask(protocol.MARKS, {})
        self._bell_place = wire.text_of(answer, "place", 40)
        marks = wire.marks_from(answer.get("marks"))
        if self._shelf is not None:
            self._share_credentials(self._shelf, answer)
        return marks

    def push(self, rows: Sequence[ChainRow]) -> Mark:
        """Hand rows of one chain over; how far the hub holds it then."""
        if not rows:
            raise ValueError("nothing to push")
        if any(row.lot_id != self._lot_id for row in rows):
            raise LinkError("link.refused", detail="another lot")
        mark = Mark()
        for portion in wire.in_portions(rows, most_chars=protocol.PUSH_CHARS):
            answer = self._ask(protocol.PUSH, {"rows": [wire.row_document(row) for row in portion]})
            mark = wire.mark_from(answer.get("mark"))
        return mark

    def pull(self, console_id: str, after_seq: int, limit: int = MOST_ROWS) -> list[ChainRow]:
        """The chain's next rows; fewer than the limit where they are large."""
        asked = {"console_id": console_id, "after": after_seq, "limit": min(limit, MOST_ROWS)}
        answer = self._ask(protocol.PULL, asked)
        return wire.rows_from(answer.get("rows"), lot_id=self._lot_id, most=MOST_ROWS)

    def ring(self) -> None:
        """Tell the others that something is there for them."""
        self._ask(protocol.RING, {})

    def wait(self, seconds: float) -> bool:
        """Wait until somebody else rings, counted from the last look at the marks."""
        deadline = time.monotonic() + seconds
        while not self._closed.is_set():
            left = deadline - time.monotonic()
            milliseconds = int(1000 * max(0.0, min(left, protocol.WAIT_SECONDS)))
            asked = {"place": self._bell_place, "milliseconds": milliseconds}
            limit = milliseconds / 1000 + protocol.CALL_SECONDS
            answer = self._ask(protocol.WAIT, asked, over=self._bell, seconds=limit)
            self._bell_place = wire.text_of(answer, "place", 40)
            if answer.get("rung") is True:
                return True
            if time.monotonic() >= deadline:
                return False
        raise LinkError("link.no_answer", detail="closed")

    def report(self, document: Mapping[str, Any]) -> timedelta | None:
        """Leave how this console is; how far its clock is ahead of the hub's, where both say what it is."""
        clock = self._clock
        asked_at = clock.now() if clock is not None else None
        answer = self._ask(protocol.REPORT, {"report": dict(document)})
        if clock is None or asked_at is None or "at" not in answer:
            return None
        far_at = from_micros(wire.whole_of(answer, "at", wire.LAST_INSTANT))
        return skew_of(asked_at, far_at, clock.now())

    def reports(self) -> dict[str, Mapping[str, Any]]:
        """What each console left last."""
        found = self._ask(protocol.REPORTS, {}).get("reports")
        if not isinstance(found, dict) or not all(isinstance(each, dict) for each in found.values()):
            raise LinkError("link.garbled", detail="reports")
        return found

    def close(self) -> None:
        """Let go, what another thread is in ended."""
        self._closed.set()
        self._calls.close()
        self._bell.close()

    def _share_credentials(self, shelf: CredentialShelf, told: Mapping[str, Any]) -> None:
        """What people sign on with never enters the journal: it is compared with every look at the marks."""
        mine = shelf.credentials()
        if not is_same(mine, told):
            answer = self._ask(protocol.CREDENTIALS, credentials_document(mine))
            shelf.take_credentials(credentials_from(answer))

    def _ask(
        self,
        path: str,
        document: Mapping[str, Any],
        *,
        over: HubConnection | None = None,
        seconds: float = protocol.CALL_SECONDS,
    ) -> dict[str, Any]:
        connection = over or self._calls
        deadline = time.monotonic() + seconds
        for is_last in (False, True):
            known = self._signed_on(connection, deadline)
            try:
                return connection.ask(path, document, known=known, seconds=_left(deadline))
            except LinkError as error:
                if error.cause in _SIGN_ON_AGAIN:
                    self._forget(known)
                if error.cause != "link.sign_on" or is_last:
                    raise
        raise LinkError("link.sign_on")

    def _signed_on(self, connection: HubConnection, deadline: float) -> Known:
        """By what the hub knows us, and we it; signs on where that was not done."""
        if not self._signing_on.acquire(timeout=_left(deadline)):
            raise LinkError("link.no_answer", detail="signing on takes too long")
        try:
            if not self._known.token:
                self._known = self._sign_on(connection, deadline)
            return self._known
        finally:
            self._signing_on.release()

    def _forget(self, known: Known) -> None:
        with self._signing_on:
            if self._known == known:
                self._known = Known()

    def _sign_on(self, connection: HubConnection, deadline: float) -> Known:
        nonce = secrets.token_hex(protocol.NONCE_BYTES)
        asked = {"protocol": protocol.PROTOCOL, "nonce": nonce}
        hello = connection.ask(protocol.HELLO, asked, seconds=_left(deadline))
        fingerprint = connection.fingerprint
        try:
            self._check_hub(hello, fingerprint, nonce)
        except LinkError:
            connection.turn_away()
            raise
        challenge = wire.text_of(hello, "challenge", 2 * protocol.NONCE_BYTES)
        proof = protocol.console_proof(
            lot_id=self._lot_id, console_id=self._console_id, fingerprint=fingerprint, challenge=challenge
        )
        asked = {
            "console_id": self._console_id,
            "challenge": challenge,
            "signature": self._signer.sign(proof).hex(),
        }
        answer = connection.ask(protocol.SESSION, asked, known=Known(fingerprint), seconds=_left(deadline))
        return Known(fingerprint, wire.text_of(answer, "token", 200))

    def _check_hub(self, hello: Mapping[str, Any], fingerprint: str, nonce: str) -> None:
        if wire.text_of(hello, "lot_id", 36) != self._lot_id:
            raise LinkError("link.other_lot")
        hub_id = wire.text_of(hello, "hub_id", 36)
        proof = protocol.hub_proof(lot_id=self._lot_id, hub_id=hub_id, fingerprint=fingerprint, nonce=nonce)
        try:
            signature = bytes.fromhex(wire.text_of(hello, "proof", 128))
        except ValueError as error:
            raise LinkError("link.garbled", detail="proof") from error
        # Its key, not its id: restored from a backup it has a new id, and says so in its journal.
        if not any(self._verify(hub.public_key, signature, proof) for hub in self._hubs):
            raise LinkError("link.other_hub", detail=hub_id)


def _left(deadline: float) -> float:
    return max(0.01, deadline - time.monotonic())
