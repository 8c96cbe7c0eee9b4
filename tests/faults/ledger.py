"""What a console told the outside while it lived: one line for each thing, written in one piece.

The lines go through a pipe, which keeps what was written when the writer is killed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

MOST_BYTES = 4096


@dataclass(slots=True)
class Ledger:
    """The lines of one console, in their order, over all its lives.

    ``kept`` are ids of journal entries whose commit was acknowledged, ``pulses`` the commands that moved a
    barrier, ``charged`` the payments that a driver was told are taken, ``printed`` the receipt numbers that
    came out as originals, ``points`` where it died.
    """

    kept: list[str] = field(default_factory=list)
    pulses: list[str] = field(default_factory=list)
    charged: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    ready: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Take what one life told; a line that was not finished was not told."""
        whole = text.rpartition("\n")[0]
        for line in whole.splitlines():
            word, _, rest = line.partition(" ")
            getattr(self, word).append(rest)

    def tell(self, word: str, what: str) -> None:
        """Told by somebody in this very process."""
        getattr(self, word).append(what)


Tell = Callable[[str, str], None]


def teller(descriptor: int) -> Tell:
    """How a console tells the outside: ``tell("pulses", command_id)``."""

    def tell(word: str, what: str) -> None:
        line = f"{word} {what}\n".encode()
        assert len(line) <= MOST_BYTES, "such a line could be torn"
        os.write(descriptor, line)

    return tell


def all_of(ledgers: Iterable[Ledger]) -> Ledger:
    """What all of them told together."""
    together = Ledger()
    for ledger in ledgers:
        for name in Ledger.__slots__:
            getattr(together, name).extend(getattr(ledger, name))
    return together
