"""Questions to what may not answer: all asked at once, and given up together."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from console.cli.checkup.finding import Finding, trouble

LIMIT_S: Final = 10.0
LOOK_AT_THE_LINE: Final = "look at its power and cable, and at its address in the configuration"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask, outside this process."""

    subject: str
    ask: Callable[[str], Finding]


def answers(questions: Sequence[Question], *, limit_s: float = LIMIT_S) -> list[Finding]:
    """Ask all at once, and give the findings in the questions' order, after ``limit_s`` at the latest."""
    found: dict[int, Finding] = {}

    def run(place: int, question: Question) -> None:
        try:
            found[place] = question.ask(question.subject)
        except Exception as bug:  # noqa: BLE001 - a thread's top: the report goes on, and names what failed
            step = "tell whoever looks after Lotkeeper: this is a fault of the program"
            found[place] = trouble(question.subject, f"could not be asked: {bug!r}", step)

    threads = [
        # A name that nobody resolves may keep its thread for minutes; the program ends without it.
        threading.Thread(target=run, args=(place, question), daemon=True)
        for place, question in enumerate(questions)
    ]
    for thread in threads:
        thread.start()
    ends_at = time.monotonic() + limit_s
    for thread in threads:
        thread.join(max(0.0, ends_at - time.monotonic()))
    return [
        found.get(place) or trouble(question.subject, f"no answer within {limit_s:g} s", LOOK_AT_THE_LINE)
        for place, question in enumerate(questions)
    ]
