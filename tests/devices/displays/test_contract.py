from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.services.ports import Health
from devices.displays import live_sign
from devices.displays.http_sign import HttpSign
from devices.displays.live_sign import LiveSign, SignShape
from devices.displays.serial_display import SerialDisplay
from devices.simulator.sign import SimulatedSign
from tests.devices.displays.contract import PROMISES, SignRig
from tests.far_sides.http_sign import FarHttpSign
from tests.far_sides.serial_pair import SerialPair
from tests.far_sides.text_display import rows_shown

SHAPE = SignShape(columns=20, rows=2, encoding="ascii")


def over_simulator(_folder: Path) -> Iterator[SignRig]:
    sign = SimulatedSign(shape=SHAPE)
    yield SignRig(sign, lambda: sign.shown, sign.lose, sign.find)
    sign.stop()


def over_serial(folder: Path) -> Iterator[SignRig]:
    with SerialPair(folder) as line:
        sign = LiveSign("exit", SerialDisplay(line.near, 9600, SHAPE), SHAPE)
        yield SignRig(
            sign,
            lambda: rows_shown(line.came, columns=20, rows=2),
            line.tear,
            line.mend,
            well=Health.UNKNOWN,
        )
        sign.stop()


def over_http(_folder: Path) -> Iterator[SignRig]:
    with FarHttpSign() as far:
        sign = LiveSign("exit", HttpSign(f"http://127.0.0.1:{far.port}/sign"), SHAPE)
        yield SignRig(sign, lambda: far.shown, far.stop, far.start)
        sign.stop()


def over_http_with_places(_folder: Path) -> Iterator[SignRig]:
    with FarHttpSign() as far:
        sign = LiveSign("exit", HttpSign(f"http://127.0.0.1:{far.port}/show?text={{text}}"), SHAPE)
        yield SignRig(sign, lambda: far.shown, far.stop, far.start)
        sign.stop()


@pytest.fixture(params=[over_simulator, over_serial, over_http, over_http_with_places])
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SignRig]:
    yield from request.param(tmp_path)


@pytest.fixture(autouse=True)
def pages_turn_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_sign, "PAGE_S", 0.5)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_a_sign_keeps_that(promise: Callable[[SignRig], None], rig: SignRig) -> None:
    promise(rig)
