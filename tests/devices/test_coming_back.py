"""Signs, readers and supplies that are lost and found again and again: soon back, and nothing piles up."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.services.ports import DeviceStatus, Health, SignText
from devices.displays import live_sign
from devices.displays.http_sign import HttpSign
from devices.displays.live_sign import LiveSign, SignShape
from devices.displays.serial_display import SerialDisplay
from devices.power import nut
from devices.power.nut import NutSupply
from devices.readers import serial_reader as reading
from devices.readers.serial_reader import SerialReader
from devices.transports import backoff
from tests.devices.barriers.contract import eventually
from tests.far_sides.http_sign import FarHttpSign
from tests.far_sides.nut import NAME, NutServer
from tests.far_sides.serial_pair import SerialPair

CYCLES = 8
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


KINDS = (serial_sign, http_sign, serial_reader, nut_supply)


@pytest.fixture(params=KINDS)
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    yield from request.param(tmp_path)


def is_well(rig: Rig) -> bool:
    return rig.status().health in {Health.OK, Health.UNKNOWN}


def lose_and_find(rig: Rig) -> None:
    """Lose it, give it back, and wait until it is well again."""
    rig.lose()
    rig.nudge()
    assert eventually(lambda: rig.status().health is Health.FAILED)
    rig.find()
    assert eventually(lambda: is_well(rig))


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def memory_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_after_a_long_loss_each_is_back_within_five_seconds(tmp_path: Path) -> None:
    with ExitStack() as stack:
        rigs = {}
        for kind in KINDS:
            folder = tmp_path / kind.__name__
            folder.mkdir()
            rigs[kind.__name__] = stack.enter_context(contextmanager(kind)(folder))
        assert eventually(lambda: all(is_well(rig) for rig in rigs.values()))
        for rig in rigs.values():
            rig.lose()
            rig.nudge()
        assert eventually(lambda: all(rig.status().health is Health.FAILED for rig in rigs.values()))
        time.sleep(LONGEST_AWAY_S)
        for name, rig in rigs.items():
            rig.find()
            found_s = time.monotonic()
            assert eventually(lambda rig=rig: is_well(rig)), name
            assert time.monotonic() - found_s < BACK_WITHIN_S, name


@pytest.fixture
def tried_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Attempts follow each other as fast as may be, so that what piles up does so soon."""
    monkeypatch.setattr(nut, "POLL_S", 0.2)
    monkeypatch.setattr(backoff, "FIRST_WAIT_S", 0.05)
    for module in (live_sign, nut, reading):
        monkeypatch.setattr(module, "LONGEST_WAIT_S", 0.4)


@pytest.mark.usefixtures("tried_often")
def test_lost_and_found_again_and_again_nothing_piles_up(rig: Rig) -> None:
    assert eventually(lambda: is_well(rig))
    lose_and_find(rig)
    files, threads, memory = open_files(), threading.active_count(), memory_bytes()
    for _ in range(CYCLES):
        lose_and_find(rig)
    assert open_files() <= files + 2
    assert threading.active_count() <= threads + 1
    assert memory_bytes() <= memory * MOST_GROWTH
