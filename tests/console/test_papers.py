"""What is printed says what became of the money by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from console.papers import Paper, read_paper
from core.domain.errors import Refused
from core.domain.lots import Article
from core.domain.merchants import Gives, Merchant
from core.domain.payments import Tender
from core.services.merchants import set_merchant
from core.services.print_receipt import RECEIPT_TASK, REFUND_PAPER, SALE_PAPER, reprint
from core.services.refund_payment import refund_payment
from core.services.sell_article import sell_article
from core.services.set_up_lot import change_lot
from core.services.tasks import Task
from core.services.validate_stay import validate_stay
from tests.core.services.money_desk import DRAWER, Desk, desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as made:
        yield made


def papers(desk: Desk) -> list[Paper]:
    """All that waits to be printed, as it would be printed now."""
    waiting: list[Task] = desk.see(lambda view: view.waiting_tasks(RECEIPT_TASK))
    return [desk.see(lambda view, task=task: read_paper(view, task, None)) for task in waiting]


def test_a_split_payment_names_its_tenders(desk: Desk) -> None:
    desk.pay_by(desk.park("AB1"), cash_minor=50)
    [paper] = papers(desk)
    assert [part.value for part in paper.content.parts] == ["€1.50", "€0.50"]
    assert paper.code
    assert paper.file_stem == "receipt-000001"


def test_a_copy_of_a_voided_payment_lets_nobody_out(desk: Desk) -> None:
    payment = desk.pay_cash(desk.park("AB1"))
    desk.void(payment.payment_id)
    desk.do(reprint, actor=desk.ada, payment_id=payment.payment_id)
    _, slip, copy = papers(desk)
    assert copy.content.state_mark == "VOIDED"
    assert not copy.content.has_code
    assert copy.file_stem == "receipt-000001-copy-1"
    assert slip.content.title == "Refund"
    assert slip.content.remarks == ("Approved by Bo.",)
    assert slip.content.cashier.value == "Ann"
    assert slip.file_stem.startswith("refund-")


def test_a_copy_tells_what_went_back_since(desk: Desk) -> None:
    payment = desk.pay_cash(desk.park("AB1"))
    refund = desk.do(
        refund_payment,
        actor=desk.ada,
        payment_id=payment.payment_id,
        amount_minor=50,
        tender=Tender.CASH,
        reason="complaint",
        note="",
        approval=desk.approval,
    )
    desk.do(reprint, actor=desk.ada, payment_id=payment.payment_id)
    desk.do(reprint, actor=desk.ada, payment_id=refund.refund_id, paper=REFUND_PAPER)
    _, _, copy, slip = papers(desk)
    assert copy.content.remarks == ("Paid back since: €0.50.",)
    assert slip.content.copy_mark == "COPY 1"


def test_who_validated_the_stay_is_named(desk: Desk) -> None:
    merchant = Merchant("m", "Cinema", "CIN", Gives.PERCENT, Decimal(50))
    desk.do(set_merchant, actor=desk.bo, merchant=merchant)
    stay_id = desk.park("AB1")
    desk.do(validate_stay, actor=desk.ada, stay_id=stay_id, code="CIN")
    desk.pay_cash(stay_id)
    [paper] = papers(desk)
    assert paper.content.remarks == ("Validated by Cinema.",)
    assert [row.amount for row in paper.content.prices][-1] == "−€1.00"


def test_a_debt_that_was_collected_refers_to_its_first_paper(desk: Desk) -> None:
    payment = desk.iou(desk.park("AB1"))
    sale = desk.collect(desk.debts()[0].debt.debt_id)
    iou, receipt = papers(desk)
    assert iou.content.state_mark == "IOU - NOT PAID"
    assert receipt.content.entry.value == payment.receipt_name
    assert receipt.content.plate.value == "AB1"
    assert receipt.file_stem == f"receipt-{sale.receipt_number:06d}"


def test_an_article_has_a_receipt_and_a_copy_of_it(desk: Desk) -> None:
    lot = replace(desk.see(lambda view: view.lot()), articles=(Article("a", "Pass card", 500),))
    desk.do(change_lot, actor=desk.boss, lot=lot)
    sale = desk.do(
        sell_article,
        actor=desk.ada,
        article_id="a",
        quantity=2,
        shown_minor=1000,
        tendered_minor=1000,
        drawer=DRAWER,
    )
    desk.do(reprint, actor=desk.ada, payment_id=sale.sale_id, paper=SALE_PAPER)
    first, copy = papers(desk)
    assert first.content.prices[0].reason == "2 × Pass card"
    assert copy.content.copy_mark == "COPY 1"


@pytest.mark.parametrize("paper", ["", SALE_PAPER, REFUND_PAPER])
def test_of_what_is_not_known_there_is_no_paper(desk: Desk, paper: str) -> None:
    now = desk.clock.now()
    payload = {"payment_id": "nothing", "copy_number": 0, "paper": paper}
    with pytest.raises(Refused):
        desk.see(lambda view: read_paper(view, Task("t", RECEIPT_TASK, payload, now, now, None, 0), None))
