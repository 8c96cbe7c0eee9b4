"""The payments screen: its pages in a row above; typing filters, Esc goes one step back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.key_row import KeyRow
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.payments.charges_page import ChargesPage
from console.screens.payments.debts_page import DebtsPage
from console.screens.payments.merchants_page import MerchantsPage
from console.screens.payments.page import Page
from console.screens.payments.payments_page import PaymentsPage
from console.screens.payments.refunds_page import RefundsPage
from console.screens.payments.sales_page import SalesPage
from console.widgets.key_button import KeyButton

EDGE = 24
SETTLE_MS = 400
_TURN = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class PaymentsScreen(Spoken):
    """Ctrl+Page Down and Ctrl+Page Up turn to the next page and back."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title = line("title")
        self.pages: tuple[Page, ...] = (
            PaymentsPage(ctx),
            ChargesPage(ctx),
            DebtsPage(ctx),
            SalesPage(ctx),
            RefundsPage(ctx),
            MerchantsPage(ctx),
        )
        self._stack, self._tabs, self._hint = QStackedWidget(), QButtonGroup(self), line("quiet")
        row = KeyRow()
        for place, page in enumerate(self.pages):
            button = KeyButton()
            button.setCheckable(True)
            self._tabs.addButton(button, place)
            row.add(button)
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(EDGE)
        head.addWidget(self._title)
        head.addWidget(row, 1)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._reload)
        self._tabs.idClicked.connect(self.open_page)
        ctx.state.actor_changed.connect(self._show_rights)
        ctx.state.stays_changed.connect(self._on_stays_changed)
        ctx.state.shift_changed.connect(self._on_stays_changed)
        self.speak()
        self._tabs.button(0).setChecked(True)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.pages[self._stack.currentIndex()]

    @Slot(int)
    def open_page(self, place: int) -> None:
        """Turn to the page at that place, from 0."""
        self._tabs.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)
        self.page.reload()
        self.page.take_focus()

    def speak(self) -> None:
        self._title.setText(self.tr("Payments"))
        self._hint.setText(self.tr("Ctrl Page Down: next page"))
        for place, page in enumerate(self.pages):
            self._tabs.button(place).setText(page.title())

    def _show_rights(self) -> None:
        actor = self._ctx.state.actor
        for place, page in enumerate(self.pages):
            hidden = page.right is not None and (actor is None or not actor.may(page.right))
            self._tabs.button(place).setHidden(hidden)
        if actor is not None and self._tabs.button(self._stack.currentIndex()).isHidden():
            # What the one before had open is not the next one's to see.
            self._tabs.button(0).setChecked(True)
            self._stack.setCurrentIndex(0)

    @Slot()
    def _on_stays_changed(self) -> None:
        if self.isVisible():
            self._settle.start()

    @Slot()
    def _reload(self) -> None:
        if self._ctx.state.actor is not None:
            self.page.reload()

    def _turn(self, step: int) -> None:
        places = [place for place in range(len(self.pages)) if not self._tabs.button(place).isHidden()]
        at = places.index(self._stack.currentIndex()) if self._stack.currentIndex() in places else 0
        self.open_page(places[(at + step) % len(places)])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_rights()
        self.page.reload()
        self.page.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        text = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.page.step_back()
            event.ignore()
        elif ctrl and event.key() in _TURN:
            self._turn(_TURN[Qt.Key(event.key())])
        elif not ctrl and text.strip() and text.isprintable() and self.page.filter_by(text):
            event.accept()
        else:
            super().keyPressEvent(event)
