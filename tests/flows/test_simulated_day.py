"""A whole day on the simulated lot: drawn cars through the real cameras, reader, store and gates."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.demo.day import START, demo_lot, robot_for
from console.demo.judge import is_sound, summarise, truth_figures
from console.demo.record import write_record
from core.store.verify import verify_file
from devices.simulator.scenario import plan_day

DAY_SECONDS = 400


@pytest.mark.timeout(DAY_SECONDS + 120)
def test_a_day_with_every_kind_of_driver_ends_as_it_really_was(tmp_path: Path) -> None:
    scenario = plan_day(12, 11, START)
    with demo_lot(tmp_path / "data", scenario, pace=2.0) as demo:
        demo.console.start()
        robot = robot_for(demo)
        robot.start()
        assert robot.ended.wait(DAY_SECONDS), "the day did not end"
        robot.stop()
        truth = demo.conductor.truth()
        summary = summarise(demo.console.store, truth)
    figures = truth_figures(truth)
    assert is_sound(summary), summary.differences
    assert summary.differences == [] or all(one.explained_by for one in summary.differences)
    assert summary.entered == summary.left + summary.inside + summary.explained
    assert (summary.cash_minor, summary.receipts) == (figures["cash_minor"], figures["receipts"])
    assert min(figures["unpaid_stopped"], figures["overstayed"], figures["no_record"]) >= 1
    assert figures["refused_full"] >= 1
    assert summary.reads_correct >= 0.95 * summary.reads_total
    record = write_record(tmp_path, summary, truth, judged_counts=True)
    assert record.is_sound, record.text
    assert verify_file(tmp_path / record.document["database"]).is_sound
    assert len(list((tmp_path / "receipts").glob("*.pdf"))) == summary.receipts
