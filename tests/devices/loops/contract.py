"""What every pair of loops keeps, whatever it is wired to."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from core.services.ports import Health, LoopEdge, LoopRole, Loops
from tests.devices.barriers.contract import eventually

ARMING, CLOSING = LoopRole.ARMING, LoopRole.CLOSING


@dataclass(frozen=True, slots=True)
class LoopsRig:
    """Loops not yet started, and the hand that puts vehicles on them and takes the wire away."""

    loops: Loops
    put: Callable[[LoopRole, bool], None]
    lose: Callable[[], None]
    find: Callable[[], None]


def _start(rig: LoopsRig) -> list[LoopEdge]:
    edges: list[LoopEdge] = []
    rig.loops.start(edges.append)
    assert eventually(lambda: rig.loops.status().health is Health.OK)
    assert eventually(lambda: rig.loops.occupied(ARMING) is not None)
    return edges


def _seen(edges: list[LoopEdge]) -> list[tuple[LoopRole, bool]]:
    return [(edge.role, edge.occupied) for edge in edges]


def before_start_nothing_is_known(rig: LoopsRig) -> None:
    assert rig.loops.occupied(ARMING) is None
    assert rig.loops.occupied(CLOSING) is None


def a_free_lane_gives_no_edge_at_start(rig: LoopsRig) -> None:
    edges = _start(rig)
    assert rig.loops.occupied(ARMING) is False
    assert edges == []


def a_vehicle_standing_there_at_start_gives_an_edge(rig: LoopsRig) -> None:
    rig.put(ARMING, True)
    edges = _start(rig)
    assert eventually(lambda: _seen(edges) == [(ARMING, True)])


def a_vehicle_drives_through_in_order(rig: LoopsRig) -> None:
    edges = _start(rig)
    passage = [(ARMING, True), (CLOSING, True), (ARMING, False), (CLOSING, False)]
    for number, (role, occupied) in enumerate(passage, start=1):
        rig.put(role, occupied)
        assert eventually(lambda number=number: len(edges) == number)  # type: ignore[misc]
    assert _seen(edges) == passage
    assert [edge.at_ns for edge in edges] == sorted(edge.at_ns for edge in edges)
    assert abs(edges[-1].at_ns - time.monotonic_ns()) < 60_000_000_000


def a_vehicle_that_backs_out_is_told_as_it_happened(rig: LoopsRig) -> None:
    edges = _start(rig)
    passage = [(CLOSING, True), (ARMING, True), (CLOSING, False), (ARMING, False)]
    for number, (role, occupied) in enumerate(passage, start=1):
        rig.put(role, occupied)
        assert eventually(lambda number=number: len(edges) == number)  # type: ignore[misc]
    assert _seen(edges) == passage


def both_loops_can_be_occupied_at_once(rig: LoopsRig) -> None:
    _start(rig)
    rig.put(ARMING, True)
    rig.put(CLOSING, True)
    assert eventually(lambda: rig.loops.occupied(ARMING) is True)
    assert eventually(lambda: rig.loops.occupied(CLOSING) is True)


def a_lost_loop_is_not_known_and_a_vehicle_still_there_gives_no_second_edge(rig: LoopsRig) -> None:
    edges = _start(rig)
    rig.put(ARMING, True)
    assert eventually(lambda: len(edges) == 1)
    rig.lose()
    assert eventually(lambda: rig.loops.occupied(ARMING) is None)
    rig.find()
    assert eventually(lambda: rig.loops.occupied(ARMING) is True)
    assert _seen(edges) == [(ARMING, True)]


def a_vehicle_that_left_during_a_loss_gives_its_edge_afterwards(rig: LoopsRig) -> None:
    edges = _start(rig)
    rig.put(ARMING, True)
    assert eventually(lambda: len(edges) == 1)
    rig.lose()
    assert eventually(lambda: rig.loops.occupied(ARMING) is None)
    rig.put(ARMING, False)
    rig.find()
    assert eventually(lambda: _seen(edges) == [(ARMING, True), (ARMING, False)])


def after_stop_nothing_is_known_and_stopping_twice_does_no_harm(rig: LoopsRig) -> None:
    edges = _start(rig)
    rig.loops.stop()
    rig.loops.stop()
    rig.put(ARMING, True)
    assert rig.loops.occupied(ARMING) is None
    assert edges == []


PROMISES: tuple[Callable[[LoopsRig], None], ...] = (
    before_start_nothing_is_known,
    a_free_lane_gives_no_edge_at_start,
    a_vehicle_standing_there_at_start_gives_an_edge,
    a_vehicle_drives_through_in_order,
    a_vehicle_that_backs_out_is_told_as_it_happened,
    both_loops_can_be_occupied_at_once,
    a_lost_loop_is_not_known_and_a_vehicle_still_there_gives_no_second_edge,
    a_vehicle_that_left_during_a_loss_gives_its_edge_afterwards,
    after_stop_nothing_is_known_and_stopping_twice_does_no_harm,
)
