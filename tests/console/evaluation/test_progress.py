"""How far a long reading is."""

from __future__ import annotations

import io

import pytest

from console.evaluation import progress
from console.evaluation.progress import ProgressLine


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY_SECONDS", 0.0)


def test_a_person_sees_one_line_that_changes() -> None:
    terminal = Terminal()
    line = ProgressLine("own", terminal)
    for done in (1, 2, 3):
        line(done, 3)
    line.end()
    shown = terminal.getvalue()
    assert shown.count("\n") == 1
    assert "\rown: 2 of 3" in shown
    assert " left" in shown.split("\r")[1]
    assert " left" not in shown.split("\r")[-1]


def test_a_file_gets_no_control_characters_and_the_end_in_any_case() -> None:
    file = io.StringIO()
    line = ProgressLine("own", file)
    for done in (1, 2, 3):
        line(done, 3)
    line.end()
    assert file.getvalue().splitlines() == [file.getvalue().strip()]
    assert file.getvalue().startswith("own: 3 of 3, ")
