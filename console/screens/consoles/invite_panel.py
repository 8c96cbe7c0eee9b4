"""Invites a console: asks for its name, then shows the code that is read out to it, and for how long."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from console.membership import Invited
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM
from console.widgets.key_button import KeyButton
from core.domain.people import MAX_NAME

FIELD_WIDTH = 320
TICK_MS = 1000
WITHDRAW_KEY = "Alt+W"


class InvitePanel(Spoken):
    """``wanted`` carries the name of the new console; ``withdrawn`` ends its code, ``left`` goes back."""

    wanted = Signal(str)
    withdrawn = Signal()
    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._invited: Invited | None = None
        self._joined = False
        self._title, self._lead, self._told = line("title"), line(wraps=True), line(wraps=True)
        self._name_label, self._name = line(), QLineEdit(maxLength=MAX_NAME)
        self._name.setMaximumWidth(FIELD_WIDTH)
        self._name_label.setBuddy(self._name)
        self._code_label, self._code = line("quiet"), line("plate")
        self._address_label, self._address = line("quiet"), line("title")
        self._left_label, self._time_left = line("quiet"), line("title")
        self._make = KeyButton(key="Return", primary=True)
        self._withdraw, self._back = KeyButton(key=WITHDRAW_KEY), KeyButton(key="Esc")
        self._pages = QStackedWidget()
        self._tick = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self._tick.timeout.connect(self._show_time_left)
        self._make.clicked.connect(self._on_make)
        self._withdraw.clicked.connect(self.withdrawn)
        self._back.clicked.connect(self.left)
        self.speak()

    @property
    def code(self) -> str:
        """The code that is shown, empty where none is."""
        return "" if self._invited is None else self._code.text()

    @property
    def told(self) -> str:
        """What came of it."""
        return self._told.text()

    @property
    def lead(self) -> str:
        """What to do next."""
        return self._lead.text()

    @property
    def shows_code(self) -> bool:
        """Whether address and code stand there to be read out."""
        return self._invited is not None and not self._pages.isHidden()

    @property
    def time_left(self) -> str:
        """How long the code is good."""
        return self._time_left.text()

    def begin(self) -> None:
        """Ask for a name."""
        self._invited, self._joined = None, False
        self._name.clear()
        self.tell("")
        self._pages.show()
        self._pages.setCurrentIndex(0)
        self.speak()
        self._name.setFocus()

    def show_invited(self, invited: Invited) -> None:
        """Show the code."""
        self._invited = invited
        self._code.setText(invited.code)
        self._address.setText(invited.address)
        self.tell("")
        self._pages.setCurrentIndex(1)
        self._tick.start()
        self.speak()
        self._back.setFocus()

    def show_names(self, names: frozenset[str]) -> None:
        """These consoles belong to the lot by now."""
        if self._invited is not None and not self._joined and self._invited.name in names:
            self._joined = True
            # The code is used up: nobody shall read it out any more.
            self._tick.stop()
            self._pages.hide()
            self.tell(self.tr("✓ {name} has joined.").format(name=self._invited.name))
            self.speak()

    def tell(self, words: str) -> None:
        """Say what came of it; it may be tried again."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self._make.setEnabled(True)

    def speak(self) -> None:
        self._name_label.setText(self.tr("What is it called?"))
        self._code_label.setText(self.tr("Code"))
        self._address_label.setText(self.tr("Address of this hub"))
        self._left_label.setText(self.tr("Good for"))
        self._make.setText(self.tr("Make a code"))
        self._withdraw.setText(self.tr("Withdraw the code"))
        self._back.setText(self.tr("Done") if self._joined else self.tr("Back"))
        is_asking = self._invited is None
        self._make.setVisible(is_asking)
        self._withdraw.setVisible(not is_asking and not self._joined)
        self._title.setText(self.tr("Invite a console"))
        self._lead.setText(self._lead_words())
        self._show_time_left()

    def _lead_words(self) -> str:
        if self._joined:
            return self.tr("Sign on there with the same PINs, and wire its lanes.")
        if self._invited is not None:
            return self.tr(
                "On the new PC start Lotkeeper, choose “This lot has a console already”, and type address "
                "and code. It works once."
            )
        return self.tr("A name says where it stands, for instance Entry North. It is shown on receipts, too.")

    def _show_time_left(self) -> None:
        if self._invited is None:
            return
        seconds = _seconds_between(self._ctx.console.clock.now(), self._invited.expires_at)
        if seconds <= 0:
            self._time_left.setText(self.tr("has ended; make a new one"))
            self._tick.stop()
        else:
            self._time_left.setText(f"{seconds // 60}:{seconds % 60:02d}")

    def _lay_out(self) -> None:
        asking, showing = QWidget(), QWidget()
        ask = QVBoxLayout(asking)
        ask.setContentsMargins(0, 0, 0, 0)
        ask.setSpacing(MEDIUM)
        ask.addWidget(self._name_label)
        ask.addWidget(self._name)
        ask.addStretch(1)
        grid = QGridLayout(showing)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(MEDIUM)
        grid.setColumnStretch(1, 1)
        for place, (label, value) in enumerate(
            (
                (self._address_label, self._address),
                (self._code_label, self._code),
                (self._left_label, self._time_left),
            )
        ):
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setBuddy(value)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(value, place, 1)
        grid.setRowStretch(3, 1)
        for page in (asking, showing):
            self._pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(MEDIUM)
        for button in (self._make, self._withdraw, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self._lead, self._pages, self._told):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)

    def _on_make(self) -> None:
        name = self._name.text().strip()
        if self._invited is not None or not self._make.isEnabled():
            return
        if not name:
            self.tell(self.tr("Type a name first."))
            self._name.setFocus()
            return
        self._make.setEnabled(False)
        self.wanted.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.left.emit if self._back.hasFocus() else self._on_make)()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_W and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            if not self._withdraw.isHidden():
                self.withdrawn.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()


def _seconds_between(now: datetime, then: datetime) -> int:
    return int((then - now).total_seconds())
