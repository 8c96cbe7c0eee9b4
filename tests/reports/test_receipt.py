from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.errors import BadInput
from core.domain.lots import Lot, OverstayRule
from core.domain.payments import Payment, Tender
from core.domain.rates.plan import Rounding
from core.domain.rates.quote import QuoteLine
from reports.phrases import line_in_words
from reports.receipt import MOST_LINES, NO_FACT, NO_LEAVE, PriceTerms, Receipt, receipt_content
from reports.receipt_escpos import receipt_escpos
from tests.reports.money_samples import split_receipt, unpaid_receipt
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


LINE = QuoteLine("steps", PAID_AT - timedelta(hours=2), PAID_AT, 800, 4, 30, 200, "Day")


@pytest.mark.parametrize(
    ("changes", "english", "chinese"),
    [
        ({}, "Day · 4 × 30 min at €2.00", "Day · 4 × 30 分鐘，每單位 €2.00"),
        ({"units": 1}, "Day · 30 min at €2.00", "Day · 30 分鐘，€2.00"),
        (
            {"units": 45, "unit_minutes": 1, "unit_minor": 60, "per_minutes": 30},
            "Day · 45 min at €0.60 per 30 min",
            "Day · 45 分鐘，每 30 分鐘 €0.60",
        ),
        (
            {"units": 90, "unit_minutes": 1, "unit_minor": 7, "per_minutes": 2},
            "Day · 1 h 30 min at €0.035 per 1 min",
            "Day · 1 小時 30 分，每 1 分鐘 €0.035",
        ),
        ({"rule": "flat", "name": "Evening", "units": 1}, "Evening · once", "Evening · 單次收費"),
        (
            {"rule": "band", "units": 1, "unit_minutes": 180, "unit_minor": 480, "name": ""},
            "Up to 3 hours in all €4.80",
            "3 小時內共 €4.80",
        ),
        (
            {"rule": "days", "units": 3, "unit_minutes": 1440, "unit_minor": 2000},
            "Day · 3 days at €20.00",
            "Day · 3 天，每天 €20.00",
        ),
        ({"rule": "cap", "units": 1, "name": "Day maximum"}, "Day maximum €2.00", "Day maximum €2.00"),
        ({"rule": "cap", "units": 3, "name": "Max"}, "3 × Max €2.00", "3 × Max €2.00"),
        ({"rule": "minimum", "units": 1, "name": ""}, "Minimum of €2.00", "最低收費 €2.00"),
        ({"rule": "not_charged", "name": "Night"}, "Night · not charged", "Night · 不計費"),
        ({"rule": "not_charged", "name": ""}, "Not charged", "不計費"),
        ({"rule": "taken_off", "name": ""}, "First 30 min free", "前 30 分鐘免費"),
        ({"rule": "extra", "name": "Reservation", "units": 1}, "Reservation", "Reservation"),
        ({"rule": "extra", "name": "Energy"}, "Energy · 4 × €2.00", "Energy · 4 × €2.00"),
        ({"rule": "adjustment", "name": "Coaches", "factor": "2"}, "Coaches ×2", "Coaches ×2"),
        ({"rule": "adjustment", "name": "Gold", "factor": "0.9"}, "Gold −10 %", "Gold −10%"),
        ({"rule": "visits", "name": ""}, "Charged on an earlier visit", "先前入場已計費"),
        ({"rule": "time_credit", "name": ""}, "Time credit", "時間折抵"),
        ({"rule": "prepaid", "name": ""}, "Prepaid", "已預付"),
        ({"rule": "rounding", "name": "", "unit_minor": 5}, "Rounding to €0.05", "取整至 €0.05"),
        ({"rule": "tax", "name": "", "factor": "887.5"}, "Tax 8.875 %", "稅 8.875%"),
        ({"name": "Da\x1by \u202e{x}", "units": 1}, "Day {x} · 30 min at €2.00", "Day {x} · 30 分鐘，€2.00"),
    ],
)  # fmt: skip
def test_each_line_is_said_with_the_landlords_name_its_units_and_its_price(
    changes: dict[str, object], english: str, chinese: str
) -> None:
    line = replace(LINE, **changes)  # type: ignore[arg-type]
    assert (line_in_words(line, "EUR", "en"), line_in_words(line, "EUR", "zh_TW")) == (english, chinese)


def test_credits_and_factors_have_no_time_of_their_own() -> None:
    receipt = receipt_of()
    payment = _with_line(receipt, "time_credit", -100)
    assert receipt_content(replace(receipt, payment=payment), "en").prices[-1].span == ""


def _of_many_lines(count: int) -> Receipt:
    receipt = receipt_of()
    lines = tuple(
        replace(LINE, start=LINE.start - timedelta(days=day), end=LINE.end - timedelta(days=day))
        for day in range(count)
    )
    return replace(receipt, payment=replace(receipt.payment, lines=lines, amount_minor=800 * count))


