"""The store of a console: one writer thread, many readers, and who is told after a commit."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import uuid_utils
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import DBAPIError

from core.domain.errors import LotkeeperError, NotAllowed, NotedRefusal, OperatorError, StoreError
from core.domain.journal import Entry
from core.services.ports import Clock
from core.services.tasks import Task
from core.services.unit_of_work import Attempt
from core.store.engine import check_is_database, is_worth_retrying, make_engine, sqlite_url, store_errors
from core.store.folder import Reserve
from core.store.journal import Head
from core.store.plan_shelf import PlanShelf
from core.store.tables import local_state
from core.store.unit_of_work import SqlUnitOfWork

log = logging.getLogger(__name__)

T = TypeVar("T")
QUEUE_SIZE = 1000
WAIT_SECONDS = 30.0
TRIES = 5


@dataclass(frozen=True, slots=True)
class Committed:
    """What a transaction recorded, told to listeners after its commit, on the writer thread.

    ``entries`` are this console's own and those it took from others; ``own`` are only what was done here.
    """

    entries: tuple[Entry, ...]
    tasks: tuple[Task, ...]
    console_id: str

    @property
    def own(self) -> tuple[Entry, ...]:
        """What this console itself wrote."""
        return tuple(entry for entry in self.entries if entry.console_id == self.console_id)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of entry, so that a listener can decide whether it cares."""
        return frozenset(entry.kind for entry in self.entries)

    @property
    def own_kinds(self) -> frozenset[str]:
        """The kinds of what this console itself wrote: only these are its own acts, to be heard here."""
        return frozenset(entry.kind for entry in self.own)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[SqlUnitOfWork], object]
    future: Future[object]


