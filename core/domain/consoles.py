"""Consoles that belong to a lot: how each joined, what it is called, and whether it still may take part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from core.domain.journal import Entry, in_order

JOINED, RENAMED, REVOKED = "console.joined", "console.renamed", "console.revoked"
WIRED = "console.wired"


@dataclass(frozen=True, slots=True)
class LotConsole:
    """A console of the lot; ``number`` stands on its receipts, ``public_key`` in hexadecimal.

    ``entry_lanes`` says whether cars come in through it, so that the hub grants it spaces: what
    was said when it joined holds until the console itself says otherwise.
    """

    console_id: str
    number: int
    name: str
    public_key: str
    joined_at: datetime
    entry_lanes: bool = True
    revoked_at: datetime | None = None


def fold_console(entries: Iterable[Entry]) -> LotConsole | None:
    """The console its entries describe, None where it never joined; who joins again is no longer revoked."""
    console: LotConsole | None = None
    for entry in in_order(entries):
        if entry.kind == JOINED:
            console = LotConsole(**_known(entry.payload["console"]), joined_at=entry.at)
        elif console is not None and entry.kind == RENAMED:
            console = replace(console, **_known(_said(entry)))
        elif console is not None and entry.kind == WIRED:
            console = _wired(console, entry)
        elif console is not None and entry.kind == REVOKED and console.revoked_at is None:
            console = replace(console, revoked_at=entry.at)
    return console


def _wired(console: LotConsole, entry: Entry) -> LotConsole:
    """With the lanes it says it has; nobody else knows, and what is neither yes nor no says nothing."""
    entry_lanes = entry.payload.get("entry_lanes")
    if entry.console_id != console.console_id or not isinstance(entry_lanes, bool):
        return console
    return replace(console, entry_lanes=entry_lanes)


def _said(entry: Entry) -> Mapping[str, Any]:
    """What is new about it; who it is does not change."""
    said = entry.payload.get("console", entry.payload)
    return {name: value for name, value in said.items() if name in {"name", "number", "entry_lanes"}}


def _known(said: Mapping[str, Any]) -> dict[str, Any]:
    """Only what this program knows: a newer one may say more."""
    return {name: said[name] for name in _SAID if name in said}


_SAID = tuple(part.name for part in fields(LotConsole) if not part.name.endswith("_at"))
