"""What sharing asks of the outside: a console's own journal (``Replica``) and a far side (``Link``).

A far side is the shared database or the lot's hub; both hold chains, so both are spoken to alike. No
caller of these waits on a lane's or the screen's thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from core.domain.chains import ChainRow, Mark, Marks

DATABASE, HUB = "database", "hub"
"""The names of the links."""

OTHERS = "consoles"
"""The lot's other consoles together, as the home of a hub's chain where there is no database."""

MOST_ROWS = 2000
"""How many rows are pushed, pulled or taken at once."""


class Link(Protocol):
    """A far side that holds chains of this lot.

    Each call ends within its own limit (10 s, ``wait`` excepted) and raises LinkError where it cannot do
    what it was asked: ``link.no_answer``, ``link.refused``, ``link.revoked``, ``link.version``,
    ``chain.fork``. A link that failed may be used again: it connects anew by itself. ``wait`` is called on a
    thread of its own, beside the other calls.
    """

    @property
    def name(self) -> str:
        """``database`` or ``hub``."""

    def marks(self) -> Marks:
        """How far the far side holds each chain of the lot."""

    def push(self, rows: Sequence[ChainRow]) -> Mark:
        """Hand over rows of one chain, without a gap; rows held already change nothing.

        Returns how far the far side holds that chain afterwards, read back from what it committed.
        LinkError ``chain.fork`` where it holds another entry under the same seq.
        """

    def pull(self, console_id: str, after_seq: int, limit: int = MOST_ROWS) -> list[ChainRow]:
        """The chain's next rows, from ``after_seq`` + 1 on without a gap; empty where there are none."""

    def ring(self) -> None:
        """Tell the others that something is there for them; a doorbell, never the mail."""

    def wait(self, seconds: float) -> bool:
        """Wait until somebody rings; False when nobody did within the time."""

    def report(self, document: Mapping[str, Any]) -> timedelta | None:
        """Leave how this console is, for the administrator's page.

        Returns how far this console's clock is ahead of the far side's; None where that is not known.
        """

    def reports(self) -> dict[str, Mapping[str, Any]]:
        """By console id, what each console of the lot left last.

        In each, ``at`` is when it came by the far side's clock, ``said_at`` its own ``at``; microseconds.
        """

    def close(self) -> None:
        """Let go; also ends a call that another thread is in, within a second."""


class Replica(Protocol):
    """This console's journal: its own chain, and those of the lot's other consoles as far as it has them."""

    @property
    def lot_id(self) -> str:
        """The lot."""

    @property
    def console_id(self) -> str:
        """This console."""

    def marks(self) -> Marks:
        """How far each chain of the lot is held here."""

    def rows(self, console_id: str, after_seq: int, limit: int = MOST_ROWS) -> list[ChainRow]:
        """The chain's next rows, from ``after_seq`` + 1 on."""

    def take(self, rows: Sequence[ChainRow]) -> Mark:
        """Take rows of another console's chain and fold what they are about, in one transaction.

        Rows held already change nothing. Returns how far the chain is held afterwards. LinkError as
        ``check_rows``, and ``chain.fork`` where this console holds another entry under the same seq; what is
        refused is kept for a person to see (``refused``).
        """

    def acknowledge(self, link: str, marks: Marks) -> None:
        """Keep how far a far side was seen to hold each chain."""

    def acknowledged(self, link: str) -> Marks:
        """How far that far side was last seen to hold each chain."""

    def waiting(self, link: str) -> Waiting:
        """What of this console's own chain that far side was not seen to hold."""

    def refuse(self, rows: Sequence[ChainRow], cause: str, detail: str = "") -> None:
        """Keep rows that cannot be taken, with their reason."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Entries not yet acknowledged: how many, how many of them about money, and the oldest one's instant."""

    entries: int = 0
    money: int = 0
    since: datetime | None = None


class LinkState(StrEnum):
    """How a far side is: NOT_USED where none is set up, UNKNOWN as long as it was not tried."""

    NOT_USED = "not_used"
    UNKNOWN = "unknown"
    OK = "ok"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class LinkView:
    """A far side as the screen shows it: ``since`` is when it became what it is, ``cause`` a reason code.

    ``skew`` is how far this console's clock is ahead of its, None as long as that is not known.
    """

    name: str
    state: LinkState
    since: datetime | None = None
    cause: str = ""
    waiting: Waiting = Waiting()
    last_ok: datetime | None = None
    skew: timedelta | None = None


@dataclass(frozen=True, slots=True)
class RefusedItem:
    """Rows that could not be taken: whose, which, and why."""

    refusal_id: str
    console_id: str
    seq: int
    kind: str
    cause: str
    detail: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SharingView:
    """All that the screen says about sharing.

    ``links`` by name: ``database``, ``hub``, ``consoles``, ``internet``, ``payments``. ``is_shared`` is false
    for a lot of one console that never joined anything.
    """

    is_shared: bool = False
    is_hub: bool = False
    hub_id: str = ""
    links: Mapping[str, LinkView] = field(default_factory=dict)
    refused: int = 0

    @property
    def homes(self) -> tuple[LinkView, ...]:
        """Those in use that hold the journal."""
        homes = [view for name, view in self.links.items() if name in {DATABASE, HUB, OTHERS}]
        return tuple(view for view in homes if view.state is not LinkState.NOT_USED)

    @property
    def skew(self) -> timedelta | None:
        """How far this console's clock is ahead of the database's, or where that is silent of the hub's."""
        known = [self.links[name].skew for name in (DATABASE, HUB) if name in self.links]
        return next((skew for skew in known if skew is not None), None)

    @property
    def waiting(self) -> Waiting:
        """What no home holds yet: as seen from the one that lacks least, money first."""
        waiting = (view.waiting for view in self.homes)
        return min(waiting, key=lambda each: (each.money, each.entries), default=Waiting())

    @property
    def safe_to_unplug(self) -> bool:
        """Whether all money events are held somewhere else too (Z12)."""
        return self.waiting.money == 0


class Outside(Protocol):
    """What a lane may ask the others before it says no; safe from any thread."""

    def refresh(self, milliseconds: int) -> bool:
        """Fetch what the others know by now, waiting at most so long; False where nothing new came."""

    def ask_space(self, milliseconds: int) -> bool:
        """Ask the hub for a space to let a car in for, waiting at most so long; whether one came."""
