"""Lets people hear what their eyes may miss: one sound for each kind of thing that happened."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from console.runtime.bridge import Bridge
from console.runtime.sounds import Sound, Sounds
from console.state.lot_state import LotState
from console.state.messages import Message, Weight
from core.domain.admission import Action
from core.store.store import Committed

_BY_ACTION = {Action.REFUSE: Sound.ARRIVAL, Action.ASK: Sound.EXCEPTION}


class Announcer(QObject):
    """Plays a sound when a lane begins to wait for a person, when something is wrong, when money was taken.

    So does a device that failed, and a gate that has been held open for another quarter of an hour.

    A lane that goes on waiting is heard once.
    """

    def __init__(
        self, state: LotState, bridge: Bridge, sounds: Sounds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._sounds = sounds
        self._heard: dict[str, tuple[str, str]] = {}
        self._reminded: dict[str, int] = {}
        state.lane_changed.connect(self._on_lane_changed)
        state.message_posted.connect(self._on_message_posted)
        bridge.committed.connect(self._on_committed)

    @Slot(str)
    def _on_lane_changed(self, lane_id: str) -> None:
        view = self._state.lanes.get(lane_id)
        self._remind(lane_id, 0 if view is None else view.hold.reminders)
        if view is None or not view.waiting or view.action is None:
            self._heard.pop(lane_id, None)
            return
        what = (view.sighting_id, view.reason)
        if self._heard.get(lane_id) != what:
            self._heard[lane_id] = what
            self._sounds.play(_BY_ACTION.get(view.action, Sound.EXCEPTION))

    def _remind(self, lane_id: str, reminders: int) -> None:
        """A gate that is held open is heard again each quarter of an hour."""
        if reminders > self._reminded.get(lane_id, 0):
            self._sounds.play(Sound.EXCEPTION)
        self._reminded[lane_id] = reminders

    @Slot(object)
    def _on_message_posted(self, message: Message) -> None:
        if message.weight is Weight.ALARM:
            self._sounds.play(Sound.ALARM)

    @Slot(object)
    def _on_committed(self, committed: Committed) -> None:
        if "stay.paid" in committed.own_kinds:
            self._sounds.play(Sound.MONEY)
        elif "device.failed" in committed.own_kinds:
            self._sounds.play(Sound.EXCEPTION)