class Store:
    """The data of one console.

    ``write`` runs a service as one transaction on the writer thread; ``read`` runs a query on the
    calling thread. Both raise StoreError for what the database does not do.
    """

    def __init__(self, url: str, *, clock: Clock, reserve: Reserve | None = None) -> None:
        self.url = url
        self._clock = clock
        self._reserve = reserve
        self._reader = make_engine(url)
        self._writer = make_engine(url, writer=True)
        self._jobs: queue.Queue[_Job | None] = queue.Queue(QUEUE_SIZE)
        self._listeners: list[Callable[[Committed], None]] = []
        self._head: Head | None = None
        self._shelf = PlanShelf()
        self._closed = False
        with store_errors():
            self.console_id, self.lot_id = self._identify()
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    @classmethod
    def open(cls, file: Path, *, clock: Clock, reserve: Reserve | None = None) -> Store:
        """The store in an SQLite file that was upgraded before; StoreError where it cannot be used."""
        check_is_database(file)
        return cls(sqlite_url(file), clock=clock, reserve=reserve)

    def listen(self, listener: Callable[[Committed], None]) -> None:
        """Tell the listener after each commit; it runs on the writer thread and must return at once."""
        self._listeners.append(listener)

    def submit(self, work: Callable[[SqlUnitOfWork], T]) -> Future[T]:
        """Run the work as one transaction on the writer thread.

        StoreError ``store.busy`` when flooded, or closed.
        """
        if self._closed:
            raise StoreError("store.busy", detail="closed")
        future: Future[T] = Future()
        try:
            self._jobs.put_nowait(_Job(work, future))  # type: ignore[arg-type]
        except queue.Full as error:
            raise StoreError("store.busy") from error
        return future

    def write(self, work: Callable[[SqlUnitOfWork], T]) -> T:
        """Run the work as one transaction and wait for its commit.

        StoreError ``store.busy`` where it did not begin within 30 s: then it never will. Once begun its
        end is waited for, since nobody may be told that a payment failed which then is committed.
        """
        future = self.submit(work)
        try:
            return future.result(WAIT_SECONDS)
        except TimeoutError:
            if future.cancel():
                raise StoreError("store.busy") from None
        return future.result()

    def read(self, query: Callable[[SqlUnitOfWork], T]) -> T:
        """Run a query on this thread, on a snapshot; nothing it writes is kept."""
        with self.reading() as view:
            return query(view)

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        """A unit of work that only reads."""
        with store_errors(), self._reader.connect() as connection:
            yield self._unit(connection)

    def close(self) -> None:
        """Finish what is queued and let go of the file; may be called twice."""
        self._closed = True
        if self._thread.is_alive():
            with suppress(queue.Full):
                self._jobs.put(None, timeout=WAIT_SECONDS)
            self._thread.join(WAIT_SECONDS)
        self._give_up_what_came_too_late()
        self._reader.dispose()
        self._writer.dispose()

    def _unit(self, connection: Connection, last: Head | None = None) -> SqlUnitOfWork:
        return SqlUnitOfWork(
            connection,
            lot_id=self.lot_id,
            console_id=self.console_id,
            now=self._clock.now(),
            last=last or Head(0, 0, b""),
            shelf=self._shelf,
        )

    def _give_up_what_came_too_late(self) -> None:
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return
            if job is not None and job.future.set_running_or_notify_cancel():
                job.future.set_exception(StoreError("store.busy", detail="closed"))

    def _run(self) -> None:
        while True:
            job = self._jobs.get()
            if job is None:
                return
            self._do(job)

    def _do(self, job: _Job) -> None:
        if not job.future.set_running_or_notify_cancel():
            return
        try:
            result, committed = self._transact(job.work)
        except (NotAllowed, NotedRefusal) as error:
            self._head = None
            # The attempt first: who is told of the refusal must find it written down.
            self._note_refusal(error)
            job.future.set_exception(error)
            return
        except BaseException as error:  # noqa: BLE001 - the writer thread lives on; the caller gets it
            self._head = None
            job.future.set_exception(error)
            return
        job.future.set_result(result)
        for listener in self._listeners:
            try:
                listener(committed)
            except Exception:
                log.exception("a listener failed after a commit")

    def _transact(self, work: Callable[[SqlUnitOfWork], object]) -> tuple[object, Committed]:
        for attempt in range(1, TRIES + 1):
            try:
                with store_errors():
                    return self._transact_once(work)
            except StoreError as error:
                if not self._may_try_again(error) or attempt == TRIES:
                    raise
                self._head = None
        raise StoreError("store.busy")

    def _transact_once(self, work: Callable[[SqlUnitOfWork], object]) -> tuple[object, Committed]:
        with self._writer.begin() as connection:
            unit = SqlUnitOfWork(
                connection,
                lot_id=self.lot_id,
                console_id=self.console_id,
                now=self._clock.now(),
                last=self._head,
                shelf=self._shelf,
            )
            result = work(unit)
        self._head = unit.head
        return result, Committed(tuple(unit.entries), tuple(unit.tasks), self.console_id)

    def _note_refusal(self, error: OperatorError) -> None:
        facts = error.facts
        who, right = str(facts.get("who", "")), str(facts.get("right", ""))
        attempt = Attempt("service", who, right, error.code)
        try:
            # Tried once, without the reserve of a full disk: that is there for cars.
            with store_errors():
                self._transact_once(lambda unit: unit.note_attempt(attempt))
        except LotkeeperError:
            self._head = None
            log.exception("a refused attempt of %s (%s) could not be written down", who, right)

    def _may_try_again(self, error: StoreError) -> bool:
        """A full disk once its reserve was freed; a transaction that another one overtook."""
        if error.cause == "store.disk_full" and self._reserve is not None:
            return self._reserve.release()
        cause = error.__cause__
        return isinstance(cause, DBAPIError) and is_worth_retrying(cause)

    def _identify(self) -> tuple[str, str]:
        """This console's and its lot's id; minted once per database file."""
        with self._writer.begin() as connection:
            known = {row.name: row.value for row in connection.execute(select(local_state))}
            for name in ("console_id", "lot_id"):
                if name not in known:
                    known[name] = str(uuid_utils.uuid7())
                    connection.execute(insert(local_state).values(name=name, value=known[name]))
        return known["console_id"], known["lot_id"]
