from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.readers.serial_reader import SerialReader
from devices.simulator.reader import SimulatedReader
from tests.devices.readers.contract import PROMISES, ReaderRig
from tests.far_sides.serial_pair import SerialPair


def over_simulator(_folder: Path) -> Iterator[ReaderRig]:
    reader = SimulatedReader()
    yield ReaderRig(reader, reader.send, reader.lose, reader.find)
    reader.stop()


def over_serial(folder: Path) -> Iterator[ReaderRig]:
    with SerialPair(folder) as line:
        reader = SerialReader(line.near)
        yield ReaderRig(reader, line.send, line.tear, line.mend)
        reader.stop()


@pytest.fixture(params=[over_simulator, over_serial])
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ReaderRig]:
    yield from request.param(tmp_path)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_a_reader_keeps_that(promise: Callable[[ReaderRig], None], rig: ReaderRig) -> None:
    promise(rig)
