"""All that one console shares: its links, the hub's duties where it is the hub, what the screen says."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from core.domain.errors import LinkError
from core.services.ports import Clock
from core.services.sharing import DATABASE, HUB, OTHERS, Link, LinkState, LinkView, Replica, SharingView
from core.sync.duties import Duties, DutyState
from core.sync.exchange import Exchange
from core.sync.heard import Heard
from core.sync.internet import INTERNET, InternetProbe
from core.sync.other_consoles import OtherConsoles
from core.sync.worker import LinkWorker

PAYMENTS = "payments"
_DOOR = "door"
_OF_STANDING = frozenset({"console.joined", "console.revoked", "hub.appointed"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What the journal says of this console's place: how many consoles the lot has, and who is its hub.

    A lot that never appointed one has a single console, which is its own hub.
    """

    consoles: int = 1
    hub_id: str = ""

    def is_hub(self, console_id: str) -> bool:
        """Whether that console is the hub."""
        return self.hub_id in {"", console_id}


class Server(Protocol):
    """The hub's own door for the other consoles."""

    @property
    def cause(self) -> str:
        """The reason code of why it cannot be opened now; empty where it is open."""

    def start(self) -> None:
        """Open it."""

    def stop(self) -> None:
        """Close it."""

    def ring(self) -> None:
        """Wake the consoles that wait at it."""

    def report(self, document: Mapping[str, object]) -> None:
        """Keep how the hub itself is, beside what the others left at the door."""

    def reports(self) -> Mapping[str, Mapping[str, object]]:
        """What each console left there last, by console id."""


