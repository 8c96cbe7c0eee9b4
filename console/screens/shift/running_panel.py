"""The open shift: whose it is, what may be said of it, and what can be done with the drawer."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_local_time, format_money
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.shift.drawer_view import Act, DrawerView
from console.screens.shift.figures import Figure
from console.widgets.key_button import KeyButton
from core.domain.people import Actor, Right

_BY_DIGIT: Final = (
    Act.DROP,
    Act.PAY_OUT,
    Act.PAY_IN,
    Act.NO_SALE,
    Act.RELIEVE,
    Act.HAND_BACK,
    Act.X_REPORT,
)
# A relief begins or ends, never both: one digit for either.
_DIGITS: Final = {
    Act.DROP: "1",
    Act.PAY_OUT: "2",
    Act.PAY_IN: "3",
    Act.NO_SALE: "4",
    Act.RELIEVE: "5",
    Act.HAND_BACK: "5",
    Act.X_REPORT: "6",
}


class RunningPanel(Spoken):
    """``wanted`` carries the Act; what must lie in the drawer is told to nobody who will count it (B6)."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DrawerView | None = None
        self._zone: ZoneInfo | None = None
        self._actor: Actor | None = None
        self._acts: frozenset[Act] = frozenset()
        self._lead, self._note = line(wraps=True), line("quiet", wraps=True)
        self._cash, self._payments, self._float = Figure(), Figure(), Figure("title")
        self._close = KeyButton(key="Return", primary=True)
        self._buttons = {act: KeyButton(key=_DIGITS[act]) for act in _BY_DIGIT}
        self._grid = QGridLayout()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._close.clicked.connect(self._on_close)
        for act, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, act=act: self.want(act))
        self.speak()

    def speak(self) -> None:
        self._close.setText(self.tr("Count and close"))
        names = {
            Act.DROP: self.tr("Drop cash into the safe"),
            Act.PAY_OUT: self.tr("Pay something out"),
            Act.PAY_IN: self.tr("Put cash in"),
            Act.NO_SALE: self.tr("Open the drawer"),
            Act.HAND_BACK: self.tr("Hand the drawer back"),
            Act.X_REPORT: self.tr("How the shift stands"),
        }
        for act, name in names.items():
            self._buttons[act].setText(name)
        view, zone, actor = self._view, self._zone, self._actor
        if view is None or zone is None or actor is None:
            return
        self._buttons[Act.RELIEVE].setText(self.tr("Relieve {name}").format(name=view.holder))
        if not view.is_held_by(actor):
            self._buttons[Act.HAND_BACK].setText(self.tr("Take the drawer back"))
        self._show_lead(view, zone)
        self._show_figures(view, actor)

    @property
    def acts(self) -> frozenset[Act]:
        """What can be done now by who is signed on."""
        return self._acts

    def show_drawer(self, view: DrawerView, actor: Actor, zone: ZoneInfo) -> None:
        """Show the shift that takes the money, to this person."""
        self._view, self._zone, self._actor = view, zone, actor
        self._acts = view.acts_of(actor)
        self._close.setVisible(Act.CLOSE in self._acts)
        for act, button in self._buttons.items():
            button.setVisible(act in self._acts)
        self.speak()

    def want(self, act: Act) -> None:
        """Ask for this, where it can be done."""
        if act in self._acts:
            self.wanted.emit(act)

    def _show_lead(self, view: DrawerView, zone: ZoneInfo) -> None:
        since = format_local_time(view.shift.opened_at, zone)
        if view.main is None:
            words = self.tr("{name} has had this drawer since {time}.")
        else:
            words = self.tr("{name} has relieved {main} on this drawer since {time}.")
        self._lead.setText(words.format(name=view.holder, main=view.main_holder, time=since))

    def _show_figures(self, view: DrawerView, actor: Actor) -> None:
        shift = view.shift
        may_see = actor.may(Right.SEE_TOTALS)
        self._payments.show_figure(str(shift.payments), self.tr("payments in cash"))
        self._cash.setVisible(may_see)
        self._float.setVisible(view.main is None)
        self._cash.show_figure(format_money(shift.cash_minor, shift.currency), self.tr("cash taken"))
        self._float.show_figure(
            format_money(shift.float_minor, shift.currency), self.tr("float at the beginning")
        )
        if not view.is_held_by(actor):
            note = self.tr("Someone else's shift: closing it needs a supervisor.")
        elif may_see:
            note = ""
        else:
            note = self.tr("What must lie in the drawer is told once it was counted.")
        self._note.setText(note if Act.CLOSE not in self._acts or view.is_held_by(actor) else "")

    def _on_close(self) -> None:
        self.want(Act.CLOSE)

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(32)
        figures.addWidget(self._cash)
        figures.addWidget(self._payments)
        figures.addStretch(1)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        for place, act in enumerate(_BY_DIGIT):
            self._grid.addWidget(self._buttons[act], place // 2, place % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._lead)
        column.addLayout(figures)
        column.addWidget(self._float)
        column.addWidget(self._note)
        column.addLayout(self._grid)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = [act for act in _BY_DIGIT if act in self._acts and _DIGITS[act] == event.text()]
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # Whoever relieves ends with it; their drawer is somebody else's to close.
            self.want(Act.CLOSE if Act.CLOSE in self._acts else Act.HAND_BACK)
        elif wanted:
            self.want(wanted[0])
        else:
            super().keyPressEvent(event)
