"""Fakes of ours: a journal and a far side in memory, for what exchanges them. No time passes in here."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from core.domain.chains import ChainRow, Mark, Marks, check_rows
from core.domain.errors import LinkError
from core.domain.journal import Entry, from_micros, link, next_hlc, to_micros
from core.services.sharing import MOST_ROWS, Waiting

LOT = "lot-1"
START = datetime(2026, 5, 13, 8, 0, tzinfo=UTC)


class Chains:
    """Chains by console id."""

    def __init__(self) -> None:
        self.rows_of: dict[str, list[ChainRow]] = {}

    def marks(self) -> dict[str, Mark]:
        return {name: Mark(rows[-1].seq, rows[-1].link) for name, rows in self.rows_of.items() if rows}

    def mark(self, console_id: str) -> Mark:
        return self.marks().get(console_id, Mark())

    def next_rows(self, console_id: str, after_seq: int, limit: int) -> list[ChainRow]:
        return self.rows_of.get(console_id, [])[after_seq : after_seq + limit]

    def add(self, rows: Sequence[ChainRow]) -> Mark:
        """Rows that continue a chain; those held already change nothing, another one is a fork."""
        name = rows[0].console_id
        held = self.rows_of.setdefault(name, [])
        for row in rows:
            if row.seq <= len(held) and held[row.seq - 1].link != row.link:
                raise LinkError("chain.fork", detail=f"{name} {row.seq}")
        fresh = [row for row in rows if row.seq > len(held)]
        check_rows(fresh, self.mark(name))
        held.extend(fresh)
        return self.mark(name)


class MemoryReplica:
    """One console's journal."""

    lot_id = LOT

    def __init__(self, console_id: str) -> None:
        self.console_id = console_id
        self.chains = Chains()
        self.acks: dict[str, dict[str, Mark]] = {}
        self.refusals: list[tuple[str, int, str]] = []

    def write(self, kind: str = "lane.noted", **payload: Any) -> ChainRow:
        """One more entry of this console's own."""
        before = self.chains.mark(self.console_id)
        rows = self.chains.rows_of.setdefault(self.console_id, [])
        seq = before.seq + 1
        at = START + timedelta(seconds=seq)
        hlc = next_hlc(rows[-1].hlc if rows else 0, at)
        entry = Entry(
            f"{self.console_id}-{seq}", self.console_id, seq, hlc, at, LOT, kind, 1, payload, "p", ()
        )
        row = ChainRow(
            LOT,
            self.console_id,
            seq,
            entry.entry_id,
            hlc,
            to_micros(at),
            kind,
            1,
            json.dumps(payload),
            "p",
            "[]",
            link(before.link, entry),
        )
        rows.append(row)
        return row

    def marks(self) -> Marks:
        return self.chains.marks()

    def rows(self, console_id: str, after_seq: int, limit: int = MOST_ROWS) -> list[ChainRow]:
        return self.chains.next_rows(console_id, after_seq, limit)

    def take(self, rows: Sequence[ChainRow]) -> Mark:
        try:
            return self.chains.add(rows)
        except LinkError as error:
            self.refuse(rows, error.cause, error.detail)
            raise

    def acknowledge(self, link: str, marks: Marks) -> None:
        self.acks.setdefault(link, {}).update(marks)

    def acknowledged(self, link: str) -> Marks:
        return dict(self.acks.get(link, {}))

    def waiting(self, link: str) -> Waiting:
        seen = self.acks.get(link, {}).get(self.console_id, Mark()).seq
        own = self.chains.rows_of.get(self.console_id, [])[seen:]
        money = sum(row.kind == "stay.paid" for row in own)
        return Waiting(len(own), money, from_micros(own[0].at) if own else None)

    def refuse(self, rows: Sequence[ChainRow], cause: str, detail: str = "") -> None:
        self.refusals.append((rows[0].console_id, rows[0].seq, cause))


class MemoryLink:
    """A far side that can be taken away: ``away`` is the cause it then fails with."""

    def __init__(self, name: str = "database") -> None:
        self.name = name
        self.chains = Chains()
        self.away = ""
        self.rings = 0
        self.pushes = 0
        self.left: dict[str, Mapping[str, Any]] = {}
        self.skew: timedelta | None = None

    def marks(self) -> Marks:
        self._here()
        return self.chains.marks()

    def push(self, rows: Sequence[ChainRow]) -> Mark:
        self._here()
        self.pushes += 1
        return self.chains.add(rows)

    def pull(self, console_id: str, after_seq: int, limit: int = MOST_ROWS) -> list[ChainRow]:
        self._here()
        return self.chains.next_rows(console_id, after_seq, limit)

    def ring(self) -> None:
        self.rings += 1

    def wait(self, seconds: float) -> bool:
        raise LinkError("link.no_answer")

    def report(self, document: Mapping[str, Any]) -> timedelta | None:
        self._here()
        self.left["console"] = document
        return self.skew

    def reports(self) -> dict[str, Mapping[str, Any]]:
        self._here()
        return dict(self.left)

    def close(self) -> None:
        self.away = "link.no_answer"

    def _here(self) -> None:
        if self.away:
            raise LinkError(self.away)
