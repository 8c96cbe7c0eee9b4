"""Receipts of one lot, for the tests of everything that is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from core.domain.lots import Direction, Lane, Lot
from core.domain.payments import Payment, Tender
from core.domain.rates.plan import Plan
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span
from core.domain.rates.simple import simple_plan
from core.domain.signed_permits import SignedPermit
from core.domain.stays import Stay, StayState
from reports.receipt import Receipt

ENGLISH_LOT = Lot(
    lot_id="riverside",
    name="Riverside Car Park",
    capacity=60,
    timezone="Europe/Berlin",
    currency="EUR",
    lanes=(Lane("in", "East entry", Direction.ENTRY), Lane("out", "West exit", Direction.EXIT)),
    address="Quay Street 12, 20457 Hamburg",
    help_phone="+49 40 555 01 20",
)
CHINESE_LOT = Lot(
    lot_id="yangming",
    name="陽明停車場",
    capacity=120,
    timezone="Asia/Taipei",
    currency="TWD",
    lanes=(Lane("in", "東側入口", Direction.ENTRY), Lane("out", "西側出口", Direction.EXIT)),
    address="臺北市中山區民生東路一段 25 號",
    help_phone="02-2555-0120",
    receipt_language="zh_TW",
)
EURO_PLAN = simple_plan(
    "day",
    1,
    "EUR",
    free_minutes=10,
    first_minutes=60,
    first_minor=200,
    step_minutes=30,
    step_minor=150,
    cap_minor=1200,
)
DOLLAR_PLAN = simple_plan(
    "day",
    1,
    "TWD",
    free_minutes=15,
    first_minutes=60,
    first_minor=40,
    step_minutes=30,
    step_minor=20,
    cap_minor=240,
)
PAID_AT = datetime(2026, 11, 21, 13, 32, 40, tzinfo=UTC)

SIGNED_PERMIT = SignedPermit(
    "0197f2d0-0000-7000-8000-000000000001",
    "0197f2d0-0000-7000-8000-000000000002",
    "臨HHKR47119",
    PAID_AT,
).text(lot_id="riverside", public_key="ab" * 32, sign=lambda _message: bytes(range(64)))
"""A code as long as they get with a plate of nine characters; nobody's signature."""


def receipt_of(
    lot: Lot = ENGLISH_LOT,
    *,
    minutes: int = 145,
    plan: Plan | None = None,
    paid_at: datetime = PAID_AT,
    copy_number: int = 0,
    cashier_name: str = "Anna Weber",
    **of_stay: Any,
) -> Receipt:
    """A receipt for a stay of so many minutes up to its payment, priced by the lot's plan."""
    chosen = plan or (DOLLAR_PLAN if lot.currency == "TWD" else EURO_PLAN)
    stay = Stay(
        stay_id="stay-1",
        state=StayState.PAID,
        plate="HHKR4711",
        raw_plate="HH KR 4711",
        entry_at=paid_at - timedelta(minutes=minutes),
        entry_lane="in",
        plan_id=chosen.plan_id,
        plan_version=chosen.version,
    )
    quote = Pricing(chosen).quote(Span(stay.entry_at, paid_at))
    tendered = -(-quote.total_minor // 1000) * 1000
    payment = Payment(
        payment_id="payment-1",
        stay_id="stay-1",
        tender=Tender.CASH,
        amount_minor=quote.total_minor,
        tendered_minor=tendered,
        change_minor=tendered - quote.total_minor,
        currency=lot.currency,
        paid_at=paid_at,
        permit_until=paid_at + timedelta(minutes=lot.exit_window_minutes),
        shift_id="shift-1",
        cashier_id="person-1",
        receipt_number=100_482,
        plan_id=chosen.plan_id,
        plan_version=chosen.version,
        lines=quote.lines,
    )
    return Receipt(lot, replace(stay, payments=(payment,), **of_stay), payment, cashier_name, copy_number)
