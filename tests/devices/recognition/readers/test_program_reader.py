from __future__ import annotations

import shlex
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from core.domain.errors import DeviceError
from core.domain.reads import Box
from devices.recognition.readers import program
from devices.recognition.readers.program_reader import ProgramReader
from devices.recognition.readers.registry import open_reader
from tests.devices.recognition.any_plates import ANY_PLATES

PICTURE = np.full((270, 480, 3), 120, dtype=np.uint8)

READS = """
import base64, json, sys
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    size = len(base64.b64decode(asked["jpeg"]))
    plates = [
        {"text": "UNSURE1", "confidence": 0.2},
        {"text": "ABC1234", "confidence": 0.9, "box": [10, 20, 9000, 30], "alternatives": [["A8C1234", 0.1]]},
    ]
    if size < 100: plates = []
    print(json.dumps({"id": asked["id"], "plates": plates}), flush=True)
"""
READY = "import json, sys, time\nprint('{\"ready\": true}', flush=True)\n"


@pytest.fixture
def speak(tmp_path: Path) -> Iterator[Callable[[str], ProgramReader]]:
    """A reader behind a real program with this code."""
    begun: list[ProgramReader] = []

    def begin(code: str) -> ProgramReader:
        path = tmp_path / "a reader.py"
        path.write_text(code)
        reader = ProgramReader(shlex.join([sys.executable, str(path)]))
        begun.append(reader)
        return reader

    yield begin
    for reader in begun:
        reader.close()


def cause_of(ask: Callable[[], object]) -> str:
    with pytest.raises(DeviceError) as caught:
        ask()
    return caught.value.cause


def test_another_programs_plates_come_with_the_surest_first(speak: Callable[[str], ProgramReader]) -> None:
    reads = speak(READS).read(PICTURE)

    assert [read.text for read in reads] == ["ABC1234", "UNSURE1"]
    assert reads[0].confidence == 0.9
    assert reads[0].alternatives == (("A8C1234", 0.1),)
    assert reads[0].box == Box(10, 20, 470, 30)
    assert reads[1].box == Box(0, 0, 0, 0)


def test_the_registry_starts_a_program(tmp_path: Path) -> None:
    path = tmp_path / "reader.py"
    path.write_text(READS)

    reader = open_reader(f"process:{shlex.join([sys.executable, str(path)])}", shapes=ANY_PLATES)

    try:
        assert reader.read(PICTURE)[0].text == "ABC1234"
    finally:
        reader.close()
        reader.close()


@pytest.mark.parametrize("command", ["", "/no/such/program --fast", "'never closed"])
def test_a_program_that_cannot_be_started_is_named(command: str) -> None:
    assert cause_of(lambda: open_reader(f"process:{command}", shapes=ANY_PLATES)) == "reader.program_missing"


def test_a_program_that_hangs_is_killed_and_started_again(
    speak: Callable[[str], ProgramReader], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program.ReadingProgram.ask, "__kwdefaults__", {"limit_s": 0.5})
    marker = tmp_path / "hung once"
    reader = speak(
        f"import pathlib, time\nmarker = pathlib.Path({str(marker)!r})\n"
        + READS.replace(
            "    asked =", "    if not marker.exists():\n        marker.touch(); time.sleep(600)\n    asked ="
        )
    )

    assert cause_of(lambda: reader.read(PICTURE)) == "reader.no_answer"
    monkeypatch.undo()

    assert reader.read(PICTURE)[0].text == "ABC1234"


