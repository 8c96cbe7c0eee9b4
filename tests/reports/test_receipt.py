from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.errors import BadInput
from core.domain.lots import Lot, OverstayRule
from core.domain.payments import Payment
from core.domain.rates.quote import QuoteLine
from reports.receipt import Receipt, receipt_content
from tests.reports.samples import CHINESE_LOT, ENGLISH_LOT, PAID_AT, receipt_of


def test_a_receipt_tells_the_whole_visit_in_english() -> None:
    content = receipt_content(receipt_of(), "en")
    assert content.copy_mark == ""
    assert (content.lot_name, content.lot_address) == (ENGLISH_LOT.name, ENGLISH_LOT.address)
    assert content.title == "Parking receipt"
    assert content.number.value == "100482"
    assert content.plate.value == "HHKR4711"
    assert content.entry.value == "21 Nov 2026, 12:07"
    assert content.entry_lane.value == "East entry"
    assert content.entry_note == ""
    assert content.paid_at.value == "21 Nov 2026, 14:32"
    assert content.total.value == "€6.50"
    assert content.tendered.value == "€10.00"
    assert content.change.value == "€3.50"
    assert (content.leave_by.time, content.leave_by.date) == ("14:47", "")
    assert content.leave_by.afterwards == "After 14:47 the fee clock starts again."
    assert content.cashier.value == "Anna Weber"
    assert content.help.value == "+49 40 555 01 20"


def test_a_receipt_tells_the_whole_visit_in_chinese() -> None:
    content = receipt_content(receipt_of(CHINESE_LOT, cashier_name="王小明"), "zh_TW")
    assert content.lot_name == "陽明停車場"
    assert content.entry.value == "2026/11/21 19:07"
    assert content.entry_lane.value == "東側入口"
    assert [row.reason for row in content.prices] == ["首 1 小時", "3 × 30 分鐘，每單位 NT$20"]
    assert [row.amount for row in content.prices] == ["NT$40", "NT$60"]
    assert content.total.value == "NT$100"
    assert content.leave_by.time == "21:47"
    assert content.cashier.value == "王小明"


def test_each_price_line_says_what_for_when_and_how_much() -> None:
    content = receipt_content(receipt_of(), "en")
    assert [(row.reason, row.span, row.amount) for row in content.prices] == [
        ("First block of 1 hour", "12:07 – 13:07", "€2.00"),
        ("3 × 30 min at €1.50", "13:07 – 14:32", "€4.50"),
    ]


def test_spans_carry_their_days_once_the_stay_is_longer_than_a_day() -> None:
    content = receipt_content(receipt_of(minutes=1800), "en")
    assert [row.span for row in content.prices] == [
        "20 Nov 08:32 – 09:32",
        "20 Nov 09:32 – 21 Nov 08:32",
        "20 Nov 08:32 – 21 Nov 08:32",
        "21 Nov 08:32 – 09:32",
        "21 Nov 09:32 – 14:32",
        "21 Nov 08:32 – 14:32",
    ]
    assert content.prices[2].reason == "Maximum of €12.00 reached"
    assert content.prices[2].amount == "−€59.00"
    assert content.total.value == "€24.00"


def test_a_right_to_leave_past_midnight_says_the_date() -> None:
    content = receipt_content(receipt_of(paid_at=PAID_AT + timedelta(hours=9, minutes=20)), "en")
    assert (content.leave_by.time, content.leave_by.date) == ("00:07", "22 Nov 2026")


def test_the_lots_overstay_rule_decides_what_happens_afterwards() -> None:
    lot = replace(ENGLISH_LOT, overstay_rule=OverstayRule.WHOLE_LESS_PAID)
    afterwards = receipt_content(receipt_of(lot), "en").leave_by.afterwards
    assert afterwards == "After 14:47 the whole stay is priced again, less what you paid."


@pytest.mark.parametrize("language", ["en", "zh_TW"])
@pytest.mark.parametrize("lot", [ENGLISH_LOT, CHINESE_LOT])
def test_a_reprint_says_copy_in_every_language(lot: Lot, language: str) -> None:
    assert "COPY 3" in receipt_content(receipt_of(lot, copy_number=3), language).copy_mark


def test_an_entry_time_set_by_rule_is_not_passed_off_as_seen() -> None:
    receipt = receipt_of(entry_known=False)
    assert receipt_content(receipt, "en").entry_note == "Entry time set at opening of the lot's records"
    assert receipt_content(receipt, "zh_TW").entry_note


def test_a_purged_plate_and_a_lane_that_is_gone_leave_the_receipt_readable() -> None:
    content = receipt_content(receipt_of(plate="", entry_lane="old\x1bgate"), "en")
    assert content.plate.value == "no longer kept"
    assert content.entry_lane.value == "oldgate"


def test_a_lot_without_a_phone_sends_the_driver_to_the_booth() -> None:
    lot = replace(ENGLISH_LOT, help_phone="")
    assert receipt_content(receipt_of(lot), "en").help.label == "Questions? Please ask at the booth."


@pytest.mark.parametrize("minutes", [0, 5, 10, 11, 60, 61, 600, 1440, 1441, 5000])
def test_the_amounts_printed_add_up_to_the_total_printed(minutes: int) -> None:
    content = receipt_content(receipt_of(minutes=minutes), "en")

    def minor(text: str) -> int:
        figures = int(text.translate(str.maketrans("", "", "−€.,")))
        return -figures if text.startswith("−") else figures

    assert sum(minor(row.amount) for row in content.prices) == minor(content.total.value)


def test_lines_that_do_not_add_up_never_become_a_receipt() -> None:
    receipt = receipt_of()
    wrong = replace(receipt.payment, amount_minor=receipt.payment.amount_minor + 1)
    with pytest.raises(ValueError, match="add up"):
        replace(receipt, payment=wrong)


def test_a_payment_of_another_stay_never_becomes_a_receipt() -> None:
    receipt = receipt_of()
    with pytest.raises(ValueError, match="not of this stay"):
        replace(receipt, payment=replace(receipt.payment, stay_id="stay-2"))
    with pytest.raises(ValueError, match="counted from 0"):
        replace(receipt, copy_number=-1)


def _with_line(receipt: Receipt, rule: str, amount_minor: int) -> Payment:
    start, end = receipt.stay.entry_at, receipt.payment.paid_at
    line = QuoteLine(rule, start, end, amount_minor, unit_minutes=15)
    total = receipt.payment.amount_minor + amount_minor
    return replace(receipt.payment, lines=(*receipt.payment.lines, line), amount_minor=total)


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("free", "Free, up to 15 min"),
        ("permit", "Paid, right to leave"),
        ("already_paid", "Less what was paid before"),
    ],
)
def test_the_quieter_rules_have_their_sentence(rule: str, reason: str) -> None:
    receipt = receipt_of()
    content = receipt_content(replace(receipt, payment=_with_line(receipt, rule, -100)), "en")
    assert (content.prices[-1].reason, content.prices[-1].amount) == (reason, "−€1.00")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(BadInput):
        receipt_content(receipt_of(), "xx")
