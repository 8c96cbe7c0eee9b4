"""The bar at the bottom: one sentence, the next step, and its key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from console.theme import Role, TypeRole, set_state, set_tone, set_type
from console.theme.space import MEDIUM, SMALL, TIGHT
from console.widgets.following import LOOK_CHANGES
from console.widgets.key_button import KeyButton
from console.widgets.status import State, StatusLamp

LONGEST: Final = 600
# Line and padding of a panel, above and below.
FRAME: Final = 8
_STATES: Final = {
    "quiet": State.QUIET,
    "done": State.OK,
    "attention": State.ATTENTION,
    "alarm": State.ALARM,
}


class MessageBar(QFrame):
    """Always there, so that nothing moves; empty when there is nothing to say.

    ``step_taken`` is emitted when the button of the next step is pressed, ``dismissed`` when the message is
    put away with its own button.
    """

    step_taken = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lamp = StatusLamp()
        self._text = _line(TypeRole.STRONG, Role.TEXT)
        self._hint = _line(TypeRole.BODY, Role.TEXT_QUIET)
        self._step = KeyButton("", "", primary=True)
        self._away = KeyButton("", "Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, TIGHT, MEDIUM, TIGHT)
        row.setSpacing(SMALL)
        for widget in (self._lamp, self._text, self._hint):
            row.addWidget(widget)
        row.setStretch(1, 3)
        row.setStretch(2, 2)
        for button in (self._step, self._away):
            row.addWidget(button)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._step.clicked.connect(self.step_taken)
        self._away.clicked.connect(self.dismissed)
        self._retranslate()
        self.clear()
        self._keep_height()

    def show_message(
        self,
        text: str,
        hint: str = "",
        *,
        weight: str = "quiet",
        step: str = "",
        key: str = "",
        may_go: bool = True,
    ) -> None:
        """Show a sentence, and what to do; ``step`` and ``key`` put a button beside it.

        ``weight`` is ``quiet``, ``done``, ``attention`` or ``alarm``; KeyError otherwise. One that may not go
        has no button to put it away.
        """
        state = _STATES[weight]
        self._lamp.show_state(state)
        self._lamp.setVisible(state is not State.QUIET)
        self._text.setText(text[:LONGEST])
        self._hint.setText(hint[:LONGEST])
        self._hint.setVisible(bool(hint))
        self._step.setText(step)
        self._step.set_key(key)
        self._step.setVisible(bool(step))
        self._away.setVisible(bool(text) and may_go)
        is_loud = state in {State.ATTENTION, State.ALARM}
        set_state(self, state.value if is_loud else "quiet" if text else "empty")
        self.setAccessibleName(f"{text} {hint}".strip()[:LONGEST])

    def clear(self) -> None:
        """Say nothing."""
        self.show_message("")

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def _retranslate(self) -> None:
        self._away.setText(self.tr("OK"))

    def _keep_height(self) -> None:
        """As high when empty as with a message of one line and its buttons."""
        self.setMinimumHeight(self._away.sizeHint().height() + 2 * TIGHT + FRAME)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._keep_height()
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _line(type_role: TypeRole, tone: Role) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    set_type(label, type_role)
    set_tone(label, tone)
    return label
