"""Asks how much of a payment goes back, which way and why; what the driver bought stays bought."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_money
from console.screens.desk.charge_words import tender_name
from console.screens.desk.digits_field import DigitsField
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.reason_panel import ReasonPanel
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from core.domain.money import format_plain, parse_minor
from core.domain.payments import Part, Payment, Tender
from core.services.refund_payment import REASONS

# Below question, effect and hint, and above the reasons.
_BELOW_THE_WORDS = 3


class GiveBackPanel(ReasonPanel):
    """``wanted`` carries the amount in minor units, the tender, the reason and the note.

    The amount is typed first; Enter goes on to the reasons, Alt+W changes the way back.
    """

    wanted = Signal(int, object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("give_back", REASONS, parent)
        self._payment: Payment | None = None
        self._left: tuple[Part, ...] = ()
        self._ways: tuple[Tender, ...] = (Tender.CASH,)
        self._way = Tender.CASH
        self._amount_title = label(TypeRole.BODY)
        self._amount = DigitsField()
        self._way_back = KeyButton("", "Alt+W")
        self._problem = label(TypeRole.BODY, Role.ALARM, wrap=True)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._amount_title, 0, 0)
        grid.addWidget(self._amount, 0, 1)
        row = QHBoxLayout()
        row.addWidget(self._way_back)
        row.addStretch(1)
        grid.addLayout(row, 0, 2)
        grid.addWidget(self._problem, 1, 0, 1, 3)
        grid.setColumnStretch(2, 1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(_BELOW_THE_WORDS - 1, rows)
        self._amount.returnPressed.connect(self._on_amount_typed)
        self._way_back.clicked.connect(self._on_other_way)
        # The note would take the letter for text.
        other = QShortcut(QKeySequence(self._way_back.key), self)
        other.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        other.activated.connect(self._on_other_way)
        self.answered.connect(self._on_answered)

    def ask_about(self, payment: Payment, left: Sequence[Part], plate: str) -> None:
        """Ask about this payment, of which these shares have not gone back yet."""
        self._payment, self._left = payment, tuple(left)
        charged = dict.fromkeys(part.tender for part in left if part.tender.is_charged and part.amount_minor)
        self._ways = (*charged, Tender.CASH)
        self._way = self._ways[0]
        say_in(self._problem, "")
        amount = format_money(self._most(), payment.currency)
        self.ask(
            lambda: self.tr("How much goes back to {plate}? At most {amount}.").format(
                plate=plate, amount=amount
            ),
            lambda: self.tr("Give it back"),
            lambda: self.tr("The right to leave stays. A second person approves it."),
        )
        self._amount.setText(format_plain(self._most(), payment.currency))
        self._amount.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._amount.selectAll()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self._amount_title.setText(self.tr("Amount"))
        spoken(self._amount, self.tr("Amount"))
        if self._way is Tender.CASH:
            words = self.tr("in cash, out of this drawer")
        else:
            words = self.tr("back by {tender}").format(tender=tender_name(self._way))
        self._way_back.setText(words)
        self._way_back.setEnabled(len(self._ways) > 1)

    def _most(self) -> int:
        """What can go back by that way: cash for any share."""
        if self._way is Tender.CASH:
            return sum(part.amount_minor for part in self._left)
        return max((part.amount_minor for part in self._left if part.tender is self._way), default=0)

    @Slot()
    def _on_amount_typed(self) -> None:
        if self._checked() is not None:
            self.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_other_way(self) -> None:
        place = self._ways.index(self._way)
        self._way = self._ways[(place + 1) % len(self._ways)]
        self.retranslate()

    def _checked(self) -> int | None:
        """The typed amount; None, and it is said, where it cannot be given back."""
        payment = self._payment
        if payment is None:
            return None
        typed = parse_minor(self._amount.text(), payment.currency)
        if typed is None or not 0 < typed <= self._most():
            most = format_money(self._most(), payment.currency)
            say_in(self._problem, self.tr("Type an amount of at most {amount}.").format(amount=most))
            self._amount.setFocus(Qt.FocusReason.OtherFocusReason)
            self._amount.selectAll()
            return None
        say_in(self._problem, "")
        return typed

    @Slot(str, str)
    def _on_answered(self, reason: str, note: str) -> None:
        amount = self._checked()
        if amount is not None:
            self.wanted.emit(amount, self._way, reason, note)
