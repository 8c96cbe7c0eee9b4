"""Who it is: a name by its digit and the PIN, a badge, or a typed name and a password; then the drawer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.screens.sign_on.checking import check_badge_of, check_pin_of
from console.screens.sign_on.held_badges import HeldBadges
from console.screens.sign_on.named_page import NamedPage
from console.screens.sign_on.person_list import PersonList
from console.screens.sign_on.relief_page import ReliefPage, Standing, standing_for
from console.screens.sign_on.secret_entry import SecretEntry
from console.theme.space import HUGE, MEDIUM, SMALL
from console.theme.type import text_scale
from console.widgets.following import LOOK_CHANGES
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError, OperatorError
from core.domain.people import Actor, Person, Role
from core.services.sign_on import sign_off

SIDE_WIDTH: Final = 420
# Both halves find room beside each other at the largest text, too.
LARGEST: Final = 1.4
BY_NAME: Final = "0"
# Those who work at the booth; the landlord types a name, which is nobody's business here.
LISTED: Final = frozenset({Role.ATTENDANT, Role.SUPERVISOR, Role.ADMINISTRATOR})
_TYPES_TOO: Final = "sign_on.badge_and_secret"


class WhoSignsOn(Spoken):
    """``signed_on`` carries the actor, and whether they have just taken over the drawer of somebody else."""

    signed_on = Signal(object, bool)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._actor: Actor | None = None
        self._wanted = ""
        console = ctx.console
        self.list = PersonList()
        self.entry = SecretEntry(
            ctx, lambda person, secret: check_pin_of(console, person.person_id, secret), self._go_words
        )
        self.named, self.relief = NamedPage(ctx), ReliefPage(ctx)
        self.badges = HeldBadges(ctx, self)
        self._who, self._keys = line("title"), line("quiet", wraps=True)
        self._by_name = KeyButton(key=BY_NAME)
        self._person_page, self._side = QWidget(), QStackedWidget()
        self._left = QWidget()
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self.list.setAccessibleName(self.tr("Who signs on"))
        self._by_name.setText(self.tr("Name and password"))
        self._keys.setText(
            self.tr(
                "A digit chooses a name, then type the PIN. A badge held to the reader does it at once. "
                "Esc goes back to the names."
            )
        )
        self.list.show_people(self.list.people)

    @property
    def people(self) -> tuple[Person, ...]:
        """Who is offered."""
        return self.list.people

    @property
    def told(self) -> str:
        """What became of the last try."""
        shown = self._side.currentWidget()
        return self.named.entry.told if shown is self.named else self.entry.told

    @property
    def is_checking(self) -> bool:
        """Whether a secret is being checked."""
        return self.entry.is_checking or self.named.entry.is_checking

    @property
    def asks_relief(self) -> bool:
        """Whether somebody has to say what they came for."""
        return self._side.currentWidget() is self.relief

    def begin(self) -> None:
        """Begin anew, with the names."""
        self._actor, self._wanted = None, ""
        self._turn_to(self._person_page)
        self.entry.ask(self.list.person())
        self.named.begin()
        self._ctx.jobs.look(lambda unit: unit.people(), self._on_people)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, person_id: str) -> None:
        """It is this person's turn, now or once the names are read; who is not listed types a name."""
        self._wanted = person_id
        self.list.choose(person_id)
        person = self.list.person()
        if person is not None and person.person_id == person_id:
            self._wanted = ""
            self._on_person_chosen(person)

    def take(self, actor: Actor) -> None:
        """Somebody has proved who they are elsewhere: what is left to ask is asked."""
        self._on_passed(actor)

    def _go_words(self) -> str:
        return self.tr("Sign on")

    def _listen(self) -> None:
        self.list.person_chosen.connect(self._on_person_chosen)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self._by_name.clicked.connect(self._on_by_name)
        for part in (self.entry, self.named):
            part.passed.connect(self._on_passed)
        self.relief.settled.connect(self._on_settled)
        self.relief.given_up.connect(self._on_given_up)
        self.badges.held.connect(self._on_badge)
        self.badges.typed.connect(self._on_typed)

    def _turn_to(self, page: QWidget) -> None:
        self._side.setCurrentWidget(page)
        self._left.setVisible(page is not self.relief)

    def _show_person(self) -> None:
        person = self.list.person()
        self._who.setText(person.name if person is not None else "")

    def _on_people(self, people: list[Person]) -> None:
        self.list.show_people([one for one in people if one.active and one.role in LISTED])
        self._show_person()
        if self._wanted:
            self.choose(self._wanted)
            self._wanted = ""
        elif len(self.list.people) == 1 and self.list.hasFocus():
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_changed(self, _place: int) -> None:
        self.entry.ask(self.list.person())
        self._show_person()
        if not self.asks_relief:
            self._turn_to(self._person_page)

    def _on_person_chosen(self, _person: Person) -> None:
        self._turn_to(self._person_page)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_by_name(self) -> None:
        self._turn_to(self.named)
        self.named.begin()

    def _on_badge(self, code: str) -> None:
        if self.asks_relief or self.is_checking:
            return
        console = self._ctx.console
        self._turn_to(self._person_page)
        self.entry.ask(self.list.person())
        self.entry.tell(self.tr("One moment…"))
        self._ctx.jobs.run(
            lambda: check_badge_of(console, code), self._on_badge_checked, self._on_badge_refused
        )

    def _on_badge_checked(self, actor: Actor | None) -> None:
        if actor is None:
            self.entry.tell(sentence("sign_on.wrong_badge"))
        else:
            self._on_passed(actor)

    def _on_badge_refused(self, error: LotkeeperError) -> None:
        told = sentence_of(error, self._ctx.state.lot)
        if isinstance(error, OperatorError) and error.code == _TYPES_TOO:
            self.choose(str(error.facts.get("person_id", "")))
            if self._wanted:
                self._on_by_name()
                self.named.entry.tell(told)
        self.entry.tell(told)

    def _on_typed(self) -> None:
        """No badge, only quick keys, or a keyboard that types a PIN by itself."""
        (self.named.entry if self._side.currentWidget() is self.named else self.entry).try_it()

    def _on_passed(self, actor: Actor) -> None:
        self._actor = actor
        drawer = self._ctx.state.drawer
        self._ctx.jobs.look(lambda unit: standing_for(unit, actor=actor, drawer=drawer), self._on_standing)

    def _on_standing(self, standing: Standing | None) -> None:
        actor = self._actor
        if actor is None:
            return
        if standing is None:
            self.signed_on.emit(actor, False)
        else:
            self._turn_to(self.relief)
            self.relief.ask(actor, standing)

    def _on_settled(self, has_drawer: bool) -> None:
        if self._actor is not None:
            self.signed_on.emit(self._actor, has_drawer)

    def _on_given_up(self) -> None:
        """They proved who they are, and go again."""
        actor, name = self._actor, self._ctx.console.config.console.name
        if actor is not None:
            self._ctx.jobs.change(lambda unit: sign_off(unit, actor=actor, console=name), lambda _none: None)
        self.begin()

    def _lay_out(self) -> None:
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SMALL)
        left.addWidget(self.list, 1)
        left.addWidget(self._by_name, 0, Qt.AlignmentFlag.AlignLeft)
        person = QVBoxLayout(self._person_page)
        person.setContentsMargins(0, 0, 0, 0)
        person.setSpacing(MEDIUM)
        person.addWidget(self._who)
        person.addWidget(self.entry)
        person.addStretch(1)
        person.addWidget(self._keys)
        for page in (self._person_page, self.named, self.relief):
            self._side.addWidget(page)
        self._fit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HUGE)
        row.addWidget(self._left)
        row.addWidget(self._side)

    def _fit(self) -> None:
        self._side.setFixedWidth(round(SIDE_WIDTH * min(text_scale(), LARGEST)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.badges.start()
        self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.badges.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.begin()
        elif event.text() == BY_NAME:
            self._on_by_name()
        else:
            super().keyPressEvent(event)
