"""The tests of the chosen device: buttons first, then the question before, then what came of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.devices.act_words import (
    KEYS,
    TEST_ICONS,
    button_words,
    do_it_words,
    done_words,
    verdict_words,
    warning_words,
)
from console.screens.devices.acts import is_asked_first, perform
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.theme import set_state
from console.theme.space import MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError
from core.services.device_views import DeviceTest, DeviceView

YES, NO = "Alt+Y", "Alt+N"


class Step(Enum):
    """How far a test has come."""

    IDLE = auto()
    WARNED = auto()
    RUNNING = auto()
    LOOKING = auto()


class ActStrip(Spoken):
    """``begun`` carries the test whose outcome the person is to look at now; None when there is none."""

    begun = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view: DeviceView | None = None
        self._test: DeviceTest | None = None
        self._step = Step.IDLE
        self._told = line(wraps=True)
        self._question = line("strong", wraps=True)
        self._box = QFrame()
        self._buttons = {test: KeyButton(key=KEYS[test], icon_name=TEST_ICONS[test]) for test in DeviceTest}
        self._do_it, self._yes, self._no = KeyButton(), KeyButton(key=YES), KeyButton(key=NO)
        self._back = KeyButton(key="Esc")
        self._lay_out()
        for test, button in self._buttons.items():
            button.clicked.connect(self._beginner(test))
        self._do_it.clicked.connect(self._run)
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self._on_no)
        self._back.clicked.connect(self.give_up)
        for key in {*KEYS.values(), YES, NO}:
            self._bind(key)
        self.speak()

    @property
    def is_busy(self) -> bool:
        """Whether a question stands there."""
        return self._step is not Step.IDLE

    @property
    def told(self) -> str:
        """What came of the last test."""
        return self._told.text()

    @property
    def question(self) -> str:
        """What is asked."""
        return "" if self._box.isHidden() else self._question.text()

    def add(self, button: KeyButton) -> None:
        """Let that button stand behind the tests."""
        self._row.insertWidget(self._row.count() - 1, button)

    def show_device(self, view: DeviceView | None) -> None:
        """Offer the tests of this device; another one puts the question for the last away."""
        changed = (view.device_id if view else "") != (self._view.device_id if self._view else "")
        self._view = view
        if changed:
            self._tell("")
            self._go(Step.IDLE, None)
        else:
            self._show_buttons()

    def give_up(self) -> None:
        """Put the question away; nothing is written down."""
        self._go(Step.IDLE, None)

    def speak(self) -> None:
        for test, button in self._buttons.items():
            button.setText(button_words(test))
        self._yes.setText(self.tr("Yes, it works"))
        self._no.setText(self.tr("No"))
        self._back.setText(self.tr("Back"))
        self._say()

    def press(self, key: str) -> None:
        """What a key does now."""
        for button in (self._do_it, self._yes, self._no, *self._buttons.values()):
            if button.key == key and not button.isHidden() and button.isEnabled():
                button.click()
                return

    def _bind(self, key: str) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        # The list has the keyboard, not the strip; a hidden strip hears nothing.
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self.press(key))

    def _beginner(self, test: DeviceTest) -> Callable[[], None]:
        def begin() -> None:
            self._tell("")
            if is_asked_first(test):
                self._go(Step.WARNED, test)
            else:
                self._test = test
                self._run()

        return begin

    def _run(self) -> None:
        view, actor, test, console = self._view, self._ctx.state.actor, self._test, self._ctx.console
        if view is None or actor is None or test is None:
            return
        self._go(Step.RUNNING, test)
        self._ctx.jobs.run(
            lambda: perform(console, actor, view, test), self._on_performed, self._on_not_performed
        )

    def _on_performed(self, _nothing: None) -> None:
        if self._step is Step.RUNNING:
            self._go(Step.LOOKING, self._test)

    def _on_not_performed(self, error: LotkeeperError) -> None:
        self._tell(sentence_of(error, self._ctx.state.lot))
        self._go(Step.IDLE, None)

    def _on_yes(self) -> None:
        self._write_down(worked=True)

    def _on_no(self) -> None:
        self._write_down(worked=False)

    def _write_down(self, *, worked: bool) -> None:
        view, actor, test = self._view, self._ctx.state.actor, self._test
        if view is None or actor is None or test is None:
            return
        board, words = self._ctx.console.devices, done_words(test, worked=worked)
        self._ctx.jobs.run(
            lambda: board.tested(actor=actor, device_id=view.device_id, test=test, worked=worked),
            lambda _none: self._tell(words),
            self._on_not_performed,
        )
        self._go(Step.IDLE, None)

    def _go(self, step: Step, test: DeviceTest | None) -> None:
        self._step, self._test = step, test
        self._say()
        self.begun.emit(test if step is Step.LOOKING else None)
        if step is Step.WARNED:
            self._back.setFocus()

    def _say(self) -> None:
        view, test, lot = self._view, self._test, self._ctx.state.lot
        self._box.setVisible(self.is_busy)
        set_state(self._box, "attention" if self._step is Step.WARNED else "quiet")
        self._do_it.setVisible(self._step is Step.WARNED)
        for button in (self._yes, self._no):
            button.setVisible(self._step is Step.LOOKING)
        self._back.setVisible(self._step in {Step.WARNED, Step.LOOKING})
        self._show_buttons()
        if view is None or test is None:
            return
        if self._step is Step.WARNED:
            self._question.setText(warning_words(test, view, lot))
            self._do_it.setText(do_it_words(test, view, lot))
            self._do_it.set_key(KEYS[test])
        elif self._step is Step.RUNNING:
            self._question.setText(self.tr("One moment …"))
        else:
            self._question.setText(verdict_words(test))

    def _show_buttons(self) -> None:
        tests = self._view.tests if self._view is not None else ()
        for test, button in self._buttons.items():
            button.setVisible(test in tests and self._step is Step.IDLE)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _lay_out(self) -> None:
        tests = self._row = QHBoxLayout()
        tests.setSpacing(SMALL)
        for button in self._buttons.values():
            tests.addWidget(button)
        tests.addStretch(1)
        answers = QHBoxLayout()
        answers.setSpacing(SMALL)
        for button in (self._do_it, self._yes, self._no, self._back):
            answers.addWidget(button)
        answers.addStretch(1)
        asked = QVBoxLayout(self._box)
        asked.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        asked.setSpacing(SMALL)
        asked.addWidget(self._question)
        asked.addLayout(answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._told)
        column.addWidget(self._box)
        column.addLayout(tests)
        self._tell("")
