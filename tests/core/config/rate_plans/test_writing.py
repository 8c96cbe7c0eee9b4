from __future__ import annotations

import pytest
from hypothesis import given, settings

from core.config.rate_plans import plan_text, read_plan
from core.domain.rates.plan import Plan
from tests.core.domain.rates.plan_files import SAMPLES
from tests.core.domain.rates.plans import plans


@settings(max_examples=60, deadline=None)
@given(plans())
def test_a_plan_comes_back_from_its_file_as_it_was(plan: Plan) -> None:
    assert read_plan(plan_text(plan)) == plan


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_sample_plan_comes_back_as_it_was(sample: object) -> None:
    plan = read_plan(sample)  # type: ignore[arg-type]
    assert read_plan(plan_text(plan)) == plan


def test_a_landlord_reads_short_lines_with_a_word_on_what_they_mean() -> None:
    text = plan_text(read_plan(SAMPLES / "half-hours-night-maximum-24-hour-maximum.toml"))
    assert max(len(line) for line in text.splitlines()) <= 120
    assert "[[rates.charges]]\n" in text
    assert "# counted from the entry" in text
    assert text.startswith("# Half")


def test_a_long_condition_stands_in_a_table_of_its_own() -> None:
    plan = read_plan(SAMPLES / "early-bird-weekend-cheapest-of-all.toml")
    assert '\n[rates.applies]\nentry = { from = "06:00", through = "09:00" }\n' in plan_text(plan)
    assert '\napplies = { up_to = "3 h" }\n' in plan_text(plan)
