"""What becomes of the reading process where its files, its reader or its memory are not as they should be."""

from __future__ import annotations

import os
import queue
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from core.domain.reads import Box, Read
from core.services.ports import Health, ReadAnswer
from devices.cameras.ring import FrameRing
from devices.recognition.memory import resident_bytes
from devices.recognition.process import RecogniserProcess
from devices.recognition.worker import NICENESS
from tests.devices.recognition.pictures import car
from tests.devices.recognition.readers.onnx_file import band_reader

GENEROUS_S = 40.0
SEEN = Read("ABC1234", 0.9, Box(1, 2, 3, 4))
ANSWERS = """
import json, pathlib, sys, time
mood = pathlib.Path(sys.argv[1])
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    number = json.loads(line)["id"]
    if mood.read_text() == "hang":
        time.sleep(600)
    answer = {"plates": [{"text": "ABC1234", "confidence": 0.9}]}
    if mood.read_text() == "refuse" and number > 1:
        answer = {"error": "licence expired"}
    print(json.dumps({"id": number, **answer}), flush=True)
"""

Start = Callable[..., RecogniserProcess]


@pytest.fixture
def rings(tmp_path: Path) -> Iterator[dict[str, Path]]:
    paths = {camera: tmp_path / f"{camera}.ring" for camera in ("entry", "exit")}
    made = [FrameRing.create(path, max_width=960, max_height=540) for path in paths.values()]
    for ring in made:
        ring.write(
            car("ABC1234"), captured_ns=time.monotonic_ns(), preview=np.zeros((8, 8, 4), dtype=np.uint8)
        )
    yield paths
    for ring in made:
        ring.close()


@pytest.fixture
def answers() -> queue.Queue[ReadAnswer]:
    return queue.Queue()


@pytest.fixture
def start(rings: dict[str, Path], answers: queue.Queue[ReadAnswer]) -> Iterator[Start]:
    begun: list[RecogniserProcess] = []

    def begin(reader: str, **more: object) -> RecogniserProcess:
        process = RecogniserProcess(rings, reader=reader, stub_reads=(SEEN,), **more)  # type: ignore[arg-type]
        begun.append(process)
        process.start(answers.put)
        return process

    yield begin
    for process in begun:
        process.stop()


def wait_until(condition: Callable[[], bool], what: str) -> None:
    ends_at = time.monotonic() + GENEROUS_S
    while not condition():
        assert time.monotonic() < ends_at, what
        time.sleep(0.02)


def is_well(process: RecogniserProcess) -> Callable[[], bool]:
    return lambda: process.status().health is Health.OK


def is_failing(process: RecogniserProcess, cause: str) -> Callable[[], bool]:
    return lambda: process.status().health is Health.FAILED and process.status().cause == cause


def put_model(folder: Path) -> Path:
    path = folder / "site.onnx"
    levels = [index / 34 for index in range(35)]
    path.write_bytes(band_reader(levels, height=32, width=128, steps=16))
    path.with_name("site.onnx.toml").write_text(
        'alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"\nheight = 32\nwidth = 128\n'
    )
    return path


def test_a_missing_model_is_told_at_once_and_not_tried_in_a_tight_loop(
    start: Start, answers: queue.Queue[ReadAnswer], tmp_path: Path
) -> None:
    process = start(f"onnx:{tmp_path / 'site.onnx'}")
    wait_until(is_failing(process, "reader.model_missing"), "the missing model is told")

    seen = set()
    for token in range(20):
        process.request("entry", token)
        assert answers.get(timeout=GENEROUS_S).cause == "reader.model_missing"
        seen.add(process.process_id)
        time.sleep(0.1)

    assert len(seen - {None}) <= 3


def test_once_the_model_is_there_plates_are_read_without_anybody_restarting(
    start: Start, answers: queue.Queue[ReadAnswer], tmp_path: Path
) -> None:
    process = start(f"onnx:{tmp_path / 'site.onnx'}")
    wait_until(is_failing(process, "reader.model_missing"), "the missing model is told")

    put_model(tmp_path)

    wait_until(is_well(process), "the reader came back")
    process.request("entry", 1)
    assert answers.get(timeout=GENEROUS_S).cause == ""


