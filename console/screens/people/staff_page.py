"""Who works here: the list left, what can be done about the chosen one right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from console.formats import NOTHING, format_local_date_time
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.roles import role_in_words
from console.screens.form.scrolled import scrolled
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.screens.people.badge_panel import BadgePanel
from console.screens.people.keeping import (
    add_with_secret,
    give_badge_read,
    renew_secret,
    take_badge_away,
)
from console.screens.people.person_form import Occasion, PersonForm
from console.screens.people.person_panel import PersonPanel
from console.state.messages import Message, Weight
from console.widgets.quiet_table import QuietTable
from core.domain.errors import LotkeeperError
from core.domain.people import Actor, Person
from core.domain.secrets import SIGNS_ON, SecretKind
from core.services.manage_people import change_person, unlock_person
from core.store.queries.people import PersonRow, people_rows

GAP = 24
SIDE_WIDTH = 400


class StaffPage(Spoken):
    """Add people, change a role, give a new PIN, password or badge, let someone sign on no more."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._model = RowTable[PersonRow](self._columns(), lambda row: row.person.person_id, self)
        self._table = QuietTable(self)
        self._table.setModel(self._model)
        self.panel = PersonPanel(ctx, self)
        self.form, self.badge, self._side = PersonForm(), BadgePanel(ctx), QStackedWidget()
        self._shown = scrolled(self.panel, across=False)
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._table.setAccessibleName(self.tr("People"))
        self._table.set_empty(self.tr("Nobody is on record."), self.tr("Ins adds someone."))
        self._model.refresh()

    @property
    def rows(self) -> tuple[PersonRow, ...]:
        """Who is listed."""
        return self._model.rows

    def refresh(self) -> None:
        """Read the people again."""
        self._ctx.jobs.look(people_rows, self._on_people)

    def begin(self) -> None:
        """Show the list anew, with nobody being changed."""
        self._side.setCurrentIndex(0)
        self.refresh()
        self._table.setFocus()

    def add_someone(self) -> None:
        """Open the form for somebody new."""
        self._open_form(Occasion.NEW, None)

    def _columns(self) -> tuple[Column[PersonRow], ...]:
        return (
            Column(lambda: self.tr("Name"), lambda row: row.person.name),
            Column(lambda: self.tr("Role"), lambda row: role_in_words(row.person.role)),
            Column(lambda: self.tr("Signs on with"), self._signs_on_with),
            Column(lambda: self.tr("Signed on last"), self._last_sign_on),
            Column(lambda: self.tr("May sign on"), self._may_sign_on),
        )

    def _signs_on_with(self, row: PersonRow) -> str:
        kinds = {SecretKind.PIN: self.tr("PIN"), SecretKind.PASSWORD: self.tr("password"), None: ""}
        parts = [kinds[row.kind], self.tr("badge") if row.has_badge else ""]
        return " + ".join(part for part in parts if part) or NOTHING

    def _last_sign_on(self, row: PersonRow) -> str:
        lot = self._ctx.state.lot
        if row.last_sign_on is None or lot is None:
            return NOTHING
        return format_local_date_time(row.last_sign_on, lot.zone)

    def _may_sign_on(self, row: PersonRow) -> str:
        if not row.person.active:
            return self.tr("– no")
        return self.tr("▲ locked out") if row.locked_until is not None else self.tr("● yes")

    def _lay_out(self) -> None:
        for page in (self._shown, self.form, self.badge):
            self._side.addWidget(page)
        self._side.setFixedWidth(SIDE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._table, 1)
        row.addWidget(self._side)

    def _listen(self) -> None:
        self._table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.form.sent.connect(self._on_sent)
        self.form.left.connect(self._on_left)
        self.badge.left.connect(self._on_left)
        self.badge.badge_read.connect(self._on_badge_read)
        self.badge.taken_away.connect(self._on_badge_away)
        self.panel.secret_asked.connect(self._on_secret)
        self.panel.badge_asked.connect(self._on_badge)
        self.panel.role_asked.connect(self._on_role)
        self.panel.active_asked.connect(self._on_active)
        self.panel.unlock_asked.connect(self._on_unlock)
        insert = QShortcut(QKeySequence("Ins"), self)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        insert.activated.connect(self.add_someone)

    def _chosen(self) -> PersonRow | None:
        return self._model.row_at(self._table.currentIndex().row())

    def _open_form(self, occasion: Occasion, person: Person | None) -> None:
        self.panel.tell("")
        self._side.setCurrentWidget(self.form)
        self.form.begin(occasion, person)

    def _change(self, person: Person) -> None:
        actor = self._ctx.state.actor
        if actor is not None:
            self._ctx.jobs.change(
                lambda unit: change_person(unit, actor=actor, person=person),
                lambda is_done: self._on_done(
                    "person.changed" if is_done else "reference.proposed", person.name
                ),
                self._on_failed,
            )

    def _on_people(self, rows: list[PersonRow]) -> None:
        chosen = self._chosen()
        self._model.show_rows([row for row in rows if row.person.role in SIGNS_ON])
        place = self._model.place_of(chosen.person.person_id) if chosen is not None else 0
        self._table.selectRow(max(0, place))
        self.panel.show_person(self._chosen())

    def _on_row_changed(self) -> None:
        self.panel.tell("")
        self.panel.show_person(self._chosen())

    def _on_secret(self) -> None:
        row = self._chosen()
        if row is not None:
            self._open_form(Occasion.SECRET, row.person)

    def _on_role(self) -> None:
        row = self._chosen()
        if row is not None:
            self._open_form(Occasion.ROLE, row.person)

    def _on_badge(self) -> None:
        row = self._chosen()
        if row is not None:
            self.panel.tell("")
            self._side.setCurrentWidget(self.badge)
            self.badge.begin(row.person, has_badge=row.has_badge)

    def _on_active(self) -> None:
        row = self._chosen()
        if row is not None:
            self._change(replace(row.person, active=not row.person.active))

    def _on_unlock(self) -> None:
        row, actor = self._chosen(), self._ctx.state.actor
        if row is not None and actor is not None:
            person = row.person
            self._ctx.jobs.change(
                lambda unit: unlock_person(unit, actor=actor, person_id=person.person_id),
                lambda _none: self._on_done("person.unlocked", person.name),
                self._on_failed,
            )

    def _on_badge_read(self, code: str) -> None:
        person, actor, console = self.badge.person, self._ctx.state.actor, self._ctx.console
        if person is not None and actor is not None:
            self._ctx.jobs.run(
                lambda: give_badge_read(console, actor, person_id=person.person_id, code=code),
                lambda _none: self._on_done("person.badge_given", person.name),
                self._on_failed,
            )

    def _on_badge_away(self) -> None:
        person, actor, console = self.badge.person, self._ctx.state.actor, self._ctx.console
        if person is not None and actor is not None:
            self._ctx.jobs.run(
                lambda: take_badge_away(console, actor, person_id=person.person_id),
                lambda _none: self._on_done("person.badge_taken_away", person.name),
                self._on_failed,
            )

    def _on_sent(self) -> None:
        form, actor = self.form, self._ctx.state.actor
        if actor is None:
            return
        if form.occasion is Occasion.ROLE and form.person is not None:
            self._change(replace(form.person, role=form.role))
            return
        if not form.secrets_agree:
            form.tell(sentence("person.secrets_differ"))
            return
        self._save_with_secret(actor)

    def _save_with_secret(self, actor: Actor) -> None:
        console, form = self._ctx.console, self.form
        name, role, secret, person = form.name, form.role, form.secret, form.person
        if person is None:
            self._ctx.jobs.run(
                lambda: add_with_secret(console, actor, name=name, role=role, secret=secret),
                lambda added: self._on_done("person.added", added.name),
                self._on_failed,
            )
        else:
            self._ctx.jobs.run(
                lambda: renew_secret(console, actor, person=person, secret=secret),
                lambda _none: self._on_done("person.pin_set", person.name),
                self._on_failed,
            )

    def _on_done(self, code: str, name: str) -> None:
        self._ctx.state.post(Message(Weight.DONE, code, {"name": name}))
        self._on_left()
        self.refresh()

    def _on_failed(self, error: LotkeeperError) -> None:
        words = sentence_of(error, self._ctx.state.lot)
        for part in (self.panel, self.form, self.badge):
            part.tell(words)

    def _on_left(self) -> None:
        self._side.setCurrentIndex(0)
        self._table.setFocus()