def test_a_program_that_takes_no_requests_holds_nobody_up(
    speak: Callable[[str], ProgramReader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program.ReadingProgram.ask, "__kwdefaults__", {"limit_s": 0.5})
    reader = speak(READY + "time.sleep(600)\n")
    noise = np.random.default_rng(3).integers(0, 255, (1080, 1920, 3), dtype=np.uint8)

    assert cause_of(lambda: reader.read(noise)) == "reader.no_answer"


def test_a_program_that_ends_is_named_and_started_again(speak: Callable[[str], ProgramReader]) -> None:
    reader = speak(READY + "sys.stdin.readline()\n")

    assert [cause_of(lambda: reader.read(PICTURE)) for _ in range(2)] == ["reader.program_ended"] * 2


@pytest.mark.parametrize(
    "answer",
    [
        '"not an answer"',
        "'{{{'",
        "'[1, 2]'",
        "'9' * 1_000_000",
        "'[' * 200_000",
        "'{\"id\": 1}'",
        '\'{"id": 1, "plates": 7}\'',
        '\'{"id": 1, "plates": [7]}\'',
        '\'{"id": 1, "plates": [{"text": "ABC", "confidence": 2}]}\'',
        '\'{"id": 1, "plates": [{"text": "ABC", "confidence": NaN}]}\'',
        '\'{"id": 1, "plates": [{"text": "ABC", "confidence": "high"}]}\'',
        '\'{"id": 1, "plates": [{"text": 5, "confidence": 0.5}]}\'',
        '\'{"id": 1, "plates": [{"text": "A\\\\nB", "confidence": 0.5}]}\'',
        '\'{"id": 1, "plates": [{"text": "ABC", "confidence": 0.5, "box": [1, 2]}]}\'',
        '\'{"id": 1, "plates": [{"text": "ABC", "confidence": 0.5, "box": [1e999, 2, 3, 4]}]}\'',
        '\'{"id": 1, "plates": [{"text": "ABC", "confidence": 0.5, "alternatives": [1]}]}\'',
    ],
)
def test_garbage_is_called_garbage(speak: Callable[[str], ProgramReader], answer: str) -> None:
    reader = speak(READY + f"sys.stdin.readline()\nprint({answer}, flush=True)\nsys.stdin.read()\n")

    assert cause_of(lambda: reader.read(PICTURE)) == "reader.garbage"


def test_a_program_that_talks_for_ever_is_stopped(
    speak: Callable[[str], ProgramReader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program.ReadingProgram.ask, "__kwdefaults__", {"limit_s": 0.5})
    reader = speak(READY + "while True: print('{\"id\": 0}')\n")

    assert cause_of(lambda: reader.read(PICTURE)) == "reader.no_answer"


def test_an_answer_to_an_earlier_picture_is_not_taken_for_this_one(
    speak: Callable[[str], ProgramReader],
) -> None:
    late = 'print(json.dumps({"id": 0, "plates": [{"text": "LATE111", "confidence": 1}]}), flush=True)\n'

    reads = speak(READS.replace("for line", f"{late}for line")).read(PICTURE)

    assert "LATE111" not in {read.text for read in reads}


def test_what_a_program_says_against_itself_is_told(speak: Callable[[str], ProgramReader]) -> None:
    reader = speak(
        READY + "for line in sys.stdin:\n"
        "    number = json.loads(line)['id']\n"
        "    print(json.dumps({'id': number, 'error': 'licence expired'}), flush=True)\n"
    )

    with pytest.raises(DeviceError) as caught:
        reader.read(PICTURE)

    assert caught.value.cause == "reader.refused"
    assert "licence expired" in caught.value.detail


def test_a_program_that_greets_wrongly_or_never_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program.ReadingProgram.__init__, "__kwdefaults__", {"start_limit_s": 1.0})
    rude, mute = tmp_path / "rude.py", tmp_path / "mute.py"
    rude.write_text("print('{}', flush=True)\nimport time; time.sleep(600)\n")
    mute.write_text("import time; time.sleep(600)\n")
    started = time.monotonic()

    assert cause_of(lambda: ProgramReader(f"{sys.executable} {rude}")) == "reader.garbage"
    assert cause_of(lambda: ProgramReader(f"{sys.executable} {mute}")) == "reader.no_answer"
    assert time.monotonic() - started < 30
