"""What nobody explained at the gates, with its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from core.domain.lots import Direction
from core.domain.shift_report import ShiftReport
from core.services.confirm_crossing import boom_up_unasked, unexplained
from core.store.queries.gate_leftovers import GateLeftover, leftovers_of
from core.store.tables import journal_personal
from tests.booth import Booth
from tests.core.services.cashiers import begin, close


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    yield made
    made.close()


def closed(booth: Booth) -> ShiftReport:
    """A shift in which a boom went up by itself, and a car went through another gate."""
    begin(booth, booth.ben)
    booth.store.write(
        lambda unit: boom_up_unasked(unit, lane_id="exit", direction=Direction.EXIT, photo="a" * 64)
    )
    booth.clock.pass_by(minutes=3)
    booth.store.write(lambda unit: unexplained(unit, lane_id="entry", direction=Direction.ENTRY, photo=""))
    shift = close(booth, booth.ben, 1000)
    assert shift.report is not None
    return ShiftReport.from_document(shift.report)


def look(booth: Booth, report: ShiftReport) -> list[GateLeftover]:
    return booth.store.read(lambda view: leftovers_of(view, report.gates))


def test_each_has_its_lane_its_time_and_its_still(booth: Booth) -> None:
    report = closed(booth)
    first, second = look(booth, report)
    assert (first.lane_id, first.kind, first.photo) == ("exit", "gate.up_unasked", "a" * 64)
    assert (second.lane_id, second.kind, second.photo) == ("entry", "lane.unexplained_crossing", "")
    assert first.at < second.at


def test_a_still_that_was_purged_is_gone_and_the_moment_stays(booth: Booth) -> None:
    report = closed(booth)
    booth.store.write(lambda unit: unit.connection.execute(delete(journal_personal)))  # type: ignore[attr-defined]
    assert [one.photo for one in look(booth, report)] == ["", ""]


def test_gates_that_were_well_leave_nothing(booth: Booth) -> None:
    begin(booth, booth.ben)
    shift = close(booth, booth.ben, 1000)
    assert shift.report is not None
    assert look(booth, ShiftReport.from_document(shift.report)) == []
