"""Publishing: what changes, what stops it, and from when the plan holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.rates.check_page import remark_rows
from console.screens.rates.places import Place
from console.screens.rates.rule_list import RuleList
from console.screens.rates.when_field import WhenField
from console.theme import Role, set_tone
from console.theme.space import MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from core.domain.rates.checking import Remark, stops
from core.domain.rates.plan import Plan


class PublishPage(Spoken):
    """``publish_asked`` carries the instant (None: now); ``place_asked`` a part to be mended; ``left``."""

    publish_asked = Signal(object)
    place_asked = Signal(object)
    form_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._remarks: tuple[Remark, ...] = ()
        self._changes = 0
        self._title, self._lead = line("title"), line(wraps=True)
        self._state, self._told = line("strong", wraps=True), line(wraps=True)
        self._when, self.list = WhenField(), RuleList()
        self._send, self._back = KeyButton(key="Return", primary=True), KeyButton(key="Esc")
        self._lay_out()
        self._send.clicked.connect(self._on_send)
        self._back.clicked.connect(self._on_back)
        self.list.place_chosen.connect(self._on_place_chosen)
        self.list.form_asked.connect(self._on_form_asked)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Publish"))
        self._send.setText(self.tr("Publish"))
        self._back.setText(self.tr("Back"))
        self.list.setAccessibleName(self.tr("Remarks of the check"))
        self._show()

    @property
    def when(self) -> WhenField:
        """From when the plan is to hold."""
        return self._when

    @property
    def told(self) -> str:
        """What came of it."""
        return self._told.text()

    @property
    def is_stopped(self) -> bool:
        """Whether a remark keeps the plan from being published."""
        return stops(self._remarks)

    def begin(self, now: datetime, zone: ZoneInfo) -> None:
        """Open: from now on, until something else is chosen."""
        self.tell("")
        self._when.begin(now, zone)

    def show_plan(self, plan: Plan, remarks: Sequence[Remark], changes: int) -> None:
        """Show what the check says, and how many things differ from the plan in force."""
        self._plan, self._remarks, self._changes = plan, tuple(remarks), changes
        self._show()

    def tell(self, words: str) -> None:
        """Say why it was not published."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def take_focus(self) -> None:
        """Put the keyboard onto the choice of the time."""
        self._when.setFocus()

    def _show(self) -> None:
        self._lead.setText(
            self.tr(
                "Differences to the plan in force: {count}. Cars inside keep the price they came in with."
            ).format(count=self._changes)
            if self._changes
            else self.tr("This plan says the same as the one in force.")
        )
        if self._plan is not None and self._plan.cars_inside_change and self._changes:
            self._lead.setText(
                self.tr(
                    "Differences to the plan in force: {count}. Cars inside change to it where it begins."
                ).format(count=self._changes)
            )
        rows = remark_rows(self._remarks, self._plan) if self._plan is not None else []
        self.list.show_rows(rows, self.list.chosen)
        self.list.setVisible(bool(rows))
        self._state.setText(
            self.tr("It cannot be published yet: mend what is marked.")
            if self.is_stopped
            else self.tr("The check has remarks; it can be published all the same.")
            if rows
            else self.tr("✓ The check has nothing to remark.")
        )
        set_tone(self._state, Role.ALARM if self.is_stopped else Role.TEXT)
        self._send.setEnabled(self._plan is not None and not self.is_stopped and bool(self._changes))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(MEDIUM)
        buttons.addWidget(self._send)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self._lead, self._when, self._state):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._told)
        column.addLayout(buttons)
        column.addStretch(0)
        column.setSpacing(SMALL)

    def _on_send(self) -> None:
        if self._send.isEnabled():
            self.tell("")
            self.publish_asked.emit(self._when.instant())

    def _on_back(self) -> None:
        self.left.emit()

    def _on_place_chosen(self, place: Place) -> None:
        self.place_asked.emit(place)

    def _on_form_asked(self) -> None:
        if self.list.chosen is not None:
            self.form_asked.emit(self.list.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._back.hasFocus():
            self._on_send()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_back()
        else:
            super().keyPressEvent(event)
