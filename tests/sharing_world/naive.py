"""FAKE: the ways of sharing that look as if they worked; the invariants must find each of them out."""

from __future__ import annotations

import random
from collections.abc import Sequence

from core.domain.chains import ChainRow, Mark
from core.domain.occupancy import Occupancy
from tests.fakes.chains import MemoryLink
from tests.faults.invariants import Row


def naive_counter(_book: object, occupancy: Occupancy) -> int:
    """Each console looks at its own count of free spaces and at nothing else."""
    return occupancy.free


class CarelessDatabase(MemoryLink):
    """Takes what it is given without asking whether it has it: every repeat is one more row."""

    def push(self, rows: Sequence[ChainRow]) -> Mark:
        self.chains.rows_of.setdefault(rows[0].console_id, []).extend(rows)
        return self.chains.mark(rows[0].console_id)


class NumberedTable:
    """Rows numbered in the order in which their transactions began, and seen when these are committed.

    That is what a serial column is: a transaction that takes long comes in behind numbers that were seen
    before it.
    """

    def __init__(self, seed: random.Random) -> None:
        self._random = seed
        self._next = 1
        self.seen: dict[int, ChainRow] = {}
        self._under_way: list[tuple[int, ChainRow]] = []

    def insert(self, rows: Sequence[ChainRow]) -> None:
        """One transaction; one in four is slow, and is committed while later ones are."""
        numbered = list(enumerate(rows, start=self._next))
        self._next += len(rows)
        if self._random.random() < 0.25:
            self._under_way += numbered
            return
        self.seen.update(numbered)
        if self._random.random() < 0.5:
            self.commit_all()

    def commit_all(self) -> None:
        """The slow transactions are done, too."""
        self.seen.update(self._under_way)
        self._under_way.clear()

    def after(self, number: int) -> dict[int, ChainRow]:
        """What can be seen beyond the number."""
        return {key: row for key, row in self.seen.items() if key > number}

    def chain_rows(self) -> dict[str, list[ChainRow]]:
        """What can be seen, chain by chain in the order of seq, as far as it goes without a gap."""
        found: dict[str, list[ChainRow]] = {}
        for row in sorted(self.seen.values(), key=lambda one: (one.console_id, one.seq)):
            chain = found.setdefault(row.console_id, [])
            if row.seq == len(chain) + 1:
                chain.append(row)
        return found


def as_home(rows: Sequence[ChainRow]) -> list[Row]:
    """Rows as the invariants judge them."""
    entries = [(row, row.to_entry()) for row in rows]
    return [
        Row(
            row.console_id,
            row.seq,
            row.entry_id,
            row.hlc,
            row.kind,
            row.who,
            dict(entry.payload),
            tuple((subject.kind, subject.subject_id) for subject in entry.subjects),
        )
        for row, entry in entries
    ]
