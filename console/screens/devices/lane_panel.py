"""Adds a lane to the lot, names one otherwise, or takes it away; the wiring comes after it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError
from core.domain.lots import Direction, Lane
from core.services.change_lanes import LONGEST_NAME, add_lane, remove_lane, rename_lane

FIELD_WIDTH, LABEL_WIDTH = 280, 160
REMOVE_KEY = "Alt+R"


class LanePanel(Spoken):
    """``added`` carries the new lane, to be wired next; ``changed`` when the lot has other lanes now."""

    added = Signal(object)
    changed = Signal()
    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._asked_twice = False
        self._title, self._lead, self._told = line("title"), line("quiet", wraps=True), line(wraps=True)
        self.lanes: Choice[str] = Choice([("", self._new_words)])
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        self.direction: Choice[Direction] = Choice(
            [
                (Direction.ENTRY, lambda: self.tr("In")),
                (Direction.EXIT, lambda: self.tr("Out")),
            ]
        )
        self._do, self._back = KeyButton(key="Return", primary=True), KeyButton(key="Esc")
        self.remove_button = KeyButton(key=REMOVE_KEY, icon_name="delete")
        self._grid = FieldGrid(LABEL_WIDTH)
        self._lay_out()
        self._do.clicked.connect(self.do_it)
        self._back.clicked.connect(self.left)
        self.remove_button.clicked.connect(self.take_away)
        shortcut = QShortcut(QKeySequence(REMOVE_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.remove_button.click)
        self.speak()

    @property
    def told(self) -> str:
        """Why it was not done."""
        return self._told.text()

    def open(self) -> None:
        """Begin anew: a new lane, or one of the lot's."""
        lot = self._ctx.state.lot
        lanes = lot.lanes if lot is not None else ()
        self._grid.removeWidget(self.lanes)
        self.lanes.hide()
        self.lanes.deleteLater()
        self.lanes = Choice(
            [("", self._new_words), *((lane.lane_id, lambda lane=lane: lane.name) for lane in lanes)]
        )
        self._grid.addWidget(self.lanes, self._lane_row, 1)
        self.lanes.activated.connect(self._on_lane_chosen)
        self._on_lane_chosen()
        self.name.setFocus()

    def do_it(self) -> None:
        """Add the lane, or call it otherwise."""
        actor, lane_id, name = self._ctx.state.actor, self.lanes.value(), self.name.text()
        if actor is None:
            return
        if lane_id:
            self._ctx.jobs.change(
                lambda unit: rename_lane(unit, actor=actor, lane_id=lane_id, name=name),
                self._on_renamed,
                self._on_refused,
            )
        else:
            direction = self.direction.value()
            self._ctx.jobs.change(
                lambda unit: add_lane(unit, actor=actor, name=name, direction=direction),
                self._on_added,
                self._on_refused,
            )

    def take_away(self) -> None:
        """Take the lane out of the lot; asked twice, because its devices are taken off with it."""
        actor, lane_id = self._ctx.state.actor, self.lanes.value()
        if actor is None or not lane_id:
            return
        if not self._asked_twice:
            self._asked_twice = True
            self._tell(self.tr("Its stays keep their records. Press Alt+R once more to take it away."))
            return
        self._ctx.jobs.change(
            lambda unit: remove_lane(unit, actor=actor, lane_id=lane_id), self._on_removed, self._on_refused
        )

    def speak(self) -> None:
        self._title.setText(self.tr("Lanes of the lot"))
        self._lead.setText(
            self.tr("A lane belongs to the whole lot; what is wired to it, to the console that drives it.")
        )
        for label, words in zip(
            self._labels, (self.tr("Lane"), self.tr("Name"), self.tr("Direction")), strict=True
        ):
            label.setText(words)
        self.lanes.speak()
        self.direction.speak()
        is_new = not self.lanes.value()
        self._do.setText(self.tr("Add and wire it") if is_new else self.tr("Rename"))
        self.remove_button.setText(self.tr("Take it away …"))
        self._back.setText(self.tr("Back"))

    def _new_words(self) -> str:
        return self.tr("A new lane")

    def _on_lane_chosen(self) -> None:
        lane = self._lane
        self._asked_twice = False
        self._tell("")
        self.name.setText(lane.name if lane is not None else "")
        if lane is not None:
            self.direction.choose(lane.direction)
        # Its cars stand in the journal: a lane never turns round.
        self.direction.setEnabled(lane is None)
        self.remove_button.setVisible(lane is not None)
        self.speak()

    @property
    def _lane(self) -> Lane | None:
        lot = self._ctx.state.lot
        lanes = lot.lanes if lot is not None else ()
        return next((lane for lane in lanes if lane.lane_id == self.lanes.value()), None)

    def _on_added(self, outcome: tuple[Lane, bool]) -> None:
        lane, holds = outcome
        if holds:
            self._ctx.state.refresh()
            self.added.emit(lane)
        else:
            self._tell(sentence("reference.proposed"))

    def _on_renamed(self, holds: bool) -> None:
        self._end(holds=holds)

    def _on_removed(self, holds: bool) -> None:
        self._end(holds=holds)

    def _end(self, *, holds: bool) -> None:
        if holds:
            self._ctx.state.refresh()
            self.changed.emit()
        else:
            self._tell(sentence("reference.proposed"))

    def _on_refused(self, error: LotkeeperError) -> None:
        self._asked_twice = False
        self._tell(sentence_of(error, self._ctx.state.lot))

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _lay_out(self) -> None:
        self._labels = [self._grid.add(field) for field in (self.lanes, self.name, self.direction)]
        self._lane_row = 1
        self.name.setMinimumWidth(FIELD_WIDTH)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for button in (self._do, self.remove_button, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(self._grid)
        column.addWidget(self._told)
        column.addLayout(buttons)
        column.addStretch(1)
        self._tell("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.do_it()
        else:
            super().keyPressEvent(event)
