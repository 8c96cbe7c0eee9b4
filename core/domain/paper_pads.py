"""A pad of the paper book: numbered lines, each of which can be entered once (``back_entry``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LINES_ON_A_PAGE: Final = 18
MOST_PAGES: Final = 20


@dataclass(frozen=True, slots=True)
class Pad:
    """A pad as it was printed; ``console_number`` is that of who numbers it, 0 for a lot's only console."""

    number: int
    pages: int
    console_number: int = 0

    @property
    def name(self) -> str:
        """What is on its cover: 14, or 2-14 where several consoles print their own."""
        return f"{self.console_number}-{self.number}" if self.console_number else str(self.number)

    def slips(self, page: int) -> tuple[str, ...]:
        """The numbers on a page, counted from 0; no other pad of the lot has any of them."""
        first = page * LINES_ON_A_PAGE + 1
        return tuple(f"{self.name}-{line:03d}" for line in range(first, first + LINES_ON_A_PAGE))
