"""What is missing before the lot opens, each with the way to where it is mended; and opening it (U6)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.formats import format_local_date_time
from console.readiness import go_live, readiness_of
from console.screens.context import Context
from console.screens.devices.setup_words import item_words
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.side_list import SideList
from console.screens.form.spoken import Spoken
from console.state.messages import Message, Weight
from console.theme.space import LARGE, MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError
from core.services.readiness import ItemState, Readiness, SetupItem

LIVE_KEY, ALL_KEY, GO_KEY = "Ctrl+G", "Alt+A", "Return"
LONGEST_NOTE = 200


class SetupList(Spoken):
    """``wanted`` carries the item whose place is to be shown; ``left`` goes back."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ready: Readiness | None = None
        self._shown: list[SetupItem] = []
        self._title, self._lead, self._told = line("title"), line(wraps=True), line(wraps=True)
        self.list, self.note = SideList(width=0), QLineEdit(maxLength=LONGEST_NOTE)
        self.all_button, self.go_button = KeyButton(key=ALL_KEY), KeyButton(key=GO_KEY, primary=True)
        self.all_button.setCheckable(True)
        self.live_button, self._back = KeyButton(key=LIVE_KEY), KeyButton(key="Esc")
        self._lay_out()
        self.list.itemActivated.connect(self.go)
        self.go_button.clicked.connect(self.go)
        self.all_button.toggled.connect(self._show)
        self.live_button.clicked.connect(self.open_lot)
        self._back.clicked.connect(self.left)
        for button in (self.all_button, self.live_button):
            shortcut = QShortcut(QKeySequence(button.key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self.speak()

    @property
    def lead(self) -> str:
        """How far it is."""
        return self._lead.text()

    @property
    def told(self) -> str:
        """Why it could not be done."""
        return self._told.text()

    def texts(self) -> list[tuple[str, str]]:
        """The rows: what, and what is to be done."""
        return [item_words(item, self._ctx.state.lot) for item in self._shown]

    def open(self) -> None:
        """Look anew at what is missing."""
        self._tell("")
        console = self._ctx.console
        self._ctx.jobs.run(lambda: readiness_of(console), self._on_read, self._on_not_read)
        self.list.setFocus()

    def go(self) -> None:
        """Go where the chosen item is mended."""
        place = self.list.currentRow()
        if 0 <= place < len(self._shown):
            self.wanted.emit(self._shown[place])

    def open_lot(self) -> None:
        """Say that the lot is open to the public from now on."""
        console, actor, note = self._ctx.console, self._ctx.state.actor, self.note.text().strip()
        if actor is None or self.live_button.isHidden():
            return
        if self._ready is not None and self._ready.missing and not note:
            self._tell(self.tr("Write down why it opens all the same, or see to what is missing."))
            self.note.setFocus()
            return
        self._ctx.jobs.run(lambda: go_live(console, actor=actor, note=note), self._on_live, self._on_not_read)

    def speak(self) -> None:
        self._title.setText(self.tr("Before the lot opens"))
        self.all_button.setText(self.tr("All items"))
        self.go_button.setText(self.tr("Go there"))
        self.live_button.setText(self.tr("Open the lot"))
        self._back.setText(self.tr("Back"))
        self.note.setPlaceholderText(self.tr("Why it opens without what is missing"))
        self.list.setAccessibleName(self._title.text())
        self._show()

    def _on_read(self, ready: Readiness) -> None:
        self._ready = ready
        self._show()

    def _on_not_read(self, error: LotkeeperError) -> None:
        self._tell(sentence_of(error, self._ctx.state.lot))

    def _on_live(self, _nothing: None) -> None:
        self._ctx.state.post(Message(Weight.DONE, "lot.went_live"))
        self.open()

    def _show(self) -> None:
        ready = self._ready
        items = ready.items if ready is not None else ()
        self._shown = [
            item for item in items if self.all_button.isChecked() or item.state is not ItemState.OK
        ]
        row = self.list.currentRow()
        self.list.clear()
        for text, remark in self.texts():
            self.list.add(text, remark)
        self.list.setCurrentRow(min(max(0, row), len(self._shown) - 1))
        self.go_button.setEnabled(bool(self._shown))
        is_live = ready is not None and ready.is_live
        self.live_button.setVisible(ready is not None and not is_live)
        self.note.setVisible(ready is not None and not is_live and bool(ready.missing))
        self._lead.setText(self._far(ready))

    def _far(self, ready: Readiness | None) -> str:
        if ready is None:
            return self.tr("Looking …")
        done = sum(item.state is ItemState.OK for item in ready.items)
        far = self.tr("{done} of {all} are done.").format(done=done, all=len(ready.items))
        lot = self._ctx.state.lot
        if ready.live_since is not None and lot is not None:
            since = format_local_date_time(ready.live_since, lot.zone)
            live = self.tr("Open to the public since {time}, said by {name}.").format(
                time=since, name=ready.live_by
            )
            return f"{live} {far}"
        if not ready.missing:
            return f"{far} " + self.tr("Nothing that is needed is missing: the lot can open.")
        return f"{far} " + self.tr("Needed and missing: {count}.").format(count=len(ready.missing))

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for button in (self.go_button, self.live_button, self.all_button, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self._lead):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._told)
        column.addWidget(self.note)
        column.addLayout(buttons)
        self._tell("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