def test_a_long_stay_has_its_like_lines_added_up_and_none_left_out() -> None:
    assert len(receipt_content(_of_many_lines(MOST_LINES), "en").prices) == MOST_LINES
    (row,) = receipt_content(_of_many_lines(40), "en").prices
    assert (row.reason, row.amount) == ("Day · 160 × 30 min at €2.00", "€320.00")
    assert row.span == "40 parts between 13 Oct 13:32 – 21 Nov 14:32"
    different = tuple(
        replace(line, name=f"Day {n}") for n, line in enumerate(_of_many_lines(40).payment.lines)
    )
    receipt = _of_many_lines(40)
    receipt = replace(receipt, payment=replace(receipt.payment, lines=different))
    assert len(receipt_content(receipt, "en").prices) == 40


def test_a_receipt_states_the_tax_inside_its_rate_and_how_it_was_rounded() -> None:
    receipt = receipt_of()
    taxed = replace(
        receipt,
        payment=replace(receipt.payment, tax_minor=104),
        terms=PriceTerms(1900, 5, Rounding.DOWN),
    )
    content = receipt_content(taxed, "en")
    assert (content.tax.label, content.tax.value) == ("of which tax, 19 %", "€1.04")
    assert content.rounding == "Rounded once, at the end, to €0.05: downwards."
    chinese = receipt_content(taxed, "zh_TW")
    assert (chinese.tax.label, chinese.rounding) == (
        "內含稅額（19%）",
        "總額僅於最後取整一次，至 €0.05：無條件捨去。",
    )
    for width in (384, 576):
        printed = receipt_escpos(taxed, "en", width).decode("ascii", "ignore")
        assert "of which tax, 19 %" in printed
        assert "EUR 1.04" in printed


def test_a_tax_whose_rates_differ_is_told_without_one_and_no_tax_takes_no_room() -> None:
    receipt = receipt_of()
    content = receipt_content(replace(receipt, payment=replace(receipt.payment, tax_minor=104)), "en")
    assert (content.tax.label, content.tax.value) == ("of which tax", "€1.04")
    plain = receipt_content(receipt, "en")
    assert (plain.tax.value, plain.rounding) == ("", "")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(BadInput):
        receipt_content(receipt_of(), "xx")


def test_each_tender_of_a_split_payment_stands_with_the_end_of_its_reference() -> None:
    content = receipt_content(split_receipt(), "en")
    assert [(part.label, part.value) for part in content.parts] == [
        ("Card, ref. …41XyZ9", "€3.00"),
        ("LINE Pay, ref. …001234", "€3.00"),
        ("Cash", "€0.50"),
    ]
    assert (content.tendered.value, content.change.value) == ("€1.00", "€0.50")
    assert not any("pi_3PqTz8aB" in text for text in content.texts())


def test_a_payment_all_in_cash_names_no_tenders() -> None:
    assert receipt_content(receipt_of(), "en").parts == ()


def test_a_nil_payment_says_that_nothing_was_paid_and_why_and_lets_the_car_out() -> None:
    content = receipt_content(unpaid_receipt(Tender.NIL, reason="staff"), "en")
    assert content.state_mark == "NIL PAYMENT"
    assert content.remarks == ("Nothing was paid: staff.",)
    assert (content.tendered, content.change) == (NO_FACT, NO_FACT)
    assert content.has_code
    assert content.leave_by.time == "14:47"


def test_an_iou_is_signed_by_the_driver_and_is_no_proof_of_payment() -> None:
    content = receipt_content(unpaid_receipt(Tender.IOU), "en")
    assert content.state_mark == "IOU - NOT PAID"
    assert content.remarks == ("I owe €6.50 for this stay and will pay it later.",)
    assert content.signature
    assert content.leave_by.time == "14:47"
    assert content.paid_at.label == "Settled"


def test_the_paper_of_a_towed_car_lets_nobody_out() -> None:
    content = receipt_content(unpaid_receipt(Tender.TOWED, reason="police"), "en")
    assert content.leave_by == NO_LEAVE
    assert not content.has_code


def test_a_copy_of_a_voided_payment_says_so_and_lets_nobody_out() -> None:
    content = receipt_content(replace(receipt_of(copy_number=1), voided_at=PAID_AT), "en")
    assert (content.copy_mark, content.state_mark) == ("COPY 1", "VOIDED")
    assert content.leave_by == NO_LEAVE
    assert not content.has_code


def test_a_voided_iou_is_owed_no_longer() -> None:
    content = receipt_content(replace(unpaid_receipt(Tender.IOU), voided_at=PAID_AT), "en")
    assert content.signature == ""
    assert not any("I owe" in remark for remark in content.remarks)


def test_a_copy_tells_what_was_paid_back_since() -> None:
    content = receipt_content(replace(receipt_of(copy_number=1), refunded_minor=150), "en")
    assert content.remarks == ("Paid back since: €1.50.",)


def test_who_validated_the_stay_stands_on_the_receipt() -> None:
    receipt = replace(receipt_of(), merchants=("Cinema", "Bakery"))
    assert receipt_content(receipt, "en").remarks == ("Validated by Cinema, Bakery.",)
    assert receipt_content(receipt, "zh_TW").remarks == ("優惠提供：Cinema、Bakery。",)
