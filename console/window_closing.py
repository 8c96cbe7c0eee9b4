"""Whether the window may close: while a shift is open, only when it is asked to twice."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from console.screens.context import Context
from console.state.messages import Message, Weight
from core.domain.people import Actor
from core.domain.shifts import Shift

ASK_AGAIN_WITHIN_MS = 10_000
_SENTENCES = frozenset({"program.shift_open", "program.other_shift_open"})


class WindowClosing(QObject):
    """Says in the message bar what is still open; asks nothing that stands in the lane's way."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._told = QTimer(self, singleShot=True, interval=ASK_AGAIN_WITHIN_MS)
        self._told.timeout.connect(self._on_too_late)

    def ask_again_within(self, milliseconds: int) -> None:
        """How long the offer to close by a second time stands."""
        self._told.setInterval(milliseconds)

    def may_close(self) -> bool:
        """Whether it may close now; where not, the bar says why, and once more within 10 s it may."""
        state = self._context.state
        if state.actor is None or state.shift is None or self._told.isActive():
            return True
        self._told.start()
        state.post(_sentence(state.actor, state.shift))
        return False

    @Slot()
    def _on_too_late(self) -> None:
        """The offer has run out, so its sentence is taken back."""
        message = self._context.state.message
        if message is not None and message.code in _SENTENCES:
            self._context.state.post(Message(Weight.QUIET, "program.stays_open"))


def _sentence(actor: Actor, shift: Shift) -> Message:
    is_own = shift.person_id == actor.person_id
    code = "program.shift_open" if is_own else "program.other_shift_open"
    return Message(Weight.ATTENTION, code, {"name": actor.name}, command_id="screen.shift")
