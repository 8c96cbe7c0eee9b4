"""What checks, worked examples and the exchange with APDS say has words, and no word is left over."""

import ast
import re
from pathlib import Path

import pytest

from console.words import say
from console.words.rates_apds import RATES_APDS
from console.words.rates_checks import RATES_CHECKS
from core.config.rate_plans.apds_export import to_apds
from core.domain.rates.checking import check
from tests.core.domain.rates.checks.checked import NOW
from tests.core.domain.rates.plan_files import SAMPLES, sample

ROOT = Path(__file__).parents[3]
RATES = ROOT / "core" / "domain" / "rates"


def _codes(pattern: str, *paths: Path) -> set[str]:
    found = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch(pattern, node.value)
            ):
                found.add(node.value)
    return found


def test_each_remark_and_example_has_words_and_no_words_are_left_over():
    codes = _codes(r"rates\.(check|example)\.\w+", *(RATES / "checks").glob("*.py"), RATES / "examples.py")
    assert codes == set(RATES_CHECKS)


def test_each_loss_to_apds_has_words_and_no_words_are_left_over():
    codes = _codes(r"apds\.\w+", *(ROOT / "core" / "config" / "rate_plans").glob("apds_*.py"))
    assert codes == set(RATES_APDS)


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.toml")))
def test_no_figure_of_a_remark_or_a_loss_is_missing_in_its_sentence(qapp, name):
    plan = sample(name)
    said = [say(remark.code, remark.facts) for remark in check(plan, now=NOW)]
    said += [say(loss.code, loss.facts) for loss in to_apds(plan)[1]]
    assert said
    for words in said:
        assert "…" not in words.text + words.step
        assert "{" not in words.text + words.step


def test_days_are_said_as_people_write_them(qapp):
    text = say(
        "rates.check.gap", {"rate": "Standard", "days": "mon-fri", "start": "20:00", "end": "08:00"}
    ).text
    assert "Mon–Fri 20:00–08:00" in text
    text = say(
        "rates.check.gap", {"rate": "Standard", "days": "sat", "start": "20:00", "end": "mon 08:00"}
    ).text
    assert "Sat 20:00–Mon 08:00" in text
