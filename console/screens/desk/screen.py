"""The desk as a whole: three columns that never move, and keys that reach the right one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.commands.desk import add_desk_commands
from console.screens.context import Context
from console.screens.desk.car_column import CarColumn
from console.screens.desk.lane_answers import FEE_UNUSUAL, waiting_lane
from console.screens.desk.lanes_column import LanesColumn
from console.screens.desk.waiting import Rank, Waiting
from console.screens.desk.waiting_column import WaitingColumn
from console.state.messages import Message, Weight
from console.widgets.key_button import KeyButton
from core.services.print_receipt import reprint

LANES_WIDTH = 296
WAITING_WIDTH = 240
_SHOWN_BELOW_THE_CAR = ("car.card", "car.platform", "lane.open", "car.more")


class DeskScreen(QWidget):
    """Shows and moves; what the keys do is in ``console.commands.desk``."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lanes = LanesColumn(context)
        self.car = CarColumn(context)
        self.waiting = WaitingColumn(context)
        self.lanes.setMinimumWidth(LANES_WIDTH)
        self.waiting.setMinimumWidth(WAITING_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.lanes, stretch=6)
        row.addWidget(self.car, stretch=12)
        row.addWidget(self.waiting, stretch=5)
        self.waiting.taken.connect(self._on_taken)
        add_desk_commands(self, context)
        self._buttons = {command_id: KeyButton("", "") for command_id in _SHOWN_BELOW_THE_CAR}
        for command_id, button in self._buttons.items():
            command = context.commands[command_id]
            button.set_key(command.keys[0] if command.keys else "")
            button.clicked.connect(command.run)
            self.car.add_button(button)
        self.car.step_changed.connect(self._show_buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.car.retranslate()
        self._show_buttons()

    def next_lane(self, step: int) -> None:
        """Select the next lane, or the one before."""
        lanes, state = self.lanes.lanes_in_order(), self._context.state
        if lanes:
            at = lanes.index(state.selected_lane_id) if state.selected_lane_id in lanes else -step
            state.select_lane(lanes[(at + step) % len(lanes)])

    def answer_lane(self) -> None:
        """Ask about the car at the selected lane, or else at the one that waits longest."""
        lane = waiting_lane(self._context.state)
        if lane is not None:
            self.car.answer_lane(lane)

    def refund_due(self) -> str:
        """The refund that is settled next: that of the car in hand, else the one that waits longest."""
        chosen = self.car.car.chosen
        if chosen is not None and chosen.due_back:
            return chosen.due_back[0].refund_id
        return next((row.refund_id for row in self.waiting.rows if row.rank is Rank.REFUND), "")

    def print_copy(self, payment_id: str, number: object) -> None:
        """Print the receipt of that payment again."""
        actor = self._context.state.actor
        if actor is not None:
            self._context.jobs.change(
                lambda unit: reprint(unit, actor=actor, payment_id=payment_id),
                lambda copy: self._context.state.post(
                    Message(Weight.DONE, "receipt.reprinted", {"number": number, "copy": copy})
                ),
            )

    @Slot()
    def _show_buttons(self) -> None:
        asking = self.car.is_asking
        for command_id, button in self._buttons.items():
            command = self._context.commands[command_id]
            button.setText(command.title())
            why_not = self._context.commands.why_not(command, self._context.state.actor)
            button.setVisible(not asking and self._is_of_use(command_id, why_not))
            button.setEnabled(not why_not)

    def _is_of_use(self, command_id: str, why_not: str) -> bool:
        """Card and platform stand there where they are set up, for what nobody was asked for yet."""
        charges, chosen = self.car.questions.money.charges, self.car.car.chosen
        owes = chosen is not None and chosen.due is not None and chosen.due.quote.total_minor > 0
        is_open = owes and chosen is not None and chosen.under_way is None
        if command_id == "car.card":
            return is_open and not why_not and charges.has_card
        if command_id == "car.platform":
            return is_open and not why_not and charges.has_platform
        # Where there are ways to pay the room is theirs; the key opens the lane as ever.
        return command_id != "lane.open" or not (is_open and charges.has_card and charges.has_platform)

    @Slot(object)
    def _on_taken(self, row: Waiting) -> None:
        """The next step of a row that waits."""
        if row.rank is Rank.PAYMENT:
            self.print_copy(row.payment_id, row.facts.get("number", ""))
        elif row.rank is Rank.MONEY:
            self.car.questions.money.charges.look_again()
            self.car.choose_stay(row.stay_id)
        elif row.rank is Rank.INCIDENT:
            self.waiting.mark_seen(row.key)
        elif row.rank is Rank.FAULT:
            self._context.state.wanted_device = row.device
            self._context.show("devices")
        elif row.rank is Rank.STANDS_OPEN:
            self._context.state.select_lane(row.lane_id)
            self.car.questions.let_go(row.lane_id)
        elif row.rank is Rank.HELD:
            self.car.choose_stay(row.stay_id)
        elif row.rank is Rank.REFUND:
            self.car.settle_refund(row.refund_id)
        else:
            self._context.state.select_lane(row.lane_id)
            if row.stay_id and (row.rank in {Rank.REFUSES, Rank.GATE} or row.code == FEE_UNUSUAL):
                self.car.choose_stay(row.stay_id)
            else:
                self.car.ask_lane(row.lane_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.car.step_back()
            # On to the window, which puts its message away.
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.car.next_step()
        elif event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.car.turn_page(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif text and text.isalnum() and not held:
            self.car.type_plate(text)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.car.is_asking:
            self.car.focus_search()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
