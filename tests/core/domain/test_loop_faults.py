"""What is told of loops, and for which faults they are believed no more."""

from __future__ import annotations

from core.domain.lane_ground import SOUND
from core.domain.loop_faults import LoopFaults, LoopLimits

MS = 1_000_000


def seconds(count: float) -> int:
    return int(count * 1000) * MS


def drive_through(loops: LoopFaults, at: float) -> None:
    """A car over both loops, the right way."""
    loops.arming(True, seconds(at))
    loops.closing(True, seconds(at + 2))
    loops.arming(False, seconds(at + 3))
    loops.closing(False, seconds(at + 4))


def test_loops_that_cars_drive_over_are_sound() -> None:
    loops = LoopFaults()
    for car in range(100):
        drive_through(loops, car * 6)
        assert loops.found(seconds(car * 6 + 5)) == ()
    assert loops.ground((), is_held=False) == SOUND


def test_a_loop_occupied_for_ten_minutes_is_stuck_until_it_clears() -> None:
    loops = LoopFaults()
    loops.closing(True, seconds(1))
    assert loops.found(seconds(600)) == ()
    assert loops.found(seconds(601)) == ("loops.closing_stuck",)
    assert not loops.ground(("loops.closing_stuck",), is_held=False).closing_works
    loops.closing(False, seconds(700))
    assert loops.found(seconds(700)) == ()


def test_a_stuck_loop_before_the_boom_is_told_apart_from_the_one_behind() -> None:
    loops = LoopFaults(LoopLimits(stuck_after_ms=30_000))
    loops.arming(True, seconds(0))
    faults = loops.found(seconds(30))
    assert faults == ("loops.arming_stuck",)
    ground = loops.ground(faults, is_held=False)
    assert (ground.arming_works, ground.closing_works) == (False, True)


def test_a_loop_that_goes_on_and_off_faster_than_cars_chatters_until_it_was_quiet_for_half_a_minute() -> None:
    loops = LoopFaults()
    for edge in range(14):
        loops.closing(edge % 2 == 0, seconds(edge * 0.1))
    assert loops.found(seconds(1.4)) == ("loops.closing_chatters",)
    assert loops.ground(loops.found(seconds(2)), is_held=False).closing_fault == "loops.closing_chatters"
    assert loops.found(seconds(31)) == ("loops.closing_chatters",)
    assert loops.found(seconds(31.4)) == ()


def test_a_loop_that_chatters_between_cars_chatters_all_the_same() -> None:
    loops = LoopFaults()
    loops.arming(True, seconds(0))
    for edge in range(14):
        loops.closing(edge % 2 == 0, seconds(1 + edge * 0.1))
    loops.arming(False, seconds(3))
    assert loops.found(seconds(4)) == ("loops.closing_chatters",)


def test_a_chattering_loop_before_the_boom_is_still_believed_only_slower() -> None:
    loops = LoopFaults()
    for edge in range(14):
        loops.arming(edge % 2 == 0, seconds(edge * 0.1))
    faults = loops.found(seconds(2))
    assert faults == ("loops.arming_chatters",)
    assert loops.ground(faults, is_held=False).arming_works


def test_a_driver_who_backs_and_comes_again_does_not_make_a_loop_chatter() -> None:
    loops = LoopFaults()
    for edge in range(30):
        loops.arming(edge % 2 == 0, seconds(edge * 1.0))
        assert loops.found(seconds(edge * 1.0)) == ()


def test_cars_one_close_after_the_other_make_no_loop_chatter_however_fast_they_go() -> None:
    loops = LoopFaults()
    for car in range(100):
        at = car * 0.01
        loops.arming(True, seconds(at))
        loops.closing(True, seconds(at))
        loops.arming(False, seconds(at))
        loops.closing(False, seconds(at))
        assert loops.found(seconds(at)) == ()


def test_a_loop_that_cannot_be_read_for_two_seconds_is_lost_until_it_can() -> None:
    loops = LoopFaults()
    loops.known(arming=False, closing=True, now_ns=seconds(1))
    assert loops.found(seconds(2.9)) == ()
    assert loops.found(seconds(3)) == ("loops.arming_lost",)
    loops.known(arming=True, closing=True, now_ns=seconds(4))
    assert loops.found(seconds(4)) == ()


def test_a_loop_that_is_not_wired_is_neither_lost_nor_believed() -> None:
    loops = LoopFaults(has_closing=False)
    loops.known(arming=True, closing=False, now_ns=seconds(1))
    assert loops.found(seconds(100)) == ()
    assert loops.ground((), is_held=False).closing_fault == "loops.closing_not_wired"


def test_cars_that_always_come_from_behind_the_boom_tell_of_loops_connected_the_wrong_way_round() -> None:
    loops = LoopFaults()
    for car in range(3):
        at = car * 10
        assert loops.found(seconds(at)) == ()
        loops.closing(True, seconds(at))
        loops.arming(True, seconds(at + 2))
        loops.closing(False, seconds(at + 3))
        loops.arming(False, seconds(at + 4))
    assert loops.found(seconds(40)) == ("loops.reversed",)
    drive_through(loops, 50)
    assert loops.found(seconds(60)) == ()


def test_one_car_that_backs_out_is_no_fault() -> None:
    loops = LoopFaults()
    loops.closing(True, seconds(0))
    loops.arming(True, seconds(2))
    loops.closing(False, seconds(3))
    assert loops.found(seconds(4)) == ()


def test_a_car_that_stands_on_both_loops_for_three_minutes_is_told() -> None:
    loops = LoopFaults()
    loops.arming(True, seconds(0))
    loops.closing(True, seconds(10))
    assert loops.found(seconds(189)) == ()
    faults = loops.found(seconds(190))
    assert faults == ("loops.both_long",)
    assert loops.ground(faults, is_held=False) == SOUND


def test_of_several_faults_the_gravest_is_first() -> None:
    loops = LoopFaults(LoopLimits(stuck_after_ms=1000))
    loops.closing(True, seconds(0))
    loops.known(arming=False, closing=True, now_ns=seconds(0))
    assert loops.found(seconds(5)) == ("loops.arming_lost", "loops.closing_stuck")
