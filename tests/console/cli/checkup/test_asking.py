"""Questions that are asked together."""

from __future__ import annotations

import threading

from console.cli.checkup.asking import Question, answers
from console.cli.checkup.finding import Finding, State, ok


def test_a_device_that_keeps_us_waiting_does_not_keep_the_others() -> None:
    never = threading.Event()

    def hang(subject: str) -> Finding:
        never.wait(60)
        return ok(subject, "late")

    asked = [
        Question("slow", hang),
        Question("slow too", hang),
        Question("quick", lambda name: ok(name, "well")),
    ]
    slow, slow_too, quick = answers(asked, limit_s=0.3)
    never.set()

    assert slow.state is slow_too.state is State.TROUBLE
    assert "no answer within" in slow.said
    assert quick.said == "well"


def test_a_question_that_fails_is_named_and_the_others_are_answered() -> None:
    def fail(_subject: str) -> Finding:
        raise ZeroDivisionError("oh")

    broken, well = answers([Question("broken", fail), Question("well", lambda name: ok(name, "yes"))])
    assert broken.state is State.TROUBLE
    assert "ZeroDivisionError" in broken.said
    assert well.state is State.OK
