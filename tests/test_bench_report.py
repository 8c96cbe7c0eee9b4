"""The report of the benches; what they measure is not asserted here."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.figures import percentile, spread
from tests.bench.report import Row, missed, table, write_results

FAST = Row("search_p95", 5.0, "ms p95", "rapidfuzz alone", 2.0, "at most 20 ms", True)
SLOW = Row("gui_stall_p99", 70.0, "ms p99", "a bare window", 1.0, "at most 50 ms", False)
PLAIN = Row("receipt_pdf", 12.0, "ms", "nothing", 0.0)


def test_the_results_hold_exactly_the_agreed_keys(tmp_path: Path) -> None:
    write_results(tmp_path / "new" / "results.json", [FAST, PLAIN])
    first, second = json.loads((tmp_path / "new" / "results.json").read_text())
    assert first == {
        "name": "search_p95",
        "value": 5.0,
        "unit": "ms p95",
        "baseline": "rapidfuzz alone",
        "baseline_value": 2.0,
        "ratio": 2.5,
        "goal": "at most 20 ms",
        "met": True,
    }
    assert (second["ratio"], second["goal"], second["met"]) == (None, "", None)


def test_the_table_shows_every_figure_beside_its_baseline() -> None:
    lines = table([FAST, SLOW, PLAIN]).splitlines()
    assert len(lines) == 2 + 3
    assert "rapidfuzz alone" in lines[2]
    assert lines[2].endswith("yes")
    assert lines[3].endswith("NO")


def test_only_goals_that_were_set_can_be_missed() -> None:
    assert missed([FAST, SLOW, PLAIN]) == ["gui_stall_p99"]


def test_a_percentile_is_a_value_that_was_measured() -> None:
    series = [float(value) for value in range(1, 101)]
    assert [percentile(series, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50, 95, 99, 100]
    assert percentile([3.0], 0.01) == 3.0
    assert spread("a", [1.0, 2.0]) == "a: n 2, median 1.00, p95 2.00, p99 2.00, worst 2.00 ms"
