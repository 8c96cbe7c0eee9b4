"""A gate PC on a battery, cut off for good: its next start says from when to when the power was away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    LaneConfig,
    LoopsConfig,
    PowerConfig,
    SignConfig,
)
from core.domain.journal import Entry, Subject
from core.store.verify import verify_file
from core.store.viewing import viewing
from tests.booth import wait_until
from tests.far_sides.http_sign import FarHttpSign
from tests.far_sides.nut import NAME, NutServer
from tests.faults.devices.gate_pc import GatePc, set_up_gate


@pytest.fixture
def supply() -> Iterator[NutServer]:
    with NutServer() as far:
        yield far


@pytest.fixture
def sign() -> Iterator[FarHttpSign]:
    with FarHttpSign() as far:
        yield far


@pytest.fixture
def gate(tmp_path: Path, supply: NutServer, sign: FarHttpSign) -> Path:
    """A gate PC whose lane has a sign, on a supply that a NUT server watches."""
    (tmp_path / "pictures").mkdir()
    camera = CameraConfig("folder", str(tmp_path / "pictures"))
    lane = LaneConfig(
        "in",
        camera,
        BarrierConfig("memory"),
        LoopsConfig("memory"),
        sign=SignConfig("http", address=f"http://127.0.0.1:{sign.port}/text"),
    )
    power = PowerConfig("127.0.0.1", supply.port, NAME)
    set_up_gate(tmp_path / "data", Config(lanes=(lane,), power=power))
    return tmp_path / "data"


def told(gate: Path) -> list[Entry]:
    with viewing(gate / "lotkeeper.db") as unit:
        return unit.entries_about(Subject("console_power", unit.console_id))


def kinds(gate: Path) -> list[str]:
    return [entry.kind for entry in told(gate)]


def test_the_next_start_after_a_cut_tells_that_the_power_was_away(
    gate: Path, supply: NutServer, sign: FarHttpSign
) -> None:
    with GatePc(gate) as pc:
        pc.start()
        wait_until(lambda: sign.shown[:1] == ("Welcome",), "the sign welcomes")
        supply.set("OB DISCHRG", charge=40)
        wait_until(lambda: kinds(gate) == ["power.lost"], "the mains are told lost")
        supply.set("OB LB DISCHRG", charge=5)
        wait_until(lambda: kinds(gate) == ["power.lost", "power.low"], "the battery is told low")
        pc.cut_power()
        assert sign.shown[:1] == ("Welcome",), "nobody was left to blank it"
        supply.set("OL CHRG")
        pc.start()
        wait_until(lambda: kinds(gate)[-1] == "console.power_was_away", "the gap is told")
        assert pc.ask_to_end() == 0
    away = told(gate)[-1].payload
    assert away["from_at"] < away["until"]
    assert sign.shown == (), "ended in order, the sign is dark"
    assert verify_file(gate / "lotkeeper.db").problems == ()


def test_ended_in_order_on_mains_there_is_no_gap(gate: Path) -> None:
    with GatePc(gate) as pc:
        for _ in range(2):
            pc.start()
            assert pc.ask_to_end() == 0
    assert kinds(gate) == []


def test_killed_on_mains_it_says_that_the_program_broke_off(gate: Path) -> None:
    with GatePc(gate) as pc:
        pc.start()
        pc.cut_power()
        pc.start()
        wait_until(lambda: kinds(gate) == ["console.broke_off"], "it is told")
        assert pc.ask_to_end() == 0
