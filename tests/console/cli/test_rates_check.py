"""``lotkeeper rates check PLAN``: what may be wrong with a plan, each with its place and an example."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.cli import main
from tests.console.cli.rate_plans import SAMPLES, plan_file

Captured = pytest.CaptureFixture[str]
WITH_GAP = """
format = "rate-plan/1"
name = "Daytime only"
currency = "EUR"
timezone = "Europe/Berlin"

[[rates]]
name = "Lost ticket"
applies = { lost_ticket = true }
[[rates.charges]]
name = "Lost ticket"
steps = [{ price = 20 }]

[[rates]]
name = "Standard"
[[rates.charges]]
name = "Day"
from = "08:00"
to = "20:00"
steps = [{ each = "1 h", price = 2.50 }]
"""
NEVER_REACHED = """
[[rates.charges]]
name = "Night"
from = "20:00"
to = "08:00"
steps = [{ price = 5 }]
"""


def check(plan: Path, *words: str) -> int:
    return main(["rates", "check", str(plan), *words])


def test_a_remark_says_its_place_and_an_example(tmp_path: Path, capsys: Captured) -> None:
    assert check(plan_file(tmp_path, WITH_GAP), "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    gaps = [one for one in answer["remarks"] if one["code"].startswith("rates.check.gap")]
    assert answer["may_go_live"]
    assert gaps[0]["place"].startswith("rates[1]")
    assert "20:00" in gaps[0]["message"]
    assert check(plan_file(tmp_path, WITH_GAP)) == 0
    told = capsys.readouterr().out
    assert gaps[0]["message"] in told
    assert told.splitlines()[-1].endswith(("remark", "remarks"))


def test_a_plan_that_must_not_go_live_ends_with_1(tmp_path: Path, capsys: Captured) -> None:
    broken = WITH_GAP.replace('from = "08:00"\nto = "20:00"\n', "") + NEVER_REACHED
    assert check(plan_file(tmp_path, broken), "--json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert not answer["may_go_live"]
    (remark,) = [one for one in answer["remarks"] if one["severity"] == "stops"]
    assert (remark["code"], remark["place"]) == ("rates.check.unreachable_charge", "rates[1].charges[1]")
    assert remark["examples"][0]["total_minor"] is not None
    assert check(plan_file(tmp_path, broken)) == 1
    assert "must be mended: rates[1].charges[1]: " in capsys.readouterr().out


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_sample_may_go_live(path: Path, capsys: Captured) -> None:
    assert check(path, "--json") == 0
    assert json.loads(capsys.readouterr().out)["may_go_live"]
