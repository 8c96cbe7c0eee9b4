"""How a server really ran what it was sent, read from its own log: the rows that each statement looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.core.store.shared.lots_server import SharedDatabase

_SETTINGS = {
    "session_preload_libraries": "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_buffers": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_format": "json",
}
_EXPLAINED = re.compile(r"^RAN user=(\S*) LOG: .*?plan:\s*(\{.*\})\s*$", re.DOTALL)
_LOOKED_AT = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")


@dataclass(frozen=True)
class Ran:
    """A statement that was run, by whom, and how."""

    user: str
    text: str
    plan: Mapping[str, Any]

    @property
    def rows(self) -> int:
        """How many rows of tables it looked at, whether it wanted them or not."""
        return sum(map(_rows_of, _scans_of(self.plan)))

    @property
    def blocks(self) -> int:
        """How many blocks of a table and its index the longest of its scans went through."""
        return max(map(_blocks_each_time, _scans_of(self.plan)), default=0)


def nodes_of(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The plan's node and all below it."""
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes_of(below)


def _scans_of(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for node in nodes_of(plan):
        if "Relation Name" in node and node["Node Type"] != "ModifyTable":
            yield node


def _rows_of(scan: Mapping[str, Any]) -> int:
    """The server gives the mean of all times, in whole rows; each further time counts as a row at least."""
    loops = int(scan["Actual Loops"])
    each_time = sum(int(scan.get(kind, 0)) for kind in _LOOKED_AT)
    return each_time if loops == 1 else loops * max(1, each_time)


def _blocks_each_time(scan: Mapping[str, Any]) -> int:
    blocks = int(scan["Shared Hit Blocks"]) + int(scan["Shared Read Blocks"])
    return blocks // max(1, int(scan["Actual Loops"]))


@contextmanager
def explained(database: SharedDatabase) -> Iterator[list[Ran]]:
    """How all statements ran that new sessions in the database sent meanwhile, there when this ends."""
    file = database.server.folder / "log"
    ran: list[Ran] = []
    with database.as_administrator() as session:
        for setting, value in _SETTINGS.items():
            session.execute(f"ALTER DATABASE {database.name} SET {setting} = '{value}'".encode())
        session.execute("ALTER SYSTEM SET log_line_prefix = 'RAN user=%u '")
        session.execute("SELECT pg_reload_conf()")
    begin = file.stat().st_size
    try:
        yield ran
    finally:
        with database.as_administrator() as session:
            session.execute(f"ALTER DATABASE {database.name} RESET ALL".encode())
        with file.open() as stream:
            stream.seek(begin)
            ran += _parsed(stream.read())


def _parsed(log: str) -> Iterator[Ran]:
    for line in re.split(r"\n(?=RAN )", log):
        match = _EXPLAINED.match(line)
        if match:
            said = json.loads(match[2])
            yield Ran(match[1], re.sub(r"\s+", " ", said["Query Text"]).strip(), said["Plan"])
