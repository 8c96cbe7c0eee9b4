"""Money asked for in tests, and the connection it is asked for over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from console.paying.web_line import WebLine
from core.services.payment_ports import ChargeAsk, RefundAsk

LIMIT_S = 5.0


def now() -> datetime:
    """The time, as the gateways are given it."""
    return datetime.now(UTC)


def an_ask(key: str = "stay-1/0/card:booth/1/60", **changes: object) -> ChargeAsk:
    """60 dollars of Taiwan, asked for now, five minutes to pay."""
    ask = ChargeAsk(
        charge_id="charge-1",
        key=key,
        amount_minor=60,
        currency="TWD",
        label="Hillside car park",
        asked_at=now(),
        expires_at=now() + timedelta(minutes=5),
    )
    return replace(ask, **changes)  # type: ignore[arg-type]


def a_refund(reference: str, amount_minor: int = 60, **changes: object) -> RefundAsk:
    """Money back."""
    ask = RefundAsk("refund-1", "refund/1", reference, amount_minor, "TWD")
    return replace(ask, **changes)  # type: ignore[arg-type]


@contextmanager
def web_line(origin: str, limit_s: float = LIMIT_S) -> Iterator[WebLine]:
    """A connection of its own, closed afterwards."""
    line = WebLine(origin, limit_s)
    try:
        yield line
    finally:
        line.close()
