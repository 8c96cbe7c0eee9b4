"""What a console does for its lot beside its own lanes: spaces, refunds, and the shared database's work."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Final

from core.config.rate_plans import read_plan
from core.config.rate_plans.calendars import with_holidays
from core.domain.proposals import ProposalState
from core.domain.rates.checking import check
from core.services.answer_bookings import answer_bookings
from core.services.answer_rate_plans import PlanReading, answer_rate_plans
from core.services.decide_proposals import decide_next
from core.services.grant_spaces import grant_spaces
from core.services.return_spaces import ask_for_space, return_spaces
from core.services.signing import Signer
from core.store.overpayment_watch import OverpaymentWatch
from core.store.queries.sharing import members
from core.store.shared.projector import Projector
from core.store.shared.requests import DatabaseRequests
from core.store.store import Committed, Store
from core.store.unit_of_work import SqlUnitOfWork
from core.sync.sharing import Standing

_WANTED: Final = "space.wanted"
_PLANS: Final = PlanReading(read_plan, with_holidays, check)


class Spaces:
    """The lot's spaces as this console grants, asks for and gives them back."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._wanted_elsewhere = threading.Event()

    def on_commit(self, committed: Committed) -> None:
        """Notice that another console wants a space."""
        if any(
            entry.kind == _WANTED and entry.console_id != self._store.console_id
            for entry in committed.entries
        ):
            self._wanted_elsewhere.set()

    def grant(self) -> None:
        """On the hub: see that every entrance has some."""
        # Looked at first without the writer: mostly there is nothing to grant.
        if self._store.read(_grants_something):
            self._store.write(grant_spaces)

    def give_back(self) -> None:
        """On any other console: keep no more than its share."""
        asked = self._wanted_elsewhere.is_set()
        self._wanted_elsewhere.clear()
        if self._store.read(lambda unit: _has_surplus(unit, asked=asked)):
            self._store.write(lambda unit: return_spaces(unit, asked=asked))

    def ask(self) -> None:
        """Say that a car waits here for a space."""
        self._store.write(ask_for_space)

    def has_one(self) -> bool:
        """Whether this console may let a car in by itself."""
        return self._store.read(_may_let_in)


class HubWork:
    """What the hub does beside granting spaces; with its key it signs the bookings that it accepts."""

    def __init__(self, store: Store, signer: Signer | None = None) -> None:
        self._store = store
        self._signer = signer
        self._overpaid = OverpaymentWatch(store)
        self._over: tuple[Projector, DatabaseRequests] | None = None

    def refunds(self) -> None:
        """Write down what consoles that were cut off from each other took twice."""
        self._overpaid.turn()

    def proposals(self) -> None:
        """Decide about what other consoles want changed, one after the other."""
        while self._store.read(lambda unit: bool(unit.proposals(ProposalState.WAITING))):
            if self._store.write(decide_next) is None:
                return

    def over_database(
        self, projector: Projector, requests: DatabaseRequests
    ) -> Mapping[str, Callable[[], None]]:
        """The duties that are done in the shared database."""
        self._over = projector, requests
        return {
            "projects": lambda: _discard(projector.project()),
            "bookings": lambda: _discard(answer_bookings(self._store, requests, self._signer)),
            "rate_plans": lambda: _discard(answer_rate_plans(self._store, requests, _PLANS)),
        }

    def close(self) -> None:
        """Let go of the shared database."""
        over, self._over = self._over, None
        for each in over or ():
            each.close()


def standing_of(unit: SqlUnitOfWork) -> Standing:
    """This console's place in its lot, as the journal says it."""
    listed = members(unit)
    at_work = [each for each in listed if each.revoked_at is None]
    hub_id = next((each.console_id for each in listed if each.is_hub), "")
    return Standing(max(1, len(at_work)), hub_id)


def _grants_something(unit: SqlUnitOfWork) -> bool:
    book = unit.lease_book()
    if book.hub_id != unit.console_id:
        return False
    return book.lease_of(unit.console_id).held > 0 or bool(book.grants(unit.occupancy()))


def _has_surplus(unit: SqlUnitOfWork, *, asked: bool) -> bool:
    book = unit.lease_book()
    return book.needs_lease and book.surplus(unit.occupancy(), asked=asked) > 0


def _may_let_in(unit: SqlUnitOfWork) -> bool:
    return unit.lease_book().may_let_in(unit.occupancy()) > 0


def _discard(_result: object) -> None:
    """A duty has nothing to say but how it went."""
