from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.services.ports import LoopEdge, LoopRole
from devices.loops.debounce import Debounce

MS = 1_000_000
Samples = list[tuple[int, bool | None]]


def run(samples: Samples, *, hold_ms: int = 40, role: LoopRole = LoopRole.ARMING) -> list[LoopEdge]:
    loop = Debounce(role, hold_ms=hold_ms)
    edges = [loop.sample(value, at_ms * MS) for at_ms, value in samples]
    return [edge for edge in edges if edge is not None]


def test_an_edge_carries_the_time_at_which_it_was_first_seen() -> None:
    edges = run([(0, False), (50, False), (100, True), (150, True), (200, True)])
    assert edges == [LoopEdge(LoopRole.ARMING, True, 100 * MS)]


def test_chatter_shorter_than_the_hold_gives_no_edge() -> None:
    chatter: Samples = [(at_ms, at_ms % 20 == 0) for at_ms in range(100, 400, 10)]
    assert run([(0, False), (50, False), *chatter, (400, False), (450, False)]) == []


def test_a_vehicle_arriving_with_chatter_gives_one_edge_once_it_settles() -> None:
    samples: Samples = [
        (0, False),
        (50, False),
        (60, True),
        (70, False),
        (80, True),
        (100, True),
        (120, True),
    ]
    assert run(samples) == [LoopEdge(LoopRole.ARMING, True, 80 * MS)]


def test_a_short_drop_out_of_a_trailer_coupling_does_not_split_the_vehicle() -> None:
    samples: Samples = [(0, True), (50, True), (100, False), (130, True), (200, True)]
    assert [edge.occupied for edge in run(samples)] == [True]


def test_both_loops_active_are_two_vehicles_or_a_long_one_and_each_is_told() -> None:
    arming = run([(0, False), (50, True), (100, True)])
    closing = run([(0, False), (50, True), (100, True)], role=LoopRole.CLOSING)
    assert [edge.role for edge in arming + closing] == [LoopRole.ARMING, LoopRole.CLOSING]


def test_a_backing_vehicle_shows_by_the_order_of_its_edges() -> None:
    closing = run([(0, True), (50, True), (200, False), (250, False)], role=LoopRole.CLOSING)
    arming = run([(0, False), (100, True), (150, True), (300, False), (350, False)])
    told = sorted(closing + arming, key=lambda edge: edge.at_ns)
    assert [(edge.role, edge.occupied) for edge in told] == [
        (LoopRole.CLOSING, True),
        (LoopRole.ARMING, True),
        (LoopRole.CLOSING, False),
        (LoopRole.ARMING, False),
    ]


def test_a_loop_is_not_known_until_its_first_value_has_held() -> None:
    loop = Debounce(LoopRole.ARMING, hold_ms=40)
    samples: Samples = [(0, True), (40, True), (50, None), (60, True), (90, True), (100, True)]
    known = []
    for at_ms, value in samples:
        loop.sample(value, at_ms * MS)
        known.append(loop.occupied)
    assert known == [None, True, None, None, None, True]


def test_without_a_hold_every_change_counts_at_once() -> None:
    edges = run([(0, True), (1, False)], hold_ms=0)
    assert [edge.occupied for edge in edges] == [True, False]


@given(
    st.lists(st.tuples(st.integers(1, 100), st.sampled_from([True, False, None])), max_size=60),
    st.integers(0, 80),
)
def test_edges_always_alternate_begin_with_occupied_and_keep_the_order_of_time(
    steps: list[tuple[int, bool | None]], hold_ms: int
) -> None:
    at_ms = 0
    samples: Samples = []
    for pause_ms, value in steps:
        at_ms += pause_ms
        samples.append((at_ms, value))
    edges = run(samples, hold_ms=hold_ms)
    assert [edge.occupied for edge in edges] == [number % 2 == 0 for number in range(len(edges))]
    assert [edge.at_ns for edge in edges] == sorted(edge.at_ns for edge in edges)
