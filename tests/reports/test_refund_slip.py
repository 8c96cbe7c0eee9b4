"""The slip of money that went back says what for, how, who approved; cash is signed for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.payments import Tender
from core.domain.refunds import GIVEN, LATE_CONFIRMATION, ORDER_GIVEN_UP, PAID_TWICE, VOIDED
from core.services import refund_payment, void_payment
from reports.receipt_escpos import paper_escpos
from reports.refund_slip import refund_content
from reports.words import words_for
from tests.reports.escpos_bytes import take_apart
from tests.reports.money_samples import refund_slip
from tests.reports.samples import CHINESE_LOT


def test_cash_is_signed_for_and_names_its_receipt() -> None:
    content = refund_content(refund_slip(), "en")
    assert content.title == "Refund"
    assert (content.number.label, content.number.value) == ("Of receipt no.", "100482")
    assert content.prices[0].reason == "Money given back · complaint"
    assert content.total.value == "€1.50"
    assert content.remarks == ("Approved by Bo Lind.",)
    assert content.signature == "Received, signature"
    assert not content.has_code


def test_what_goes_back_by_card_needs_no_signature_and_names_its_reference() -> None:
    content = refund_content(refund_slip(tender=Tender.CARD), "en")
    assert content.signature == ""
    assert content.parts[0].value == "Card, ref. …41XyZ9"


def test_a_refund_that_no_payment_led_to_names_no_receipt_and_nobody_who_approved() -> None:
    slip = replace(refund_slip(), receipt_name="", approver_name="", cashier_name="")
    content = refund_content(slip, "en")
    assert content.remarks == ()
    text = take_apart(paper_escpos(content)).text
    assert "Of receipt no." not in text
    assert "€1.50" not in text
    assert "EUR 1.50" in text


def test_hostile_texts_stay_texts() -> None:
    slip = replace(refund_slip(), plate="\x1b@\x1dV0", approver_name="=cmd()\x00\u202e")
    job = take_apart(paper_escpos(refund_content(slip, "en")))
    assert "=cmd()" in job.text


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_every_cause_and_reason_has_words(language: str) -> None:
    table = words_for(language)
    causes = (GIVEN, VOIDED, PAID_TWICE, LATE_CONFIRMATION, ORDER_GIVEN_UP)
    reasons = (*refund_payment.REASONS, *void_payment.REASONS)
    assert [code for code in causes if code not in table] == []
    assert [reason for reason in reasons if f"back.{reason}" not in table] == []


def test_a_chinese_slip_is_a_picture() -> None:
    content = refund_content(refund_slip(CHINESE_LOT), "zh_TW")
    assert content.signature == "收款人簽名"
    assert take_apart(paper_escpos(content)).picture is not None
