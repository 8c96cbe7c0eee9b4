"""What a notice does: the charge that it names is asked about now, by the console that waits for it."""

from __future__ import annotations

import logging
import queue
import threading
from functools import partial
from typing import Final

from core.domain.errors import StoreError
from core.domain.journal import Subject
from core.domain.orders import Charge
from core.gateways.line_pay_http import order_of
from core.gateways.notices.notice import Notice
from core.services.tasks import money_task_kind
from core.services.unit_of_work import UnitOfWork
from core.store.queries.money import open_charges
from core.store.store import Committed, Store

log = logging.getLogger(__name__)

NOTICED: Final = "charge.noticed"
MOST_WAITING: Final = 100
MOST_OPEN: Final = 2_000


class NoticeBell:
    """Takes notices from any thread, and looks them up on one of its own between ``start`` and ``stop``.

    One for a charge of another console is written into the journal, which brings it there; that console's
    bell hears it with ``on_commit``. One that names no charge that waits does nothing.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: queue.Queue[tuple[str, Notice] | None] = queue.Queue(MOST_WAITING)
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Look up what comes; may be called twice."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="notice-bell", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Look up nothing more."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._waiting.put(None)
            thread.join(timeout=5)

    def ring(self, account_id: str, notice: Notice) -> None:
        """A notice came; one too many is dropped, since everything is asked about all the same."""
        try:
            self._waiting.put_nowait((account_id, notice))
        except queue.Full:
            log.warning("too many notices at once: one is dropped")

    def on_commit(self, committed: Committed) -> None:
        """Another console passed a notice on: ask now, where the charge is ours."""
        for entry in committed.entries:
            own = entry.console_id == committed.console_id
            if entry.kind == NOTICED and not own and entry.payload.get("for") == committed.console_id:
                self._store.submit(partial(_hasten, str(entry.payload["account"])))

    def _run(self) -> None:
        while (each := self._waiting.get()) is not None:
            try:
                self._look_up(*each)
            except StoreError as error:
                log.warning("a notice could not be looked up: %s", error.cause)
            except Exception:
                # The thread's top: one notice must not keep all later ones from being heard.
                log.exception("a notice could not be looked up")

    def _look_up(self, account_id: str, notice: Notice) -> None:
        charges = self._store.read(lambda view: open_charges(view, most=MOST_OPEN))
        found = next((one for one in charges if _is_about(one, account_id, notice)), None)
        if found is None:
            return
        if found.console_id == self._store.console_id:
            self._store.write(partial(_hasten, account_id))
        else:
            self._store.write(lambda unit: _pass_on(unit, found))


def _is_about(charge: Charge, account_id: str, notice: Notice) -> bool:
    if charge.account != account_id:
        return False
    by_key = bool(notice.key) and notice.key in {charge.key, order_of(charge.key)}
    return by_key or (bool(notice.reference) and notice.reference == charge.reference)


def _hasten(account_id: str, unit: UnitOfWork) -> None:
    unit.hasten_tasks(money_task_kind(account_id))


def _pass_on(unit: UnitOfWork, charge: Charge) -> None:
    unit.record(
        NOTICED,
        {"charge_id": charge.charge_id, "account": charge.account, "for": charge.console_id},
        who="system",
        subjects=[Subject("order", charge.order_id)],
    )
