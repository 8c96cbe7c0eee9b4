"""The named points between the steps of a console's work, and how a console is made to die at one of them.

Nothing in the program knows of them: in the process that is to die the function before or after which the
point lies is wrapped. A point that is never come to fails the deck, and so does a function that is gone.
"""

from __future__ import annotations

import importlib
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from itertools import count
from typing import Any

from sqlalchemy import Engine, event

from tests.faults.ledger import Tell


@dataclass(frozen=True, slots=True)
class Point:
    """A place to die: just before or just after a function, named ``module:attribute``.

    ``first_die_at`` is a point at which an earlier life must have ended for this one to be come to; ``once``
    says that a life comes to it a single time.
    """

    name: str
    where: str
    after: bool = False
    first_die_at: str = ""
    once: bool = False


def before(name: str, where: str, *, first_die_at: str = "") -> Point:
    """The point just before a function."""
    return Point(name, where, first_die_at=first_die_at)


def after(name: str, where: str, *, first_die_at: str = "", once: bool = False) -> Point:
    """The point just after a function."""
    return Point(name, where, after=True, first_die_at=first_die_at, once=once)


_STORE = "core.store.store:Store"
_UNIT = "core.store.unit_of_work"
_RUNNER = "core.store.tasks:TaskRunner"
_BOOTH = "tests.faults.booth_life"
_BARRIER = f"{_BOOTH}:TellingBarrier"
_PRINTER = f"{_BOOTH}:TellingPrinter"

# In the order of one car's day.
BOOTH_POINTS = (
    before("transaction not begun", f"{_STORE}._transact_once"),
    after("entry written, not folded", f"{_UNIT}:append"),
    after("entry folded", f"{_UNIT}:project"),
    before("task not written", f"{_UNIT}:SqlUnitOfWork.add_task"),
    after("task written, not committed", f"{_UNIT}:SqlUnitOfWork.add_task"),
    before("not committed", "engine:commit"),
    after("committed, nobody told", f"{_STORE}._transact"),
    before("committed, task not queued", f"{_RUNNER}._on_commit"),
    before("task not begun", f"{_RUNNER}._act"),
    before("gate not pulsed", f"{_BARRIER}._pulse"),
    after("gate pulsed, not acknowledged", f"{_BARRIER}._pulse"),
    after("task done, not written down", f"{_RUNNER}._act"),
    after("outcome recorded, not committed", "core.services.lane_gate:record_gate_outcome"),
    after("outcome committed", f"{_RUNNER}._do"),
    before("crossing not written", "core.services.confirm_crossing:crossed"),
    after("crossing recorded, not committed", "core.services.confirm_crossing:crossed"),
    after("photo written", "core.store.photos:PhotoStore.keep"),
    before("payment recorded, receipt not asked for", "core.services.take_payment:ask_for_receipt"),
    after("payment committed, driver not told", f"{_BOOTH}:take_from_driver"),
    before("receipt not begun", "console.receipts:write_paper_pdf"),
    after("receipt half written", "console.receipts:write_paper_pdf"),
    before("receipt not printed", f"{_PRINTER}.print"),
    after("receipt printed, not written down", f"{_PRINTER}.print"),
    before("interrupted car not held", f"{_UNIT}:SqlUnitOfWork.record", first_die_at="gate not pulsed"),
    after("interrupted car held, not committed", f"{_BOOTH}:resume_lot",
          first_die_at="gate not pulsed"),
)  # fmt: skip

_LINK = "core.store.shared.link:DatabaseLink"
_PROJECTOR = "core.store.shared.projector:Projector"
_REPLICA = "core.store.replica:StoreReplica"

# In the order of one round between a console and the database.
SHARING_POINTS = (
    before("far side not asked", f"{_LINK}.marks"),
    before("rows not pushed", f"{_LINK}.push"),
    after("rows copied, not committed there", "core.store.shared.link:copy_rows"),
    after("rows pushed, not acknowledged", f"{_LINK}.push"),
    before("acknowledged, not written down", f"{_REPLICA}.acknowledge"),
    after("acknowledged and written down", f"{_REPLICA}.acknowledge"),
    after("rows pulled, not taken", f"{_LINK}.pull", once=True),
    after("rows taken, not committed here", "core.store.replica:take_rows", once=True),
    after("rows taken, nobody told", f"{_REPLICA}.take", once=True),
    before("nobody rung for", f"{_LINK}.ring"),
    after("space granted, not committed", "console.lot_duties:grant_spaces", once=True),
    after("rows projected, not committed there", "core.store.shared.projector:project_round"),
    after("rows projected", f"{_PROJECTOR}.project"),
)


def arm(point: Point, hit: int, tell: Tell) -> None:
    """Make this process die when it comes to the point for the ``hit``-th time."""
    hits = count(1)

    def come() -> None:
        if next(hits) == hit:
            tell("points", point.name)
            os.kill(os.getpid(), signal.SIGKILL)

    if point.where == "engine:commit":
        event.listen(Engine, "commit", lambda _connection: come())
        return
    module_name, _, path = point.where.partition(":")
    owner: Any = importlib.import_module(module_name)
    *owners, name = path.split(".")
    for part in owners:
        owner = getattr(owner, part)
    setattr(owner, name, _dying(getattr(owner, name), come, after=point.after))


def _dying(function: Callable[..., Any], come: Callable[[], None], *, after: bool) -> Callable[..., Any]:
    @wraps(function)
    def wrapped(*arguments: Any, **named: Any) -> Any:
        if not after:
            come()
        result = function(*arguments, **named)
        if after:
            come()
        return result

    return wrapped
