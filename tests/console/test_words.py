import ast
from pathlib import Path

import pytest

from console.words import codes, is_known, say
from core.services import override_gate, resolve_stay

ROOT = Path(__file__).parents[2]
RAISED = {"OperatorError", "NotAllowed", "Refused", "BadInput", "DeviceError", "StoreError", "LinkError"}


def _codes_raised(path: Path) -> set[str]:
    """First arguments of the errors a module raises, and values given to ``cause=`` and ``reason=``."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in RAISED | {"Admission", "Departure", "TaskOutcome", "DeviceStatus", "_lost", "trouble"}:
            found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
        found |= {
            keyword.value.value
            for keyword in node.keywords
            if keyword.arg in {"cause", "reason"} and isinstance(keyword.value, ast.Constant)
        }
    return {code for code in found if isinstance(code, str) and "." in code}


def test_every_code_that_can_be_raised_has_words():
    raised = set()
    for package in ("core", "devices", "console", "migrations"):
        for path in (ROOT / package).rglob("*.py"):
            if path.parent.name != "cli":  # says its own at a shell
                raised |= _codes_raised(path)
    assert len(raised) > 80
    assert sorted(raised - codes()) == []


@pytest.mark.parametrize("reason", override_gate.REASONS)
def test_every_reason_to_open_by_hand_has_words(reason):
    assert is_known(f"override.{reason}")


@pytest.mark.parametrize("reason", resolve_stay.REASONS)
def test_every_reason_to_write_off_has_words(reason):
    assert is_known(f"write_off.{reason}")


def test_a_code_without_words_is_shown_as_it_is(qapp):
    assert "no.such_code" in say("no.such_code").text


def test_a_figure_that_nobody_gave_leaves_a_gap(qapp):
    assert "…" in say("person.name_taken").text
