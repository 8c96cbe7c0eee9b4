"""Takes cash: what was given is typed, what goes back is shown large until it was handed out (P4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from console.formats import format_local_time, format_money
from console.screens.desk.digits_field import DigitsField
from console.screens.desk.labels import label, spoken
from console.screens.desk.panel import Panel
from console.screens.desk.quick_notes import MOST_KEYS, quick_notes
from console.theme import Role, TypeRole, text_scale
from console.widgets.key_button import KeyButton
from console.widgets.money_label import MoneyLabel
from console.words import Words, say
from core.domain.lots import Lot
from core.domain.money import parse_minor
from core.domain.payments import Payment

HIGHEST_MINOR = 100_000_000
LARGE_TEXT = 1.2
_NOTE_KEYS = "QWER"
_EXACT_KEY = "="


class CashPanel(Panel):
    """Two faces: what was given, then the change; ``tendered`` asks for the payment to be taken."""

    tendered = Signal(int)
    acknowledged = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lot: Lot | None = None
        self._due_minor = 0
        self._payment: Payment | None = None
        self._share: _Share | None = None
        self._is_taking = False
        self._notes_minor: tuple[int, ...] = ()
        self._notes_grid = QGridLayout()
        self._take = KeyButton("", "Enter", primary=True)
        self._back = KeyButton("", "Esc")
        self._faces = QStackedLayout(self)
        self._faces.addWidget(self._giving_face())
        self._faces.addWidget(self._change_face())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def awaits_acknowledgement(self) -> bool:
        """Whether change was shown that nobody said was handed out."""
        return self._payment is not None or self._share is not None

    @property
    def trouble(self) -> str:
        """Why nothing was taken, as it stands on the panel."""
        return self._trouble.text()

    def ask(self, due_minor: int, lot: Lot) -> None:
        """Begin a payment of that amount."""
        self._lot, self._payment, self._share, self._is_taking = lot, None, None, False
        self._given.clear()
        self._trouble.clear()
        self._faces.setCurrentIndex(0)
        self._place_notes()
        self.show_due(due_minor)
        self._given.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_due(self, due_minor: int) -> None:
        """The price may have moved on while the driver looks for coins."""
        self._due_minor = due_minor
        self.retranslate()

    def show_trouble(self, trouble: Words) -> None:
        """Say why nothing was taken, and what to do."""
        self._is_taking = False
        self._trouble.setText(f"{trouble.text} {trouble.step}".strip())
        self._given.setFocus(Qt.FocusReason.OtherFocusReason)
        self._given.selectAll()

    def show_change(self, payment: Payment) -> None:
        """The payment was taken: show what goes back."""
        self._payment, self._is_taking = payment, False
        self._faces.setCurrentIndex(1)
        self.retranslate()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_share_taken(self, change_minor: int, currency: str, words: Callable[[], str]) -> None:
        """A share was taken: show what goes back, and in ``words`` what is still to be paid."""
        self._share, self._is_taking = _Share(change_minor, currency, words), False
        self._faces.setCurrentIndex(1)
        self.retranslate()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        if self._lot is None:
            return
        currency = self._lot.currency
        self._given_title.setText(self.tr("Cash received"))
        self._due.setText(self.tr("Due: {amount}").format(amount=format_money(self._due_minor, currency)))
        spoken(self._given, self.tr("Cash received"), self._due.text())
        self._exact.setText(self.tr("Exact"))
        self._take.setText(self.tr("Take cash"))
        self._back.setText(self.tr("Back"))
        self._notes_minor = quick_notes(self._due_minor, currency)
        for place, button in enumerate(self._notes):
            button.setVisible(place < len(self._notes_minor))
            if place < len(self._notes_minor):
                button.setText(_figures(self._notes_minor[place], currency))
        self._show_change_ahead()
        if self._share is not None:
            self._show_taken(self._share.change_minor, self._share.currency, self._share.words())
        elif self._payment is not None:
            words = self._payment_words(self._payment, self._lot)
            self._show_taken(self._payment.change_minor, self._payment.currency, words)

    def _payment_words(self, payment: Payment, lot: Lot) -> str:
        return self.tr("{paid} of {given} kept. Receipt {number}. Leave by {time}.").format(
            paid=format_money(payment.amount_minor, payment.currency),
            given=format_money(payment.tendered_minor, payment.currency),
            number=payment.receipt_name,
            time=format_local_time(payment.permit_until, lot.zone, now=payment.paid_at),
        )

    def _show_taken(self, change_minor: int, currency: str, words: str) -> None:
        has_change = change_minor > 0
        self._change_title.setText(self.tr("Change to hand out") if has_change else self.tr("Paid exactly"))
        self._change.show_money(change_minor, currency)
        self._paid.setText(words)
        self._done.setText(self.tr("Change handed out") if has_change else self.tr("Done"))
        spoken(self, self._change_title.text(), self._paid.text())

    @Slot()
    def _show_change_ahead(self) -> None:
        """While typing: what would go back, or what is missing."""
        if self._lot is None:
            return
        given = parse_minor(self._given.text(), self._lot.currency)
        ahead = ""
        if given is not None and given >= self._due_minor:
            back = format_money(given - self._due_minor, self._lot.currency)
            ahead = self.tr("Change: {amount}").format(amount=back)
        elif given is not None:
            missing = format_money(self._due_minor - given, self._lot.currency)
            ahead = self.tr("Still missing: {amount}").format(amount=missing)
        self._ahead.setText(ahead)

    @Slot()
    def _on_take(self) -> None:
        if self._lot is None or self._is_taking or self.awaits_acknowledgement:
            return
        given = parse_minor(self._given.text(), self._lot.currency)
        if given is None:
            self.show_trouble(say("payment.bad_amount"))
        elif given < self._due_minor:
            missing = {"missing_minor": self._due_minor - given}
            self.show_trouble(say("payment.too_little", missing, self._lot))
        elif given > HIGHEST_MINOR:
            self.show_trouble(say("payment.too_much"))
        else:
            self._tender(given)

    @Slot()
    def _on_exact(self) -> None:
        self._tender(self._due_minor)

    def _on_note(self, place: int) -> None:
        if place < len(self._notes_minor):
            self._tender(self._notes_minor[place])

    def _tender(self, given_minor: int) -> None:
        if not self._is_taking and not self.awaits_acknowledgement:
            self._is_taking = True
            self._trouble.clear()
            self.tendered.emit(given_minor)

    @Slot()
    def _on_done(self) -> None:
        if self.awaits_acknowledgement:
            self._payment = self._share = None
            self.acknowledged.emit()

    def _giving_face(self) -> QWidget:
        face = QWidget()
        self._given_title = label(TypeRole.TITLE)
        self._due = label(TypeRole.BODY)
        self._given = DigitsField()
        self._given.textChanged.connect(self._show_change_ahead)
        self._ahead = label(TypeRole.STRONG)
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._exact = KeyButton("", _EXACT_KEY)
        self._exact.clicked.connect(self._on_exact)
        self._notes = [KeyButton("", key) for key in _NOTE_KEYS[:MOST_KEYS]]
        for place, button in enumerate(self._notes):
            button.clicked.connect(lambda _checked=False, place=place: self._on_note(place))
        self._take.clicked.connect(self._on_take)
        self._back.clicked.connect(self.given_up)
        self._place_notes()
        keys = QHBoxLayout()
        for button in (self._take, self._back):
            keys.addWidget(button)
        keys.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._given_title)
        head.addStretch(1)
        head.addWidget(self._due)
        amount = QHBoxLayout()
        amount.addWidget(self._given, stretch=1)
        amount.addWidget(self._ahead, stretch=1)
        column = QVBoxLayout(face)
        column.addLayout(head)
        column.addLayout(amount)
        column.addWidget(self._trouble)
        column.addLayout(self._notes_grid)
        column.addLayout(keys)
        return face

    def _place_notes(self) -> None:
        """In one row, or in two where the text is large."""
        columns = 3 if text_scale() > LARGE_TEXT else MOST_KEYS + 1
        for place, button in enumerate((self._exact, *self._notes)):
            self._notes_grid.addWidget(button, place // columns, place % columns)

    def _change_face(self) -> QWidget:
        face = QWidget()
        self._change_title = label(TypeRole.TITLE)
        self._change = MoneyLabel()
        self._paid = label(TypeRole.BODY, wrap=True)
        self._done = KeyButton("", "Enter", primary=True)
        self._done.clicked.connect(self._on_done)
        column = QVBoxLayout(face)
        for widget in (self._change_title, self._change, self._paid):
            column.addWidget(widget)
        column.addWidget(self._done, alignment=Qt.AlignmentFlag.AlignLeft)
        return face

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self.awaits_acknowledgement:
            if enter:
                self._on_done()
            # Nothing else happens before the change was handed out.
            event.accept()
        elif enter:
            self._on_take()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.text() == _EXACT_KEY:
            self._on_exact()
        elif event.text() and event.text().upper() in _NOTE_KEYS:
            self._on_note(_NOTE_KEYS.index(event.text().upper()))
        else:
            # Letters belong to no plate while money is on the counter.
            event.setAccepted(bool(event.text().strip()))


@dataclass(frozen=True, slots=True)
class _Share:
    """A share that was taken in cash, until its change was handed out."""

    change_minor: int
    currency: str
    words: Callable[[], str]


def _figures(minor: int, currency: str) -> str:
    """The amount without its currency: on a key beside others only the figures tell them apart."""
    return format_money(minor, currency).split()[-1]
