"""The way back for whoever left the console: their PIN, or their badge."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_local_time
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.screens.sign_on.checking import check_badge_of, check_pin_of
from console.screens.sign_on.held_badges import HeldBadges
from console.screens.sign_on.secret_entry import SecretEntry
from console.screens.sign_on.who_signs_on import SIDE_WIDTH
from console.theme.space import LARGE, MEDIUM
from console.theme.type import text_scale
from console.widgets.following import LOOK_CHANGES
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError, OperatorError
from core.domain.people import Actor, Person

_TYPES_TOO = "sign_on.badge_and_secret"


class UnlockPage(Spoken):
    """``passed`` carries the actor, also one whose badge is another's; ``somebody_else`` leads to the names.

    ``wanted`` carries the id of somebody else whose badge was read and who must type as well.
    """

    passed = Signal(object)
    somebody_else = Signal()
    wanted = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._left_by: Actor | None = None
        self._since: datetime | None = None
        console = ctx.console
        self._title, self._who = line("total"), line("title")
        self._kept = line("quiet", wraps=True)
        self.entry = SecretEntry(
            ctx, lambda person, secret: check_pin_of(console, person.person_id, secret), self._go_words
        )
        self.badges = HeldBadges(ctx, self)
        self._other = KeyButton(key="F2")
        self._lay_out()
        self.setFocusProxy(self.entry)
        self.entry.passed.connect(self.passed)
        self._other.clicked.connect(self.somebody_else)
        self.badges.held.connect(self._on_badge)
        self.badges.typed.connect(self.entry.try_it)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Locked"))
        self._other.setText(self.tr("Somebody else signs on"))
        self._kept.setText(
            self.tr("The car in hand and what was typed are kept. A badge held to the reader unlocks, too.")
        )
        lot, since = self._ctx.state.lot, self._since
        if self._left_by is not None and lot is not None and since is not None:
            time = format_local_time(since, lot.zone, now=self._ctx.console.clock.now())
            self._who.setText(self.tr("{name}, away since {time}").format(name=self._left_by.name, time=time))

    def begin(self, left_by: Actor, since: datetime) -> None:
        """Wait for whoever left at that time."""
        self._left_by, self._since = left_by, since
        self.entry.ask(Person(left_by.person_id, left_by.name, left_by.role))
        self.speak()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_words(self) -> str:
        return self.tr("Unlock")

    def _on_badge(self, code: str) -> None:
        if not self.entry.is_checking:
            self.entry.field.clear()
            console = self._ctx.console
            self._ctx.jobs.run(lambda: check_badge_of(console, code), self._on_checked, self._on_refused)

    def _on_checked(self, actor: Actor | None) -> None:
        if actor is None:
            self.entry.tell(sentence("sign_on.wrong_badge"))
        else:
            self.passed.emit(actor)

    def _on_refused(self, error: LotkeeperError) -> None:
        self.entry.tell(sentence_of(error, self._ctx.state.lot))
        if isinstance(error, OperatorError) and error.code == _TYPES_TOO and self._left_by is not None:
            person_id = str(error.facts.get("person_id", ""))
            if person_id != self._left_by.person_id:
                self.wanted.emit(person_id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self._who, self.entry, self._kept):
            column.addWidget(widget)
        self._fit()
        column.addSpacing(LARGE)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _fit(self) -> None:
        """A field for a few digits, not for a sentence."""
        self.entry.setMaximumWidth(round(SIDE_WIDTH * text_scale()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.badges.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.badges.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.somebody_else.emit()
        else:
            super().keyPressEvent(event)
