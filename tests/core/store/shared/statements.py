"""The statements that a server was really sent, read from its own log, and what is wrong with one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.core.store.shared.lots_server import SharedDatabase

# Tables without a lot: facts about the database itself, small, and a reference table on Citus.
WITHOUT_A_LOT = ("alembic_version", "shared_settings", "pg_", "information_schema")
_LOGGED = re.compile(r"^SENT user=(\S*) .*?(?:statement|execute [^:]*): (.*)", re.DOTALL)

FORBIDDEN = {
    "advisory lock": r"\bpg_(try_)?advisory",
    "serial or sequence": r"\b(big|small)?serial\b|\bnextval\s*\(|\bcreate\s+sequence",
    "column that counts by itself": r"\bgenerated\b.*\bidentity\b",
    "trigger": r"\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b",
    "rule": r"\bcreate\s+(or\s+replace\s+)?rule\b",
    "exclusion constraint": r"\bexclude\s+using\b",
    "deferrable constraint": r"\bdeferrable\b",
    "index that is no B-tree": r"\busing\s+(gist|gin|brin|spgist|hash)\b",
    "lock of a whole table": r"^\s*lock\b",
    "row lock": r"\bfor\s+(no\s+key\s+)?(update|share)\b",
    "cursor that outlives its transaction": r"\bwith\s+hold\b",
    "two-phase commit": r"\bprepare\s+transaction\b",
    "temporary table": r"\bcreate\s+(temp|temporary)\b",
    "merge": r"^\s*merge\b",
    "grouping sets": r"\bgrouping\s+sets\b|\brollup\b|\bcube\b",
    "system column": r"\b(ctid|xmin|xmax|tableoid)\b",
    "change of the tables": r"^\s*(create|alter|drop|truncate)\b",
}
"""What Citus or YugabyteDB refuse, or keep to one shard; and what no console has any business to send."""

_HARMLESS = re.compile(
    r"^\s*(begin|commit|rollback|savepoint|release|set\s|show\s|listen|unlisten|notify|select\s+pg_notify"
    r"|select\s+1|select\s+pg_catalog\.version|deallocate|discard|$)",
    re.IGNORECASE,
)
_TABLE = re.compile(
    r"\b(?:from|join|into|update|copy)\s+(?:only\s+)?(?:public\.|own_lot\.)?([a-z_]+)", re.IGNORECASE
)


@dataclass(frozen=True)
class Sent:
    """A statement as the server got it, and from whom."""

    user: str
    text: str


def complaints(statement: str) -> list[str]:
    """What is wrong with the statement; empty where a sharded database takes it."""
    if _HARMLESS.match(statement):
        return []
    found = [
        name
        for name, pattern in FORBIDDEN.items()
        if re.search(pattern, statement, re.IGNORECASE | re.DOTALL)
    ]
    tables = {table.lower() for table in _TABLE.findall(statement)}
    sharded = {table for table in tables if not table.startswith(WITHOUT_A_LOT)}
    if sharded and not re.search(r"\blot_id\b", statement):
        found.append("no lot named")
    return found


@contextmanager
def logged(database: SharedDatabase) -> Iterator[list[Sent]]:
    """All statements sent to the database meanwhile, there when this ends."""
    file = database.server.folder / "log"
    sent: list[Sent] = []
    with database.as_administrator() as session:
        for setting, value in (("log_statement", "all"), ("log_min_error_statement", "panic")):
            session.execute(f"ALTER DATABASE {database.name} SET {setting} = '{value}'".encode())
        session.execute("ALTER SYSTEM SET log_line_prefix = 'SENT user=%u '")
        session.execute("SELECT pg_reload_conf()")
    begin = file.stat().st_size
    try:
        yield sent
    finally:
        with database.as_administrator() as session:
            session.execute(f"ALTER DATABASE {database.name} RESET ALL".encode())
        with file.open() as stream:
            stream.seek(begin)
            sent += _parsed(stream.read())


def _parsed(log: str) -> Iterator[Sent]:
    for line in re.split(r"\n(?=SENT )", log):
        match = _LOGGED.match(line)
        if match and "LOG:" in line:
            yield Sent(match[1], re.sub(r"\s+", " ", match[2]).strip())
