"""What one check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it is."""

    OK = "ok"
    TROUBLE = "trouble"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: what was looked at, how it is, and for trouble the next step."""

    subject: str
    state: State
    said: str
    next_step: str = ""


def ok(subject: str, said: str) -> Finding:
    """All is well with it."""
    return Finding(subject, State.OK, said)


def trouble(subject: str, said: str, next_step: str) -> Finding:
    """Something is wrong with it."""
    return Finding(subject, State.TROUBLE, said, next_step)


def skipped(subject: str, why: str) -> Finding:
    """It could not, or need not, be looked at."""
    return Finding(subject, State.SKIPPED, why)
