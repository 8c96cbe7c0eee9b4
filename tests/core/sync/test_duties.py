"""The hub's duties: each is done again and again, and none keeps another from its work."""

from __future__ import annotations

from collections.abc import Callable

from core.domain.errors import LinkError
from core.sync.duties import Duties
from tests.core.sync.test_worker import eventually
from tests.fakes.clock import FakeClock


def failing(error: Exception) -> Callable[[], None]:
    def duty() -> None:
        raise error

    return duty


def test_a_duty_that_fails_keeps_no_other_from_its_work() -> None:
    done: list[str] = []
    duties = Duties(
        "hub",
        {
            "projects": failing(LinkError("link.no_answer")),
            "grants": lambda: done.append("grants"),
            "answers": failing(ValueError("a bug")),
        },
        FakeClock(),
        are_due=lambda: True,
    )
    duties.turn()
    assert done == ["grants"]
    states = duties.states
    assert (states["projects"].cause, states["answers"].cause) == ("link.no_answer", "program.fault")
    assert states["projects"].failing_since is not None
    assert states["grants"].done_at is not None


def test_only_the_hub_does_them() -> None:
    done: list[str] = []
    hub = [False]
    duties = Duties("hub", {"grants": lambda: done.append("x")}, FakeClock(), are_due=lambda: hub[0])
    duties.turn()
    assert done == []
    hub[0] = True
    duties.turn()
    assert done == ["x"]


def test_a_nudge_is_followed_at_once() -> None:
    done: list[int] = []
    duties = Duties("hub", {"counts": lambda: done.append(1)}, FakeClock(), are_due=lambda: True)
    duties.start()
    try:
        assert eventually(lambda: len(done) == 1)
        duties.nudge()
        assert eventually(lambda: len(done) >= 2, 3)
    finally:
        duties.stop()
