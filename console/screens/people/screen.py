"""The people screen: who works here, and the accounts of clients."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.people.clients_page import ClientsPage
from console.screens.people.staff_page import StaffPage
from console.widgets.key_button import KeyButton
from core.domain.people import Right

EDGE = 24


class PeopleScreen(Spoken):
    """Two pages; who keeps no people, such as an attendant, sees the clients alone."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title = line("title")
        self.staff, self.clients, self._pages = StaffPage(ctx), ClientsPage(ctx), QStackedWidget()
        self._to_staff, self._to_clients = KeyButton(key="Alt+1"), KeyButton(key="Alt+2")
        self._add = KeyButton(key="Ins", primary=True)
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("People"))
        self._to_staff.setText(self.tr("Who works here"))
        self._to_clients.setText(self.tr("Clients"))
        self._add.setText(self.tr("Add someone"))

    @property
    def names(self) -> list[str]:
        """Who is listed as working here."""
        return [row.person.name for row in self.staff.rows]

    @property
    def active_names(self) -> list[str]:
        """Who of them may sign on."""
        return [row.person.name for row in self.staff.rows if row.person.active]

    @property
    def told(self) -> str:
        """Why something was refused."""
        return self.staff.panel.told

    def refresh(self) -> None:
        """Read again what is shown."""
        self.staff.refresh()
        self.clients.refresh()

    def show_staff(self) -> None:
        """Show who works here, to whom that may be shown."""
        if self._may_keep_people():
            self._show(self.staff)

    def show_clients(self) -> None:
        """Show the clients."""
        self._show(self.clients)

    def _may_keep_people(self) -> bool:
        actor = self._ctx.state.actor
        return actor is not None and actor.may(Right.MANAGE_PEOPLE)

    def _show(self, page: StaffPage | ClientsPage) -> None:
        self._pages.setCurrentWidget(page)
        self._to_staff.setChecked(page is self.staff)
        self._to_clients.setChecked(page is self.clients)
        page.begin()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addSpacing(EDGE)
        for button in (self._to_staff, self._to_clients):
            button.setCheckable(True)
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self._add)
        self._pages.addWidget(self.staff)
        self._pages.addWidget(self.clients)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def _listen(self) -> None:
        for button, act in ((self._to_staff, self.show_staff), (self._to_clients, self.show_clients)):
            button.clicked.connect(act)
            shortcut = QShortcut(QKeySequence(button.key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._add.clicked.connect(self._on_add)

    def _on_add(self) -> None:
        shown = self._pages.currentWidget()
        if shown is self.clients:
            self.clients.add_someone()
        else:
            self.staff.add_someone()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._to_staff.setVisible(self._may_keep_people())
        if self._may_keep_people():
            self.show_staff()
        else:
            self.show_clients()
