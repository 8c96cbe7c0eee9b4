"""The middle of the desk: the plate field, the cars it may be, the one in hand, and what is asked."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.cards_row import CardsRow
from console.screens.desk.cash_panel import CashPanel
from console.screens.desk.chosen_car import ChosenCar
from console.screens.desk.correction_panel import CorrectionPanel
from console.screens.desk.lane_question import LaneQuestion
from console.screens.desk.lane_words import next_step, why_line
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.state.messages import Message, Weight
from console.theme import text_scale
from console.widgets.empty_state import EmptyState
from console.widgets.key_button import KeyButton
from console.widgets.plate_field import PlateField
from console.words import say
from core.domain.admission import Action
from core.domain.errors import LotkeeperError, OperatorError, StoreError
from core.domain.payments import Payment
from core.domain.plates import normalise
from core.domain.stays import Stay, StayState
from core.services.lane_view import LaneView
from core.services.override_gate import REASONS as OVERRIDE_REASONS
from core.services.resolve_stay import REASONS as WRITE_OFF_REASONS
from core.store.queries.stays import stays_by_id

CLOCK_MS = 1000
# Below this height, at the text's own size, the cards give their room to the car that was chosen.
ROOMY_PX = 540
_NEVER = datetime.max.replace(tzinfo=UTC)


class CarColumn(QWidget):
    """What the keys do with a car; each public method is a command's function."""

    step_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.car = CarInHand(context, self)
        self.field = PlateField()
        self._cards = CardsRow(context)
        self._empty = EmptyState("", "")
        self._chosen = ChosenCar(context)
        self.question = LaneQuestion(context)
        self.cash = CashPanel()
        self._correction = CorrectionPanel()
        self._override = ReasonPanel("override", OVERRIDE_REASONS)
        self._write_off = ReasonPanel("write_off", WRITE_OFF_REASONS)
        self._insets: tuple[Panel, ...] = (self.cash, self._correction, self._override, self._write_off)
        self._opening_lane_id = ""
        self._pages: tuple[QWidget, ...] = (self._empty, self._chosen, self.question)
        self._page: QWidget = self._empty
        self._area = QScrollArea()
        self._primary = KeyButton("", "Enter", primary=True)
        self._buttons = QHBoxLayout()
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._lay_out()
        self._connect()
        self._show_state()

    def add_button(self, button: QWidget) -> None:
        """Put a command's button below the car in hand."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    @property
    def awaits_acknowledgement(self) -> bool:
        """Whether change lies on the counter that nobody said was handed out."""
        return self.cash.awaits_acknowledgement

    @property
    def is_asking(self) -> bool:
        """Whether a panel waits for an answer."""
        return any(not inset.isHidden() for inset in self._insets)

    def focus_search(self) -> None:
        """Bring the keys back to the plate field."""
        if not self.cash.awaits_acknowledgement:
            self._close_insets()
            self._turn_to(self._chosen if self.car.chosen is not None else self._empty)
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()

    def type_plate(self, text: str) -> None:
        """A letter or digit that was typed somewhere on the desk begins, or goes on with, the search."""
        if self.cash.awaits_acknowledgement:
            return
        if not self.field.hasFocus():
            self.focus_search()
        self.field.insert(text)

    def has_card(self, number: int) -> bool:
        """Whether there is a card of that number, from 1."""
        return 1 <= number <= len(self.car.cards)

    def choose_card(self, number: int) -> None:
        """Choose the card of that number, from 1."""
        self._cards.choose_number(number)

    def choose_stay(self, stay_id: str) -> None:
        """Take this stay in hand."""
        if not self.cash.awaits_acknowledgement:
            self._close_insets()
            self.car.choose(stay_id)

    def take_cash(self) -> None:
        """Ask for the cash of the car in hand."""
        chosen, state = self.car.chosen, self._context.state
        if chosen is None or state.lot is None or self.cash.awaits_acknowledgement:
            return
        if chosen.due is None or chosen.due.quote.total_minor == 0:
            code = chosen.why_no_price or "payment.nothing_due"
            state.post(Message(Weight.ATTENTION, code))
        elif state.shift is None:
            state.post(Message(Weight.ATTENTION, "shift.none_open", command_id="screen.shift"))
        else:
            self._open_inset(self.cash)
            self.cash.ask(chosen.due.quote.total_minor, state.lot)

    def correct_plate(self) -> None:
        """Ask for the right plate of the car in hand."""
        if self.car.chosen is not None and not self.cash.awaits_acknowledgement:
            self._open_inset(self._correction)
            self._correction.ask(self.car.chosen.stay.plate, lambda: self.tr("Correct the plate of this car"))

    def write_off(self) -> None:
        """Ask why the car in hand is to be written off."""
        if self.car.chosen is not None and not self.cash.awaits_acknowledgement:
            self._open_inset(self._write_off)
            self._write_off.ask(
                lambda: self.tr("Why is this stay written off?"), lambda: self.tr("Write off")
            )

    def open_by_hand(self, lane_id: str) -> None:
        """Ask for the reason to open the lane's gate by hand."""
        view = self._context.state.lanes.get(lane_id)
        if view is not None and not self.cash.awaits_acknowledgement:
            self._opening_lane_id = lane_id
            name = view.lane.name
            self._open_inset(self._override)
            self._override.ask(
                lambda: self.tr("Why is {lane} opened by hand?").format(lane=name),
                lambda: self.tr("Open {lane}").format(lane=name),
            )

    def ask_lane(self, lane_id: str) -> None:
        """Ask about the car that waits at the lane."""
        view = self._context.state.lanes.get(lane_id)
        if view is None or not view.waiting or self.cash.awaits_acknowledgement:
            return
        self._close_insets()
        chosen = self.car.chosen
        self._turn_to(self.question)
        self._show_state()
        self.question.ask(view, None, chosen.stay.plate if chosen is not None and not view.plate else "")
        known = view.known_stay_id
        if known is not None:
            self._find_known(known)

    def answer_lane(self, lane: LaneView) -> None:
        """A car that has not paid is taken in hand; about any other the lane's question is asked."""
        self._context.state.select_lane(lane.lane.lane_id)
        if lane.action is Action.REFUSE and lane.stay_id is not None:
            self.choose_stay(lane.stay_id)
        else:
            self.ask_lane(lane.lane.lane_id)

    def waiting_lane(self) -> LaneView | None:
        """The lane whose car wants an answer: the selected one, else the one that waits longest."""
        selected = self._context.state.selected_lane
        if selected is not None and selected.waiting:
            return selected
        waiting = [view for view in self._context.state.lanes.values() if view.waiting]
        return min(waiting, key=lambda view: view.decided_at or _NEVER, default=None)

    def step_back(self) -> None:
        """One step back: from a panel to the car, from the car to the field, from the field to nothing."""
        if self.cash.awaits_acknowledgement:
            self._context.state.post(Message(Weight.ATTENTION, "payment.acknowledge_first"))
        elif self.is_asking or self._page is self.question:
            self.focus_search()
        elif self.car.chosen is not None:
            self.car.let_go()
            self.focus_search()
        else:
            self.field.clear()
            self.focus_search()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.field.set_hint(self.tr("Plate, or a part of it"))
        for panel in (self._chosen, self.question, self.cash, self._correction):
            panel.retranslate()
        for reasons in (self._override, self._write_off):
            reasons.retranslate()
        self._show_state()

    def _connect(self) -> None:
        self.field.textChanged.connect(self.car.search)
        self.field.returnPressed.connect(self._on_enter)
        self._cards.chosen.connect(self.choose_stay)
        self._cards.left.connect(self.focus_search)
        self.car.cards_changed.connect(self._on_cards_changed)
        self.car.chosen_changed.connect(self._on_chosen_changed)
        self.car.payment_taken.connect(self._on_payment_taken)
        self.car.changed.connect(self._on_changed)
        self.car.refused.connect(self._on_refused)
        self.cash.tendered.connect(self.car.take_cash)
        self.cash.acknowledged.connect(self._on_acknowledged)
        self._correction.answered.connect(self.car.correct)
        self._write_off.answered.connect(self._on_write_off_answered)
        self._override.answered.connect(self._on_override_answered)
        self.question.answered.connect(self._on_plate_answered)
        self.question.by_hand.connect(self.open_by_hand)
        for panel in (self.cash, self._correction, self._override, self._write_off, self.question):
            panel.given_up.connect(self.focus_search)
        self._primary.clicked.connect(self._on_primary)
        self._clock.timeout.connect(self._on_second)
        self._context.state.lane_changed.connect(self._on_lane_changed)
        self._context.state.actor_changed.connect(self._on_actor_changed)
        self._clock.start()

    def _turn_to(self, page: QWidget) -> None:
        """Show one page; a hidden one takes no room, so a small window holds what is shown."""
        self._page = page
        for other in self._pages:
            other.setVisible(other is page)

    def _open_inset(self, inset: Panel) -> None:
        if self._page is not self.question:
            self._turn_to(self._chosen if self.car.chosen is not None else self._empty)
        for other in self._insets:
            other.setVisible(other is inset)
        self._show_state()
        QTimer.singleShot(0, self, self._bring_inset_into_sight)

    @Slot()
    def _bring_inset_into_sight(self) -> None:
        """In a small window, or with large text, what is asked comes before what it is asked about."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum() if self.is_asking else 0)

    def _close_insets(self) -> None:
        for inset in self._insets:
            inset.hide()
        self._show_state()

    def _show_state(self) -> None:
        """What is seen of the parts that come and go."""
        asking = self.is_asking
        self.question.show_answer(not asking)
        on_question = self._page is self.question
        roomy = self.height() >= ROOMY_PX * text_scale() or self.car.chosen is None
        self._cards.setVisible(bool(self.car.cards) and roomy and not asking and not on_question)
        step = "" if asking or on_question else self._step_words()
        self._primary.setText(step)
        self._primary.setVisible(bool(step))
        self._show_empty()
        self.step_changed.emit()

    def _step_words(self) -> str:
        """What Enter would do now; empty where it does nothing."""
        chosen, lane = self.car.chosen, self.waiting_lane()
        if chosen is not None:
            owes = chosen.due is not None and chosen.due.quote.total_minor > 0
            return self.tr("Take cash") if owes else ""
        if self.car.cards:
            return self.tr("Take the first car")
        if lane is not None and not normalise(self.car.typed):
            takes = lane.action is Action.REFUSE and lane.stay_id is not None
            words = self.tr("Car at {lane}") if takes else self.tr("Answer {lane}")
            return words.format(lane=lane.lane.name)
        return ""

    def _show_empty(self) -> None:
        typed = normalise(self.car.typed)
        if typed and not self.car.is_searching and not self.car.cards:
            said = say("search.nothing_found", {"typed": typed})
            self._empty.set_words(said.text, said.step)
        elif self.car.cards:
            self._empty.set_words(
                self.tr("Which car is it?"),
                self.tr("Enter takes the first one; Down and a digit, or Alt and a digit, take another."),
            )
        elif (lane := self.waiting_lane()) is not None and self._context.state.lot is not None:
            lot, now = self._context.state.lot, self._context.console.clock.now()
            self._empty.set_words(f"{lane.lane.name} · {why_line(lane, lot, now)}", next_step(lane, lot))
        else:
            self._empty.set_words(
                self.tr("No car in hand"),
                self.tr("Type a plate or a part of it: letters and digits go to the field by themselves."),
            )

    @Slot()
    def _on_enter(self) -> None:
        """Enter in the plate field: the first card, or the next step of the car in hand."""
        self.car.search_now()
        if self.car.cards and not self.car.is_searching:
            if self.car.chosen is None or self.car.stay_id not in {stay.stay_id for stay in self.car.cards}:
                self.choose_card(1)
            else:
                self.next_step()
        elif not normalise(self.field.text()):
            self.next_step()

    def next_step(self) -> None:
        """What Enter does: take the cash of the car in hand, else ask about the lane that waits."""
        chosen = self.car.chosen
        if chosen is not None:
            if chosen.due is not None and chosen.due.quote.total_minor > 0:
                self.take_cash()
            return
        if self.car.cards:
            self.choose_card(1)
            return
        lane = self.waiting_lane()
        if lane is not None:
            self.answer_lane(lane)

    @Slot()
    def _on_primary(self) -> None:
        self.next_step()

    @Slot()
    def _on_cards_changed(self) -> None:
        self._cards.show_stays(self.car.cards, self.car.stay_id)
        typed_on = self.car.chosen is not None and self.car.stay_id not in {
            stay.stay_id for stay in self.car.cards
        }
        if typed_on and normalise(self.car.typed) and not self.cash.awaits_acknowledgement:
            self.car.let_go()
        self._show_state()

    @Slot()
    def _on_chosen_changed(self) -> None:
        chosen = self.car.chosen
        self._cards.show_stays(self.car.cards, self.car.stay_id)
        if chosen is not None:
            self._chosen.show_chosen(chosen)
            if chosen.due is not None and not self.cash.isHidden():
                self.cash.show_due(chosen.due.quote.total_minor)
        if self._page is not self.question:
            self._turn_to(self._empty if chosen is None else self._chosen)
        if chosen is not None and self._cards.has_focus:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()
        self._show_state()

    def _on_payment_taken(self, payment: Payment) -> None:
        self._context.state.post(
            Message(
                Weight.DONE,
                "payment.taken",
                {
                    "amount_minor": payment.amount_minor,
                    "number": payment.receipt_number,
                    "until": payment.permit_until,
                },
            )
        )
        self.cash.show_change(payment)

    @Slot(object)
    def _on_changed(self, message: Message) -> None:
        self._context.state.post(message)
        if not self._correction.isHidden():
            self.focus_search()

    @Slot()
    def _on_acknowledged(self) -> None:
        self.focus_search()

    def _on_refused(self, error: LotkeeperError) -> None:
        open_panel = next((panel for panel in (self.cash, self._correction) if not panel.isHidden()), None)
        if open_panel is None or not isinstance(error, OperatorError | StoreError):
            self._context.state.post_error(error)
            return
        code = error.code if isinstance(error, OperatorError) else error.cause
        facts = error.facts if isinstance(error, OperatorError) else {}
        open_panel.show_trouble(say(code, facts, self._context.state.lot))

    @Slot(str, str)
    def _on_write_off_answered(self, reason: str, note: str) -> None:
        self._write_off.hide()
        self.car.write_off(reason, note)
        self.focus_search()

    @Slot(str, str)
    def _on_override_answered(self, reason: str, note: str) -> None:
        runner = self._context.console.lanes.get(self._opening_lane_id)
        view = self._context.state.lanes.get(self._opening_lane_id)
        actor = self._context.state.actor
        if runner is None or view is None or actor is None:
            self._context.state.post(Message(Weight.ATTENTION, "lane.none"))
            return
        stay_id = self._stay_to_release(view.stay_id)
        self._context.jobs.run(
            lambda: runner.open_by_hand(actor=actor, reason=reason, note=note, stay_id=stay_id),
            lambda _nothing: self._context.state.post(
                Message(Weight.DONE, "lane.opened_by_hand", {"lane": view.lane.name})
            ),
        )
        self.focus_search()

    def _stay_to_release(self, at_lane: str | None) -> str | None:
        """The stay that leaves with an exit opened by hand: the one in hand, else the lane's own."""
        chosen = self.car.chosen
        if chosen is not None and chosen.stay.state.is_open and chosen.stay.state is not StayState.PENDING:
            return chosen.stay.stay_id
        return at_lane

    @Slot(str, str)
    def _on_plate_answered(self, lane_id: str, typed: str) -> None:
        runner, actor = self._context.console.lanes.get(lane_id), self._context.state.actor
        if runner is None or actor is None:
            return
        try:
            runner.correct(typed, actor)
        except OperatorError as error:
            self.question.show_trouble(say(error.code, error.facts, self._context.state.lot))
            return
        facts = {"lane": runner.lane.name, "plate": normalise(typed)}
        self._context.state.post(Message(Weight.QUIET, "lane.corrected", facts))

    def _find_known(self, stay_id: str) -> None:
        def found(stays: list[Stay]) -> None:
            if stays:
                self.question.show_known(stays[0])

        self._context.jobs.look(lambda view: stays_by_id(view, [stay_id]), found)

    @Slot(str)
    def _on_lane_changed(self, lane_id: str) -> None:
        view = self._context.state.lanes.get(lane_id)
        if view is None:
            return
        if self._page is self.question and lane_id == self.question.lane_id:
            if view.waiting:
                self.question.follow(view)
            elif not self.is_asking:
                self.focus_search()
        elif self.car.chosen is not None and self._page is self._chosen:
            self._chosen.retranslate()
        self._show_state()

    @Slot()
    def _on_actor_changed(self) -> None:
        """Whoever signs on begins with an empty desk."""
        if self._context.state.actor is None and not self.cash.awaits_acknowledgement:
            self.car.let_go()
            self.field.clear()
            self._close_insets()

    @Slot()
    def _on_second(self) -> None:
        if self.car.chosen is not None and self.isVisible():
            self._chosen.show_time(self._context.console.clock.now())

    def _lay_out(self) -> None:
        self._buttons.addWidget(self._primary)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._cards)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        for page in self._pages:
            body.addWidget(page, stretch=1)
        self._turn_to(self._empty)
        for inset in self._insets:
            inset.hide()
            body.addWidget(inset)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, stretch=1)
        column.addLayout(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self._cards.take_focus():
            return
        super().keyPressEvent(event)
