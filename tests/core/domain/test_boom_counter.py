"""A boom is counted: how often it went up, and what for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.domain.boom_counter import NOTHING
from core.domain.boom_watch import BoomWatch, Position
from core.domain.gate_arithmetic import BoomCount

S = 1_000_000_000


class Gate:
    """A boom that is looked at every second."""

    def __init__(self) -> None:
        self.watch = BoomWatch()
        self.now = 0
        self.see(Position.DOWN)

    def see(self, position: Position, *, lasting: int = 1, held: bool = False) -> None:
        for _ in range(lasting):
            self.now += S
            self.watch.look(position, self.now, is_held=held, is_occupied=False)

    def command(self, *, to_hold: bool = False) -> None:
        self.watch.commanded(self.now, to_hold=to_hold)

    def cycle(self, *, held: bool = False) -> None:
        self.see(Position.UP, lasting=3, held=held)
        self.see(Position.DOWN, lasting=2)

    @property
    def count(self) -> BoomCount:
        return self.watch.counter.peek()


def test_a_car_a_command_a_rise() -> None:
    gate = Gate()
    for _ in range(3):
        gate.command()
        gate.cycle()
    assert gate.count == BoomCount(commands=3, rose_commanded=3)
    assert gate.count.leftover == 0


def test_a_command_that_finds_it_up_needs_no_rise_of_its_own() -> None:
    gate = Gate()
    gate.command()
    gate.see(Position.UP)
    gate.command()
    gate.cycle()
    assert gate.count == BoomCount(commands=2, joined=1, rose_commanded=1)
    assert gate.count.leftover == 0


def test_two_commands_before_it_rises_are_one_rise() -> None:
    gate = Gate()
    gate.command()
    gate.see(Position.DOWN)
    gate.command()
    gate.cycle()
    assert gate.count == BoomCount(commands=2, joined=1, rose_commanded=1)


def test_a_command_while_it_comes_down_explains_the_rise_that_follows() -> None:
    gate = Gate()
    gate.command()
    gate.see(Position.UP, lasting=3)
    gate.see(Position.MOVING)
    gate.command()
    gate.see(Position.DOWN)
    gate.cycle()
    assert gate.count == BoomCount(commands=2, rose_commanded=2)
    assert gate.count.leftover == 0


def test_a_command_after_which_it_does_not_rise_is_missed_and_explains_nothing() -> None:
    gate = Gate()
    gate.command()
    gate.see(Position.DOWN, lasting=25)
    assert gate.count == BoomCount(commands=1, missed=1)
    gate.cycle()
    assert gate.count.rose_unasked == 1
    assert gate.count.leftover == 1


def test_a_second_rise_on_one_command_is_left_over_though_nobody_called_it_unasked() -> None:
    gate = Gate()
    gate.command()
    gate.cycle()
    gate.cycle()
    assert gate.count == BoomCount(commands=1, rose_commanded=2)
    assert gate.count.leftover == 1


def test_a_gate_held_open_rises_once_and_is_explained() -> None:
    gate = Gate()
    gate.command(to_hold=True)
    gate.see(Position.UP, lasting=60, held=True)
    gate.see(Position.DOWN)
    assert gate.count == BoomCount(rose_held=1)
    assert gate.count.leftover == 0


def test_what_nobody_sees_is_not_counted() -> None:
    gate = Gate()
    gate.command()
    gate.see(Position.UNKNOWN)
    gate.command()
    gate.see(Position.UP)
    assert gate.count == NOTHING


def test_what_was_written_down_is_counted_once() -> None:
    gate = Gate()
    gate.command()
    gate.cycle()
    gate.watch.counter.taken(gate.count)
    assert gate.count == NOTHING
    gate.command()
    assert not gate.watch.counter.is_settled
    gate.cycle()
    assert gate.count == BoomCount(commands=1, rose_commanded=1)


@given(
    st.lists(st.sampled_from(["command", "hold", "up", "down", "unknown", "wait"]), min_size=1, max_size=60)
)
def test_rises_are_counted_once_each_whatever_happens(steps: list[str]) -> None:
    gate = Gate()
    rises, last = 0, Position.DOWN
    for step in steps:
        if step in {"command", "hold"}:
            gate.command(to_hold=step == "hold")
            continue
        if step == "wait":
            gate.see(last, lasting=30)
            continue
        position = Position(step)
        rises += last is Position.DOWN and position is Position.UP
        gate.see(position)
        last = position
    count = gate.count
    assert count.rises == rises
    assert min(count.commands, count.joined, count.missed) >= 0
    pending = 0 if gate.watch.counter.is_settled else 1
    extra = count.rises - count.rose_held - (count.commands - count.joined - count.missed - pending)
    assert extra == count.leftover + pending
    assert extra >= 0
