"""Where one person proves who they are: the field, what became of the last try, and how long to wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.screens.sign_on.secret_field import PersonSecretField
from console.theme.space import MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError, OperatorError
from core.domain.people import Person

TICK_MS: Final = 1000
IN_MINUTES_FROM_S: Final = 120

Check = Callable[[Person, str], object | None]
"""Checks what the person typed, slowly, off the GUI thread: what it proves, None where it is wrong."""


class SecretEntry(Spoken):
    """``passed`` carries what the check gave; a wrong try and a wait are said below the field.

    ``wrong`` is the reason code of a wrong try, where the usual one would say too much.
    """

    passed = Signal(object)

    def __init__(
        self,
        ctx: Context,
        check: Check,
        go_words: Callable[[], str],
        parent: QWidget | None = None,
        *,
        wrong: str = "",
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._check = check
        self._go_words = go_words
        self._wrong = wrong
        self._person: Person | None = None
        self._asked = 0
        self._checking = False
        self._wait_until: datetime | None = None
        self.field = PersonSecretField()
        self._go = KeyButton(key="Return", primary=True)
        self._told = line(wraps=True)
        self._tick = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self.setFocusProxy(self.field)
        self._go.clicked.connect(self.try_it)
        self._tick.timeout.connect(self._show_wait)
        self.speak()
        self.ask(None)

    def speak(self) -> None:
        self.field.speak()
        self._go.setText(self._go_words())
        self._show_wait()

    @property
    def person(self) -> Person | None:
        """Who is asked."""
        return self._person

    @property
    def told(self) -> str:
        """What stands below the field."""
        return self._told.text()

    @property
    def is_checking(self) -> bool:
        """Whether a try is being checked."""
        return self._checking

    def ask(self, person: Person | None) -> None:
        """Ask this person; a try of somebody else that is still being checked counts for nothing here."""
        self._asked += 1
        self._person, self._checking, self._wait_until = person, False, None
        self.field.ask_for(person)
        self.tell("")
        self._allow()

    def tell(self, words: str) -> None:
        """Say something below the field."""
        self._told.setText(words)

    def try_it(self) -> None:
        """Check what was typed."""
        person, secret = self._person, self.field.text()
        if person is None or not secret or self._checking:
            return
        self._checking, self._wait_until = True, None
        self.field.clear()
        self.tell(self.tr("One moment…"))
        self._allow()
        asked = self._asked
        self._ctx.jobs.run(
            lambda: self._check(person, secret),
            lambda proven: self._on_checked(asked, proven),
            lambda error: self._on_refused(asked, error),
        )

    def _allow(self) -> None:
        can_try = self._person is not None and not self._checking
        for widget in (self.field, self._go):
            widget.setEnabled(can_try)

    def _on_checked(self, asked: int, proven: object | None) -> None:
        if asked != self._asked:
            return
        self._end_check()
        if proven is None:
            usual = "sign_on.wrong_secret" if self.field.takes_password else "sign_on.wrong_pin"
            self.tell(sentence(self._wrong or usual))
            return
        self.tell("")
        self.passed.emit(proven)

    def _on_refused(self, asked: int, error: LotkeeperError) -> None:
        if asked != self._asked:
            return
        self._end_check()
        until = error.facts.get("until") if isinstance(error, OperatorError) else None
        if isinstance(until, datetime):
            self._wait_until = until
            self._show_wait()
        else:
            self.tell(sentence_of(error, self._ctx.state.lot))

    def _end_check(self) -> None:
        self._checking = False
        self._allow()
        if self.isVisible():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_wait(self) -> None:
        """How long to wait, counted down."""
        if self._wait_until is None:
            return
        seconds = int((self._wait_until - self._ctx.console.clock.now()).total_seconds()) + 1
        if seconds <= 0:
            self._wait_until = None
            self.tell(self.tr("Try again now."))
        elif seconds < IN_MINUTES_FROM_S:
            self.tell(self.tr("Too many wrong tries. Try again in {seconds} s.").format(seconds=seconds))
        else:
            minutes = (seconds + 59) // 60
            self.tell(self.tr("Too many wrong tries. Try again in {minutes} min.").format(minutes=minutes))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.field, 1)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(row)
        column.addWidget(self._told)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
        self.field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.try_it()
        else:
            super().keyPressEvent(event)
