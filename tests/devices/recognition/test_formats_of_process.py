"""A site's formats file that cannot be used is told, and taken up by itself when it is mended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from core.services.ports import Health
from devices.cameras.ring import FrameRing
from devices.recognition.process import RecogniserProcess

GENEROUS_S = 60.0
GOOD = '[[series]]\nweight = 1.0\npatterns = ["AAA-9999"]\n'
BROKEN = '[[series]]\nweight = 1.0\npatterns = ["AAA-9999", "B7"]\n'


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Path]:
    made = FrameRing.create(tmp_path / "entry.ring", max_width=64, max_height=64)
    made.write(
        np.zeros((64, 64, 3), dtype=np.uint8),
        captured_ns=time.monotonic_ns(),
        preview=np.zeros((8, 8, 4), dtype=np.uint8),
    )
    yield tmp_path / "entry.ring"
    made.close()


@pytest.fixture
def start(ring: Path, tmp_path: Path) -> Iterator[Callable[[str], RecogniserProcess]]:
    begun: list[RecogniserProcess] = []

    def begin(formats: str) -> RecogniserProcess:
        process = RecogniserProcess(
            {"entry": ring}, formats=(formats,), formats_named_in=tmp_path / "lotkeeper.toml"
        )
        begun.append(process)
        process.start(lambda _answer: None)
        return process

    yield begin
    for process in begun:
        process.stop()


def wait_for(process: RecogniserProcess, health: Health) -> None:
    ends_at = time.monotonic() + GENEROUS_S
    while process.status().health is not health:
        assert time.monotonic() < ends_at, process.status()
        time.sleep(0.05)


def test_a_broken_formats_file_is_told_with_its_line_and_taken_when_it_is_mended(
    start: Callable[[str], RecogniserProcess], tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(BROKEN)
    process = start("./own.toml")

    wait_for(process, Health.FAILED)
    assert process.status().cause == "recogniser.formats"
    assert "own.toml:3" in process.status().detail

    own.write_text(GOOD)
    wait_for(process, Health.OK)


def test_other_formats_are_taken_by_a_process_that_starts_anew(
    start: Callable[[str], RecogniserProcess],
) -> None:
    process = start("twn")
    wait_for(process, Health.FAILED)

    process.set_formats(("tw",))
    wait_for(process, Health.OK)
    first = process.process_id

    process.set_formats(("tw", "cn:0.1"))
    ends_at = time.monotonic() + GENEROUS_S
    while process.process_id in (first, None) or process.status().health is not Health.OK:
        assert time.monotonic() < ends_at, process.status()
        time.sleep(0.05)


def test_formats_that_are_none_leave_the_lane_without_a_reader_and_say_which_are_near(
    start: Callable[[str], RecogniserProcess],
) -> None:
    process = start("twn")

    wait_for(process, Health.FAILED)
    assert process.status().cause == "recogniser.formats"
    assert '"tw"' in process.status().detail
