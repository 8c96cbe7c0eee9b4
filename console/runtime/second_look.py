"""Lets a waiting lane look again when something happened that its answer rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.services.run_lane import LaneRunner
from core.store.store import Committed

_SPACE_FREED = frozenset({"stay.left", "stay.backed_out", "stay.written_off", "lot.changed"})
# What changes how many spaces this console may let cars in for.
_SPACE_GIVEN = _SPACE_FREED | {"space.granted", "space.returned", "space.written_off", "hub.appointed"}
_PLATE_FREED = _SPACE_FREED | {"stay.plate_corrected"}
_STAY_APPEARED = frozenset({"stay.plate_corrected", "stay.imported", "stay.admitted", "stay.entered"})
_PRICE_POSSIBLE = frozenset({"clock.settled", "rates.published", "stay.paid", "stay.described"})
_NOTHING_DUE = frozenset({"stay.paid", "stay.described"})

# What a lane's answer rests on: the reason it gave, and the kinds of entry after which it may differ.
_RESTS_ON: Final[Mapping[str, frozenset[str]]] = {
    "entry.full": _SPACE_FREED,
    "entry.spaces_elsewhere": _SPACE_GIVEN,
    "entry.already_inside": _PLATE_FREED,
    "exit.not_paid": _NOTHING_DUE,
    "exit.overstayed": frozenset({"stay.paid"}),
    "exit.fee_unusual": _PRICE_POSSIBLE | {"stay.fee_confirmed", "stay.entry_corrected", "lot.changed"},
    "exit.no_record": _STAY_APPEARED,
    "exit.several_records": _PLATE_FREED,
    "exit.no_price": _PRICE_POSSIBLE,
    "lane.closed": frozenset({"lane.reopened"}),
}


class SecondLook:
    """Listens to commits; a payment for the car at the exit opens its gate without another key."""

    def __init__(self, lanes: Mapping[str, LaneRunner]) -> None:
        self._lanes = lanes

    def on_commit(self, committed: Committed) -> None:
        """A transaction was committed; runs on the writer thread and returns at once."""
        kinds = committed.kinds
        for runner in list(self._lanes.values()):
            view = runner.view
            if view.waiting and kinds & _RESTS_ON.get(view.reason, frozenset()):
                runner.reconsider()
