"""What docs/plug-in-readers.md shows is taken as it stands there."""

from __future__ import annotations

import json
import re
import shlex
import sys
from pathlib import Path

import numpy as np
import pytest

from devices.recognition.pushed.forms import read_push
from devices.recognition.readers.model_description import load_description
from devices.recognition.readers.program_reader import ProgramReader

PAGE = (Path(__file__).parents[4] / "docs" / "plug-in-readers.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("number", "kind", "classes"), [(1, "ctc", 38), (2, "slots", 37)])
def test_the_descriptions_of_models_are_read(tmp_path: Path, number: int, kind: str, classes: int) -> None:
    path = tmp_path / "model.onnx.toml"
    path.write_text(blocks("toml")[number])

    description = load_description(path)

    assert (description.kind, description.class_count) == (kind, classes)


def test_the_whole_reader_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "engine.py").write_text(
        "from types import SimpleNamespace\n"
        "def read(jpeg):\n    assert jpeg[:2] == bytes([255, 216])\n"
        "    return [SimpleNamespace(plate='ABC-1234', score=0.97)]\n"
    )
    (tmp_path / "reader.py").write_text(blocks("python")[0])
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    reader = ProgramReader(shlex.join([sys.executable, str(tmp_path / "reader.py")]))

    try:
        reads = reader.read(np.zeros((90, 160, 3), dtype=np.uint8))
    finally:
        reader.close()

    assert [(read.text, read.confidence) for read in reads] == [("ABC-1234", 0.97)]


def test_the_cameras_message_is_taken() -> None:
    said = re.search(r"-d '(\{.*?\})'", blocks("sh")[0])
    assert said is not None

    pushed = read_push(said[1].encode(), "application/json")

    assert pushed is not None
    assert (pushed.text, pushed.confidence) == (json.loads(said[1])["plate"], 0.93)
