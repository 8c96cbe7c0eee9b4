"""One payment as it was taken: at which console, when, how much, which receipt, and how much was too much."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.formats import NOTHING, format_local_date_time, format_money
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.theme import Role, TypeRole
from core.domain.lots import Lot
from core.store.queries.refunds import Taken


class TakenView(Panel):
    """A block of three lines, to stand beside another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = label(TypeRole.STRONG, wrap=True)
        self._when = label(TypeRole.BODY, wrap=True)
        self._amount = label(TypeRole.TITLE)
        self._receipt = label(TypeRole.BODY, Role.TEXT_QUIET)
        self._surplus = label(TypeRole.STRONG, Role.ATTENTION)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addLayout(_row(self._console, self._receipt))
        column.addWidget(self._when)
        column.addLayout(_row(self._amount, self._surplus))
        column.addStretch(1)

    @property
    def words(self) -> str:
        """What stands on it, a line each."""
        lines = (self._console, self._when, self._amount, self._receipt, self._surplus)
        return "\n".join(line.text() for line in lines if line.text())

    def show_taken(self, taken: Taken, lot: Lot, *, surplus_minor: int) -> None:
        """Show this payment; of it ``surplus_minor`` was too much."""
        tr, payment = QCoreApplication.translate, taken.payment
        when = format_local_date_time(payment.paid_at, lot.zone)
        self._console.setText(taken.console or NOTHING)
        self._when.setText(
            tr("Desk", "{time}, by {name}").format(time=when, name=taken.cashier) if taken.cashier else when
        )
        self._amount.setText(format_money(payment.amount_minor, payment.currency))
        self._receipt.setText(tr("Desk", "Receipt {number}").format(number=payment.receipt_name))
        said = ""
        if surplus_minor == payment.amount_minor:
            said = tr("Desk", "All of it too much")
        elif surplus_minor:
            said = tr("Desk", "{amount} of it too much").format(
                amount=format_money(surplus_minor, payment.currency)
            )
        say_in(self._surplus, said)
        spoken(self, self._console.text(), self.words)


def _row(left: QLabel, right: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(left, stretch=1)
    row.addWidget(right)
    return row
