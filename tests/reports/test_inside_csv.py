import csv
import io
from collections.abc import Sequence
from dataclasses import replace

from core.domain.stays import Stay, StayState
from reports.inside_csv import HEADINGS, write_inside_csv
from tests.reports.samples import CHINESE_LOT, ENGLISH_LOT, receipt_of


def _rows(stays: Sequence[Stay]) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    assert write_inside_csv(stays, ENGLISH_LOT, stream) == len(stays)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_a_paid_stay_is_listed_with_times_of_the_lot_and_their_offset() -> None:
    assert _rows([receipt_of().stay]) == [
        {
            "plate": "HHKR4711",
            "entered_at": "2026-11-21T12:07:40+01:00",
            "entry_known": "yes",
            "lane": "East entry",
            "state": "paid",
            "paid": "6.50",
            "currency": "EUR",
            "permit_until": "2026-11-21T14:47:40+01:00",
        }
    ]


def test_a_stay_that_paid_nothing_has_no_permit() -> None:
    stay = replace(receipt_of().stay, payments=(), state=StayState.INSIDE, entry_known=False)
    (row,) = _rows([stay])
    assert (row["paid"], row["permit_until"], row["entry_known"]) == ("0.00", "", "no")


def test_an_empty_lot_still_has_its_headings() -> None:
    stream = io.StringIO(newline="")
    assert write_inside_csv([], CHINESE_LOT, stream) == 0
    assert stream.getvalue().strip() == ",".join(HEADINGS)


def test_a_plate_that_is_a_formula_is_only_text() -> None:
    hostile = '=HYPERLINK("x")\r\n,next'
    (row,) = _rows([replace(receipt_of().stay, plate=hostile, entry_lane="@gone")])
    assert row["plate"] == f"'{hostile}"
    assert row["lane"] == "'@gone"
