"""A device that is asked by its own driver."""

from __future__ import annotations

from collections.abc import Iterable

from console.cli.checkup.drivers import finding_of, observe
from console.cli.checkup.finding import State
from core.services.ports import DeviceStatus, Health


class Driver:
    """A driver that says one status after the other, and notes what is done to it."""

    def __init__(self, says: Iterable[Health]) -> None:
        self._says = list(says)
        self.done: list[str] = []

    def start(self) -> None:
        self.done.append("start")

    def stop(self) -> None:
        self.done.append("stop")

    def status(self) -> DeviceStatus:
        health = self._says.pop(0) if len(self._says) > 1 else self._says[0]
        return DeviceStatus(health, 0, "" if health is Health.OK else "board.no_answer", "far away")


def seen(*says: Health, limit_s: float = 5.0) -> tuple[DeviceStatus, list[str]]:
    driver = Driver(says)
    return observe(driver.start, driver.status, driver.stop, limit_s=limit_s, settles_s=0.1), driver.done


def test_a_device_that_comes_up_is_let_go_of_as_soon_as_it_has() -> None:
    status, done = seen(Health.STARTING, Health.STARTING, Health.OK)
    assert status.health is Health.OK
    assert done == ["start", "stop"]


def test_a_device_that_fails_once_and_comes_at_the_next_try_is_well() -> None:
    assert seen(Health.FAILED, Health.OK)[0].health is Health.OK


def test_a_device_that_never_comes_up_is_given_up_and_let_go_of() -> None:
    status, done = seen(Health.STARTING, limit_s=0.2)
    assert status.health is Health.STARTING
    assert done == ["start", "stop"]


def test_what_is_wrong_is_said_in_the_consoles_own_words_with_its_step() -> None:
    finding = finding_of("barrier of in", seen(Health.FAILED)[0], "the board")

    assert finding.state is State.TROUBLE
    assert finding.said == "the board: The relay board does not answer. (far away)"
    assert finding.next_step == "Look at its power and cable."


def test_a_device_that_cannot_say_how_it_is_is_not_called_well() -> None:
    finding = finding_of("printer", DeviceStatus(Health.UNKNOWN, 0), "the printer")
    assert finding.state is State.SKIPPED
    assert "cannot say" in finding.said


def test_a_cause_without_words_is_shown_as_it_is() -> None:
    finding = finding_of("sign of in", DeviceStatus(Health.FAILED, 0, "odd.thing"), "the sign")
    assert finding.said == "the sign: odd.thing"
    assert finding.next_step
