"""Clients: who has an account, found by name, contact or plate."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.screens.people.client_form import ClientForm
from console.screens.people.client_panel import ClientPanel
from console.state.messages import Message, Weight
from console.widgets.quiet_table import QuietTable
from core.domain.errors import LotkeeperError
from core.domain.people import Person
from core.services.manage_clients import add_client, change_client, forget_client
from core.store.queries.clients import client_stays, find_clients

GAP = 24
SIDE_WIDTH = 460
LONGEST_SEARCH = 60
# Of the reasons for which personal data is purged, the one that a client has.
FORGOTTEN_BECAUSE = "asked_by_driver"


class ClientsPage(Spoken):
    """Typing searches; the list left, the chosen account right."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._search = QLineEdit(maxLength=LONGEST_SEARCH, clearButtonEnabled=True)
        self._model = RowTable[Person](self._columns(), lambda client: client.person_id, self)
        self._table = QuietTable(self)
        self._table.setModel(self._model)
        self.panel, self.form, self._side = ClientPanel(ctx, self), ClientForm(), QStackedWidget()
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._search.setPlaceholderText(self.tr("Name, contact or plate"))
        self._search.setAccessibleName(self.tr("Search clients"))
        self._table.setAccessibleName(self.tr("Clients"))
        self._table.set_empty(self.tr("No client is found."), self.tr("Ins opens an account."))
        self._model.refresh()

    @property
    def names(self) -> list[str]:
        """Who is listed."""
        return [client.name for client in self._model.rows]

    def begin(self) -> None:
        """Show the list anew, with the cursor where one searches."""
        self._side.setCurrentIndex(0)
        self._search.clear()
        self.refresh()
        self._search.setFocus()

    def refresh(self) -> None:
        """Search again for what stands in the field."""
        text = self._search.text()
        self._ctx.jobs.look(lambda view: find_clients(view, text), lambda found: self._on_found(text, found))

    def add_someone(self) -> None:
        """Open the form for a new account."""
        self._open_form(None)

    def _columns(self) -> tuple[Column[Person], ...]:
        return (
            Column(lambda: self.tr("Name"), lambda client: client.name),
            Column(lambda: self.tr("Plates"), lambda client: ", ".join(client.plates)),
            Column(lambda: self.tr("Contact"), lambda client: client.contact),
            Column(
                lambda: self.tr("Account"),
                lambda client: self.tr("● open") if client.active else self.tr("– closed"),
            ),
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._search)
        left.addWidget(self._table, 1)
        self._side.addWidget(self.panel)
        self._side.addWidget(self.form)
        self._side.setFixedWidth(SIDE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(left, 1)
        row.addWidget(self._side)

    def _listen(self) -> None:
        self._search.textChanged.connect(self._on_search_changed)
        self._search.returnPressed.connect(self._table.setFocus)
        self._table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.panel.change_asked.connect(self._on_change)
        self.panel.active_asked.connect(self._on_active)
        self.panel.forget_asked.connect(self._on_forget)
        self.form.sent.connect(self._on_sent)
        self.form.left.connect(self._on_left)
        insert = QShortcut(QKeySequence("Ins"), self)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        insert.activated.connect(self.add_someone)

    def _chosen(self) -> Person | None:
        return self._model.row_at(self._table.currentIndex().row())

    def _open_form(self, client: Person | None) -> None:
        self.panel.tell("")
        self._side.setCurrentWidget(self.form)
        self.form.begin(client)

    def _on_search_changed(self) -> None:
        self.refresh()

    def _on_found(self, text: str, found: list[Person]) -> None:
        if text != self._search.text():
            return
        chosen = self._chosen()
        self._model.show_rows(found)
        place = self._model.place_of(chosen.person_id) if chosen is not None else 0
        self._table.selectRow(max(0, place))
        self._show_chosen()

    def _on_row_changed(self) -> None:
        self.panel.tell("")
        self._show_chosen()

    def _show_chosen(self) -> None:
        client, actor = self._chosen(), self._ctx.state.actor
        self.panel.show_client(client)
        self.panel.show_stays([])
        if client is not None and actor is not None:
            self._ctx.jobs.look(
                lambda view: client_stays(view, actor=actor, person_id=client.person_id),
                lambda stays: self.panel.show_stays(stays) if self._chosen() == client else None,
                self._on_failed,
            )

    def _on_change(self) -> None:
        client = self._chosen()
        if client is not None:
            self._open_form(client)

    def _on_active(self) -> None:
        client = self._chosen()
        if client is not None:
            self._save(replace(client, active=not client.active))

    def _on_forget(self) -> None:
        client, actor = self._chosen(), self._ctx.state.actor
        if client is not None and actor is not None:
            self._ctx.jobs.change(
                lambda unit: forget_client(
                    unit, actor=actor, person_id=client.person_id, reason=FORGOTTEN_BECAUSE
                ),
                lambda _none: self._on_done("client.forgotten", ""),
                self._on_failed,
            )

    def _on_sent(self) -> None:
        form, actor = self.form, self._ctx.state.actor
        name, contact, plates = form.name, form.contact, form.plates
        if form.client is not None:
            self._save(replace(form.client, name=name, contact=contact, plates=plates))
        elif actor is not None:
            self._ctx.jobs.change(
                lambda unit: add_client(unit, actor=actor, name=name, contact=contact, plates=plates),
                lambda added: self._on_done("client.added", added.name),
                self._on_failed,
            )

    def _save(self, client: Person) -> None:
        actor = self._ctx.state.actor
        if actor is not None:
            self._ctx.jobs.change(
                lambda unit: change_client(unit, actor=actor, client=client),
                lambda changed: self._on_done("client.changed", changed.name),
                self._on_failed,
            )

    def _on_done(self, code: str, name: str) -> None:
        self._ctx.state.post(Message(Weight.DONE, code, {"name": name}))
        self._on_left()
        self.refresh()

    def _on_failed(self, error: LotkeeperError) -> None:
        words = sentence_of(error, self._ctx.state.lot)
        self.panel.tell(words)
        self.form.tell(words)

    def _on_left(self) -> None:
        self._side.setCurrentIndex(0)
        self._table.setFocus()
