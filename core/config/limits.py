"""What a value in the configuration may be, said beside the field it belongs to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol


class Limit(Protocol):
    """A rule for one value, and the words for what it expects."""

    @property
    def expected(self) -> str:
        """What a value must be, to follow "expected …"."""

    def allows(self, value: object) -> bool:
        """Whether a value of the right type is within the rule."""


@dataclass(frozen=True, slots=True)
class Between:
    """A number in a closed range; with ``step`` a whole multiple of it."""

    least: float
    most: float
    step: int = 0

    @property
    def expected(self) -> str:
        """The range in words."""
        steps = f" in steps of {self.step}" if self.step else ""
        return f"{self.least} to {self.most}{steps}"

    def allows(self, value: object) -> bool:
        """False for NaN too."""
        if not isinstance(value, int | float) or not self.least <= value <= self.most:
            return False
        return not self.step or value % self.step == 0


@dataclass(frozen=True, slots=True)
class Text:
    """A text on one line, of at most so many characters."""

    longest: int
    shortest: int = 0

    @property
    def expected(self) -> str:
        """The length in words."""
        return f"one line of {self.shortest} to {self.longest} characters"

    def allows(self, value: object) -> bool:
        """False for control characters and for what no file can hold."""
        if not isinstance(value, str) or not self.shortest <= len(value) <= self.longest:
            return False
        return not any(unicodedata.category(character) in {"Cc", "Cs"} for character in value)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that stands in file names and in the journal."""

    longest: int = 40

    @property
    def expected(self) -> str:
        """The form in words."""
        return f"1 to {self.longest} letters, digits, - or _"

    def allows(self, value: object) -> bool:
        """ASCII only, because files and shared memory are named so."""
        return (
            isinstance(value, str) and re.fullmatch(rf"[A-Za-z0-9_-]{{1,{self.longest}}}", value) is not None
        )
