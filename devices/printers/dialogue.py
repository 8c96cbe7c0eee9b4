"""Asks a printer how it is, and whether it has printed all it was given; learns what it answers at all."""

from __future__ import annotations

import time
from typing import Final

from core.domain.errors import DeviceError
from core.domain.printers import Answers, PrinterProfile
from devices.printers.condition import (
    ASK_ERROR,
    ASK_OFFLINE_CAUSE,
    ASK_PAPER,
    ASK_PRINTER,
    ERROR,
    Condition,
    real_time_answer,
    was_answered_in_turn,
)
from devices.printers.line import NO_ANSWER, Line

# How long a printer of which it is not known whether it confirms is waited for, and how often one that is
# still busy is looked at meanwhile.
PERHAPS_LIMIT_S: Final = 1.5
LOOK_WHILE_BUSY_S: Final = 0.5


class Dialogue:
    """Questions over a line that is open; used by one thread at a time."""

    def __init__(self, profile: PrinterProfile, *, answer_limit_s: float) -> None:
        self._profile = profile
        self._answer_limit_s = answer_limit_s
        self._answers = profile.status is Answers.ALWAYS
        self._confirms = profile.confirms is Answers.ALWAYS
        self._is_confirmed = False
        self.condition: Condition | None = None
        self.answer_ms: float | None = None

    def look(self, line: Line) -> Condition | None:
        """Its condition now; None where it does not answer and never did.

        DeviceError ``printer.no_answer`` where one that answers is silent.
        """
        self.condition = None
        if self._profile.status is Answers.NEVER:
            return None
        began_s = time.monotonic()
        printer = self._ask(line, ASK_PRINTER)
        if printer is None:
            if self._answers:
                raise DeviceError(NO_ANSWER, detail="the printer answers no question")
            return None
        self.answer_ms = (time.monotonic() - began_s) * 1000
        self._answers = True
        offline_cause = self._ask(line, ASK_OFFLINE_CAUSE) or 0
        paper = self._ask(line, ASK_PAPER) or 0
        error = self._ask(line, ASK_ERROR) if offline_cause & ERROR else None
        self.condition = Condition.of(printer, offline_cause, paper, error)
        return self.condition

    def must_print(self, line: Line) -> None:
        """Raise DeviceError with the reason where it says that it cannot print now."""
        condition = self.look(line)
        if condition is not None and condition.trouble:
            raise DeviceError(condition.trouble)

    def begin_job(self) -> None:
        """What it answered in turn before belongs to the job before."""
        self._is_confirmed = False

    def wait_until_printed(self, line: Line, until_s: float) -> None:
        """Wait for the answer behind the job; DeviceError where the printer stops or falls silent before.

        A printer that never answered such a question is believed once it says that it is well.
        """
        if not self._confirms:
            until_s = min(until_s, time.monotonic() + PERHAPS_LIMIT_S)
        while not self._is_confirmed and time.monotonic() < until_s:
            self._receive(line, min(until_s, time.monotonic() + LOOK_WHILE_BUSY_S))
            if not self._is_confirmed and self._answers:
                self.must_print(line)
        if self._is_confirmed:
            self._confirms = True
        elif self._confirms:
            raise DeviceError(NO_ANSWER, detail="the printer has not said that it printed")

    def _ask(self, line: Line, question: bytes) -> int | None:
        until_s = time.monotonic() + self._answer_limit_s
        line.write(question, until_s=until_s)
        while time.monotonic() < until_s:
            answer = real_time_answer(self._receive(line, until_s))
            if answer is not None:
                return answer
        return None

    def _receive(self, line: Line, until_s: float) -> bytes:
        """What comes in next; an answer in turn may come between those to other questions."""
        received = line.read(until_s=until_s)
        self._is_confirmed = self._is_confirmed or was_answered_in_turn(received)
        return received
