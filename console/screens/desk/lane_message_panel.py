"""Asks what the drivers at a lane are to read, from a list or typed, and closes or opens the lane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from console.words import Words
from core.domain.signs import LONGEST_TEXT

CLOSE_KEY = "Shift+F8"
KEEP_KEY = "Ctrl+S"
DROP_KEY = "Ctrl+D"
ROWS_SHOWN = 6


class LaneMessagePanel(Panel):
    """``answered`` carries the text, an empty one to take the last away; ``kept`` the new ready texts.

    Arrow keys walk through the list from the text field, each text standing in the field at once.
    """

    answered = Signal(str)
    closing = Signal()
    kept = Signal(tuple)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane_name = ""
        self._is_closed = False
        self._ready: tuple[str, ...] = ()
        self._question = label(TypeRole.TITLE, wrap=True)
        self._notice = label(TypeRole.BODY, Role.ATTENTION, wrap=True)
        self._shown_now = label(TypeRole.QUIET, Role.TEXT_QUIET, wrap=True)
        self._now = ""
        self._field = QLineEdit(maxLength=LONGEST_TEXT)
        self._count = label(TypeRole.QUIET, Role.TEXT_QUIET)
        self._list = QListWidget()
        self._hint = label(TypeRole.QUIET, Role.TEXT_QUIET, wrap=True)
        self._enter = KeyButton("", "Enter", primary=True)
        self._close = KeyButton("", CLOSE_KEY)
        self._keep = KeyButton("", KEEP_KEY)
        self._drop = KeyButton("", DROP_KEY)
        self._back = KeyButton("", "Esc")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._connect()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def ask(
        self,
        lane_name: str,
        ready: Sequence[str],
        *,
        is_closed: bool,
        may_keep: bool,
        shown_now: str,
        notice: Words | None,
    ) -> None:
        """Begin anew; ``notice`` is what to know before, ``may_keep`` whether the list may be changed.

        ``shown_now`` is what stands on the sign, empty where that is not known.
        """
        self._lane_name, self._is_closed, self._now = lane_name, is_closed, shown_now
        self._field.clear()
        say_in(self._notice, f"{notice.text} {notice.step}".strip() if notice is not None else "")
        self._keep.setVisible(may_keep)
        self._drop.setVisible(may_keep)
        self.show_ready(ready)
        self.retranslate()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_ready(self, ready: Sequence[str]) -> None:
        """Offer these texts."""
        self._ready = tuple(ready)
        self._list.clear()
        self._list.addItems(self._ready)
        self._list.setVisible(bool(self._ready))
        self._show_typed()

    def follow(self, *, is_closed: bool) -> None:
        """The lane may have been closed or opened meanwhile."""
        if is_closed != self._is_closed:
            self._is_closed = is_closed
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._question.setText(self.tr("What do drivers read at {lane}?").format(lane=self._lane_name))
        now = self.tr("On the sign now: {text}").format(text=self._now) if self._now else ""
        say_in(self._shown_now, now)
        self._hint.setText(
            self.tr("The arrow keys choose a text, Enter shows it. It goes when the car has left.")
        )
        self._field.setPlaceholderText(self.tr("Text for drivers"))
        spoken(self._field, self.tr("Text for drivers"), self._question.text())
        spoken(self._list, self.tr("Texts that are ready"))
        words = self.tr("Open {lane} again") if self._is_closed else self.tr("Close {lane}")
        self._close.setText(words.format(lane=self._lane_name))
        self._keep.setText(self.tr("Keep in the list"))
        self._drop.setText(self.tr("Take out of the list"))
        self._back.setText(self.tr("Back"))
        self._show_typed()

    @Slot()
    def _show_typed(self) -> None:
        text = self.text.strip()
        self._count.setText(self.tr("{count} of {most}").format(count=len(self.text), most=LONGEST_TEXT))
        self._enter.setText(self.tr("Show to drivers") if text else self.tr("Show the usual text"))
        self._keep.setEnabled(bool(text) and text not in self._ready)
        self._drop.setEnabled(text in self._ready)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._ready):
            self._field.setText(self._ready[row])

    @Slot()
    def _on_enter(self) -> None:
        self.answered.emit(self.text.strip())

    @Slot()
    def _on_keep(self) -> None:
        if self._keep.isVisibleTo(self) and self._keep.isEnabled():
            self.kept.emit((*self._ready, self.text.strip()))

    @Slot()
    def _on_drop(self) -> None:
        if self._drop.isVisibleTo(self) and self._drop.isEnabled():
            self.kept.emit(tuple(text for text in self._ready if text != self.text.strip()))

    def _walk(self, step: int) -> None:
        if self._ready:
            row = self._list.currentRow()
            begun = 0 if step > 0 else len(self._ready) - 1
            self._list.setCurrentRow(begun if row < 0 else (row + step) % len(self._ready))

    def _connect(self) -> None:
        self._field.textChanged.connect(self._show_typed)
        self._list.currentRowChanged.connect(self._on_row)
        self._list.itemActivated.connect(self._on_enter)
        self._enter.clicked.connect(self._on_enter)
        self._close.clicked.connect(self.closing)
        self._keep.clicked.connect(self._on_keep)
        self._drop.clicked.connect(self._on_drop)
        self._back.clicked.connect(self.given_up)

    def _lay_out(self) -> None:
        typed = QHBoxLayout()
        typed.setSpacing(8)
        typed.addWidget(self._field, stretch=1)
        typed.addWidget(self._count)
        keys, more = QHBoxLayout(), QHBoxLayout()
        for button in (self._enter, self._close, self._back):
            keys.addWidget(button)
        for button in (self._keep, self._drop):
            more.addWidget(button)
        keys.addStretch(1)
        more.addStretch(1)
        self._list.setMaximumHeight(self._list.fontMetrics().lineSpacing() * ROWS_SHOWN + 16)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (self._question, self._notice, self._shown_now):
            column.addWidget(widget)
        column.addLayout(typed)
        column.addWidget(self._list)
        column.addWidget(self._hint)
        column.addLayout(keys)
        column.addLayout(more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
        elif control and event.key() == Qt.Key.Key_S:
            self._on_keep()
        elif control and event.key() == Qt.Key.Key_D:
            self._on_drop()
        else:
            super().keyPressEvent(event)
