"""Asks what the car in hand is, and says at once what it would then owe."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.describe_panel import DescribePanel
from console.words import say
from core.domain.errors import LotkeeperError, OperatorError
from core.domain.rates.description import Description
from core.services.describe_stay import price_described


class DescribeQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, car: CarInHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._car = car
        self.panel = DescribePanel()
        self.panel.described.connect(self._on_described)
        self.panel.answered.connect(self._on_answered)
        self.panel.given_up.connect(self.over)

    def ask(self) -> None:
        """Ask what the car in hand is."""
        chosen, lot = self._car.chosen, self._context.state.lot
        if chosen is not None and lot is not None:
            due_minor = None if chosen.due is None else chosen.due.quote.total_minor
            self.opening.emit(self.panel)
            self.panel.ask_about(chosen.stay, chosen.asked, due_minor, lot.currency)

    @Slot(object)
    def _on_described(self, description: Description) -> None:
        actor, stay_id = self._context.state.actor, self._car.stay_id
        if actor is None or stay_id is None:
            return
        # The panel may have grown by the reasons of a lost ticket.
        self.opening.emit(self.panel)
        self._context.jobs.look(
            lambda view: price_described(view, actor=actor, stay_id=stay_id, description=description),
            lambda quote: self.panel.show_price(description, quote.total_minor),
            lambda error: self._on_no_price(description, error),
        )

    def _on_no_price(self, description: Description, error: LotkeeperError) -> None:
        if isinstance(error, OperatorError):
            said = say(error.code, error.facts, self._context.state.lot)
            self.panel.show_price(description, None, f"{said.text} {said.step}".strip())
        else:
            self._context.state.post_error(error)

    @Slot(object, str, str)
    def _on_answered(self, description: Description, reason: str, note: str) -> None:
        self._car.describe(description, reason, note)
        self.over.emit()
