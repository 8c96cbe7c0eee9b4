"""The middle of the desk: the plate field, the cars it may be, the one in hand, and what Enter does."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.car_pages import CarPages
from console.screens.desk.car_questions import CarQuestions
from console.screens.desk.car_steps import enter_words, owes
from console.screens.desk.cards_row import CardsRow
from console.screens.desk.customer_display import CustomerDisplay
from console.screens.desk.lane_answers import LaneAnswers, lane_for_enter, stay_that_owes
from console.screens.desk.scanned_codes import ScannedCodes
from console.state.messages import Message, Weight
from console.theme import text_scale
from console.widgets.key_button import KeyButton
from console.widgets.plate_field import PlateField
from core.domain.plates import normalise
from core.services.lane_view import LaneView

CLOCK_MS = 1000
# Below this height, at the text's own size, the cards give their room to the car that was chosen.
ROOMY_PX = 540
SPACING = 8


class CarColumn(QWidget):
    """What the keys do with a car; what is asked about it is in ``questions``."""

    step_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.car = CarInHand(context, self)
        self.questions = CarQuestions(context, self.car, self)
        self.cash = self.questions.cash
        self.field = PlateField()
        self._cards = CardsRow(context)
        self._pages = CarPages(context, self.car, self.questions.panels)
        self.question = self._pages.question
        self._answers = LaneAnswers(context, self.question, self)
        self._codes = ScannedCodes(context, self.questions.money.take_code, self)
        self._display = CustomerDisplay(context, self.car, self)
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
        return self.questions.awaits_acknowledgement

    @property
    def is_asking(self) -> bool:
        """Whether a panel waits for an answer."""
        return self.questions.is_asking

    @Slot()
    def focus_search(self) -> None:
        """Bring the keys back to the plate field."""
        if not self.awaits_acknowledgement:
            self._close_questions()
            self._pages.show_car()
            self._show_state()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()

    def type_plate(self, text: str) -> None:
        """A letter or digit that was typed somewhere on the desk begins, or goes on with, the search."""
        if self.awaits_acknowledgement:
            return
        if not self.field.hasFocus():
            self.focus_search()
        self.field.insert(text)

    @property
    def has_more_lines(self) -> bool:
        """Whether the price of the car in hand has more lines than are shown at first."""
        return self.car.chosen is not None and self._pages.chosen.has_more_lines

    def show_all_lines(self) -> None:
        """Show every line of a long price, or again the short form."""
        self._pages.chosen.show_all_lines()
        self._show_state()

    def turn_page(self, step: int) -> None:
        """Scroll what stands below the plate field by a page."""
        self._pages.turn_page(step)

    def has_card(self, number: int) -> bool:
        """Whether there is a card of that number, from 1, or a plate that a lane's question offers."""
        if self.questions.money.validation.offers(number):
            return True
        if self._pages.asks_about_lane:
            return not self.is_asking and self.question.has_choice(number)
        return 1 <= number <= len(self.car.cards)

    def choose_card(self, number: int) -> None:
        """Choose the card of that number, from 1, or the plate that a lane's question offers under it."""
        if self.questions.money.validation.offers(number):
            self.questions.money.validation.choose(number)
            return
        if self._pages.asks_about_lane:
            self.question.choose(number)
            return
        self._cards.choose_number(number)

    @Slot(str)
    def choose_stay(self, stay_id: str) -> None:
        """Take this stay in hand."""
        if self.awaits_acknowledgement:
            self._context.state.post(Message(Weight.ATTENTION, "payment.acknowledge_first"))
            return
        self._close_questions()
        self._pages.show_car()
        self.car.choose(stay_id)

    def settle_refund(self, refund_id: str) -> None:
        """Ask what becomes of money that is due back."""
        if self.awaits_acknowledgement:
            self._context.state.post(Message(Weight.ATTENTION, "payment.acknowledge_first"))
            return
        self._close_questions()
        self._pages.show_car()
        self.questions.refunds.ask(refund_id)

    def ask_lane(self, lane_id: str) -> None:
        """Ask about the car that waits at the lane."""
        view = self._context.state.lanes.get(lane_id)
        if view is None or not view.waiting or self.awaits_acknowledgement:
            return
        self._close_questions()
        chosen = self.car.chosen
        self._pages.show_question()
        self._show_state()
        self._answers.ask(view, proposal=chosen.stay.plate if chosen is not None and not view.plate else "")

    def answer_lane(self, lane: LaneView) -> None:
        """A car that has not paid is taken in hand; about any other the lane's question is asked."""
        self._context.state.select_lane(lane.lane.lane_id)
        owing = stay_that_owes(lane)
        if owing is not None:
            self.choose_stay(owing)
        else:
            self.ask_lane(lane.lane.lane_id)

    def next_step(self) -> None:
        """What Enter does: take the cash of the car in hand, else ask about the lane that waits."""
        lane = lane_for_enter(self._context.state)
        if self.car.chosen is not None:
            if owes(self.car.chosen):
                self.questions.take_cash()
        elif self.car.cards:
            self.choose_card(1)
        elif lane is not None:
            self.answer_lane(lane)

    def step_back(self) -> None:
        """One step back: from a panel to the car, from the car to the field, from the field to nothing."""
        if self.awaits_acknowledgement:
            self._context.state.post(Message(Weight.ATTENTION, "payment.acknowledge_first"))
        elif self.is_asking or self._pages.asks_about_lane:
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
        self._pages.retranslate()
        self.questions.retranslate()
        self._show_state()

    def _connect(self) -> None:
        self.field.textChanged.connect(self.car.search)
        self.field.textChanged.connect(self.questions.refunds.forget)
        self.field.returnPressed.connect(self._on_enter)
        self.field.code_scanned.connect(self._codes.take)
        self.question.code_scanned.connect(self._codes.take)
        self._cards.chosen.connect(self.choose_stay)
        self._cards.left.connect(self.focus_search)
        self.car.cards_changed.connect(self._on_cards_changed)
        self.car.chosen_changed.connect(self._on_chosen_changed)
        self.questions.opened.connect(self._on_question_opened)
        self.questions.over.connect(self.focus_search)
        self.questions.money.paid.connect(self._display.show_paid)
        self.questions.money.charges.asked.connect(self._display.show_charge)
        self.question.by_hand.connect(self.questions.open_by_hand)
        self.question.given_up.connect(self.focus_search)
        self._primary.clicked.connect(self._on_primary)
        self._clock.timeout.connect(self._on_second)
        self._context.state.lane_changed.connect(self._on_lane_changed)
        self._context.state.actor_changed.connect(self._on_actor_changed)
        self._context.state.stay_handed_over.connect(self.choose_stay)
        self._clock.start()

    def _close_questions(self) -> None:
        self.questions.close()
        self._show_state()

    def _show_state(self) -> None:
        """What is seen of the parts that come and go."""
        asking, on_question = self.is_asking, self._pages.asks_about_lane
        self.question.show_answer(not asking)
        self._pages.chosen.show_brief(asking)
        roomy = self.car.chosen is None or self._leaves_room_for_cards()
        self._cards.setVisible(bool(self.car.cards) and roomy and not asking and not on_question)
        step = "" if asking or on_question else enter_words(self._context.state, self.car)
        self._primary.setText(step)
        self._primary.setVisible(bool(step))
        self._pages.show_empty(lane_for_enter(self._context.state))
        self.step_changed.emit()

    def _leaves_room_for_cards(self) -> bool:
        """Whether the car in hand is seen with its whole price below the cards."""
        chosen = self._pages.chosen
        if self.height() < ROOMY_PX * text_scale() or chosen.shows_all_lines:
            return False
        others = self.field.sizeHint().height() + self._cards.sizeHint().height()
        others += self._primary.sizeHint().height() + 3 * SPACING
        return self.height() - others >= chosen.least_height(self._pages.viewport().width())

    def _chosen_is_among_cards(self) -> bool:
        return self.car.stay_id in {stay.stay_id for stay in self.car.cards}

    @Slot()
    def _on_enter(self) -> None:
        """Enter in the plate field: the first card, or the next step of the car in hand."""
        self.car.search_now()
        if self.car.cards and not self.car.is_searching and not self._chosen_is_among_cards():
            self.choose_card(1)
        elif self.car.cards or not normalise(self.field.text()):
            self.next_step()

    @Slot()
    def _on_primary(self) -> None:
        self.next_step()

    @Slot()
    def _on_question_opened(self) -> None:
        if not self._pages.asks_about_lane:
            self._pages.show_car()
        self._show_state()
        self._pages.bring_into_sight(asking=True)

    @Slot()
    def _on_cards_changed(self) -> None:
        self._cards.show_stays(self.car.cards, self.car.stay_id)
        typed_on = self.car.chosen is not None and not self._chosen_is_among_cards()
        if typed_on and normalise(self.car.typed) and not self.awaits_acknowledgement:
            self.car.let_go()
        self._show_state()

    @Slot()
    def _on_chosen_changed(self) -> None:
        chosen = self.car.chosen
        self._cards.show_stays(self.car.cards, self.car.stay_id)
        if chosen is not None:
            self._pages.chosen.show_chosen(chosen)
        self.questions.follow()
        if not self._pages.asks_about_lane:
            self._pages.show_car()
        if chosen is not None and self._cards.has_focus:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()
        self._show_state()

    @Slot(str)
    def _on_lane_changed(self, lane_id: str) -> None:
        view = self._context.state.lanes.get(lane_id)
        if view is None:
            return
        if self._pages.asks_about_lane and lane_id == self.question.lane_id:
            if view.waiting:
                self.question.follow(view)
            elif not self.is_asking:
                self.focus_search()
        elif self.car.chosen is not None and self._pages.shows_chosen:
            self._pages.chosen.retranslate()
        self.questions.follow()
        self._show_state()

    @Slot()
    def _on_actor_changed(self) -> None:
        """Whoever signs on begins with an empty desk."""
        if self._context.state.actor is None and not self.awaits_acknowledgement:
            self.car.let_go()
            self.field.clear()
            self._close_questions()

    @Slot()
    def _on_second(self) -> None:
        if self.car.chosen is not None and self.isVisible():
            self._pages.chosen.show_time(self._context.console.clock.now())

    def _lay_out(self) -> None:
        self._buttons.addWidget(self._primary)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.field)
        column.addWidget(self._cards)
        column.addWidget(self._pages, stretch=1)
        column.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._codes.listen_on(self.window().windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().height() != event.size().height():
            self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self._cards.take_focus():
            return
        super().keyPressEvent(event)