class Sharing:
    """Starts and stops everything that is shared; implements ``Outside``.

    ``standing`` reads the store. ``duties`` are the hub's, ``far_duties`` those of them that ask a far side
    and may take their time, ``own_duties`` those of every console of a lot that is shared. ``ask_hub`` writes
    down that this console wants a space, ``has_space`` says whether it holds one. ``members`` reads which
    consoles belong to the lot. ``changed`` is called on
    some thread whenever the view has changed.
    """

    def __init__(
        self,
        replica: Replica,
        links: Sequence[Link] = (),
        *,
        clock: Clock,
        standing: Callable[[], Standing],
        duties: Mapping[str, Callable[[], None]],
        far_duties: Mapping[str, Callable[[], None]] | None = None,
        own_duties: Mapping[str, Callable[[], None]] | None = None,
        internet: str = "",
        ask_hub: Callable[[], None] = lambda: None,
        has_space: Callable[[], bool] = lambda: True,
        members: Callable[[], AbstractSet[str]] = frozenset,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self._replica = replica
        self._standing_of = standing
        self._standing = Standing()
        self._ask_hub = ask_hub
        self._has_space = has_space
        self.changed = changed
        self._server: Server | None = None
        self._heard = Heard()
        self._links = tuple(links)
        self._workers = {
            link.name: LinkWorker(self._exchange(replica, link), clock, self._on_changed) for link in links
        }
        self._duties = Duties("hub", duties, clock, are_due=lambda: self.is_hub)
        self._far_duties = Duties("far", far_duties or {}, clock, are_due=lambda: self.is_hub)
        self._others = OtherConsoles(replica, clock, members)
        own = {**(own_duties or {}), "others": self._look_at_others}
        self._own_duties = Duties("own", own, clock, are_due=lambda: self._standing.hub_id != "")
        self._internet = InternetProbe(internet if self._links else "", clock, self._on_changed)

    @property
    def is_hub(self) -> bool:
        """Whether this console does the lot's central work."""
        return self._standing.is_hub(self._replica.console_id)

    @property
    def standing(self) -> Standing:
        """This console's place, as the journal said it last."""
        return self._standing

    @property
    def duties(self) -> Mapping[str, DutyState]:
        """How they are: those that every console of a shared lot has, and the hub's where this is the hub."""
        door = self._server.cause if self._server is not None else ""
        # A far side that is away says so itself: that nothing can be done there is no further news.
        far_states = self._far_duties.states if all(map(self._is_ok, self._links)) else {}
        return {
            **self._own_duties.states,
            **self._duties.states,
            **far_states,
            **({"door": DutyState(cause=door)} if door else {}),
        }

    def serve(self, server: Server) -> None:
        """Open this door with ``start``; for the console that is the hub."""
        self._server = server

    def start(self) -> None:
        """Begin to share; nothing is waited for."""
        self._standing = self._standing_of()
        if self._server is not None:
            self._server.start()
        for worker in self._workers.values():
            worker.start()
        self._duties.start()
        self._far_duties.start()
        self._own_duties.start()
        self._internet.start()

    def stop(self) -> None:
        """End within a few seconds; may be called twice."""
        for worker in self._workers.values():
            worker.stop()
        self._duties.stop()
        self._far_duties.stop()
        self._own_duties.stop()
        self._internet.stop()
        if self._server is not None:
            self._server.stop()

    def on_commit(self, kinds: frozenset[str]) -> None:
        """Something was committed, here or taken from others; on the writer thread, returns at once."""
        if kinds & _OF_STANDING:
            self.learn_standing()
        for worker in self._workers.values():
            worker.nudge()
        self._duties.nudge()
        self._far_duties.nudge()
        self._own_duties.nudge()
        if self._server is not None:
            self._server.ring()

    def learn_standing(self) -> None:
        """Read again who is the hub; not on the screen's thread."""
        self._standing = self._standing_of()
        self._on_changed()

    def try_now(self) -> None:
        """Try every link at once: a person asks for it."""
        for worker in self._workers.values():
            worker.try_now()

    def refresh(self, milliseconds: int) -> bool:
        """Fetch what the others know by now, waiting at most so long."""
        deadline = time.monotonic() + milliseconds / 1000
        workers = self._nearest_first()
        for worker in workers:
            worker.nudge()
        brought = False
        for worker in workers:
            brought |= worker.refresh(max(0.0, deadline - time.monotonic()))
        return brought

    def ask_space(self, milliseconds: int) -> bool:
        """Ask the hub for a space, waiting at most so long; whether this console holds one then."""
        workers = [worker for worker in self._nearest_first() if worker.view.state is LinkState.OK]
        if self.is_hub or not workers:
            return self.refresh(milliseconds) and self._has_space()
        deadline = time.monotonic() + milliseconds / 1000
        self._ask_hub()
        while (left := deadline - time.monotonic()) > 0:
            if self._has_space():
                return True
            workers[0].await_news(left)
        return self._has_space()

    def view(self) -> SharingView:
        """What the screen says; from any thread, at once."""
        links = {name: LinkView(name, LinkState.NOT_USED) for name in (DATABASE, HUB, INTERNET, PAYMENTS)}
        links |= {name: self._with_skew(worker.view) for name, worker in self._workers.items()}
        links |= {INTERNET: self._internet.view, OTHERS: self._others.view}
        is_shared = bool(self._links) or self._standing.consoles > 1
        return SharingView(is_shared, self.is_hub, self._standing.hub_id, links)

    def reports(self) -> dict[str, Mapping[str, object]]:
        """What each console left last, by console id; asks the links, so not on the screen's thread.

        ``at`` is when it came, by this console's clock. What was heard before a far side went away stays
        heard, as long ago as it was.
        """
        for link in self._links:
            if self._is_ok(link):
                with suppress(LinkError):
                    self._heard.keep(link.name, link.reports())
        if self._server is not None:
            self._heard.keep(_DOOR, self._server.reports())
        return self._heard.newest()

    def _look_at_others(self) -> None:
        """A hub that has no database asks what its consoles hold: nowhere else is what only it knew."""
        before = self._others.view
        if self._server is None or DATABASE in self._workers or self._standing.consoles < 2:
            self._others.forget()
        else:
            self._heard.keep(_DOOR, self._server.reports())
            self._others.look(self._heard.newest())
        if self._others.view != before:
            self._on_changed()

    def report(self, document: Mapping[str, object]) -> None:
        """Leave how this console is, wherever it can be left; LinkError where that fails."""
        if self._server is not None:
            self._server.report(document)
        failed: LinkError | None = None
        for link in self._links:
            try:
                skew = link.report(document) if self._is_ok(link) else None
            except LinkError as error:
                failed = error
                continue
            if skew is not None:
                self._heard.compare(link.name, skew)
        self._on_changed()
        if failed is not None:
            raise failed

    def _is_ok(self, link: Link) -> bool:
        return self._workers[link.name].view.state is LinkState.OK

    def _with_skew(self, view: LinkView) -> LinkView:
        """What a far side said that is away by now says nothing any more: the clock may have been set."""
        return replace(view, skew=self._heard.skew(view.name)) if view.state is LinkState.OK else view

    def _exchange(self, replica: Replica, link: Link) -> Exchange:
        # Everybody tells the hub what it lacks; what the database lacks is the hub's to tell.
        relays = (lambda: True) if link.name == HUB else (lambda: self.is_hub)
        return Exchange(replica, link, relays=relays)

    def _nearest_first(self) -> list[LinkWorker]:
        return [self._workers[name] for name in (HUB, DATABASE) if name in self._workers]

    def _on_changed(self) -> None:
        self.changed()
