"""The third page: the lanes and what is wired to each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.screens.first_run.draft import LaneDraft, LotDraft
from console.screens.first_run.page import Page
from console.screens.first_run.wiring import ADDRESS_WIDTH, Wiring
from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.side_list import SideList
from console.widgets.key_button import KeyButton
from core.config import CameraConfig
from core.domain.errors import OperatorError
from core.domain.lots import MAX_LANES, Direction

LIST_WIDTH = 260
TRIAL_WIDTH = LIST_WIDTH
LONGEST_NAME = 40
LABEL_WIDTH = 150
TRY_KEY = "Alt+T"


class LanesPage(Page):
    """The list of lanes left, the chosen lane's fields right; ``camera_tried`` asks for a picture."""

    camera_tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: list[LaneDraft] = []
        self._list = SideList(width=LIST_WIDTH)
        self._name = QLineEdit(maxLength=LONGEST_NAME)
        self._direction = Choice[Direction](
            ((Direction.ENTRY, lambda: self.tr("Entry")), (Direction.EXIT, lambda: self.tr("Exit")))
        )
        self._later, self._later_hint = QCheckBox(), line("quiet", wraps=True)
        self._wiring = Wiring()
        self._add_entry, self._add_exit = QPushButton(), QPushButton()
        self._remove, self._try = QPushButton(), KeyButton(key=TRY_KEY)
        self._trial_picture, self._trial_words = line(), line("quiet", wraps=True)
        self._lay_out()
        self._listen()
        self.speak()

    def title(self) -> str:
        return self.tr("The lanes")

    def lead(self) -> str:
        return self.tr("Each lane has a camera, a barrier and two loops. Simulated ones need no wires.")

    def speak(self) -> None:
        self._list.setAccessibleName(self.tr("Lanes"))
        self._name_label.setText(self.tr("Name"))
        self._direction_label.setText(self.tr("Direction"))
        self._direction.speak()
        self._later.setText(self.tr("Wire it later, under Devices"))
        self._later_hint.setText(
            self.tr(
                "Devices searches for what is there and knows more kinds: relays on serial lines, Shelly, "
                "Tasmota, MQTT, ONVIF, USB cameras, displays, readers, printers."
            )
        )
        self._add_entry.setText(self.tr("Add an entry"))
        self._add_exit.setText(self.tr("Add an exit"))
        self._remove.setText(self.tr("Remove lane"))
        self._try.setText(self.tr("Try the camera"))

    def show_draft(self, draft: LotDraft) -> None:
        self._lanes = []
        for lane in draft.lanes:
            self._lanes.append(replace(lane, name=lane.name or self._new_name(lane.direction)))
        self._fill_list(0)

    def draft(self, before: LotDraft) -> LotDraft:
        draft = replace(before, lanes=tuple(self._lanes))
        draft.check_lanes()
        return draft

    def culprit(self, error: OperatorError) -> QWidget | None:
        wrong = str(error.facts.get("lane", ""))
        names = [lane.name for lane in self._lanes]
        if wrong in names:
            self._list.setCurrentRow(names.index(wrong))
        return self._wiring.field_of(error.code) or (self._name if self._lanes else self._add_entry)

    def take_focus(self) -> None:
        self._list.setFocus()

    @property
    def tried(self) -> str:
        """What stands below the button that tries the camera."""
        return self._trial_words.text()

    def show_trial(self, picture: QImage | None, words: str) -> None:
        """Show what the camera gave, or why it gave nothing."""
        self._try.setEnabled(True)
        self._trial_words.setText(words)
        self._trial_picture.setVisible(picture is not None)
        if picture is not None:
            self._trial_picture.setPixmap(QPixmap.fromImage(picture))

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._list, 1)
        adds = QHBoxLayout()
        adds.setSpacing(8)
        adds.addWidget(self._add_entry)
        adds.addWidget(self._add_exit)
        buttons.addLayout(adds)
        buttons.addWidget(self._remove)
        buttons.addSpacing(16)
        for below in (self._try, self._trial_picture, self._trial_words):
            buttons.addWidget(below)
        self._trial_words.setFixedWidth(LIST_WIDTH)
        grid = FieldGrid(LABEL_WIDTH)
        self._name.setMinimumWidth(ADDRESS_WIDTH)
        self._direction.setMinimumWidth(ADDRESS_WIDTH)
        self._name_label = grid.add(self._name)
        self._direction_label = grid.add(self._direction)
        fields = QVBoxLayout()
        fields.setSpacing(8)
        fields.addLayout(grid)
        fields.addWidget(self._later)
        fields.addWidget(self._later_hint)
        fields.addWidget(self._wiring)
        fields.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(buttons)
        row.addLayout(fields)
        row.addStretch(1)

    def _listen(self) -> None:
        self._list.currentRowChanged.connect(self._on_lane_chosen)
        self._name.textEdited.connect(self._on_lane_edited)
        self._direction.activated.connect(self._on_lane_edited)
        self._later.clicked.connect(self._on_later)
        self._wiring.edited.connect(self._on_lane_edited)
        self._add_entry.clicked.connect(self._on_add_entry)
        self._add_exit.clicked.connect(self._on_add_exit)
        self._remove.clicked.connect(self._on_remove)
        self._try.clicked.connect(self._on_try)
        shortcut = QShortcut(QKeySequence(TRY_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._try.click)

    def _fill_list(self, place: int) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for lane in self._lanes:
            self._list.add(self._in_list(lane))
        self._list.blockSignals(False)
        self._list.setCurrentRow(place)
        self._show_lane()

    def _in_list(self, lane: LaneDraft) -> str:
        sign = "→" if lane.direction is Direction.ENTRY else "←"
        return f"{sign}  {lane.name}"

    def _show_lane(self) -> None:
        lane = self._chosen()
        for widget in (self._name, self._direction, self._later, self._wiring, self._try, self._remove):
            widget.setEnabled(lane is not None)
        for button in (self._add_entry, self._add_exit):
            button.setEnabled(len(self._lanes) < MAX_LANES)
        if lane is not None:
            self._name.setText(lane.name)
            self._direction.choose(lane.direction)
            self._wiring.show_devices(lane.camera, lane.barrier, lane.loops)
            self._later.setChecked(lane.is_wired_later)
        self._show_later()
        self.show_trial(None, "")

    def _show_later(self) -> None:
        later = self._later.isChecked()
        self._wiring.setVisible(not later)
        self._try.setVisible(not later)

    def _chosen(self) -> LaneDraft | None:
        place = self._list.currentRow()
        return self._lanes[place] if 0 <= place < len(self._lanes) else None

    def _new_name(self, direction: Direction) -> str:
        taken = {lane.name for lane in self._lanes}
        pattern = self.tr("Entry {number}") if direction is Direction.ENTRY else self.tr("Exit {number}")
        names = (pattern.format(number=number) for number in range(1, MAX_LANES + 2))
        return next(name for name in names if name not in taken)

    def _add(self, direction: Direction) -> None:
        self._lanes.append(LaneDraft(self._new_name(direction), direction))
        self._fill_list(len(self._lanes) - 1)
        self._name.setFocus()
        self._name.selectAll()
        self.edited.emit()

    def _on_lane_chosen(self, _place: int) -> None:
        self._show_lane()

    def _on_lane_edited(self) -> None:
        place = self._list.currentRow()
        if not 0 <= place < len(self._lanes):
            return
        lane = LaneDraft(
            name=self._name.text(),
            direction=self._direction.value(),
            camera=self._wiring.camera(),
            barrier=self._wiring.barrier(),
            loops=self._wiring.loops(),
            is_wired_later=self._later.isChecked(),
        )
        self._lanes[place] = lane
        self._list.item(place).setText(self._in_list(lane))
        self.edited.emit()

    def _on_later(self) -> None:
        self._show_later()
        self._on_lane_edited()

    def _on_add_entry(self) -> None:
        self._add(Direction.ENTRY)

    def _on_add_exit(self) -> None:
        self._add(Direction.EXIT)

    def _on_remove(self) -> None:
        place = self._list.currentRow()
        if 0 <= place < len(self._lanes):
            del self._lanes[place]
            self._fill_list(min(place, len(self._lanes) - 1))
            self.edited.emit()

    def _on_try(self) -> None:
        lane = self._chosen()
        if lane is not None:
            self._try.setEnabled(False)
            self._trial_words.setText(self.tr("Waiting for a picture, at most 12 seconds…"))
            camera: CameraConfig = lane.camera
            self.camera_tried.emit(camera)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._list.hasFocus():
            self._on_remove()
            return
        super().keyPressEvent(event)
