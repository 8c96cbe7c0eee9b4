"""The car in hand: what was typed, which cars it may be, the one chosen, and what it owes."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.screens.context import Context
from console.screens.desk.chosen import Chosen, read_chosen
from console.state.messages import Message, Weight
from core.domain.errors import LotkeeperError, OperatorError
from core.domain.payments import Payment
from core.domain.people import Actor
from core.domain.plates import normalise
from core.domain.rates.absurd import UnusualFee
from core.domain.rates.description import Description
from core.domain.stays import Stay
from core.services.check_fee import confirm_fee
from core.services.correct_entry import correct_entry
from core.services.correct_plate import correct_plate
from core.services.describe_stay import describe_stay
from core.services.find_stay import find_stay
from core.services.quote_stay import StayQuote
from core.services.resolve_stay import confirm_inside, write_off
from core.services.take_payment import take_cash
from core.store.queries.stays import stays_by_id

# What was shown is no longer so: it is read again.
_MOVED_ON = frozenset({"payment.price_changed", "payment.fee_unusual"})
TYPING_PAUSE_MS = 80
QUOTE_EVERY_MS = 15_000


class CarInHand(QObject):
    """Searches, chooses and changes; every answer comes back on the GUI thread, stale ones are dropped."""

    cards_changed = Signal()
    chosen_changed = Signal()
    payment_taken = Signal(object)
    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.typed = ""
        self.cards: tuple[Stay, ...] = ()
        self.searched = ""
        self.chosen: Chosen | None = None
        self._search_number = 0
        self._choice_number = 0
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._requote = QTimer(self, singleShot=True)
        self._requote.timeout.connect(self.refresh)
        context.state.stays_changed.connect(self._on_stays_changed)

    @property
    def stay_id(self) -> str | None:
        """The chosen stay's id."""
        return self.chosen.stay.stay_id if self.chosen is not None else None

    def search(self, typed: str) -> None:
        """Search once the typing pauses; an empty text shows no cards."""
        self.typed = typed
        self._search_number += 1
        if normalise(typed):
            self._pause.start()
        else:
            self._pause.stop()
            self._show_cards(typed, ())

    def search_now(self) -> None:
        """Search at once, without waiting for a pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._search()

    @property
    def is_searching(self) -> bool:
        """Whether an answer for what is typed has yet to come."""
        return self.searched != self.typed

    def choose(self, stay_id: str) -> None:
        """Take a stay in hand."""
        self._choice_number += 1
        number, actor = self._choice_number, self._actor()
        self._context.jobs.look(
            lambda view: read_chosen(view, actor, stay_id),
            lambda chosen: self._on_chosen(number, chosen),
            lambda error: self._on_choice_failed(number, error),
        )

    def let_go(self) -> None:
        """Take no car in hand."""
        self._choice_number += 1
        self._requote.stop()
        if self.chosen is not None:
            self.chosen = None
            self.chosen_changed.emit()

    @Slot()
    def refresh(self) -> None:
        """Read the chosen stay and its price again; not while nobody is signed on."""
        if self.chosen is not None and self._context.state.actor is not None:
            self.choose(self.chosen.stay.stay_id)

    def take_cash(self, tendered_minor: int) -> None:
        """Take cash for what was shown; ``payment_taken`` or ``refused`` follows."""
        if self.chosen is None or self.chosen.due is None:
            return
        actor, drawer = self._actor(), self._context.state.drawer
        opens_drawer = self._context.console.config.printer.has_drawer
        stay_id, shown = self.chosen.stay.stay_id, self.chosen.due.quote.total_minor
        self._context.jobs.change(
            lambda unit: take_cash(
                unit,
                actor=actor,
                stay_id=stay_id,
                shown_minor=shown,
                tendered_minor=tendered_minor,
                drawer=drawer,
                opens_drawer=opens_drawer,
            ),
            self._on_paid,
            self._on_refused,
        )

    def confirm_fee(self, fee: UnusualFee, reason: str, note: str) -> None:
        """Say that the unusually high fee of the chosen stay is right."""
        if self.stay_id is not None:
            actor, stay_id = self._actor(), self.stay_id
            self._context.jobs.change(
                lambda unit: confirm_fee(
                    unit, actor=actor, stay_id=stay_id, fee=fee, reason=reason, note=note
                ),
                lambda _none: self._on_changed("fee.confirmed", {"amount_minor": fee.amount_minor}),
                self._on_refused,
            )

    def correct_entry(self, entry_at: datetime, reason: str, note: str) -> None:
        """Let the chosen stay begin at that instant."""
        if self.stay_id is not None:
            actor, stay_id = self._actor(), self.stay_id
            self._context.jobs.change(
                lambda unit: correct_entry(
                    unit, actor=actor, stay_id=stay_id, entry_at=entry_at, reason=reason, note=note
                ),
                lambda stay: self._on_changed("entry.corrected", {"entry_at": stay.entry_at}),
                self._on_refused,
            )

    def describe(self, description: Description, reason: str, note: str) -> None:
        """Let the chosen stay be as described."""
        if self.chosen is not None:
            actor, stay = self._actor(), self.chosen.stay
            self._context.jobs.change(
                lambda unit: describe_stay(
                    unit,
                    actor=actor,
                    stay_id=stay.stay_id,
                    description=description,
                    reason=reason,
                    note=note,
                ),
                lambda _stay: self._on_changed("stay.described_anew", {"plate": stay.plate}),
                self._on_refused,
            )

    def correct(self, typed: str) -> None:
        """Give the chosen stay the typed plate."""
        if self.stay_id is not None:
            actor, stay_id = self._actor(), self.stay_id
            before = self.chosen.stay.plate if self.chosen is not None else ""
            self._context.jobs.change(
                lambda unit: correct_plate(unit, actor=actor, stay_id=stay_id, typed=typed),
                lambda stay: self._on_changed("plate.corrected", {"before": before, "after": stay.plate}),
                self._on_refused,
            )

    def write_off(self, reason: str, note: str) -> None:
        """End the chosen stay without a crossing."""
        if self.stay_id is not None:
            actor, stay_id = self._actor(), self.stay_id
            self._context.jobs.change(
                lambda unit: write_off(unit, actor=actor, stay_id=stay_id, reason=reason, note=note),
                lambda _none: self._on_changed("stay.written_off", {}),
                self._on_refused,
            )

    def confirm_inside(self) -> None:
        """Say that the chosen stay, held at the entry, did come in."""
        if self.stay_id is not None:
            actor, stay_id = self._actor(), self.stay_id
            plate = self.chosen.stay.plate if self.chosen is not None else ""
            self._context.jobs.change(
                lambda unit: confirm_inside(unit, actor=actor, stay_id=stay_id),
                lambda _none: self._on_changed("stay.confirmed_inside", {"plate": plate}),
                self._on_refused,
            )

    def _actor(self) -> Actor:
        actor = self._context.state.actor
        if actor is None:
            raise OperatorError("sign_on.needed")
        return actor

    @Slot()
    def _search(self) -> None:
        if self._context.state.actor is None:
            return
        number, typed, actor = self._search_number, self.typed, self._actor()
        console = self._context.console

        def work() -> tuple[Stay, ...]:
            matches = find_stay(console.plates, typed, actor=actor)
            ids = [match.stay_id for match in matches]
            return tuple(console.store.read(lambda view: stays_by_id(view, ids))) if ids else ()

        self._context.jobs.run(
            work,
            lambda cards: self._on_found(number, typed, cards),
            lambda error: self._on_search_failed(number, typed, error),
        )

    def _on_found(self, number: int, typed: str, cards: tuple[Stay, ...]) -> None:
        if number == self._search_number:
            self._show_cards(typed, cards)

    def _on_search_failed(self, number: int, typed: str, error: LotkeeperError) -> None:
        if number == self._search_number:
            self._show_cards(typed, ())
            self.refused.emit(error)

    def _show_cards(self, typed: str, cards: tuple[Stay, ...]) -> None:
        self.searched, self.cards = typed, cards
        self.cards_changed.emit()

    def _on_chosen(self, number: int, chosen: Chosen) -> None:
        if number != self._choice_number:
            return
        self.chosen = chosen
        self._requote.start(QUOTE_EVERY_MS if chosen.due is None else self._until_next_price(chosen.due))
        self.chosen_changed.emit()

    def _until_next_price(self, due: StayQuote) -> int:
        """Milliseconds until the price may be another, so that what is shown is never old."""
        until: datetime | None = due.quote.valid_until
        if until is None:
            return QUOTE_EVERY_MS
        left = (until - self._context.console.clock.now()).total_seconds() * 1000
        return int(min(max(left + 200, 500), QUOTE_EVERY_MS))

    def _on_choice_failed(self, number: int, error: LotkeeperError) -> None:
        if number == self._choice_number:
            self.let_go()
            self.refused.emit(error)

    def _on_paid(self, payment: Payment) -> None:
        self.payment_taken.emit(payment)
        self.refresh()

    def _on_changed(self, code: str, facts: dict[str, object]) -> None:
        self.changed.emit(Message(Weight.DONE, code, facts))
        self.refresh()

    def _on_refused(self, error: LotkeeperError) -> None:
        self.refused.emit(error)
        if isinstance(error, OperatorError) and error.code in _MOVED_ON:
            self.refresh()

    @Slot()
    def _on_stays_changed(self) -> None:
        if self._context.state.actor is None:
            return
        self.refresh()
        if self.cards:
            self._search_number += 1
            self._search()
