"""The list of vehicles inside as CSV, for emergencies and for those who count by hand."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from typing import Final, TextIO
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput
from core.domain.lots import Lot
from core.domain.money import format_plain
from core.domain.stays import Stay
from reports.csv_cells import neutral_cell

HEADINGS: Final = (
    "plate",
    "entered_at",
    "entry_known",
    "lane",
    "state",
    "paid",
    "currency",
    "permit_until",
)


def write_inside_csv(stays: Iterable[Stay], lot: Lot, stream: TextIO) -> int:
    """Write one row per stay in the order given, and return how many.

    Times are the lot's own with their offset; open the stream with ``newline=""``, and with the encoding
    ``utf-8-sig`` where a spreadsheet is to show Chinese.
    """
    writer = csv.writer(stream)
    writer.writerow(HEADINGS)
    rows = 0
    for stay in stays:
        writer.writerow(_row(stay, lot))
        rows += 1
    return rows


def _row(stay: Stay, lot: Lot) -> list[str]:
    return [
        neutral_cell(stay.plate),
        _local(stay.entry_at, lot.zone),
        "yes" if stay.entry_known else "no",
        neutral_cell(_lane_name(lot, stay.entry_lane)),
        stay.state.value,
        format_plain(stay.paid_minor, lot.currency),
        lot.currency,
        _local(stay.permit_until, lot.zone) if stay.permit_until else "",
    ]


def _local(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).isoformat(timespec="seconds")


def _lane_name(lot: Lot, lane_id: str) -> str:
    try:
        return lot.lane(lane_id).name
    except BadInput:
        return lane_id
