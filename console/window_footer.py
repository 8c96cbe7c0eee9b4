"""The bottom of the window: how database, reader, devices and disk are; what is not known is hatched."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.compose import Console
from console.screens.context import Context
from console.screens.devices.device_words import is_in_trouble
from console.theme import Role, set_tone
from console.widgets.status import State, StatusWord
from console.window_devices import WindowDevices
from console.window_links import WindowLinks
from console.words import say
from core.services.device_views import DeviceKind
from core.services.ports import DeviceStatus, Health

LOOK_EVERY_MS = 1000
MEASURE_EVERY_MS = 30_000
LOW_BYTES = 2_000_000_000
_STATES = {
    Health.OK: State.OK,
    Health.STARTING: State.QUIET,
    Health.STALE: State.ATTENTION,
    Health.FAILED: State.ALARM,
    Health.UNKNOWN: State.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class House:
    """How things are: devices by lane and kind, and the bytes that the disk has left (None: not known)."""

    lanes: dict[str, dict[str, DeviceStatus]]
    recogniser: DeviceStatus | None
    free_bytes: int | None


class WindowFooter(QWidget):
    """Words with shapes; a lane whose device wants a look is named by that alone, not called ok beside it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._free_bytes: int | None = None
        self._house = House({}, None, None)
        self._looking = False
        self._database = StatusWord()
        self._recogniser = StatusWord()
        self._disk = StatusWord()
        self._lanes: dict[str, StatusWord] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 2, 16, 4)
        self._row.setSpacing(16)
        self.links, self.devices = WindowLinks(context), WindowDevices(context)
        for word in (self._database, self._recogniser, self._disk):
            self._row.addWidget(word)
        self._row.insertWidget(0, self.devices)
        self._row.addStretch(1)
        self._row.addWidget(self.links)
        set_tone(self, Role.TEXT_QUIET, ground=Role.SURFACE)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        context.state.sharing_changed.connect(self.retranslate)
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        behind = self._context.state.clock_behind
        # Two databases are told apart where there are two.
        is_shared = self._context.state.sharing.is_shared
        well = self.tr("records ok") if is_shared else self.tr("database ok")
        differs = self._context.console.audit.verification.problem_count > 0
        if behind:
            self._database.show_state(State.ALARM, self.tr("clock is behind"))
        elif differs:
            self._database.show_state(State.ALARM, self.tr("the journal does not agree: see Audit"))
        else:
            self._database.show_state(State.OK, well)
        self._show_recogniser(self._house.recogniser)
        self._show_disk(self._house.free_bytes)
        for lane_id, devices in self._house.lanes.items():
            self._show_lane(lane_id, devices)
        self._leave_to_devices()

    @Slot()
    def _look(self) -> None:
        """Drivers answer under their own locks, so they are asked on a worker's thread."""
        if self._looking or not self.isVisible():
            return
        self._looking = True
        console = self._context.console
        self._context.jobs.run(lambda: _read_house(console), self._on_read)

    def _on_read(self, house: House) -> None:
        self._looking = False
        self._house = house
        for lane_id in [lane_id for lane_id in self._lanes if lane_id not in house.lanes]:
            self._lanes.pop(lane_id).deleteLater()
        self.retranslate()

    def _show_recogniser(self, status: DeviceStatus | None) -> None:
        if status is None:
            self._recogniser.show_state(State.UNKNOWN, self.tr("plate reader: not measured"))
            return
        words = {
            Health.OK: self.tr("plate reader ok"),
            Health.STARTING: self.tr("plate reader starting"),
            Health.UNKNOWN: self.tr("plate reader: not measured"),
        }
        text = words.get(status.health) or say(status.cause or "recogniser.no_answer").text
        self._recogniser.show_state(_STATES[status.health], text)

    def _leave_to_devices(self) -> None:
        """What the word about devices names, or counts, has no other word here."""
        wrong = [view for view in self._context.console.devices.views() if is_in_trouble(view)]
        lanes = {view.lane_id for view in wrong}
        for lane_id, word in self._lanes.items():
            word.setVisible(lane_id not in lanes)
        self._recogniser.setVisible(DeviceKind.RECOGNISER not in {view.kind for view in wrong})

    def _show_disk(self, free_bytes: int | None) -> None:
        if free_bytes is None:
            self._disk.show_state(State.UNKNOWN, self.tr("disk: not measured"))
            return
        low = free_bytes < LOW_BYTES
        text = self.tr("disk {gigabytes} GB free").format(gigabytes=f"{free_bytes / 1e9:.0f}")
        self._disk.show_state(State.ATTENTION if low else State.OK, text)

    def _show_lane(self, lane_id: str, devices: dict[str, DeviceStatus]) -> None:
        word = self._lanes.get(lane_id)
        if word is None:
            word = self._lanes[lane_id] = StatusWord()
            self._row.insertWidget(self._row.count() - 2, word)
        lot = self._context.state.lot
        lane = next((one.name for one in lot.lanes if one.lane_id == lane_id), lane_id) if lot else lane_id
        names = {
            "camera": self.tr("camera"),
            "rear_camera": self.tr("rear camera"),
            "barrier": self.tr("barrier"),
            "loops": self.tr("loops"),
        }
        order = list(_STATES)
        worst_kind = max(devices, key=lambda kind: order.index(devices[kind].health))
        worst = devices[worst_kind]
        if worst.health is Health.OK:
            word.show_state(State.OK, self.tr("{lane} ok").format(lane=lane))
            return
        state_words = {
            Health.STARTING: self.tr("starting"),
            Health.UNKNOWN: self.tr("not measured"),
            Health.STALE: self.tr("late"),
            Health.FAILED: self.tr("no answer"),
        }
        text = f"{lane}: {names.get(worst_kind, worst_kind)} {state_words[worst.health]}"
        word.show_state(_STATES[worst.health], text)
        if worst.cause:
            word.setToolTip(f"{text}\n{say(worst.cause).text}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _read_house(console: Console) -> House:
    readers = console.readers
    try:
        free_bytes: int | None = shutil.disk_usage(console.folder.path).free
    except OSError:
        free_bytes = None
    return House(
        # A copy: lanes may be starting on another thread at this moment.
        lanes={lane_id: runner.device_status() for lane_id, runner in list(console.lanes.items())},
        recogniser=readers.status() if readers is not None else None,
        free_bytes=free_bytes,
    )
