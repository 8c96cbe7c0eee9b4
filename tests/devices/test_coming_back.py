"""Signs, readers and supplies that are lost and found again and again: soon back, and nothing piles up."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.services.ports import DeviceStatus, Health, SignText
from devices.displays.http_sign import HttpSign
from devices.displays.live_sign import LiveSign, SignShape
from devices.displays.serial_display import SerialDisplay
from devices.power.nut import NutSupply
from devices.readers.serial_reader import SerialReader
from tests.devices.barriers.contract import eventually
from tests.far_sides.http_sign import FarHttpSign
from tests.far_sides.nut import NAME, NutServer
from tests.far_sides.serial_pair import SerialPair

CYCLES = 4
LONGEST_AWAY_S = 4.0
BACK_WITHIN_S = 5.0
MOST_GROWTH = 1.05
SHAPE = SignShape(encoding="ascii")


@dataclass(frozen=True, slots=True)
class Rig:
    """A device that runs; ``nudge`` has it do something, so that a loss is noticed."""

    status: Callable[[], DeviceStatus]
    lose: Callable[[], None]
    find: Callable[[], None]
    nudge: Callable[[], None] = lambda: None


def serial_sign(folder: Path) -> Iterator[Rig]:
    with SerialPair(folder) as line:
        sign = LiveSign("exit", SerialDisplay(line.near, 9600, SHAPE), SHAPE)
        sign.start()
        yield Rig(sign.status, line.tear, line.mend, lambda: sign.show(SignText((str(time.monotonic()),))))
        sign.stop()


def http_sign(_folder: Path) -> Iterator[Rig]:
    with FarHttpSign() as far:
        sign = LiveSign("exit", HttpSign(f"http://127.0.0.1:{far.port}/"), SHAPE)
        sign.start()
        yield Rig(sign.status, far.stop, far.start, lambda: sign.show(SignText((str(time.monotonic()),))))
        sign.stop()


def serial_reader(folder: Path) -> Iterator[Rig]:
    with SerialPair(folder) as line:
        reader = SerialReader(line.near)
        reader.start(lambda _code: None)
        yield Rig(reader.status, line.tear, line.mend)
        reader.stop()


def nut_supply(_folder: Path) -> Iterator[Rig]:
    with NutServer() as far:
        supply = NutSupply("127.0.0.1", far.port, name=NAME)
        supply.start(lambda _power: None)
        yield Rig(supply.status, far.stop, far.start)
        supply.stop()


@pytest.fixture(params=[serial_sign, http_sign, serial_reader, nut_supply])
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    yield from request.param(tmp_path)


def is_well(rig: Rig) -> bool:
    return rig.status().health in {Health.OK, Health.UNKNOWN}


def lose_and_find(rig: Rig, away_s: float = 0.0) -> float:
    """Lose it and give it back; the seconds until it was well again."""
    rig.lose()
    rig.nudge()
    assert eventually(lambda: rig.status().health is Health.FAILED)
    time.sleep(away_s)
    rig.find()
    found_s = time.monotonic()
    assert eventually(lambda: is_well(rig))
    return time.monotonic() - found_s


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def memory_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_after_a_long_loss_it_is_back_within_five_seconds(rig: Rig) -> None:
    assert eventually(lambda: is_well(rig))
    assert lose_and_find(rig, LONGEST_AWAY_S) < BACK_WITHIN_S


def test_lost_and_found_again_and_again_nothing_piles_up(rig: Rig) -> None:
    assert eventually(lambda: is_well(rig))
    lose_and_find(rig)
    files, threads, memory = open_files(), threading.active_count(), memory_bytes()
    for _ in range(CYCLES):
        lose_and_find(rig)
    assert open_files() <= files + 2
    assert threading.active_count() <= threads + 1
    assert memory_bytes() <= memory * MOST_GROWTH
