from datetime import UTC, datetime, timedelta

from console.screens.rates.report_rows import report_rows
from core.domain.lots import Lot
from core.services.rehearse_rates import COSTS_NOTHING, Gap, RehearsalReport, StayChange, Sums

LOT = Lot("lot", "Riverside", 60, "Asia/Taipei", "TWD", ())
UNTIL = datetime(2026, 5, 13, tzinfo=UTC)
STAY = StayChange("s1", "ABC1234", UNTIL - timedelta(hours=3), UNTIL, 120, 150)


def report(**changes):
    values = {
        "currency": "TWD",
        "since": UNTIL - timedelta(days=30),
        "until": UNTIL,
        "total": Sums(2, 200, 230),
        "dearer": 1,
        "cheaper": 0,
        "biggest": (STAY,),
        "gaps": (),
        "left_owing": 0,
        "by_class": {"car": Sums(2, 200, 230)},
        "by_weekday": {0: Sums(1, 120, 150), 5: Sums(1, 80, 80)},
        "is_complete": True,
    }
    return RehearsalReport(**(values | changes))


def texts(found):
    return [row.text for row in report_rows(found, LOT)]


def test_the_sum_comes_first_then_the_stays_that_change_most():
    said = texts(report())
    assert said[0] == "NT$ 200 → NT$ 230 (+15.0 %)"
    assert "Stays that become dearer: 1" in said
    assert "ABC1234, in Wed 13 May 05:00, 3 h: NT$ 120 → NT$ 150" in said
    assert "Sat: NT$ 80 → NT$ 80 (+0.0 %)" in said
    assert not any("vehicle class" in one for one in said)


def test_a_stay_without_a_price_is_named_with_its_reason_and_marked():
    rows = report_rows(report(gaps=(Gap(COSTS_NOTHING, 3, STAY),)), LOT)
    marked = [row for row in rows if row.is_marked]
    assert len(marked) == 1
    assert marked[0].text.endswith("Stays: 3")
    assert "ABC1234" in marked[0].remark


def test_a_rehearsal_that_was_ended_says_that_it_is_not_all():
    remark = report_rows(report(is_complete=False, left_owing=4), LOT)[0].remark
    assert "ended early" in remark
    assert "left without paying and not counted: 4" in remark