def test_a_truncated_model_is_told_and_mended_by_itself(start: Start, tmp_path: Path) -> None:
    path = put_model(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    process = start(f"onnx:{path}")
    wait_until(is_failing(process, "reader.model_damaged"), "the damage is told")
    assert "site.onnx" in process.status().detail

    path.write_bytes(whole)

    wait_until(is_well(process), "the reader came back")


def test_where_the_reader_fails_the_lane_still_gets_its_picture_and_the_reason(
    start: Start, answers: queue.Queue[ReadAnswer], tmp_path: Path
) -> None:
    script, mood = tmp_path / "engine.py", tmp_path / "mood"
    script.write_text(ANSWERS)
    mood.write_text("refuse")
    process = start(f"process:{shlex.join([sys.executable, str(script), str(mood)])}")
    wait_until(is_well(process), "the program is ready")

    process.request("entry", 1)

    answer = answers.get(timeout=GENEROUS_S)
    assert (answer.cause, answer.reads) == ("reader.refused", ())
    assert answer.still is not None
    wait_until(is_failing(process, "reader.refused"), "the refusal is told")
    assert "licence expired" in process.status().detail

    mood.write_text("well")
    wait_until(is_well(process), "it is tried again")
    process.request("entry", 2)
    while (answer := answers.get(timeout=GENEROUS_S)).token != 2:
        continue
    assert answer.reads[0].text == "ABC1234"


def test_a_program_that_hangs_is_replaced_with_its_process(
    start: Start, answers: queue.Queue[ReadAnswer], tmp_path: Path
) -> None:
    script, mood = tmp_path / "engine.py", tmp_path / "mood"
    script.write_text(ANSWERS)
    mood.write_text("well")
    process = start(f"process:{shlex.join([sys.executable, str(script), str(mood)])}")
    wait_until(is_well(process), "the program is ready")
    first = process.process_id

    mood.write_text("hang")
    process.request("exit", 1)

    assert answers.get(timeout=GENEROUS_S).cause == "reader.no_answer"
    mood.write_text("well")
    wait_until(lambda: is_well(process)() and process.process_id != first, "another process reads")
    process.request("exit", 2)
    assert answers.get(timeout=GENEROUS_S).reads[0].text == "ABC1234"


def test_the_memory_of_the_process_is_told(start: Start) -> None:
    process = start("stub")
    wait_until(is_well(process), "the stub is ready")

    wait_until(lambda: process.status().detail.endswith(" MB"), "the memory is measured")

    child = process.process_id
    assert child is not None
    held = resident_bytes(child)
    assert held is not None
    assert abs(int(process.status().detail.split()[0]) * 1_000_000 - held) < 60_000_000


def test_a_process_that_grew_too_large_is_replaced_between_two_requests(
    start: Start, answers: queue.Queue[ReadAnswer], caplog: pytest.LogCaptureFixture
) -> None:
    process = start("stub:50", memory_limit_bytes=1_000_000)
    wait_until(is_well(process), "the stub is ready")

    asked = 0
    # It may have been replaced before the first request already: the log tells, not the process' number.
    while "is replaced" not in caplog.text or not is_well(process)():
        for camera in ("entry", "exit"):
            process.request(camera, asked)
        assert [answers.get(timeout=GENEROUS_S).cause for _ in range(2)] == ["", ""]
        asked += 1
        assert asked < 2_000
    # It is told first and ended between two requests.
    time.sleep(1.0)
    wait_until(is_well(process), "the next stub is ready")
    second = process.process_id
    # Where every process is too large, replacing it again and again would help nobody.
    time.sleep(2.5)

    assert process.process_id == second
    assert is_well(process)()


def test_a_process_that_is_gone_has_no_memory() -> None:
    assert resident_bytes(2**22 + 1) is None


def test_two_lanes_that_ask_at_once_take_turns_and_are_all_answered(
    start: Start, answers: queue.Queue[ReadAnswer]
) -> None:
    process = start("stub:100")
    wait_until(is_well(process), "the stub is ready")

    for token in range(8):
        process.request("entry", token)
    for token in range(8):
        process.request("exit", token)
    got = [answers.get(timeout=GENEROUS_S) for _ in range(16)]

    assert {answer.cause for answer in got} == {""}
    assert all(answer.elapsed_ms >= 100 for answer in got)
    # Whoever asked first may have been served while it was alone; from then on nobody is served twice
    # while the other one waits.
    firsts = [answer.camera_id for answer in got[2:14]]
    assert all(one != other for one, other in pairwise(firsts)), firsts


def test_the_reading_process_stands_behind_the_screen_for_the_processor(start: Start) -> None:
    process = start("stub")
    wait_until(is_well(process), "the stub is ready")
    child = process.process_id
    assert child is not None

    assert os.getpriority(os.PRIO_PROCESS, child) == min(19, os.getpriority(os.PRIO_PROCESS, 0) + NICENESS)
