"""What there is to know of the chosen person, and what can be done about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_local_date_time
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.rights import may_in_words
from console.screens.form.roles import role_in_words
from console.screens.form.spoken import Spoken
from console.theme.theme import Role as Tone
from console.theme.tone import set_tone
from console.widgets.key_button import KeyButton
from core.domain.secrets import KINDS, SecretKind
from core.store.queries.people import PersonRow


class PersonPanel(Spoken):
    """Its buttons have keys that work on the whole page; ``on`` is that page."""

    secret_asked = Signal()
    badge_asked = Signal()
    role_asked = Signal()
    active_asked = Signal()
    unlock_asked = Signal()

    def __init__(self, ctx: Context, on: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._row: PersonRow | None = None
        self._name, self._role, self._may = line("title"), line("quiet", wraps=True), line(wraps=True)
        self._state, self._told = line(wraps=True), line(wraps=True)
        self._secret, self._badge = KeyButton(key="Alt+P"), KeyButton(key="Alt+B")
        self._other_role, self._active = KeyButton(key="Alt+R"), KeyButton(key="Alt+W")
        self._unlock = KeyButton(key="Alt+U")
        self._acts = (
            (self._unlock, self.unlock_asked),
            (self._secret, self.secret_asked),
            (self._badge, self.badge_asked),
            (self._other_role, self.role_asked),
            (self._active, self.active_asked),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for label in (self._name, self._role, self._state, self._told):
            column.addWidget(label)
        for button, signal in self._acts:
            column.addWidget(button)
            button.clicked.connect(signal)
            shortcut = QShortcut(QKeySequence(button.key), on)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        column.addWidget(self._may)
        column.addStretch(1)
        self.tell("")
        self.speak()

    def speak(self) -> None:
        self._badge.setText(self.tr("Badge"))
        self._other_role.setText(self.tr("Another role"))
        self._unlock.setText(self.tr("Let them try again now"))
        self.show_person(self._row)

    @property
    def told(self) -> str:
        """Why something was refused."""
        return self._told.text()

    @property
    def may(self) -> str:
        """What the chosen person may do."""
        return self._may.text()

    @property
    def state(self) -> str:
        """How it stands with what they sign on with."""
        return self._state.text()

    def tell(self, words: str) -> None:
        """Say why something was refused."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def show_person(self, row: PersonRow | None) -> None:
        """Show this person, or that nobody is chosen."""
        self._row = row
        for button, _signal in self._acts:
            button.setVisible(row is not None)
        for label in (self._may, self._state):
            label.setVisible(row is not None)
        if row is None:
            self._name.setText("")
            self._role.setText(self.tr("Choose someone to change what they may do."))
            return
        person = row.person
        role = role_in_words(person.role)
        self._name.setText(person.name)
        self._role.setText(
            role if person.active else self.tr("{role}; may not sign on any more").format(role=role)
        )
        self._secret.setText(
            self.tr("New PIN") if KINDS[person.role] == {SecretKind.PIN} else self.tr("New password")
        )
        self._active.setText(
            self.tr("May sign on no more") if person.active else self.tr("May sign on again")
        )
        self._unlock.setVisible(row.failures > 0)
        self._state.setText(self._how_it_stands(row))
        set_tone(self._state, Tone.ATTENTION if row.locked_until is not None else Tone.TEXT)
        self._may.setText(may_in_words(person.role))

    def _how_it_stands(self, row: PersonRow) -> str:
        lot = self._ctx.state.lot
        if row.locked_until is not None and lot is not None:
            until = row.locked_until.astimezone(lot.zone)
            return self.tr("▲ Locked out until {until} after {count} wrong tries.").format(
                until=f"{until:%H:%M:%S}", count=row.failures
            )
        if row.kind is None and not row.has_badge:
            return self.tr("▲ Nothing to sign on with.")
        last = self.tr("Never signed on.")
        if row.last_sign_on is not None and lot is not None:
            last = self.tr("Signed on last {when}.").format(
                when=format_local_date_time(row.last_sign_on, lot.zone)
            )
        is_weak = row.kind is not None and row.kind not in KINDS[row.person.role]
        advice = self.tr("A password would be better than the PIN of before.") if is_weak else ""
        return f"{last} {advice}".strip()
