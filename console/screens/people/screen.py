"""The people screen: the list left, what can be done about the chosen one right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.roles import role_in_words
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.screens.people.keeping import add_with_pin, renew_pin
from console.screens.people.person_form import Occasion, PersonForm
from console.state.messages import Message, Weight
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.domain.errors import LotkeeperError
from core.domain.people import Actor, Person
from core.services.manage_people import change_person

EDGE = 24
SIDE_WIDTH = 400


class PeopleScreen(Spoken):
    """For administrators: add people, change a role, give a new PIN, let someone sign on no more."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title, self._name, self._hint = line("title"), line("title"), line("quiet", wraps=True)
        self._told = line(wraps=True)
        self._model = RowTable[Person](self._columns(), lambda person: person.person_id, self)
        self._table = QuietTable(self)
        self._table.setModel(self._model)
        self._add = KeyButton(key="Ins", primary=True)
        self._pin, self._role = KeyButton(key="Alt+P"), KeyButton(key="Alt+R")
        self._active = KeyButton(key="Alt+W")
        self.form, self._side = PersonForm(), QStackedWidget()
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("People"))
        self._table.setAccessibleName(self.tr("People"))
        self._table.set_empty(self.tr("Nobody is on record."), self.tr("Ins adds someone."))
        self._add.setText(self.tr("Add someone"))
        self._pin.setText(self.tr("New PIN"))
        self._role.setText(self.tr("Another role"))
        self._model.refresh()
        self._show_person()

    @property
    def names(self) -> list[str]:
        """Who is listed."""
        return [person.name for person in self._model.rows]

    @property
    def active_names(self) -> list[str]:
        """Who of them may sign on."""
        return [person.name for person in self._model.rows if person.active]

    @property
    def told(self) -> str:
        """Why something was refused."""
        return self._told.text()

    def refresh(self) -> None:
        """Read the people again."""
        self._ctx.jobs.look(lambda unit: unit.people(), self._on_people)

    def _columns(self) -> tuple[Column[Person], ...]:
        return (
            Column(lambda: self.tr("Name"), lambda person: person.name),
            Column(lambda: self.tr("Role"), lambda person: role_in_words(person.role)),
            Column(
                lambda: self.tr("May sign on"),
                lambda person: self.tr("● yes") if person.active else self.tr("– no"),
            ),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._add)
        panel = QWidget()
        side = QVBoxLayout(panel)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        for widget in (self._name, self._hint, self._told, self._pin, self._role, self._active):
            side.addWidget(widget)
        side.addStretch(1)
        self._side.addWidget(panel)
        self._side.addWidget(self.form)
        self._side.setFixedWidth(SIDE_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(EDGE)
        row.addWidget(self._table, 1)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _listen(self) -> None:
        self._table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.form.sent.connect(self._on_sent)
        self.form.left.connect(self._on_left)
        for button, act in (
            (self._add, self._on_add),
            (self._pin, self._on_pin),
            (self._role, self._on_role),
            (self._active, self._on_active),
        ):
            button.clicked.connect(act)
            shortcut = QShortcut(QKeySequence(button.key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _chosen(self) -> Person | None:
        return self._model.row_at(self._table.currentIndex().row())

    def _show_person(self) -> None:
        person = self._chosen()
        for button in (self._pin, self._role, self._active):
            button.setVisible(person is not None)
        self._name.setText(person.name if person is not None else "")
        if person is None:
            self._hint.setText(self.tr("Choose someone to change what they may do."))
            return
        self._hint.setText(
            role_in_words(person.role)
            if person.active
            else self.tr("{role}; may not sign on any more").format(role=role_in_words(person.role))
        )
        self._active.setText(
            self.tr("May sign on no more") if person.active else self.tr("May sign on again")
        )

    def _open_form(self, occasion: Occasion, person: Person | None) -> None:
        self._told.setText("")
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

    def _on_people(self, people: list[Person]) -> None:
        chosen = self._chosen()
        self._model.show_rows(people)
        place = self._model.place_of(chosen.person_id) if chosen is not None else 0
        self._table.selectRow(max(0, place))
        self._show_person()

    def _on_row_changed(self) -> None:
        self._told.setText("")
        self._show_person()

    def _on_add(self) -> None:
        self._open_form(Occasion.NEW, None)

    def _on_pin(self) -> None:
        person = self._chosen()
        if person is not None:
            self._open_form(Occasion.PIN, person)

    def _on_role(self) -> None:
        person = self._chosen()
        if person is not None:
            self._open_form(Occasion.ROLE, person)

    def _on_active(self) -> None:
        person = self._chosen()
        if person is not None:
            self._change(replace(person, active=not person.active))

    def _on_sent(self) -> None:
        form, actor = self.form, self._ctx.state.actor
        if actor is None:
            return
        if form.occasion is Occasion.ROLE and form.person is not None:
            self._change(replace(form.person, role=form.role))
            return
        if not form.pins_agree:
            form.tell(sentence("person.pins_differ"))
            return
        self._save_with_pin(actor)

    def _save_with_pin(self, actor: Actor) -> None:
        console, form = self._ctx.console, self.form
        name, role, pin, person = form.name, form.role, form.pin, form.person
        if person is None:
            self._ctx.jobs.run(
                lambda: add_with_pin(console, actor, name=name, role=role, pin=pin),
                lambda added: self._on_done("person.added", added.name),
                self._on_failed,
            )
        else:
            self._ctx.jobs.run(
                lambda: renew_pin(console, actor, person_id=person.person_id, pin=pin),
                lambda _none: self._on_done("person.pin_set", person.name),
                self._on_failed,
            )

    def _on_done(self, code: str, name: str) -> None:
        self._ctx.state.post(Message(Weight.DONE, code, {"name": name}))
        self._on_left()
        self.refresh()

    def _on_failed(self, error: LotkeeperError) -> None:
        words = sentence_of(error, self._ctx.state.lot)
        self._told.setText(words)
        self.form.tell(words)

    def _on_left(self) -> None:
        self._side.setCurrentIndex(0)
        self._table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._side.setCurrentIndex(0)
        self.refresh()
        self._table.setFocus()
