"""Edges of loops on their way to the passage."""

from __future__ import annotations

from core.services.lane_loops import LaneLoops, LoopSettings
from core.services.ports import LoopEdge, LoopRole
from devices.loops.memory import MemoryLoops

SECOND = 1_000_000_000
TENTH = SECOND // 10


def chattering() -> tuple[LaneLoops, int]:
    """Loops whose arming loop chatters, and the time after its last edge."""
    loops = LaneLoops(MemoryLoops(), LoopSettings())
    for count in range(14):
        loops.edge(LoopEdge(LoopRole.ARMING, count % 2 == 0, count * TENTH))
    return loops, 14 * TENTH


def test_edges_of_sound_loops_go_on_at_once() -> None:
    loops = LaneLoops(MemoryLoops(), LoopSettings())
    for role in LoopRole:
        edge = LoopEdge(role, True, SECOND)
        assert loops.edge(edge) is edge


def test_while_the_loop_before_the_boom_chatters_a_car_has_gone_only_once_all_is_calm() -> None:
    loops, now = chattering()
    assert loops.edge(LoopEdge(LoopRole.ARMING, True, now)) is not None
    assert loops.edge(LoopEdge(LoopRole.ARMING, False, now + TENTH)) is None
    assert loops.look(now + SECOND) is None
    edge = loops.look(now + TENTH + 2 * SECOND)
    assert edge is not None
    assert (edge.role, edge.occupied) == (LoopRole.ARMING, False)
    assert loops.look(now + 5 * SECOND) is None


def test_a_car_that_is_felt_again_meanwhile_has_not_gone() -> None:
    loops, now = chattering()
    loops.edge(LoopEdge(LoopRole.ARMING, False, now))
    loops.edge(LoopEdge(LoopRole.ARMING, True, now + TENTH))
    assert loops.look(now + 10 * SECOND) is None


def test_loops_before_they_are_started_are_lost_only_after_a_while() -> None:
    loops = LaneLoops(MemoryLoops(), LoopSettings())
    loops.look(SECOND)
    assert loops.faults == ()
    loops.look(4 * SECOND)
    assert loops.faults == ("loops.arming_lost", "loops.closing_lost")


def test_a_lane_without_a_loop_behind_the_boom_is_wired_so_and_has_no_fault() -> None:
    loops = LaneLoops(MemoryLoops(), LoopSettings(has_closing=False))
    loops.look(SECOND)
    assert not loops.ground(is_held=False).closing_works
    assert loops.ground(is_held=True).is_held
