"""The middle of the desk below the cards: nothing, the car in hand, or a lane's question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.chosen_car import ChosenCar
from console.screens.desk.lane_question import LaneQuestion
from console.screens.desk.lane_words import next_step, why_line
from console.screens.desk.panel import Panel
from console.widgets.empty_state import EmptyState
from console.words import say
from core.domain.plates import normalise
from core.services.lane_view import LaneView


class CarPages(QScrollArea):
    """One page at a time, and below it the panel that asks; a hidden one takes no room."""

    def __init__(
        self, context: Context, car: CarInHand, panels: Sequence[Panel], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._car = car
        self.chosen = ChosenCar(context)
        self.question = LaneQuestion(context)
        self._empty = EmptyState("", "")
        self._pages: tuple[QWidget, ...] = (self._empty, self.chosen, self.question)
        self._shown: QWidget = self._empty
        self._panels = tuple(panels)
        self._lay_out(panels)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.show_car()

    @property
    def asks_about_lane(self) -> bool:
        """Whether a lane's question is in front."""
        return self._shown is self.question

    @property
    def shows_chosen(self) -> bool:
        """Whether the car in hand is in front."""
        return self._shown is self.chosen

    def show_car(self) -> None:
        """Show the car in hand, or that there is none."""
        self._turn_to(self.chosen if self._car.chosen is not None else self._empty)

    def show_question(self) -> None:
        """Show the lane's question."""
        self._turn_to(self.question)

    def bring_into_sight(self, *, asking: bool) -> None:
        """In a small window, or with large text, what is asked comes before what it is asked about."""
        QTimer.singleShot(0, self, self._scroll_down if asking else self._scroll_up)

    def turn_page(self, step: int) -> None:
        """Scroll down by so many pages."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())

    def show_empty(self, lane: LaneView | None) -> None:
        """Say on the empty page what is missing, or what the lane wants."""
        typed = normalise(self._car.typed)
        if typed and not self._car.is_searching and not self._car.cards:
            said = say("search.nothing_found", {"typed": typed})
            self._empty.set_words(said.text, said.step)
        elif self._car.cards:
            self._empty.set_words(
                self.tr("Which car is it?"), self.tr("Enter takes the first, Alt and a digit another.")
            )
        elif lane is not None and self._context.state.lot is not None:
            lot, now = self._context.state.lot, self._context.console.clock.now()
            self._empty.set_words(f"{lane.lane.name} · {why_line(lane, lot, now)}", next_step(lane, lot))
        else:
            self._empty.set_words(
                self.tr("No car in hand"), self.tr("Just type: a plate, or any part of it.")
            )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.chosen.retranslate()
        self.question.retranslate()

    def _turn_to(self, page: QWidget) -> None:
        self._shown = page
        for other in self._pages:
            other.setVisible(other is page)

    @Slot()
    def _scroll_down(self) -> None:
        """All of what is asked, or its beginning where it is higher than the room."""
        bar, asking = self.verticalScrollBar(), self._asking
        if asking is not None:
            bar.setValue(min(bar.maximum(), asking.y()))

    @property
    def _asking(self) -> Panel | None:
        return next((panel for panel in self._panels if not panel.isHidden()), None)

    @Slot()
    def _on_range_changed(self) -> None:
        """More is said on the panel that asks, or less: it stays in sight."""
        if self._asking is not None:
            self._scroll_down()

    @Slot()
    def _scroll_up(self) -> None:
        self.verticalScrollBar().setValue(0)

    def _lay_out(self, panels: Sequence[Panel]) -> None:
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        for page in self._pages:
            body.addWidget(page, stretch=1)
        for panel in panels:
            body.addWidget(panel)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
