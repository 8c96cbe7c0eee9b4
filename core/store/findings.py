"""What a verification of the journal found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

MOST_PROBLEMS = 1000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not agree, as a reason code.

    ``console_id`` and ``seq`` name the entry; they are empty and None where a projection is meant, which
    ``detail`` then names.
    """

    console_id: str
    seq: int | None
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Where a console's chain ends: its link seals everything before it."""

    lot_id: str
    console_id: str
    seq: int
    link: bytes


@dataclass(frozen=True, slots=True)
class Anchored:
    """How far anchors prove a chain: up to ``seq`` (0: not at all), by one that was written at ``at``.

    ``later`` entries came after it, the first of them at ``since`` by its own clock.
    """

    lot_id: str
    console_id: str
    seq: int
    at: datetime | None
    later: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Verification:
    """The result: what was read, where the chains end, and what is wrong.

    ``purged`` counts the entries whose personal fields are no longer kept, which is no problem.
    ``problems`` holds the first 1000 of ``problem_count``; ``anchored`` says of each chain how far it is
    proved from outside.
    """

    entries: int
    purged: int
    heads: tuple[ChainHead, ...]
    problems: tuple[Problem, ...]
    problem_count: int
    anchored: tuple[Anchored, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether everything agrees."""
        return self.problem_count == 0


@dataclass(slots=True)
class Findings:
    """Gathers a verification while it runs."""

    entries: int = 0
    purged: int = 0
    subjects: int = 0
    heads: list[ChainHead] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    anchored: list[Anchored] = field(default_factory=list)
    # By console the first entry that does not follow from the one before it: no anchor behind it proves
    # anything before it.
    breaks: dict[str, int] = field(default_factory=dict)

    def add(self, code: str, detail: str = "", *, console_id: str = "", seq: int | None = None) -> None:
        """Note a problem; beyond 1000 they are only counted."""
        self.problem_count += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(console_id, seq, code, detail))

    def result(self) -> Verification:
        """What was found so far."""
        return Verification(
            self.entries,
            self.purged,
            tuple(self.heads),
            tuple(self.problems),
            self.problem_count,
            tuple(self.anchored),
        )
