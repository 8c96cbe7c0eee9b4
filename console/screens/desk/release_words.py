"""What an opening by hand does to a stay, in a sentence before it is done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.screens.desk.chosen import Chosen
from core.domain.lots import Direction
from core.domain.stays import StayState
from core.services.lane_view import LaneView


def stay_to_release(view: LaneView, chosen: Chosen | None) -> str | None:
    """The stay that leaves with an exit opened by hand: the lane's own, else the one in hand.

    The lane's own wins: the car in hand may be that of someone who stands at the window on foot.
    """
    if view.lane.direction is not Direction.EXIT:
        return None
    return view.stay_id if view.stay_id is not None else _open_stay_in_hand(chosen)


def release_line(view: LaneView, chosen: Chosen | None) -> str:
    """Which stay goes with the car, or begins with it: ``ABC1234, in hand, leaves with this opening.``"""
    return _begins(view) if view.lane.direction is Direction.ENTRY else _leaves(view, chosen)


def _begins(view: LaneView) -> str:
    tr = QCoreApplication.translate
    if not view.vehicle_present:
        return tr("Desk", "No car stands there: no stay begins.")
    if not view.plate:
        return tr("Desk", "A stay without a plate begins.")
    return tr("Desk", "A stay begins for {plate}.").format(plate=view.plate)


def _leaves(view: LaneView, chosen: Chosen | None) -> str:
    tr = QCoreApplication.translate
    if view.stay_id is not None:
        return tr("Desk", "{plate} leaves with it.").format(plate=view.plate)
    if chosen is None or _open_stay_in_hand(chosen) is None:
        return tr("Desk", "No stay leaves with it. If the car is on record, take it in hand first.")
    in_hand = chosen.stay.plate or tr("Desk", "without a plate")
    if view.plate and chosen.stay.plate and view.plate != chosen.stay.plate:
        return tr("Desk", "The car in hand, {plate}, leaves with it, but the lane read {read}.").format(
            plate=in_hand, read=view.plate
        )
    return tr("Desk", "The car in hand, {plate}, leaves with it.").format(plate=in_hand)


def _open_stay_in_hand(chosen: Chosen | None) -> str | None:
    if chosen is None or not chosen.stay.state.is_open or chosen.stay.state is StayState.PENDING:
        return None
    return chosen.stay.stay_id
