"""What the keys do at the desk: search, lanes, the car in hand, receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.commands.payments import payment_commands
from console.commands.table import Command
from console.screens.context import Context
from console.screens.desk.hold_words import is_held
from console.screens.desk.lane_message_panel import CLOSE_KEY
from console.screens.desk.price_rows import ALL_LINES_KEY
from console.screens.desk.stay_words import REFUND_KEY
from console.state.messages import Message, Weight
from core.domain.gate_holds import HoldState
from core.domain.payments import Payment
from core.domain.people import Right
from core.domain.stays import StayState
from core.services.find_stay import MOST_MATCHES
from core.services.lane_hold import HELD_UNASKED
from core.store.queries.stays import own_payments

if TYPE_CHECKING:
    from console.screens.desk.screen import DeskScreen

tr = QCoreApplication.translate


def add_desk_commands(desk: DeskScreen, context: Context) -> None:
    """Put the desk's commands into the table."""
    for command in (
        *_finding(desk),
        *_lanes(desk, context),
        *_car(desk),
        *payment_commands(desk),
        *_receipts(desk, context),
        _refund(desk),
    ):
        context.commands.add(_at_the_desk(command, context))


def _at_the_desk(command: Command, context: Context) -> Command:
    """The desk comes to the front first, whichever screen the key was pressed on."""

    def run() -> None:
        context.show("desk")
        command.run()

    return Command(
        command.command_id,
        command.title,
        run,
        keys=command.keys,
        right=command.right,
        valid=command.valid,
        asks_reason=command.asks_reason,
        icon=command.icon,
    )


def _finding(desk: DeskScreen) -> tuple[Command, ...]:
    def choosing(number: int) -> Command:
        return Command(
            f"card.{number}",
            lambda: tr("Commands", "Take the car of that number, 1 to 6"),
            lambda: desk.car.choose_card(number),
            keys=(f"Alt+{number}",),
            right=Right.SEARCH_STAYS,
            valid=lambda: "" if desk.car.has_card(number) else "stay.none_chosen",
            icon="car",
        )

    search = Command(
        "desk.search",
        lambda: tr("Commands", "Search a plate"),
        desk.car.focus_search,
        keys=("F2",),
        right=Right.SEARCH_STAYS,
        icon="search",
    )
    return (search, *(choosing(number) for number in range(1, MOST_MATCHES + 1)))


def _lanes(desk: DeskScreen, context: Context) -> tuple[Command, ...]:
    state = context.state
    return (
        Command(
            "lane.open",
            lambda: tr("Commands", "Open lane"),
            lambda: desk.car.questions.open_by_hand(state.selected_lane_id),
            keys=("F5",),
            right=Right.OPEN_GATE,
            valid=lambda: "" if state.selected_lane is not None else "lane.none",
            asks_reason=True,
            icon="gate",
        ),
        *_holding(desk, context),
        Command(
            "lane.message",
            lambda: tr("Commands", "Text for drivers, close or open lane …"),
            lambda: desk.car.questions.tell_drivers(state.selected_lane_id),
            keys=("F8",),
            right=Right.OPEN_GATE,
            valid=lambda: "" if state.selected_lane is not None else "lane.none",
            icon="edit",
        ),
        Command(
            "lane.close",
            lambda: tr("Commands", "Close lane, or open it again"),
            lambda: desk.car.questions.messages.turn_lane(state.selected_lane_id),
            keys=(CLOSE_KEY,),
            right=Right.OPEN_GATE,
            valid=lambda: "" if state.selected_lane is not None else "lane.none",
            icon="gate",
        ),
        Command(
            "lane.answer",
            lambda: tr("Commands", "Answer the lane that asks"),
            desk.answer_lane,
            keys=("Ctrl+Return",),
            right=Right.CORRECT_PLATE,
            valid=lambda: "" if any(view.waiting for view in state.lanes.values()) else "lane.nobody_waits",
            icon="help",
        ),
        Command(
            "lane.next",
            lambda: tr("Commands", "Next lane"),
            lambda: desk.next_lane(1),
            keys=("F4", "Ctrl+Right"),
            valid=lambda: "" if state.lanes else "lane.none",
            icon="down",
        ),
        Command(
            "lane.previous",
            lambda: tr("Commands", "Previous lane"),
            lambda: desk.next_lane(-1),
            keys=("Shift+F4", "Ctrl+Left"),
            valid=lambda: "" if state.lanes else "lane.none",
            icon="up",
        ),
        Command(
            "lane.turn_round",
            lambda: tr("Commands", "Lane's other camera"),
            lambda: desk.lanes.turn_round(state.selected_lane_id),
            keys=("Ctrl+B",),
            valid=lambda: "" if desk.lanes.has_rear(state.selected_lane_id) else "lane.one_camera",
            icon="camera",
        ),
        Command(
            "waiting.look",
            lambda: tr("Commands", "Go to what waits"),
            desk.waiting.take_focus,
            keys=("Ctrl+J",),
            icon="list",
        ),
    )


