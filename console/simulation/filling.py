"""Fills a shared database with the days of simulated lots, several at a time, each in its own process."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, wait
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from queue import Empty, Queue
from time import monotonic_ns, sleep

from console.simulation.city import CityLot, make_lot
from console.simulation.days import LotDays
from core.domain.chains import ChainRow
from core.domain.errors import LinkError, StoreError
from core.services.sharing import MOST_ROWS
from core.store.shared.link import DatabaseLink
from core.store.shared.projector import Projector
from core.store.shared.statistics import refresh_statistics

TELL_SECONDS = 0.5
PROJECT_SECONDS = 60.0
TRIES = 4


@dataclass(frozen=True, slots=True)
class Filling:
    """What is to be made: so many lots for so many days from the first on, the same for the same seed.

    ``projects`` says whether the tables that follow from the journal are made, too.
    """

    url: str
    lots: int
    days: int
    first: date
    seed: int = 1
    projects: bool = True
    processes: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: lots that are done, days of lots, journal rows."""

    lots: int = 0
    lot_days: int = 0
    rows: int = 0

    def __add__(self, other: Progress) -> Progress:
        """Both together."""
        return Progress(self.lots + other.lots, self.lot_days + other.lot_days, self.rows + other.rows)


@dataclass(frozen=True, slots=True)
class FailedLot:
    """A lot that could not be written: its number from 0, and why."""

    number: int
    cause: str
    detail: str


def fill(wanted: Filling, tell: Callable[[Progress], None]) -> tuple[Progress, list[FailedLot]]:
    """Fill the database; ``tell`` is called about twice a second.

    Lots that could not be written are named, all others are done.
    """
    context = multiprocessing.get_context("spawn")
    told = context.Manager().Queue()
    workers = max(1, min(wanted.processes, wanted.lots))
    done, failed = Progress(), []
    with ProcessPoolExecutor(workers, context) as pool:
        waiting = {pool.submit(fill_lot, wanted, number, told.put) for number in range(wanted.lots)}
        while waiting:
            finished, waiting = wait(waiting, TELL_SECONDS)
            failed += [lot for lot in (future.result() for future in finished) if lot is not None]
            done = sum(_heard(told), start=done)
            tell(done)
    return done, sorted(failed, key=lambda lot: lot.number)


def fill_lot(wanted: Filling, number: int, tell: Callable[[Progress], None]) -> FailedLot | None:
    """Make one lot's days and write them, day by day; None where all went well."""
    of = make_lot(number, wanted.seed, datetime.combine(wanted.first, time(), UTC) - timedelta(days=1))
    link = DatabaseLink(wanted.url, lot_id=of.ledger.lot_id, console_id=of.ledger.hub_id, clock=_WallClock())
    try:
        with closing(link):
            for chains in LotDays(of).run(wanted.first, wanted.days):
                for rows in chains:
                    _push(link, rows)
                tell(Progress(0, 1, sum(map(len, chains))))
        if wanted.projects:
            # Later the server looks by itself.
            if number < wanted.processes:
                refresh_statistics(wanted.url)
            _project(wanted.url, of)
    except (LinkError, StoreError) as error:
        return FailedLot(number, error.cause, error.detail)
    tell(Progress(lots=1))
    return None


def _push(link: DatabaseLink, rows: Sequence[ChainRow]) -> None:
    for start in range(0, len(rows), MOST_ROWS):
        link.push(rows[start : start + MOST_ROWS])


def _project(url: str, of: CityLot) -> None:
    """Project what was written; a server that is flooded gets a few tries, each going on from the last."""
    lot = of.ledger
    with closing(Projector(url, lot_id=lot.lot_id, hub_id=lot.hub_id, clock=_WallClock())) as projector:
        for attempt in range(1, TRIES + 1):
            try:
                while (done := projector.project(seconds=PROJECT_SECONDS)).left and done.rows:
                    pass
            except LinkError as error:
                if attempt == TRIES or error.cause != "link.no_answer":
                    raise
            else:
                return
            sleep(attempt)


def _heard(told: Queue[Progress]) -> Iterator[Progress]:
    with suppress(Empty):
        while True:
            yield told.get_nowait()


class _WallClock:
    """The time on the wall: what is simulated is written now."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_ns(self) -> int:
        return monotonic_ns()
