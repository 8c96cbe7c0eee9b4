from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from core.services.ports import Boom, LoopRole
from devices.simulator.lane import Phase
from devices.simulator.motion import Timings
from devices.simulator.scenario import plan_day
from devices.simulator.traffic import Behaviour, Scenario
from devices.simulator.world import World
from tests.devices.simulator.robots import FEE_MINOR, START, HandClock, RobotLot


def only(day: Scenario, *behaviours: Behaviour) -> Scenario:
    """The day with one vehicle of each behaviour, the first when the lot opens."""
    chosen = [next(one for one in day.vehicles if one.behaviour is wanted) for wanted in behaviours]
    vehicles = tuple(
        replace(one, arrive_at=START + timedelta(minutes=1 + index)) for index, one in enumerate(chosen)
    )
    return replace(day, vehicles=vehicles)


DAY = plan_day(12, 3, START, 6)


@pytest.mark.parametrize(("cars", "capacity", "seed"), [(12, 6, 1), (12, 5, 2), (14, 5, 6), (30, 8, 4)])
def test_a_whole_day_happens_as_planned(cars: int, capacity: int, seed: int) -> None:
    day = plan_day(cars, seed, START, capacity)
    kinds = [vehicle.behaviour for vehicle in day.vehicles]
    lot = RobotLot(day)
    truth: dict[str, Any] = lot.run_day()
    backing, staying = kinds.count(Behaviour.BACKS_OUT), kinds.count(Behaviour.STAYS)
    assert truth["entered"] == cars - 2 - backing
    assert truth["left"] == truth["entered"] - staying + 1
    assert truth["inside"] == staying
    assert truth["explained"] == 1
    assert truth["refused_full"] == truth["gave_up"] == 1
    assert truth["backed_out"] == backing
    assert (truth["unpaid_stopped"], truth["overstayed"], truth["no_record"]) == (1, 1, 1)
    assert truth["stopped_though_paid"] == 0
    assert truth["cash_minor"] == truth["payments"] * FEE_MINOR
    assert truth["receipts"] == truth["payments"]
    assert truth["boom_cycles"] == {"entry": truth["entered"] + backing, "exit": truth["left"]}
    assert all(presence["to"] for presence in truth["presences"])
    assert len(truth["presences"]) == truth["entered"] + truth["left"] + backing + 1


def test_the_same_day_happens_the_same_way_twice() -> None:
    assert RobotLot(DAY).run_day() == RobotLot(DAY).run_day()


def test_a_vehicle_that_crosses_goes_over_both_loops_in_order() -> None:
    lot = RobotLot(only(DAY, Behaviour.STAYS))
    lot.run_day()
    assert [(edge.role, edge.occupied) for lane, edge in lot.edges if lane == "entry"] == [
        (LoopRole.ARMING, True),
        (LoopRole.CLOSING, True),
        (LoopRole.ARMING, False),
        (LoopRole.CLOSING, False),
    ]


def test_a_vehicle_that_backs_out_never_touches_the_closing_loop() -> None:
    lot = RobotLot(only(DAY, Behaviour.BACKS_OUT))
    truth: dict[str, Any] = lot.run_day()
    assert {edge.role for _, edge in lot.edges} == {LoopRole.ARMING}
    assert truth["backed_out"] == 1
    assert truth["entered"] == truth["gave_up"] == 0
    assert lot.world.boom("entry") is Boom.DOWN


def test_a_driver_before_a_closed_boom_gives_up_at_the_entry() -> None:
    lot = RobotLot(replace(only(DAY, Behaviour.PAYS), capacity=0))
    truth: dict[str, Any] = lot.run_day()
    assert truth["refused_full"] == 1
    assert truth["presences"][0]["lane"] == "entry"
    stood = datetime.fromisoformat(truth["presences"][0]["to"]) - datetime.fromisoformat(
        truth["presences"][0]["from"]
    )
    assert stood >= timedelta(seconds=Timings().entry_patience_s)


def test_an_unpaid_driver_comes_to_the_window_from_the_exit_lane_and_says_the_plate() -> None:
    lot = RobotLot(only(DAY, Behaviour.UNPAID))
    lot.run_day()
    (event,) = [one for one in lot.events if one["event"] == "driver_at_window"]
    assert event["lane"] == "exit"
    assert event["says"] == lot.world.scenario.vehicles[0].plate
    assert event["paid_before"] is False


def test_a_driver_who_is_sent_away_from_the_exit_goes_back_inside() -> None:
    scenario = only(DAY, Behaviour.NO_RECORD)
    clock = HandClock()
    world = World(scenario, now_ns=clock, timings=Timings().at_pace(5))
    vehicle_id = scenario.vehicles[0].vehicle_id
    world.tick()
    assert world.skip_to(START + timedelta(minutes=2))
    for _ in range(200):
        clock.wait(0.05)
        if any(event["event"] == "driver_at_window" for event in world.tick().events):
            break
    assert world.sent_away(vehicle_id)
    assert not world.sent_away(vehicle_id)
    for _ in range(100):
        clock.wait(0.05)
        world.tick()
    assert world.driver("exit") is None
    assert world.truth()["left"] == 0


def test_time_is_skipped_only_while_nothing_moves_and_never_past_what_is_due() -> None:
    scenario = only(DAY, Behaviour.STAYS)
    clock = HandClock()
    world = World(scenario, now_ns=clock, timings=Timings())
    assert world.tick().events == [{"event": "quiet", "until": scenario.vehicles[0].arrive_at.isoformat()}]
    assert world.tick().events == []
    assert world.skip_to(START + timedelta(hours=5))
    assert world.lot_time() == scenario.vehicles[0].arrive_at
    world.tick()
    clock.wait(0.5)
    world.tick()
    assert not world.skip_to(START + timedelta(hours=6))
    assert world.lanes["entry"].phase is Phase.APPROACHING


def test_a_pulse_of_the_same_id_opens_once_and_an_unused_boom_lowers_by_itself() -> None:
    clock = HandClock()
    world = World(only(DAY, Behaviour.STAYS), now_ns=clock, timings=Timings())
    for _ in range(3):
        world.pulse("exit", "one")
    assert world.boom("exit") is Boom.DOWN
    clock.wait(0.5)
    world.tick()
    assert world.boom("exit") is Boom.MOVING
    clock.wait(1.0)
    assert world.boom("exit") is Boom.UP
    for _ in range(120):
        clock.wait(0.1)
        world.tick()
    assert world.boom("exit") is Boom.DOWN
    world.pulse("exit", "one")
    clock.wait(0.5)
    assert world.boom("exit") is Boom.DOWN
    assert world.truth()["boom_cycles"] == {"entry": 0, "exit": 1}


def test_without_a_conductor_a_driver_at_the_window_loses_patience_and_drives_to_the_exit() -> None:
    scenario = only(DAY, Behaviour.PAYS)
    clock = HandClock()
    world = World(scenario, now_ns=clock, timings=Timings().at_pace(5))
    for _ in range(3 * 3600):
        clock.wait(1.0)
        outcome = world.tick()
        if any(event.get("lane") == "exit" for event in outcome.events):
            break
        if world.driver("entry") is not None and world.boom("entry") is Boom.DOWN:
            world.pulse("entry", "open")
    assert world.truth()["unpaid_stopped"] == 1
