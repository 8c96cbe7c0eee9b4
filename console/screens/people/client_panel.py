"""What there is to know of the chosen client: contact, plates, and the stays that were theirs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import NOTHING, format_local_date_time, format_money
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.domain.people import Person, Right
from core.domain.stays import Stay


class ClientPanel(Spoken):
    """Its buttons have keys that work on the whole page; ``on`` is that page."""

    change_asked = Signal()
    active_asked = Signal()
    forget_asked = Signal()

    def __init__(self, ctx: Context, on: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._client: Person | None = None
        self._name, self._said, self._told = line("title"), line(wraps=True), line(wraps=True)
        self._past = line("quiet")
        self._change, self._active = KeyButton(key="Alt+E"), KeyButton(key="Alt+W")
        self._forget, self._is_sure = KeyButton(key="Alt+F"), False
        self._model = RowTable[Stay](self._columns(), lambda stay: stay.stay_id, self)
        self._stays = QuietTable(self)
        self._stays.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._name, self._said, self._told):
            column.addWidget(widget)
        for button, act in (
            (self._change, self.change_asked.emit),
            (self._active, self.active_asked.emit),
            (self._forget, self._on_forget),
        ):
            column.addWidget(button)
            button.clicked.connect(act)
            shortcut = QShortcut(QKeySequence(button.key), on)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        column.addWidget(self._past)
        column.addWidget(self._stays, 1)
        self.tell("")
        self.speak()

    def speak(self) -> None:
        self._change.setText(self.tr("Change"))
        self._past.setText(self.tr("Stays of these plates"))
        self._stays.setAccessibleName(self.tr("Stays of these plates"))
        self._stays.set_empty(self.tr("None so far."), "")
        self._model.refresh()
        self.show_client(self._client)

    @property
    def told(self) -> str:
        """Why something was refused."""
        return self._told.text()

    @property
    def said(self) -> str:
        """Contact and plates."""
        return self._said.text()

    @property
    def stays(self) -> tuple[Stay, ...]:
        """The stays that are listed."""
        return self._model.rows

    def tell(self, words: str) -> None:
        """Say why something was refused."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def show_client(self, client: Person | None) -> None:
        """Show this client, or that nobody is chosen; their stays come by ``show_stays``."""
        self._client = client
        for widget in (self._change, self._active, self._past, self._stays):
            widget.setVisible(client is not None)
        self._is_sure = False
        self._show_forget()
        if client is None:
            self._name.setText("")
            self._said.setText(self.tr("Choose a client to see their account."))
            return
        self._name.setText(client.name)
        contact = client.contact or self.tr("No contact.")
        plates = ", ".join(client.plates) or self.tr("No plates.")
        closed = "" if client.active else self.tr("The account is closed.")
        self._said.setText("\n".join(part for part in (contact, plates, closed) if part))
        self._active.setText(
            self.tr("Close the account") if client.active else self.tr("Open the account again")
        )

    def show_stays(self, stays: Sequence[Stay]) -> None:
        """List these stays."""
        self._model.show_rows(stays)

    def _show_forget(self) -> None:
        """For closed accounts, and who may purge; what cannot be undone is asked for twice."""
        client, actor = self._client, self._ctx.state.actor
        may = actor is not None and actor.may(Right.PURGE)
        self._forget.setVisible(client is not None and not client.active and may)
        self._forget.setText(
            self.tr("Forget it for good? Press again") if self._is_sure else self.tr("Forget the account")
        )

    def _on_forget(self) -> None:
        if self._is_sure:
            self.forget_asked.emit()
        self._is_sure = not self._is_sure
        self._show_forget()

    def _columns(self) -> tuple[Column[Stay], ...]:
        return (
            Column(lambda: self.tr("Plate"), lambda stay: stay.plate),
            Column(lambda: self.tr("Came in"), self._came_in),
            Column(lambda: self.tr("Paid"), self._paid, figures=True),
            Column(lambda: self.tr("Receipts"), self._receipts, figures=True),
        )

    def _came_in(self, stay: Stay) -> str:
        lot = self._ctx.state.lot
        return NOTHING if lot is None else format_local_date_time(stay.entry_at, lot.zone)

    def _paid(self, stay: Stay) -> str:
        lot = self._ctx.state.lot
        if lot is None or not stay.payments:
            return NOTHING
        return format_money(sum(payment.amount_minor for payment in stay.payments), lot.currency)

    def _receipts(self, stay: Stay) -> str:
        return ", ".join(str(payment.receipt_number) for payment in stay.payments) or NOTHING
