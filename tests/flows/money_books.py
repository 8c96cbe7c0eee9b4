"""The books of a day as an auditor keeps them: added up from the rows of the journal with nothing of ours.

SQL and JSON alone: no fold, no projection and no report of the program is asked.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MONEY = frozenset({"cash", "card", "stripe", "line_pay"})


@dataclass(slots=True)
class Books:
    """Sums in minor units by tender; ``settled`` is the price of all ``payments``, money or none."""

    came_in: Counter[str] = field(default_factory=Counter)
    went_back: Counter[str] = field(default_factory=Counter)
    without_money: Counter[str] = field(default_factory=Counter)
    payments: int = 0
    settled: int = 0
    float_minor: int = 0
    dropped: int = 0
    paid_out: int = 0
    paid_in: int = 0

    @property
    def drawer_minor(self) -> int:
        """What must lie in the drawer."""
        moved = self.paid_in - self.paid_out - self.dropped
        return self.float_minor + self.came_in["cash"] - self.went_back["cash"] + moved


def books_of(database: Path) -> Books:
    """The books from the last opening of a drawer on."""
    books = Books()
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT kind, payload FROM journal ORDER BY console_id, seq").fetchall()
    for kind, text in rows:
        payload = json.loads(text)
        if kind == "shift.opened":
            books = Books(float_minor=payload["float_minor"])
        _note(books, kind, payload)
    return books


def _note(books: Books, kind: str, payload: Mapping[str, Any]) -> None:
    match kind:
        case "stay.paid":
            _paid(books, payload["payment"])
        case "debt.collected" | "article.sold":
            books.came_in[payload.get("tender") or "cash"] += payload["amount_minor"]
        case "refund.settled":
            if payload["outcome"] == "paid_back":
                books.went_back[payload.get("tender") or "cash"] += payload["amount_minor"]
        case "cash.dropped":
            books.dropped += payload["amount_minor"]
        case "cash.paid_out":
            books.paid_out += payload["amount_minor"]
        case "cash.paid_in":
            books.paid_in += payload["amount_minor"]


def _paid(books: Books, payment: Mapping[str, Any]) -> None:
    books.payments += 1
    books.settled += payment["amount_minor"]
    parts = payment.get("parts") or [payment]
    for part in parts:
        sums = books.came_in if part["tender"] in MONEY else books.without_money
        sums[part["tender"]] += part["amount_minor"]
