"""The power of a PC goes while a gate is held open: it stays open until a person lets it go."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.compose import compose
from core.config import BarrierConfig, CameraConfig, Config, LaneConfig, LoopsConfig, PrinterConfig
from core.domain.people import Actor
from core.services.ports import Health
from core.store.folder import DataFolder
from core.store.verify import verify_file
from tests.booth import wait_until
from tests.far_sides.modbus import ModbusBoard
from tests.faults.devices.gate_pc import set_up_gate
from tests.faults.ledger import Ledger, Tell
from tests.faults.nursery import Newborn

LANE = "in-1"
RELAY, HOLD_RELAY = 0, 1


def live(tell: Tell, folder: Path, act: str) -> None:
    """A console's life: it holds its gate until it is killed; or it looks how it is held, and lets it go."""
    console = compose(DataFolder(folder))
    console.start()
    lane = console.lanes[LANE]
    ada = next(Actor(one.person_id, one.name, one.role) for one in console.store.read(lambda u: u.people()))
    wait_until(lambda: lane.device_status()["barrier"].health is Health.OK, "the board answers")
    if act == "hold":
        lane.hold_open(actor=ada, reason="fire", note="alarm on level 2")
        wait_until(lambda: lane.view.hold.state == "held", "it is held")
        tell("ready", "held")
        threading.Event().wait()
    if act == "look and let go":
        wait_until(lambda: lane.view.hold.state == "held", "it is still held")
        tell("ready", f"held for {lane.view.hold.reason} by {lane.view.hold.by}")
        lane.let_go(actor=ada)
        wait_until(lambda: not lane.view.hold.state, "it is let go")
    else:
        wait_until(lambda: "barrier.hold_lost" in lane.view.faults, "the loss is told")
        tell("ready", f"lost, {lane.view.hold.state or 'not held'}")
    console.stop()


@pytest.fixture
def board() -> Iterator[ModbusBoard]:
    with ModbusBoard() as one:
        yield one


@pytest.fixture
def folder(tmp_path: Path, board: ModbusBoard) -> Path:
    (tmp_path / "pictures").mkdir()
    lane = LaneConfig(
        LANE,
        CameraConfig("folder", str(tmp_path / "pictures")),
        BarrierConfig("modbus_tcp", "127.0.0.1", board.port, relay=RELAY, hold_relay=HOLD_RELAY),
        LoopsConfig("modbus_tcp", "127.0.0.1", board.port, arming_input=0, closing_input=1),
    )
    set_up_gate(tmp_path / "data", Config(lanes=(lane,), printer=PrinterConfig("none")))
    return tmp_path / "data"


def hold_until_the_power_goes(folder: Path, board: ModbusBoard, ledger: Ledger) -> None:
    console = Newborn(live, folder, "hold")
    console.wait_for("ready held")
    console.kill(ledger)
    assert console.exit_code == -signal.SIGKILL
    assert board.coil(HOLD_RELAY)


def test_a_held_gate_is_still_held_after_a_power_cut_until_a_person_lets_it_go(
    folder: Path, board: ModbusBoard
) -> None:
    ledger = Ledger()
    hold_until_the_power_goes(folder, board, ledger)
    written = len(board.writes)

    console = Newborn(live, folder, "look and let go")
    console.wait_for("ready held for fire by Ada")
    console.await_death(ledger)

    assert console.exit_code == 0
    (let_go, *_) = board.writes[written:]
    assert (let_go.address, let_go.value) == (HOLD_RELAY, 0)
    assert not board.coil(HOLD_RELAY)
    assert verify_file(folder / "lotkeeper.db").problems == ()


def test_a_hold_that_was_lost_meanwhile_is_told_and_never_taken_up_again(
    folder: Path, board: ModbusBoard
) -> None:
    ledger = Ledger()
    hold_until_the_power_goes(folder, board, ledger)
    board.set_coil(HOLD_RELAY, False)
    written = len(board.writes)

    console = Newborn(live, folder, "look")
    console.await_death(ledger)

    assert ledger.ready == ["held", "lost, not held"]
    assert [one for one in board.writes[written:] if one.value != 0] == []
    assert not board.coil(HOLD_RELAY)
    assert verify_file(folder / "lotkeeper.db").problems == ()
