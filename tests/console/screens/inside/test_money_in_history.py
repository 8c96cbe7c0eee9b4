"""A stay's history says how its price was settled, why, and what went back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from console.screens.inside.history import happenings, read_history
from core.domain.merchants import Gives, Merchant
from core.domain.payments import Tender
from core.services.collect_debt import write_off_debt
from core.services.merchants import set_merchant
from core.services.refund_payment import refund_payment
from core.services.validate_stay import validate_stay
from core.services.waive import waive
from tests.core.services.money_desk import Desk, desk_in

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as made:
        yield made


def told(desk: Desk, stay_id: str) -> list[str]:
    history = desk.see(lambda view: read_history(view, stay_id))
    lines = happenings(history, desk.see(lambda view: view.lot()))
    assert not any("Something happened" in line.what for line in lines)
    return [line.what for line in lines]


def test_what_was_waived_says_why_and_not_that_it_was_paid(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    desk.do(waive, actor=desk.bo, stay_id=stay_id, shown_minor=200, reason="staff", note="Guard")
    last = told(desk, stay_id)[-1]
    assert last.startswith("Nothing charged: € 2.00")
    assert last.endswith("Staff, or on duty here: Guard")


def test_what_is_owed_and_given_up(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    desk.iou(stay_id)
    debt_id = desk.debts()[0].debt.debt_id
    desk.do(write_off_debt, actor=desk.bo, debt_id=debt_id, reason="not_worth_it")
    settled, owed, given_up = told(desk, stay_id)[-3:]
    assert settled.startswith("Left to be paid later: € 2.00")
    assert owed == "Owed: € 2.00."
    assert given_up == "What was owed, given up: € 2.00. Not worth the effort."


def test_what_was_validated_taken_back_and_given_back(desk: Desk) -> None:
    merchant = Merchant("m", "Cinema", "CIN", Gives.PERCENT, Decimal(50), needs_stamp=True)
    desk.do(set_merchant, actor=desk.bo, merchant=merchant)
    stay_id = desk.park("AB1")
    desk.do(validate_stay, actor=desk.ada, stay_id=stay_id, code="CIN-7")
    payment = desk.pay_cash(stay_id)
    desk.do(
        refund_payment,
        actor=desk.ada,
        payment_id=payment.payment_id,
        amount_minor=30,
        tender=Tender.CASH,
        reason="other",
        note="Spilled coffee",
        approval=desk.approval,
    )
    desk.void(payment.payment_id)
    lines = told(desk, stay_id)
    assert "Validated by a merchant: Cinema (7)." in lines
    assert "Due back to the driver: € 0.30. Spilled coffee" in lines
    assert "Payment taken back: € 1.00. Taken for the wrong car." in lines
