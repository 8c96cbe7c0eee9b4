"""Takes a merchant's validation for the car in hand, or takes one back (P8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.charge_answers import words_of
from console.screens.desk.merchant_words import gives_in_words
from console.screens.desk.panel import Panel
from console.screens.desk.validation_panel import ValidationPanel
from console.state.messages import Message, Weight
from core.domain.errors import LotkeeperError
from core.domain.lots import Lot
from core.domain.merchants import Merchant
from core.domain.people import Actor
from core.domain.stays import Stay
from core.services.validate_stay import take_validation_back, validate_stay
from core.store.unit_of_work import SqlUnitOfWork


@dataclass(frozen=True, slots=True)
class _Read:
    stay: Stay
    merchants: tuple[Merchant, ...]


class ValidationQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, car: CarInHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._car = context, car
        self._stay_id = ""
        self.panel = ValidationPanel()
        self.panels: tuple[Panel, ...] = (self.panel,)
        self.panel.typed.connect(self._on_typed)
        self.panel.chosen.connect(self._on_chosen)
        self.panel.taken_back.connect(self._on_taken_back)
        self.panel.given_up.connect(self.over)

    def ask(self) -> None:
        """Ask for a validation of the car in hand."""
        stay_id = self._car.stay_id
        if stay_id is not None:
            self._stay_id = stay_id
            self._context.jobs.look(
                lambda view: _Read(view.stay(stay_id), tuple(view.merchants())), self._on_read
            )

    def offers(self, number: int) -> bool:
        """Whether a merchant stands under Alt and this digit now."""
        return not self.panel.isHidden() and 1 <= number <= len(self.panel.merchants)

    def choose(self, number: int) -> None:
        """Take the merchant of that number, from 1."""
        self.panel.choose(number)

    def take_code(self, code: str) -> bool:
        """A code was scanned: whether it was wanted here."""
        if self.panel.isHidden():
            return False
        self.panel.scan(code)
        return True

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.panel.retranslate()

    def _on_read(self, read: _Read) -> None:
        lot = self._context.state.lot
        if lot is None or self._car.stay_id != read.stay.stay_id:
            return
        active = [one for one in read.merchants if one.is_active]
        given = [
            (one.validation_id, _given_words(one.validation_id, read.merchants, lot))
            for one in read.stay.facts.validations
        ]
        self.opening.emit(self.panel)
        self.panel.ask(read.stay.plate, active, given, lot)

    @Slot(str)
    def _on_typed(self, code: str) -> None:
        self._do(
            lambda unit, actor, stay: validate_stay(unit, actor=actor, stay_id=stay, code=code),
            "validation.taken",
        )

    @Slot(str)
    def _on_chosen(self, merchant_id: str) -> None:
        self._do(
            lambda unit, actor, stay: validate_stay(unit, actor=actor, stay_id=stay, merchant_id=merchant_id),
            "validation.taken",
        )

    @Slot(str)
    def _on_taken_back(self, given: str) -> None:
        self._do(
            lambda unit, actor, stay: take_validation_back(
                unit, actor=actor, stay_id=stay, validation_id=given
            ),
            "validation.taken_back",
        )

    def _do(self, work: Callable[[SqlUnitOfWork, Actor, str], Stay], code: str) -> None:
        actor, stay_id = self._context.state.actor, self._stay_id
        if actor is not None and self._car.stay_id == stay_id:
            self._context.jobs.change(
                lambda unit: work(unit, actor, stay_id),
                lambda stay: self._on_done(code, stay),
                self._on_refused,
            )

    def _on_done(self, code: str, stay: Stay) -> None:
        self._context.state.post(Message(Weight.DONE, code, {"plate": stay.plate}))
        self.over.emit()
        self._car.refresh()

    def _on_refused(self, error: LotkeeperError) -> None:
        if self.panel.isHidden():
            self._context.state.post_error(error)
        else:
            self.panel.show_trouble(words_of(error, self._context.state.lot))


def _given_words(validation_id: str, merchants: tuple[Merchant, ...], lot: Lot) -> str:
    merchant_id, _, stamp = validation_id.partition(":")
    merchant = next((one for one in merchants if one.merchant_id == merchant_id), None)
    if merchant is None:
        return validation_id
    words = f"{merchant.name} · {gives_in_words(merchant, lot)}"
    return f"{words} · {stamp}" if stamp else words
