"""What is heard at the booth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.runtime.bridge import Bridge
from console.runtime.sounds import Sound
from console.state.announcer import Announcer
from console.state.lot_state import LotState
from console.state.messages import Message, Weight
from core.domain.admission import Action
from core.domain.lots import Direction, Lane
from core.services.lane_view import HoldView, LaneView
from core.store.store import Committed
from tests.core.domain.samples import paid

WAITING = LaneView(
    Lane("exit", "Exit 1", Direction.EXIT),
    vehicle_present=True,
    action=Action.REFUSE,
    reason="exit.not_paid",
    sighting_id="one",
)


class Heard:
    """FAKE: sounds that are written down instead of played."""

    def __init__(self) -> None:
        self.played: list[Sound] = []

    def play(self, sound: Sound) -> None:
        self.played.append(sound)


@pytest.fixture
def booth(qtbot):
    bridge = Bridge()
    state = LotState(bridge, drawer="drawer-1")
    heard = Heard()
    announcer = Announcer(state, bridge, heard, parent=state)
    yield bridge, state, heard
    announcer.deleteLater()


def test_a_lane_that_waits_is_heard_once(booth) -> None:
    bridge, _state, heard = booth
    bridge.on_lane(WAITING)
    bridge.on_lane(replace(WAITING, arming=True))
    assert heard.played == [Sound.ARRIVAL]


def test_a_lane_that_asks_sounds_different_from_one_that_wants_money(booth) -> None:
    bridge, _state, heard = booth
    bridge.on_lane(replace(WAITING, action=Action.ASK, reason="exit.no_record"))
    assert heard.played == [Sound.EXCEPTION]


def test_the_next_car_is_heard_again(booth) -> None:
    bridge, _state, heard = booth
    bridge.on_lane(WAITING)
    bridge.on_lane(replace(WAITING, vehicle_present=False))
    bridge.on_lane(replace(WAITING, sighting_id="two"))
    assert heard.played == [Sound.ARRIVAL, Sound.ARRIVAL]


def test_only_an_alarm_sounds_like_one(booth) -> None:
    _bridge, state, heard = booth
    state.post(Message(Weight.ATTENTION, "payment.too_little"))
    state.post(Message(Weight.ALARM, "store.disk_full"))
    assert heard.played == [Sound.ALARM]


def test_money_is_heard_where_it_was_taken_and_nowhere_else(booth) -> None:
    bridge, _state, heard = booth
    bridge.on_commit(Committed((paid(2, console_id="booth"),), (), console_id="exit"))
    assert heard.played == []
    bridge.on_commit(Committed((paid(2, console_id="booth"), paid(3, console_id="exit")), (), "exit"))
    assert heard.played == [Sound.MONEY]


def test_a_gate_held_open_is_heard_again_each_quarter_of_an_hour(booth) -> None:
    bridge, _state, heard = booth
    empty = LaneView(WAITING.lane)
    for reminders in (0, 1, 1, 2, 0, 1):
        bridge.on_lane(replace(empty, hold=HoldView("held", by="Ben", reminders=reminders)))
    assert heard.played == [Sound.EXCEPTION] * 3