def _holding(desk: DeskScreen, context: Context) -> tuple[Command, ...]:
    state = context.state

    def can_hold() -> str:
        lane = state.selected_lane
        if lane is None:
            return "lane.none"
        # What is not known to be held may be asked for again.
        return "gate.is_held" if is_held(lane.hold) and lane.hold.state != HoldState.UNKNOWN else ""

    def can_let_go() -> str:
        lane = state.selected_lane
        if lane is None:
            return "lane.none"
        return "" if lane.hold.state or HELD_UNASKED in lane.faults else "gate.not_held"

    return (
        Command(
            "lane.hold",
            lambda: tr("Commands", "Hold lane open"),
            lambda: desk.car.questions.hold_open(state.selected_lane_id),
            keys=("F6",),
            right=Right.HOLD_GATE,
            valid=can_hold,
            asks_reason=True,
            icon="gate_up",
        ),
        Command(
            "lane.let_go",
            lambda: tr("Commands", "Let go of the gate held open"),
            lambda: desk.car.questions.let_go(state.selected_lane_id),
            keys=("F7",),
            right=Right.HOLD_GATE,
            valid=can_let_go,
            icon="gate_down",
        ),
    )


def _car(desk: DeskScreen) -> tuple[Command, ...]:
    car = desk.car.car

    def chosen() -> str:
        return "" if car.chosen is not None else "stay.none_chosen"

    def owes() -> str:
        if car.chosen is None:
            return "stay.none_chosen"
        if car.chosen.due is None:
            return car.chosen.why_no_price
        if car.chosen.due.quote.total_minor == 0:
            return "payment.nothing_due"
        return ""

    def open_stay() -> str:
        return chosen() or ("" if car.chosen and car.chosen.stay.state.is_open else "stay.ended")

    def unpaid() -> str:
        return open_stay() or ("stay.paid_already" if car.chosen and car.chosen.stay.payments else "")

    def long_price() -> str:
        return chosen() or ("" if desk.car.has_more_lines else "price.all_shown")

    def held() -> str:
        return chosen() or ("" if car.chosen and car.chosen.stay.state is StayState.HELD else "stay.not_held")

    return (
        Command(
            "car.cash",
            lambda: tr("Commands", "Cash"),
            desk.car.questions.take_cash,
            keys=("F9",),
            right=Right.TAKE_CASH,
            valid=owes,
            icon="cash",
        ),
        Command(
            "car.correct",
            lambda: tr("Commands", "Correct plate"),
            desk.car.questions.correct_plate,
            keys=("Ctrl+E",),
            right=Right.CORRECT_PLATE,
            valid=open_stay,
            icon="edit",
        ),
        Command(
            "car.describe",
            lambda: tr("Commands", "Class, member, lost ticket …"),
            desk.car.questions.describe,
            keys=("Ctrl+M",),
            right=Right.DESCRIBE_STAY,
            valid=unpaid,
            icon="car",
        ),
        Command(
            "car.all_lines",
            lambda: tr("Commands", "Every line of a long price, or the short form"),
            desk.car.show_all_lines,
            keys=(ALL_LINES_KEY,),
            valid=long_price,
            icon="list",
        ),
        Command(
            "car.correct_entry",
            lambda: tr("Commands", "Correct its entry time"),
            desk.car.questions.correct_entry,
            right=Right.CORRECT_ENTRY,
            valid=open_stay,
            asks_reason=True,
            icon="edit",
        ),
        Command(
            "car.confirm_inside",
            lambda: tr("Commands", "This car did come in"),
            car.confirm_inside,
            right=Right.RESOLVE_STAY,
            valid=held,
            icon="check",
        ),
        Command(
            "car.write_off",
            lambda: tr("Commands", "Write this stay off"),
            desk.car.questions.write_off,
            right=Right.WRITE_OFF,
            valid=open_stay,
            asks_reason=True,
            icon="delete",
        ),
    )


def _receipts(desk: DeskScreen, context: Context) -> tuple[Command, ...]:
    car = desk.car.car

    def reprint_last() -> None:
        context.jobs.look(lambda view: own_payments(view, most=1), print_first)

    def print_first(payments: list[Payment]) -> None:
        if payments:
            desk.print_copy(payments[0].payment_id, payments[0].receipt_name)
        else:
            context.state.post(Message(Weight.ATTENTION, "payment.none_yet"))

    def reprint_of_car() -> None:
        if car.chosen is not None and car.chosen.stay.payments:
            print_first([car.chosen.stay.payments[-1]])

    def paid() -> str:
        if car.chosen is None:
            return "stay.none_chosen"
        return "" if car.chosen.stay.payments else "payment.none_yet"

    return (
        Command(
            "receipt.last",
            lambda: tr("Commands", "Last receipt again (copy)"),
            reprint_last,
            keys=("Ctrl+R",),
            right=Right.PRINT_RECEIPT,
            icon="print",
        ),
        Command(
            "drawer.open",
            lambda: tr("Commands", "Open the cash drawer"),
            desk.car.questions.open_drawer,
            keys=("Ctrl+Shift+K",),
            right=Right.TAKE_CASH,
            valid=desk.car.questions.drawer.why_not,
            asks_reason=True,
            icon="cash",
        ),
        Command(
            "car.receipt",
            lambda: tr("Commands", "Receipt of this car again (copy)"),
            reprint_of_car,
            right=Right.PRINT_RECEIPT,
            valid=paid,
            icon="receipt",
        ),
    )


def _refund(desk: DeskScreen) -> Command:
    return Command(
        "car.refund",
        lambda: tr("Commands", "Money that is due back …"),
        lambda: desk.car.settle_refund(desk.refund_due()),
        keys=(REFUND_KEY,),
        right=Right.TAKE_CASH,
        valid=lambda: "" if desk.refund_due() else "refund.none_due",
        icon="cash",
    )
