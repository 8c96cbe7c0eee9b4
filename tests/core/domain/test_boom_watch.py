"""Booms that do what they were asked, and booms that do not."""

from __future__ import annotations

from core.domain.boom_watch import BoomWatch, Position

MS = 1_000_000


def seconds(count: float) -> int:
    return int(count * 1000) * MS


class Lane:
    """A boom looked at every tenth of a second."""

    def __init__(self) -> None:
        self.watch = BoomWatch()
        self.now = 0.0
        self.rose_unasked = 0

    def see(
        self, position: Position, *, lasting: float = 0.1, held: bool = False, occupied: bool = False
    ) -> None:
        """The boom is there for so many seconds."""
        end = self.now + lasting
        while self.now < end:
            self.now += 0.1
            self.rose_unasked += self.watch.look(
                position, seconds(self.now), is_held=held, is_occupied=occupied
            )

    def command(self) -> None:
        """The gate is asked to open, and the board hears it."""
        self.watch.commanded(seconds(self.now))
        self.watch.acknowledged(seconds(self.now))

    @property
    def faults(self) -> tuple[str, ...]:
        return self.watch.found(seconds(self.now))


def test_a_boom_that_opens_and_closes_for_a_car_is_well() -> None:
    lane = Lane()
    lane.see(Position.DOWN)
    lane.command()
    lane.see(Position.MOVING, lasting=2)
    lane.see(Position.UP, lasting=5, occupied=True)
    lane.watch.crossed(seconds(lane.now))
    lane.see(Position.UP, lasting=3)
    lane.see(Position.MOVING, lasting=2)
    lane.see(Position.DOWN, lasting=20)
    assert (lane.faults, lane.rose_unasked) == ((), 0)


def test_a_boom_that_does_not_rise_within_ten_seconds_is_told_until_it_is_up() -> None:
    lane = Lane()
    lane.see(Position.DOWN)
    lane.command()
    lane.see(Position.DOWN, lasting=9.5)
    assert lane.faults == ()
    lane.see(Position.DOWN, lasting=1)
    assert lane.faults == ("barrier.not_up",)
    lane.see(Position.UP)
    assert lane.faults == ()


def test_a_command_that_nobody_heard_promises_no_boom() -> None:
    lane = Lane()
    lane.see(Position.DOWN)
    lane.watch.commanded(seconds(lane.now))
    lane.see(Position.DOWN, lasting=30)
    assert lane.faults == ()


def test_a_boom_that_stays_up_after_the_car_is_told_until_it_is_down() -> None:
    lane = Lane()
    lane.command()
    lane.see(Position.UP, lasting=5)
    lane.watch.crossed(seconds(lane.now))
    lane.see(Position.UP, lasting=16)
    assert lane.faults == ("barrier.not_down",)
    lane.see(Position.DOWN)
    assert lane.faults == ()


def test_over_a_car_and_while_it_is_held_no_boom_comes_down() -> None:
    lane = Lane()
    lane.command()
    lane.see(Position.UP)
    lane.watch.crossed(seconds(lane.now))
    lane.see(Position.UP, lasting=60, occupied=True)
    lane.see(Position.UP, lasting=60, held=True)
    assert lane.faults == ()
    lane.see(Position.UP, lasting=16)
    assert lane.faults == ("barrier.not_down",)


def test_the_next_cars_command_ends_the_waiting_for_the_boom_to_come_down() -> None:
    lane = Lane()
    lane.command()
    lane.see(Position.UP)
    lane.watch.crossed(seconds(lane.now))
    lane.see(Position.UP, lasting=10)
    lane.command()
    lane.see(Position.UP, lasting=10)
    assert lane.faults == ()


def test_a_boom_that_rises_without_a_command_is_an_incident_once_and_told_until_it_is_down() -> None:
    lane = Lane()
    lane.see(Position.DOWN, lasting=30)
    lane.see(Position.MOVING, lasting=2)
    lane.see(Position.UP, lasting=60)
    assert lane.rose_unasked == 1
    assert lane.faults == ("barrier.up_unasked",)
    lane.see(Position.DOWN)
    assert lane.faults == ()


def test_a_boom_that_was_held_and_comes_down_may_rise_once_more_for_a_car_under_it() -> None:
    lane = Lane()
    lane.see(Position.DOWN)
    lane.see(Position.UP, lasting=3600, held=True)
    lane.see(Position.DOWN, lasting=2)
    lane.see(Position.UP)
    assert lane.rose_unasked == 0


def test_a_boom_without_contacts_is_unknown_and_nothing_is_said_of_it() -> None:
    lane = Lane()
    lane.command()
    lane.see(Position.UNKNOWN, lasting=60)
    lane.watch.crossed(seconds(lane.now))
    lane.see(Position.UNKNOWN, lasting=60)
    assert (lane.faults, lane.rose_unasked) == ((), 0)


def test_what_happened_while_the_contacts_were_silent_is_not_judged() -> None:
    lane = Lane()
    lane.see(Position.DOWN)
    lane.see(Position.UNKNOWN, lasting=60)
    lane.see(Position.UP, lasting=5)
    assert lane.rose_unasked == 0
