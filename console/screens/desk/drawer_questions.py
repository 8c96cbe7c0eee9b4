"""Asks why the cash drawer is opened by hand, and has it opened."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from console.screens.context import Context
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.state.messages import Message, Weight
from core.services.open_drawer import BY_HAND, open_drawer

NO_DRAWER: Final = "printer.no_drawer"


class DrawerQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.panel = ReasonPanel("drawer", BY_HAND)
        self.panels: tuple[Panel, ...] = (self.panel,)
        self.panel.answered.connect(self._on_answered)
        self.panel.given_up.connect(self.over)

    def why_not(self) -> str:
        """Why it cannot be opened from here, "" where it can."""
        return "" if self._context.console.config.printer.has_drawer else NO_DRAWER

    def ask(self) -> None:
        """Ask why it is to be opened."""
        self.opening.emit(self.panel)
        self.panel.ask(
            lambda: self.tr("Why is the cash drawer opened?"),
            lambda: self.tr("Open the drawer"),
            lambda: self.tr("It is written down with your name."),
        )

    @Slot(str, str)
    def _on_answered(self, reason: str, note: str) -> None:
        state = self._context.state
        actor, drawer = state.actor, state.drawer
        if actor is not None:
            self._context.jobs.change(
                lambda unit: open_drawer(unit, actor=actor, drawer=drawer, reason=reason, note=note),
                lambda _command_id: state.post(Message(Weight.DONE, "drawer.opened")),
                state.post_error,
            )
        self.over.emit()
