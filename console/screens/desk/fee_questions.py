"""Asks about a fee that is unusually high, and about a wrong entry time, before any cash is taken."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.fee_panel import EntryTimePanel, FeePanel
from console.screens.desk.panel import Panel
from core.domain.people import Right
from core.domain.rates.absurd import UnusualFee


class FeeQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, car: CarInHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._car = car
        self.fee = FeePanel()
        self.entry_time = EntryTimePanel()
        self.panels: tuple[Panel, ...] = (self.fee, self.entry_time)
        self.fee.answered.connect(self._on_fee_answered)
        self.fee.entry_wanted.connect(self.correct_entry)
        self.fee.other_wanted.connect(self._on_other_wanted)
        self.entry_time.corrected.connect(self._on_entry_corrected)
        for panel in (self.fee, self.entry_time):
            panel.given_up.connect(self.over)

    def ask(self, fee: UnusualFee) -> None:
        """Ask what is to become of this fee of the car in hand."""
        lot, actor, chosen = self._context.state.lot, self._context.state.actor, self._car.chosen
        if lot is not None and actor is not None and chosen is not None:
            self.opening.emit(self.fee)
            self.fee.ask_about(chosen.stay, fee, lot, may_correct=actor.may(Right.CORRECT_ENTRY))

    @Slot()
    def correct_entry(self) -> None:
        """Ask since when the car in hand is really here."""
        chosen, lot = self._car.chosen, self._context.state.lot
        if chosen is not None and lot is not None:
            self.opening.emit(self.entry_time)
            self.entry_time.ask_about(chosen.stay, lot, self._context.console.clock.now())

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.fee.retranslate()
        self.entry_time.retranslate()

    @Slot(str, str)
    def _on_fee_answered(self, reason: str, note: str) -> None:
        if self.fee.fee is not None:
            self._car.confirm_fee(self.fee.fee, reason, note)
        self.over.emit()

    @Slot(str)
    def _on_other_wanted(self, stay_id: str) -> None:
        self.over.emit()
        self._car.choose(stay_id)

    @Slot(object, str, str)
    def _on_entry_corrected(self, entry_at: datetime, reason: str, note: str) -> None:
        self._car.correct_entry(entry_at, reason, note)
        self.over.emit()
