"""The gates on a shift's slip: how often each boom went up, what explains that, and what does not (Z7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from core.domain.gate_arithmetic import BoomCount, LaneGates
from core.domain.lots import Lot
from core.domain.shift_report import ShiftReport
from reports.phrases import LocalTimes, duration, printable
from reports.slip_row import RowStyle, SlipRow
from reports.slip_words import slip_words

MOST_LEFTOVERS: Final = 6
_EXPLAINED: Final = (
    ("gates.commanded", "commands"),
    ("gates.joined", "joined"),
    ("gates.missed", "missed"),
    ("gates.held", "rose_held"),
)


def gate_rows(report: ShiftReport, lot: Lot, language: str) -> Iterator[SlipRow]:
    """All lanes of the report and the time in which nobody was at work; nothing where there was neither."""
    words = slip_words(language)
    if not report.gates and not report.away_count:
        return
    yield SlipRow(RowStyle.SECTION, words["section.gates"])
    yield SlipRow(RowStyle.PAIR, words["gates.commands"], str(report.gate_ups))
    times = LocalTimes(lot.zone, language)
    for lane in report.gates:
        yield from _lane(lane, _name(lot, lane.lane_id), words, times)
    if report.away_count:
        said = duration(max(1, report.away_seconds // 60), language)
        yield SlipRow(RowStyle.PAIR, words["gates.away"], f"({report.away_count}) {said}")


def _lane(lane: LaneGates, name: str, words: Mapping[str, str], times: LocalTimes) -> Iterator[SlipRow]:
    rises = words["gates.rises"].format(lane=name)
    if lane.counted is None:
        yield SlipRow(RowStyle.PAIR, rises, words["gates.not_measured"])
    else:
        yield SlipRow(RowStyle.PAIR, rises, str(lane.counted.rises))
        yield SlipRow(RowStyle.NOTE, _arithmetic(lane.counted, words))
    if lane.not_done:
        yield SlipRow(RowStyle.PAIR, words["gates.not_done"].format(lane=name), str(lane.not_done))
    if lane.unasked:
        yield SlipRow(RowStyle.PAIR, words["gates.unasked"].format(lane=name), str(lane.unasked))
        shown = lane.leftovers[:MOST_LEFTOVERS]
        said = ", ".join(times.time(one.at) for one in shown)
        more = lane.unasked - len(shown)
        yield SlipRow(RowStyle.NOTE, f"{said} {words['gates.more'].format(count=more)}" if more > 0 else said)


def _arithmetic(count: BoomCount, words: Mapping[str, str]) -> str:
    """What the rises are made of, and what is left of them."""
    parts = [f"{words[code]} {getattr(count, name)}" for code, name in _EXPLAINED if getattr(count, name)]
    left = count.leftover
    parts.append(f"{words['gates.leftover']} {left}" if left else words["gates.even"])
    return words["gates.between"].join(parts)


def _name(lot: Lot, lane_id: str) -> str:
    names = (lane.name for lane in lot.lanes if lane.lane_id == lane_id)
    return printable(next(names, lane_id))
