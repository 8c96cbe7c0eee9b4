"""What the keys do about money beside plain cash: card, platform, and the list of F12."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.commands.table import Command
from core.domain.people import Right
from core.domain.stays import Stay

if TYPE_CHECKING:
    from console.screens.desk.screen import DeskScreen

tr = QCoreApplication.translate


def payment_commands(desk: DeskScreen) -> tuple[Command, ...]:
    """The desk's commands about money, in the order of the list."""
    return (
        *_asking(desk),
        *_before_payment(desk),
        *_without_money(desk),
        *_after_payment(desk),
        _selling(desk),
    )


def _asking(desk: DeskScreen) -> tuple[Command, ...]:
    return (
        Command(
            "car.card",
            lambda: tr("Commands", "Card"),
            desk.car.questions.take_card,
            keys=("F10",),
            right=Right.TAKE_PAYMENT,
            valid=lambda: "" if desk.car.questions.money.articles.takes_cash else _owes(desk),
            icon="card",
        ),
        Command(
            "car.platform",
            lambda: tr("Commands", "Platform"),
            desk.car.questions.take_platform,
            keys=("F11",),
            right=Right.TAKE_PAYMENT,
            valid=lambda: _owes(desk),
            icon="card",
        ),
        Command(
            "car.more",
            lambda: tr("Commands", "More"),
            desk.car.questions.show_more,
            keys=("F12",),
            icon="more",
        ),
    )


def _before_payment(desk: DeskScreen) -> tuple[Command, ...]:
    return (
        Command(
            "car.split",
            lambda: tr("Commands", "Pay in several ways …"),
            desk.car.questions.split_price,
            right=Right.TAKE_PAYMENT,
            valid=lambda: _owes(desk),
            icon="cash",
        ),
        Command(
            "car.validate",
            lambda: tr("Commands", "A merchant pays: code or stamp …"),
            desk.car.questions.money.validation.ask,
            right=Right.VALIDATE,
            valid=lambda: _unpaid(desk),
            icon="check",
        ),
    )


def _without_money(desk: DeskScreen) -> tuple[Command, ...]:
    """Who may not decide these alone asks for a second person's word."""
    settle = desk.car.questions.money.settle
    return (
        Command(
            "car.waive",
            lambda: tr("Commands", "Let it go without paying …"),
            settle.ask_to_waive,
            right=Right.TAKE_PAYMENT,
            valid=lambda: _owes(desk),
            asks_reason=True,
            icon="hand",
        ),
        Command(
            "car.promise",
            lambda: tr("Commands", "On credit: pays later (IOU) …"),
            settle.ask_for_promise,
            right=Right.TAKE_IOU,
            valid=lambda: _owes(desk),
            icon="edit",
        ),
        Command(
            "car.tow",
            lambda: tr("Commands", "It was towed away …"),
            settle.ask_to_tow,
            right=Right.TAKE_PAYMENT,
            valid=lambda: _owes(desk),
            asks_reason=True,
            icon="car",
        ),
    )


def _after_payment(desk: DeskScreen) -> tuple[Command, ...]:
    money = desk.car.questions.money
    return (
        Command(
            "car.void",
            lambda: tr("Commands", "Take the payment back …"),
            money.void,
            right=Right.REFUND,
            valid=lambda: _voidable(desk),
            asks_reason=True,
            icon="undo",
        ),
        Command(
            "car.give_back",
            lambda: tr("Commands", "Give money back …"),
            money.give_back,
            right=Right.REFUND,
            valid=lambda: _paid(desk),
            asks_reason=True,
            icon="cash",
        ),
    )


def _selling(desk: DeskScreen) -> Command:
    return Command(
        "booth.sell",
        lambda: tr("Commands", "Sell something …"),
        desk.car.questions.sell,
        right=Right.TAKE_CASH,
        valid=desk.car.questions.money.articles.why_not,
        icon="plus",
    )


def _stay(desk: DeskScreen) -> Stay | None:
    chosen = desk.car.car.chosen
    return chosen.stay if chosen is not None else None


def _owes(desk: DeskScreen) -> str:
    """Why nothing can be asked for, "" where something can, or is under way already."""
    chosen = desk.car.car.chosen
    if chosen is None:
        return "stay.none_chosen"
    if chosen.under_way is not None:
        return ""
    if chosen.due is None:
        return chosen.why_no_price
    return "" if chosen.due.quote.total_minor else "payment.nothing_due"


def _unpaid(desk: DeskScreen) -> str:
    stay = _stay(desk)
    if stay is None:
        return "stay.none_chosen"
    if not stay.state.is_open:
        return "stay.ended"
    return "stay.paid_already" if stay.payments else ""


def _paid(desk: DeskScreen) -> str:
    stay = _stay(desk)
    if stay is None:
        return "stay.none_chosen"
    return "" if stay.payments else "payment.not_paid"


def _voidable(desk: DeskScreen) -> str:
    stay = _stay(desk)
    code = _paid(desk)
    return code or ("" if stay is not None and stay.state.is_open else "payment.car_has_left")
