"""The receipt of an article, and of a debt that was collected."""

from __future__ import annotations

from core.domain.payments import Tender
from core.domain.sales import SaleKind
from reports.receipt import NO_FACT, NO_LEAVE
from reports.sale_receipt import sale_content
from tests.reports.money_samples import sale_receipt


def test_an_article_is_sold_by_the_piece_and_lets_no_car_out() -> None:
    content = sale_content(sale_receipt(), "en")
    assert content.prices[0].reason == "2 × Pass card"
    assert (content.total.value, content.tendered.value, content.change.value) == (
        "€10.00",
        "€20.00",
        "€10.00",
    )
    assert content.plate.value == ""
    assert content.leave_by == NO_LEAVE
    assert not content.has_code


def test_a_debt_that_was_collected_names_the_paper_it_was_signed_on() -> None:
    content = sale_content(sale_receipt(kind=SaleKind.DEBT), "en")
    assert content.prices[0].reason == "Parking owed since 20 Nov 2026"
    assert content.entry.value == "100401"
    assert content.plate.value == "HHKR4711"


def test_by_card_the_terminals_own_slip_is_named() -> None:
    content = sale_content(sale_receipt(tender=Tender.CARD), "en")
    assert content.parts[0].label == "Card, slip 004711"
    assert content.tendered == NO_FACT
