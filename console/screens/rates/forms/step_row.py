"""One row of a ladder."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.duration_field import DurationField
from console.screens.rates.forms.lengths import HOUR_S
from console.screens.rates.forms.money_field import MoneyField
from console.screens.rates.forms.piece import Piece, first_wrong, show_if
from console.screens.rates.forms.sentence import Sentence
from console.screens.rates.forms.step_words import (
    StepKind,
    kind_of,
    kind_options,
    reach_words,
    sentence_of_kind,
)
from console.theme import Role, set_icon, set_state
from console.theme.space import SMALL, TIGHT
from core.domain.rates.plan import Step


class StepRow(QFrame):
    """A kind, its sentence with fields, and buttons that move it or take it away (Alt+Up, Alt+Down).

    A total is written from the ladder's start, as a sign says it; ``start_s`` is where this step begins.
    """

    edited = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start_s = 0
        self._is_last = True
        self.kind = ChoiceField[StepKind](kind_options())
        self.length = DurationField(empty=lambda: self.tr("on and on"))
        self.price = MoneyField(currency)
        self.each = DurationField(HOUR_S)
        self.per = DurationField(HOUR_S)
        for field in (self.each, self.per):
            field.show_value(HOUR_S)
        self._sentence = Sentence(
            lambda: sentence_of_kind(self.kind.value()),
            {"length": self.length, "price": self.price, "each": self.each, "per": self.per},
        )
        self._reach = line("quiet", wraps=True)
        self._wrong = line(wraps=True, tone=Role.ATTENTION)
        self.up, self.down, self.remove = QToolButton(), QToolButton(), QToolButton()
        self._shown_kind = self.kind.value()
        self._lay_out()
        self._listen()

    def show_step(self, step: Step, start_s: int) -> None:
        """Show a step that begins there."""
        self.start_s = start_s
        self._shown_kind = kind_of(step)
        self.kind.show_value(self._shown_kind)
        before_s = start_s if step.is_total else 0
        self.length.show_value(None if step.length_s is None else step.length_s + before_s)
        self.price.show_value(step.price_minor)
        for field, length_s in ((self.each, step.each_s), (self.per, step.per_s)):
            if length_s is not None:
                field.show_value(length_s)
        self._sentence.speak()

    def step(self) -> Step:
        """The step, with the last usable figure where something else is typed."""
        kind = self.kind.value()
        return Step(
            self.price.minor,
            self.length_s,
            self.each.seconds if kind in {StepKind.UNIT, StepKind.PROPORTION} else None,
            self.per.seconds if kind is StepKind.PROPORTION else None,
            kind is StepKind.TOTAL,
        )

    @property
    def length_s(self) -> int | None:
        """How long the step is; None: on and on."""
        written = self.length.value()
        if written is None or self.kind.value() is not StepKind.TOTAL:
            return written
        return max(0, written - self.start_s)

    def wrong(self) -> str:
        """Why the row cannot be used."""
        kind = self.kind.value()
        fields: list[Piece[int | None]] = [self.length]
        fields += [self.each] if kind in {StepKind.UNIT, StepKind.PROPORTION} else []
        fields += [self.per] if kind is StepKind.PROPORTION else []
        wrong = first_wrong(fields) or self.price.wrong()
        if wrong:
            return wrong
        if self.length.value() is None and not self._is_last:
            return self.tr("Only the last step may go on and on: write how long this one is.")
        if self.length_s == 0:
            return self.tr("It ends where it begins: a total has to reach further than the step before it.")
        return ""

    def place(self, number: int, start_s: int, *, is_last: bool, following: str = "") -> None:
        """Say where the row stands in its ladder; ``following`` is what comes after the last step."""
        self.start_s, self._is_last = start_s, is_last
        length_s = self.length_s
        end_s = None if length_s is None else start_s + length_s
        reach = reach_words(start_s, end_s)
        self._reach.setText(f"{number}. {reach}{following}")
        self.up.setEnabled(number > 1)
        self.down.setEnabled(not is_last)
        wrong = self.wrong()
        self._wrong.setText(wrong)
        show_if(self._wrong, bool(wrong))
        set_state(self, "attention" if wrong else "quiet")
        self._name(number)

    def _name(self, number: int) -> None:
        self.kind.call(self.tr("Kind of step {number}").format(number=number))
        self.kind.box.setAccessibleName(self.kind.accessibleName())
        self.kind.box.setToolTip(self.kind.explained())
        self.kind.box.setAccessibleDescription(self.kind.explained())
        for button, words in (
            (self.up, self.tr("Move step {number} up (Alt+Up)")),
            (self.down, self.tr("Move step {number} down (Alt+Down)")),
            (self.remove, self.tr("Remove step {number}")),
        ):
            button.setToolTip(words.format(number=number))
            button.setAccessibleName(words.format(number=number))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.kind, 1)
        for button, name in ((self.up, "up"), (self.down, "down"), (self.remove, "delete")):
            set_icon(button, name)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(buttons)
        column.addWidget(self._sentence)
        column.addWidget(self._wrong)
        column.addWidget(self._reach)
        self.setFocusProxy(self.price)

    def _listen(self) -> None:
        self.kind.edited.connect(self._on_kind)
        for field in (self.length, self.price, self.each, self.per):
            field.edited.connect(self.edited)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self.removed)

    def _on_kind(self) -> None:
        kind, before = self.kind.value(), self._shown_kind
        written = self.length.value()
        # The step stays where it was: only what its length is measured from changes.
        if written is not None and (kind is StepKind.TOTAL) != (before is StepKind.TOTAL):
            moved = self.start_s if kind is StepKind.TOTAL else -self.start_s
            self.length.show_value(max(0, written + moved))
        self._shown_kind = kind
        self._sentence.speak()
        self.edited.emit()

    def _on_up(self) -> None:
        self.moved.emit(-1)

    def _on_down(self) -> None:
        self.moved.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
