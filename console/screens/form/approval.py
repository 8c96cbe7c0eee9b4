"""Asks a second person for their word, over the same screen; whoever asks stays signed on (P14).

The one who approves chooses their name by its digit, or holds their badge to the reader, and types their PIN.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence, sentence_of
from console.screens.sign_on.checking import check_approval, find_holder_of
from console.screens.sign_on.held_badges import HeldBadges
from console.screens.sign_on.person_list import PersonList
from console.screens.sign_on.secret_entry import SecretEntry
from console.theme.space import LARGE, MEDIUM, SMALL
from console.theme.type import text_scale
from console.widgets.key_button import KeyButton
from console.widgets.overlay import Overlay
from console.words import is_known, say
from core.domain.errors import LotkeeperError
from core.domain.people import RIGHTS, Actor, Approval, Person, Right, Role

PANEL_WIDTH: Final = 496
MOST_ROWS: Final = 5
# These are no people who stand at the booth.
_ABSENT: Final = frozenset({Role.SYSTEM, Role.CLIENT, Role.KIOSK})


def ask_approval(
    ctx: Context,
    purpose: str,
    right: Right,
    then: Callable[[Approval], None],
    *,
    facts: Mapping[str, object] | None = None,
    given_up: Callable[[], None] | None = None,
    over: QWidget | None = None,
) -> ApprovalPanel | None:
    """Ask somebody else who holds ``right``; ``then`` gets their word, ``given_up`` is called without one.

    ``purpose`` is a reason code ("approval.refund") whose words take ``facts``; what was shown is journalled.
    The panel lies over the window of ``over``, or over the one in front; None where nobody is signed on.
    """
    near = over or QApplication.focusWidget() or QApplication.activeWindow()
    actor = ctx.state.actor
    if near is None or actor is None:
        return None
    panel = ApprovalPanel(ctx, actor, right, near.window())
    panel.given.connect(then)
    if given_up is not None:
        panel.given_up.connect(given_up)
    panel.ask(purpose, facts or {})
    return panel


def may_approve(person: Person, actor: Actor, right: Right) -> bool:
    """Whether the person may be the second one for what the actor does."""
    is_somebody_else = person.active and person.person_id != actor.person_id
    return is_somebody_else and person.role not in _ABSENT and right in RIGHTS[person.role]


class ApprovalPanel(Overlay):
    """``given`` carries the Approval, ``given_up`` comes without one; either comes once, then it is gone."""

    given = Signal(object)
    given_up = Signal()

    def __init__(self, ctx: Context, actor: Actor, right: Right, window: QWidget) -> None:
        super().__init__(window, width=PANEL_WIDTH, height=0)
        self._ctx, self._actor, self._right = ctx, actor, right
        self._purpose = ""
        self._facts: Mapping[str, object] = {}
        self._approval: Approval | None = None
        self._is_over = False
        self._title, self._what = line("title", wraps=True), line("strong", wraps=True)
        self._how = line("quiet", wraps=True)
        self._list = PersonList(width=0)
        self._entry = SecretEntry(ctx, self._check, lambda: self.tr("Approve"))
        self._badges = HeldBadges(ctx, self)
        self._back = KeyButton(key="Esc")
        self._lay_out()
        self._list.person_chosen.connect(self._on_person_chosen)
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._entry.passed.connect(self._on_passed)
        self._badges.held.connect(self._on_badge)
        self._badges.typed.connect(self._entry.try_it)
        self._back.clicked.connect(self.dismiss)
        self.closed.connect(self._on_closed)
        for signal in (ctx.state.actor_changed, ctx.state.lock_changed):
            signal.connect(self._on_actor_changed)

    @property
    def people(self) -> tuple[Person, ...]:
        """Who may approve."""
        return self._list.people

    @property
    def person(self) -> Person | None:
        """Whose turn it is to type."""
        return self._entry.person if self._entry.field.hasFocus() else None

    @property
    def asked(self) -> str:
        """What is to be approved, in words."""
        return self._what.text()

    @property
    def how(self) -> str:
        """What is said about how it is done, or why it cannot be."""
        return self._how.text()

    @property
    def told(self) -> str:
        """What stands below the field."""
        return self._entry.told

    def ask(self, purpose: str, facts: Mapping[str, object]) -> None:
        """Open, and ask for this."""
        self._purpose, self._facts = purpose, facts
        self.speak()
        self.fit()
        self.open()
        self._badges.start()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ctx.jobs.look(lambda view: view.people(), self._on_people)

    def speak(self) -> None:
        """Say everything again in the language of the moment."""
        self._title.setText(self.tr("This needs a second person"))
        known = is_known(self._purpose)
        self._what.setText(
            say(self._purpose, self._facts, self._ctx.state.lot).text if known else self._purpose
        )
        self._how.setText(
            self.tr(
                "{name} asks for it and stays signed on. Whoever approves chooses their name and types their "
                "PIN, or holds their badge to the reader."
            ).format(name=self._actor.name)
        )
        self._list.setAccessibleName(self.tr("Who approves"))
        self._back.setText(self.tr("Not now"))
        self.setAccessibleName(f"{self._title.text()}: {self._what.text()}")

    def fit(self) -> None:
        """Be as high as what is asked needs."""
        rows = max(1, min(MOST_ROWS, self._list.count()))
        self._list.setFixedHeight(rows * max(1, self._list.sizeHintForRow(0)) + SMALL)
        layout = self.layout()
        if layout is not None:
            self.want_height(layout.totalHeightForWidth(round(PANEL_WIDTH * text_scale())))

    def _check(self, person: Person, secret: str) -> Approval | None:
        return check_approval(
            self._ctx.console,
            actor=self._actor,
            person_id=person.person_id,
            secret=secret,
            right=self._right,
            purpose=self._what.text(),
        )

    def _on_badge(self, code: str) -> None:
        """A badge chooses its holder; what they type is still their word."""
        console = self._ctx.console
        self._entry.field.clear()
        self._ctx.jobs.run(lambda: find_holder_of(console, code), self._on_holder, self._on_badge_refused)

    def _on_holder(self, person: Person | None) -> None:
        if self._is_over:
            return
        if person is None:
            self._entry.tell(sentence("sign_on.wrong_badge"))
        elif person.person_id not in {one.person_id for one in self._list.people}:
            is_own = person.person_id == self._actor.person_id
            self._entry.tell(
                sentence("approval.own" if is_own else "approval.may_not", {"name": person.name})
            )
        else:
            self._list.choose(person.person_id)
            self._on_person_chosen(person)

    def _on_badge_refused(self, error: LotkeeperError) -> None:
        if not self._is_over:
            self._entry.tell(sentence_of(error, self._ctx.state.lot))

    def _on_people(self, people: list[Person]) -> None:
        if self._is_over:
            return
        self._list.show_people([one for one in people if may_approve(one, self._actor, self._right)])
        none = not self._list.people
        for widget in (self._list, self._entry):
            widget.setVisible(not none)
        if none:
            self._how.setText(sentence("approval.nobody"))
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif len(self._list.people) == 1:
            self._entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()
        self._place()

    def _on_row_changed(self, _place: int) -> None:
        self._entry.ask(self._list.person())

    def _on_person_chosen(self, person: Person) -> None:
        if self._entry.person != person:
            self._entry.ask(person)
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_passed(self, approval: Approval) -> None:
        self._approval = approval
        self.dismiss()

    def _on_closed(self) -> None:
        """The keyboard is back where it was; now whoever asked hears what became of it."""
        # What is still being read or checked comes to nobody.
        self._is_over = True
        self._badges.stop()
        self._entry.ask(None)
        if self._approval is not None:
            self.given.emit(self._approval)
        else:
            self.given_up.emit()
        self.deleteLater()

    def _on_actor_changed(self) -> None:
        """What one person asked for is not another's to have approved."""
        if self._ctx.state.actor != self._actor:
            self.dismiss()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self._what, self._how, self._list, self._entry):
            column.addWidget(widget)
        column.addLayout(foot)
        column.addStretch(1)

    def event(self, event: QEvent) -> bool:
        # F9 or F5 of the screen behind mean nothing while two people look at this; locking always does.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not _locks(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._back.hasFocus():
            self.dismiss()
        else:
            super().keyPressEvent(event)


def _locks(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
