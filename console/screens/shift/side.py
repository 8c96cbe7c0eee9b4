"""The right of the shift screen: the last payments, the shifts with their slips, and the paper book."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.spoken import Spoken
from console.screens.shift.book_panel import BookPanel
from console.screens.shift.payments_panel import PaymentsPanel
from console.screens.shift.shifts_panel import ShiftsPanel
from console.widgets.key_button import KeyButton
from core.domain.people import Right

# Alt and a digit choose cars, whichever screen is in front.
_KEYS: Final = ("Alt+M", "Alt+S", "Alt+B")


class ShiftSide(Spoken):
    """One page at a time, chosen by Alt and a letter."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.payments, self.shifts, self.book = PaymentsPanel(ctx), ShiftsPanel(ctx), BookPanel(ctx)
        self._buttons = tuple(KeyButton(key=key) for key in _KEYS)
        self._pages = QStackedWidget()
        tabs = QHBoxLayout()
        tabs.setSpacing(8)
        for place, (button, page) in enumerate(zip(self._buttons, self._all, strict=True)):
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, place=place: self.turn_to(place))
            tabs.addWidget(button)
            self._pages.addWidget(page)
        tabs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(tabs)
        column.addWidget(self._pages, 1)
        self._buttons[0].setChecked(True)
        self.speak()

    def speak(self) -> None:
        names = (self.tr("Payments"), self.tr("Shifts"), self.tr("Paper book"))
        for button, name, key in zip(self._buttons, names, _KEYS, strict=True):
            button.setText(name)
            button.setShortcut(QKeySequence(key))

    @property
    def page(self) -> QWidget:
        """The page in front."""
        return self._all[self._pages.currentIndex()]

    @property
    def has_keys(self) -> bool:
        """Whether somebody types in here, so that nothing may take the keyboard away."""
        focused = self.window().focusWidget()
        return focused is not None and self._pages.isAncestorOf(focused)

    def turn_to(self, place: int) -> None:
        """Show the page at that place from 0, and give it the keyboard."""
        self._bring(place)
        self._all[place].setFocus()

    def refresh(self) -> None:
        """Read again what is seen."""
        actor = self._ctx.state.actor
        self._buttons[2].setVisible(actor is not None and actor.may(Right.BACK_ENTER))
        self.payments.refresh()
        if self.page is self.shifts:
            self.shifts.refresh()

    def show_slip(self, shift_id: str) -> None:
        """Show the slip of a shift that was just closed; the keyboard stays where it is."""
        self._bring(1)
        self.shifts.refresh(shift_id)

    def show_standing(self) -> None:
        """Show how the open shift stands."""
        self._bring(1)
        self.shifts.show_standing()

    @property
    def _all(self) -> tuple[QWidget, ...]:
        return (self.payments, self.shifts, self.book)

    def _bring(self, place: int) -> None:
        for at, button in enumerate(self._buttons):
            button.setChecked(at == place)
        self._pages.setCurrentIndex(place)
        if place == 1:
            self.shifts.refresh()
