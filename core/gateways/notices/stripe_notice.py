"""Stripe's notices: the signature of the very bytes, and which charge they are about.

After docs.stripe.com/webhooks (verify manually): ``Stripe-Signature: t=…,v1=…``, HMAC-SHA256 with the
endpoint's secret over the time, a point and the body; several ``v1`` while a secret is being changed; five
minutes.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from typing import Final

from core.gateways.json_values import Document, inner, read_object, text
from core.gateways.notices.notice import Notice, NotOurs

TOLERANCE_S: Final = 300
LONGEST_HEADER: Final = 1_000
MOST_SIGNATURES: Final = 8
LONGEST_NAME: Final = 255


def read_stripe_notice(body: bytes, header: str, secret: str, now: datetime) -> Notice:
    """The notice; raises NotOurs: ``notice.no_secret``, ``notice.bad_signature``, ``notice.wrong_time``,
    ``notice.strange``.
    """
    if not secret:
        raise NotOurs("notice.no_secret")
    said_at, signatures = _taken_apart(header)
    right = hmac.digest(secret.encode(), said_at.encode() + b"." + body, hashlib.sha256).hex()
    if not any(hmac.compare_digest(right, given) for given in signatures):
        raise NotOurs("notice.bad_signature")
    if abs(now.timestamp() - int(said_at)) > TOLERANCE_S:
        raise NotOurs("notice.wrong_time")
    event = read_object(body)
    if event is None or text(event, "object") != "event" or not text(event, "id"):
        raise NotOurs("notice.strange")
    return _notice(event)


def _taken_apart(header: str) -> tuple[str, list[str]]:
    """The time and the signatures, all of them text of the right form."""
    if len(header) > LONGEST_HEADER or not header.isascii():
        raise NotOurs("notice.bad_signature")
    pairs = [part.strip().partition("=") for part in header.split(",")]
    times = [value for name, _, value in pairs if name == "t"]
    signatures = [value for name, _, value in pairs if name == "v1"][:MOST_SIGNATURES]
    if len(times) != 1 or not times[0].isdigit() or len(times[0]) > 12 or not signatures:
        raise NotOurs("notice.bad_signature")
    return times[0], signatures


def _notice(event: Document) -> Notice:
    about = inner(event, "data", "object")
    key = text(about, "client_reference_id") or text(about, "metadata", "charge_key")
    reference = text(about, "id")
    if text(about, "object") == "terminal.reader":
        reference = text(about, "action", "process_payment_intent", "payment_intent")
    return Notice(
        notice_id=text(event, "id")[:LONGEST_NAME],
        kind=text(event, "type")[:LONGEST_NAME],
        key=key[:LONGEST_NAME],
        reference=reference[:LONGEST_NAME],
    )
