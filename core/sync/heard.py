"""What the lot's consoles left of themselves at each far side, dated by this console's own clock.

Every far side writes down when a report came by a clock of its own, and each of these clocks may be wrong. So
a console compares its own clock with each far side's, and reads what it finds there in its own time: the
newest of a console's reports is the newest wherever it lies, and nobody seems to be silent because one clock
is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from core.services.sharing import DATABASE, HUB

_MICROSECOND: Final = timedelta(microseconds=1)
Document = Mapping[str, Any]


class Heard:
    """The reports of each far side as they were read last: one that is away is not forgotten."""

    def __init__(self) -> None:
        self._left: dict[str, Mapping[str, Document]] = {}
        self._skews: dict[str, timedelta] = {}

    def keep(self, far_side: str, documents: Mapping[str, Document]) -> None:
        """Keep what was left there, by console id, in place of what was read there before."""
        self._left[far_side] = documents

    def compare(self, far_side: str, skew: timedelta) -> None:
        """Keep how far this console's clock is ahead of the one there."""
        self._skews[far_side] = skew

    def skew(self, far_side: str) -> timedelta | None:
        """How far this console's clock is ahead of the one there, as far as that is known."""
        return self._skews.get(far_side)

    def newest(self) -> dict[str, Document]:
        """What each console left last.

        ``at`` is when it came, by this console's clock, and ``lot_at`` by the database's, or where none is
        known by the hub's; ``said_at`` stays what the console said itself.
        """
        found: dict[str, Document] = {}
        for far_side, documents in list(self._left.items()):
            for console_id, document in documents.items():
                dated = self._dated(far_side, document)
                known = found.get(console_id)
                if dated is not None and (known is None or known["at"] < dated["at"]):
                    found[console_id] = dated
        return found

    def _dated(self, far_side: str, document: Document) -> Document | None:
        at, said_at = document.get("at"), document.get("said_at")
        if not isinstance(at, int):
            return None
        own_at = at + self._skews.get(far_side, timedelta()) // _MICROSECOND
        lot_at = own_at - self._of_lot() // _MICROSECOND
        # Without its own word about when there is nothing to compare.
        return {**document, "at": own_at, "lot_at": lot_at if isinstance(said_at, int) else None}

    def _of_lot(self) -> timedelta:
        """How far this console's clock is ahead of the lot's, which is the hub's own where nobody else's."""
        return self._skews.get(DATABASE, self._skews.get(HUB, timedelta()))
