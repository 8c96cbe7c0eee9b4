"""What Enter does at the desk: with the car in hand, with the cards, with a lane that waits; in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.chosen import Chosen
from console.screens.desk.lane_answers import lane_for_enter, stay_that_owes
from console.state.lot_state import LotState
from core.domain.plates import normalise


def owes(chosen: Chosen | None) -> bool:
    """Whether money is to be taken for this car, or is being asked for."""
    if chosen is None:
        return False
    return chosen.under_way is not None or (chosen.due is not None and chosen.due.quote.total_minor > 0)


def enter_words(state: LotState, car: CarInHand) -> str:
    """What Enter would do now; empty where it does nothing."""
    tr = QCoreApplication.translate
    if car.chosen is not None:
        return _paying_words(car.chosen) if owes(car.chosen) else ""
    if car.cards:
        return tr("CarColumn", "Take the first car")
    lane = lane_for_enter(state)
    if lane is not None and not normalise(car.typed):
        at_exit = stay_that_owes(lane) is not None
        words = tr("CarColumn", "Car at {lane}") if at_exit else tr("CarColumn", "Answer {lane}")
        return words.format(lane=lane.lane.name)
    return ""


def _paying_words(chosen: Chosen) -> str:
    tr = QCoreApplication.translate
    if chosen.under_way is not None:
        return tr("CarColumn", "See the payment")
    is_unusual = chosen.due is not None and chosen.due.unusual is not None
    return tr("CarColumn", "Look at the fee") if is_unusual else tr("CarColumn", "Take cash")
