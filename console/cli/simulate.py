"""``lotkeeper simulate``: fills a shared database with the plausible days of a made-up city."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from console.cli.parsing import add_json
from console.cli.words import words_for
from console.simulation.filling import FailedLot, Filling, Progress, fill
from core.domain.errors import BadInput
from migrations.shared import upgrade_shared

DONE, SOME_FAILED = 0, 1
MOST_LOTS, MOST_DAYS = 10_000, 3660
LINE_SECONDS = 10.0
STATEMENT_SECONDS = 120


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `simulate` is told."""
    parser.add_argument("--lots", required=True, type=_count(MOST_LOTS), metavar="N", help="how many lots")
    parser.add_argument(
        "--days", required=True, type=_count(MOST_DAYS), metavar="D", help="how many days each"
    )
    parser.add_argument(
        "--url", required=True, metavar="URL", help="the database on PostgreSQL; it is upgraded first"
    )
    parser.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DATE", help="the first day")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another number, another city")
    parser.add_argument(
        "--processes", type=_count(256), default=os.cpu_count() or 1, metavar="N", help="lots at a time"
    )
    parser.add_argument("--journal-only", action="store_true", help="leave the projecting to a hub")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Fill the database, say how far it is on standard error, and sum up."""
    now = datetime.now(UTC)
    first = args.first or now.date() - timedelta(days=args.days)
    if first + timedelta(days=args.days) > now.date() + timedelta(days=1):
        raise BadInput("simulate.in_the_future")
    upgrade_shared(_server(args.url), now=now, first_month=first.year * 100 + first.month)
    wanted = Filling(
        url=_server(args.url),
        lots=args.lots,
        days=args.days,
        first=first,
        seed=args.seed,
        projects=not args.journal_only,
        processes=args.processes,
    )
    begun = time.monotonic()
    done, failed = fill(wanted, _Meter(wanted, begun).tell)
    _sum_up(wanted, done, failed, seconds=time.monotonic() - begun, as_json=args.json)
    return SOME_FAILED if failed else DONE


def _sum_up(
    wanted: Filling, done: Progress, failed: list[FailedLot], *, seconds: float, as_json: bool
) -> None:
    report = {
        "lots": done.lots,
        "lot_days": done.lot_days,
        "journal_rows": done.rows,
        "first_day": wanted.first.isoformat(),
        "seconds": round(seconds, 1),
        "failed": [
            {"lot": lot.number + 1, "cause": words_for(lot.cause), "detail": lot.detail} for lot in failed
        ],
    }
    if as_json:
        print(json.dumps(report))
        return
    for name, value in report.items():
        if name != "failed":
            print(f"{name.replace('_', ' ')}: {value}")
    for lot in failed:
        print(f"lot {lot.number + 1} failed: {words_for(lot.cause)}: {lot.detail}")


class _Meter:
    """Says how far it is: on a terminal in one line that changes, else every ten seconds in a new one."""

    def __init__(self, wanted: Filling, begun: float) -> None:
        self._lot_days = wanted.lots * wanted.days
        self._begun = begun
        self._told_at = begun
        self._lives = sys.stderr.isatty()

    def tell(self, done: Progress) -> None:
        """It is that far."""
        now = time.monotonic()
        if not self._lives and now - self._told_at < LINE_SECONDS:
            return
        self._told_at = now
        line = self._line(done, now - self._begun)
        print(
            f"\r\033[K{line}" if self._lives else line,
            file=sys.stderr,
            end="" if self._lives else "\n",
            flush=True,
        )
        if self._lives and done.lot_days == self._lot_days:
            print(file=sys.stderr)

    def _line(self, done: Progress, seconds: float) -> str:
        share = done.lot_days / self._lot_days
        left = "" if not done.lot_days else f", {round(seconds / share - seconds)} s left"
        speed = round(done.rows / seconds) if seconds else 0
        return f"{share:.0%}: {done.lot_days} days of lots, {done.rows} journal rows, {speed}/s{left}"


def _count(most: int) -> Callable[[str], int]:
    """A number from 1 to ``most``."""

    def number(text: str) -> int:
        value = int(text)
        if not 1 <= value <= most:
            raise argparse.ArgumentTypeError(f"expected a number from 1 to {most}")
        return value

    number.__name__ = "number"
    return number


def _server(text: str) -> str:
    """The URL with the driver that is installed; BadInput where it is none of PostgreSQL."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise BadInput("db.bad_url") from error
    if url.get_backend_name() != "postgresql" or not url.database:
        raise BadInput("db.bad_url")
    if "options" not in url.query:
        # A console gives up after a few seconds, since others wait; here nobody does.
        url = url.update_query_dict({"options": f"-c statement_timeout={STATEMENT_SECONDS}s"})
    return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
