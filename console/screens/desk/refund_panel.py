"""Money that is due back: both payments side by side, and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_money
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.screens.desk.taken_view import TakenView
from console.theme import Role, TypeRole, text_scale
from console.widgets.key_button import KeyButton
from console.words import Words, say
from core.domain.lots import Lot
from core.store.queries.refunds import RefundView

LARGE_TEXT = 1.2
_PAY_KEY, _KEEP_KEY = Qt.Key.Key_1, Qt.Key.Key_2


class RefundPanel(Panel):
    """``paid_out``: the money is in the driver's hand; ``keep_wanted``: it is to be kept.

    Nothing is chosen at first, so Enter alone pays nothing out.
    """

    paid_out = Signal()
    keep_wanted = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: RefundView | None = None
        self._lot: Lot | None = None
        self._is_paying = False
        self._question = label(TypeRole.TITLE, wrap=True)
        self._cause = label(TypeRole.BODY, Role.TEXT_QUIET, wrap=True)
        self._taken = (TakenView(), TakenView())
        self._warning = label(TypeRole.STRONG, Role.ATTENTION, wrap=True)
        self._hint = label(TypeRole.QUIET, Role.TEXT_QUIET, wrap=True)
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._pay, self._keep = KeyButton("", "1"), KeyButton("", "2")
        self._enter, self._back = KeyButton("", "Enter"), KeyButton("", "Esc")
        self._pay.setCheckable(True)
        self._side_by_side, self._choices = QHBoxLayout(), QHBoxLayout()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._pay.clicked.connect(self._on_pay)
        self._keep.clicked.connect(self._on_keep)
        self._enter.clicked.connect(self._on_enter)
        self._back.clicked.connect(self.given_up)

    @property
    def shown(self) -> RefundView | None:
        """The refund that is asked about."""
        return self._shown

    @property
    def trouble(self) -> str:
        """Why nothing was paid out, as it stands on the panel."""
        return self._trouble.text()

    @property
    def hint(self) -> str:
        """What is said of the choices, as it stands on the panel."""
        return self._hint.text()

    @property
    def warning(self) -> str:
        """What should be known before money is handed out, as it stands on the panel."""
        return self._warning.text()

    def ask(self, shown: RefundView, lot: Lot) -> None:
        """Begin anew with this refund; ``allow`` says what may be done with it."""
        self._shown, self._lot, self._is_paying = shown, lot, False
        self._pay.setChecked(False)
        say_in(self._trouble, "")
        self.mark("quiet", selected=True)
        self.retranslate()
        self._show_choice()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_again(self, shown: RefundView) -> None:
        """More is known about the refund now."""
        self._shown = shown
        self.retranslate()

    def allow(self, *, may_pay: bool, may_keep: bool, hint: str = "", warning: str = "") -> None:
        """Whether it may be paid out and kept; ``hint``: why not, ``warning``: what to know before."""
        self._pay.setEnabled(may_pay)
        self._keep.setEnabled(may_keep)
        if not may_pay:
            self._pay.setChecked(False)
        say_in(self._hint, hint)
        say_in(self._warning, warning)
        self._show_choice()

    def show_trouble(self, trouble: Words) -> None:
        """Say why nothing was paid out."""
        self._is_paying = False
        self._pay.setChecked(False)
        say_in(self._trouble, f"{trouble.text} {trouble.step}".strip())
        self._show_choice()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        shown, lot = self._shown, self._lot
        if shown is None or lot is None:
            return
        amount = format_money(shown.refund.amount_minor, shown.refund.currency)
        plate = shown.plate or self.tr("a car without a plate")
        self._question.setText(self.tr("{amount} is due back to {plate}.").format(amount=amount, plate=plate))
        cause = say(shown.refund.cause).text
        lacks_one = shown.is_paid_twice and not shown.is_whole
        self._cause.setText(f"{cause} {say('refund.waits_for_payments').step}" if lacks_one else cause)
        self._show_taken(shown, lot)
        self._pay.setText(self.tr("Pay it back out of this drawer"))
        self._keep.setText(self.tr("Keep it …"))
        self._enter.setText(self.tr("{amount} handed out").format(amount=amount))
        self._back.setText(self.tr("Back"))
        spoken(self, self._question.text(), self._cause.text())

    def _show_taken(self, shown: RefundView, lot: Lot) -> None:
        """Both payments side by side; large text finds no room there, and stands below."""
        is_large = text_scale() > LARGE_TEXT
        for row in (self._side_by_side, self._choices):
            row.setDirection(
                QBoxLayout.Direction.TopToBottom if is_large else QBoxLayout.Direction.LeftToRight
            )
        for place, view in enumerate(self._taken):
            view.setVisible(place < len(shown.taken))
            if place < len(shown.taken):
                is_too_much = shown.taken[place].payment.payment_id == shown.refund.payment_id
                surplus = shown.refund.amount_minor if is_too_much else 0
                view.show_taken(shown.taken[place], lot, surplus_minor=surplus)

    @Slot()
    def _show_choice(self) -> None:
        self._enter.setEnabled(self._pay.isChecked() and not self._is_paying)
        self._enter.set_primary(self._enter.isEnabled())

    @Slot()
    def _on_pay(self) -> None:
        if self._pay.isEnabled():
            self._pay.setChecked(True)
            say_in(self._trouble, "")
            self._show_choice()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_keep(self) -> None:
        if self._keep.isEnabled() and not self._is_paying:
            self.keep_wanted.emit()

    @Slot()
    def _on_enter(self) -> None:
        if self._enter.isEnabled():
            self._is_paying = True
            self._show_choice()
            self.paid_out.emit()

    def _lay_out(self) -> None:
        for view in self._taken:
            self._side_by_side.addWidget(view, stretch=1)
        self._side_by_side.setSpacing(16)
        for button in (self._pay, self._keep):
            self._choices.addWidget(button)
        self._choices.addStretch(1)
        keys = QHBoxLayout()
        for button in (self._enter, self._back):
            keys.addWidget(button)
        keys.addStretch(1)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._cause)
        column.addLayout(self._side_by_side)
        for line in (self._warning, self._hint):
            column.addWidget(line)
        column.addLayout(self._choices)
        column.addWidget(self._trouble)
        column.addLayout(keys)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == _PAY_KEY and not held:
            self._on_pay()
        elif event.key() == _KEEP_KEY and not held:
            self._on_keep()
        else:
            # Letters belong to no plate while money is on the counter.
            event.setAccepted(bool(event.text().strip()) and not held)
