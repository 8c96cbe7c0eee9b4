"""The reader that a site named, looked at without a car."""

from __future__ import annotations

import sys

import pytest

from console.cli.checkup import reader as module
from console.cli.checkup.finding import State
from console.cli.checkup.reader import check_reader


def test_a_sites_model_is_opened_and_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    class Opened:
        def close(self) -> None:
            done.append("closed")

    def open_reader(text: str, **_more: object) -> Opened:
        done.append(text)
        return Opened()

    monkeypatch.setattr(module, "open_reader", open_reader)
    assert check_reader("onnx:/models/site.onnx").state is State.OK
    assert done == ["onnx:/models/site.onnx", "closed"]


def test_another_program_is_looked_for_and_not_started() -> None:
    assert check_reader(f"process:{sys.executable} -c 'raise SystemExit(3)'").state is State.OK
    assert check_reader("process:/nowhere/engine").state is State.TROUBLE


def test_a_model_that_is_none_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("models") / "site.onnx"
    path.write_bytes(b"no model")
    finding = check_reader(f"onnx:{path}")
    assert finding.state is State.TROUBLE
    assert finding.next_step
