"""What the lot's other consoles hold of this console's chain: a hub without a database has no other home."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import Any, Final

from core.domain.chains import Mark
from core.domain.journal import from_micros
from core.services.ports import Clock
from core.services.sharing import OTHERS, LinkState, LinkView, Replica

HEARD_WITHIN: Final = timedelta(minutes=3)
_NOT_USED: Final = LinkView(OTHERS, LinkState.NOT_USED)


class OtherConsoles:
    """Looks at what they said of themselves last; shown like a far side, though nothing is sent to it.

    ``members`` are the consoles that belong to the lot: what a revoked one holds nobody gets back from it.
    """

    def __init__(self, replica: Replica, clock: Clock, members: Callable[[], AbstractSet[str]]) -> None:
        self._replica = replica
        self._clock = clock
        self._members = members
        self._view = _NOT_USED

    @property
    def view(self) -> LinkView:
        """How they were at the last look; from any thread."""
        return self._view

    def forget(self) -> None:
        """They are no home of this console's chain: another one is."""
        self._view = _NOT_USED

    def look(self, reports: Mapping[str, Mapping[str, Any]]) -> None:
        """Look at these reports, by console id, each dated by this console's own clock."""
        own = self._replica.console_id
        heard = [reports[each] for each in self._members() - {own} if each in reports]
        self._replica.acknowledge(OTHERS, {own: self._mark(max(map(self._held, heard), default=0))})
        last = max((from_micros(each["at"]) for each in heard), default=None)
        state, since = self._state(last), self._view.since
        if state is not self._view.state:
            since = last if state is LinkState.LOST else self._clock.now()
        self._view = LinkView(
            OTHERS,
            state,
            since,
            "link.no_answer" if state is LinkState.LOST else "",
            self._replica.waiting(OTHERS),
            last,
        )

    def _state(self, last: datetime | None) -> LinkState:
        if last is None:
            return LinkState.UNKNOWN
        return LinkState.OK if self._clock.now() - last <= HEARD_WITHIN else LinkState.LOST

    def _held(self, report: Mapping[str, Any]) -> int:
        """Up to which seq it holds this console's chain; what cannot be is nothing."""
        held = report.get("held")
        seq = held.get(self._replica.console_id) if isinstance(held, Mapping) else None
        last = self._replica.marks().get(self._replica.console_id, Mark()).seq
        return seq if type(seq) is int and 0 < seq <= last else 0

    def _mark(self, seq: int) -> Mark:
        rows = self._replica.rows(self._replica.console_id, seq - 1, 1) if seq else []
        return Mark(seq, rows[0].link) if rows else Mark()
