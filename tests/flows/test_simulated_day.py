"""A whole day on the simulated lot: drawn cars through real cameras, reader, store, gates, and the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from console.app import make_application
from console.demo.day import START
from console.demo.judge import is_sound, truth_figures
from console.demo.record import write_record
from console.demo.shown_day import photograph_day
from console.look import Options
from core.store.verify import verify_file
from devices.simulator.scenario import plan_day

DAY_SECONDS = 600


@pytest.mark.timeout(DAY_SECONDS)
def test_a_day_with_every_kind_of_driver_ends_as_it_really_was(tmp_path: Path) -> None:
    summary, truth = photograph_day(
        make_application(),
        tmp_path / "data",
        plan_day(12, 11, START),
        Options(),
        tmp_path / "screenshots",
        pace=2.0,
    )
    figures = truth_figures(truth)
    assert is_sound(summary), summary.differences
    assert summary.entered == summary.left + summary.inside + summary.explained
    assert (summary.cash_minor, summary.receipts) == (figures["cash_minor"], figures["receipts"])
    assert min(summary.cash_minor, summary.card_minor, summary.platform_minor) > 0
    assert (summary.z_number, summary.z_difference_minor) == (1, 0)
    assert min(figures["unpaid_stopped"], figures["overstayed"], figures["no_record"]) >= 1
    assert figures["refused_full"] >= 1
    assert summary.reads_correct >= 0.95 * summary.reads_total
    record = write_record(tmp_path, summary, truth, judged_counts=True)
    assert record.is_sound, record.text
    assert verify_file(tmp_path / record.document["database"]).is_sound
    assert len(list((tmp_path / "receipts").glob("*.pdf"))) == summary.receipts
    for name in ("desk-found", "desk-car-in-hand", "desk-cash", "inside", "shift", "payments"):
        for theme in ("light", "dark"):
            picture = QImage(str(tmp_path / "screenshots" / f"{name}-{theme}.png"))
            assert (picture.width(), picture.height()) == (1440, 900), name
