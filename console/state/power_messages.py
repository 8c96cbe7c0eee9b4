"""Says at the desk that the mains were lost or are back, and since when nobody had been at work."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Slot

from console.runtime.bridge import Bridge
from console.state.lot_state import LotState
from console.state.messages import Message, Weight
from core.domain.journal import Entry, from_micros
from core.domain.power_story import PowerNews
from core.services.tell_power_gap import AWAY_KINDS
from core.store.store import Committed

_WEIGHTS: Final = {
    PowerNews.LOST.value: Weight.ALARM,
    PowerNews.LOW.value: Weight.ALARM,
    PowerNews.BACK.value: Weight.DONE,
} | dict.fromkeys(AWAY_KINDS, Weight.ATTENTION)


class PowerMessages(QObject):
    """Follows what this console itself wrote down; other consoles' power is not this desk's."""

    def __init__(self, state: LotState, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        bridge.committed.connect(self._on_committed)

    @Slot(object)
    def _on_committed(self, committed: Committed) -> None:
        for entry in committed.own:
            if entry.kind in _WEIGHTS:
                self._state.post(Message(_WEIGHTS[entry.kind], entry.kind, _instants(entry)))


def _instants(entry: Entry) -> dict[str, object]:
    """The times of the sentence."""
    return {
        name: from_micros(entry.payload[name])
        for name in ("from_at", "until")
        if isinstance(entry.payload.get(name), int)
    }
