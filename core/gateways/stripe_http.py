"""Asks Stripe: one request with its key, and what its answer means.

After docs.stripe.com/api (errors, idempotent requests): forms in, JSON out, ``Idempotency-Key`` remembered
for at least 24 h, the answer to a key replayed for good, server errors too. The version of the interface is
pinned, so that an account that is moved to a newer one does not change what is read here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Final
from urllib.parse import urlencode

from core.domain.errors import DeviceError
from core.gateways.clock_skew import ClockSkew
from core.gateways.json_values import Document, read_object, text
from core.gateways.line import Line, Lost, Reply

ORIGIN: Final = "https://api.stripe.com"
VERSION: Final = "2024-06-20"
LONGEST_KEY: Final = 255


class StripeRefused(Exception):
    """Stripe understood and did nothing; ``code`` says why in its words (``card_declined``)."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code or str(status))
        self.status = status
        self.code = code


class StripeHttp:
    """Requests to one account.

    All raise DeviceError, ``unknown`` where a change may have been made all the same, and StripeRefused.
    Nothing that Stripe writes in words is kept: it may hold what the driver typed.
    """

    def __init__(self, line: Line, secret: str, now: Callable[[], datetime]) -> None:
        self._line = line
        self._secret = secret
        self._now = now
        self.skew = ClockSkew()

    def get(self, path: str, query: Mapping[str, str] | None = None) -> Document:
        """What lies at the path."""
        asked = f"{path}?{urlencode(query)}" if query else path
        return self._ask("GET", asked, None, {})

    def post(self, path: str, form: Mapping[str, str], *, key: str = "") -> Document:
        """A change; with the same key it is made once, however often it is asked for."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if key:
            headers["Idempotency-Key"] = key[:LONGEST_KEY]
        return self._ask("POST", path, urlencode(form).encode(), headers)

    def _ask(self, method: str, path: str, data: bytes | None, headers: Mapping[str, str]) -> Document:
        changes = method == "POST"
        if not self._secret:
            raise DeviceError("gateway.no_secret")
        login = {"Authorization": f"Bearer {self._secret}", "Stripe-Version": VERSION}
        try:
            reply = self._line.exchange(method, path, headers={**login, **headers}, data=data)
        except Lost as lost:
            raise DeviceError("gateway.no_answer", detail=str(lost), unknown=changes and lost.sent) from lost
        self.skew.note(reply.said_at, self._now())
        return _meaning(reply, changes=changes)


def _meaning(reply: Reply, *, changes: bool) -> Document:
    said = read_object(reply.body)
    status = reply.status
    if status == HTTPStatus.OK and said is not None:
        return said
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise DeviceError("gateway.login_refused", detail=f"HTTP {status}")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise DeviceError("gateway.busy", detail=f"HTTP {status}")
    if status == HTTPStatus.CONFLICT:
        # Another request with this key is under way: it may act yet.
        raise DeviceError("gateway.busy", detail=f"HTTP {status}", unknown=changes)
    if status in {HTTPStatus.BAD_REQUEST, HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.NOT_FOUND}:
        _refused(said, status, changes=changes)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise DeviceError("gateway.trouble", detail=f"HTTP {status}", unknown=changes)
    raise DeviceError("gateway.strange_answer", detail=f"HTTP {status}", unknown=changes)


def _refused(said: Document | None, status: int, *, changes: bool) -> None:
    """Raises where the answer is Stripe's own no; a bare 404 may be of whatever stands before it."""
    if said is None or not isinstance(said.get("error"), dict):
        return
    if text(said, "error", "type") == "idempotency_error":
        # The key was used for something else: what that was may have taken money.
        raise DeviceError("gateway.key_used_otherwise", unknown=changes)
    raise StripeRefused(status, text(said, "error", "code"))
