"""What the sign of a lane says to the driver who stands there, or who comes (E18)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.domain.admission import Action
from core.domain.gate_holds import HoldState
from core.domain.lanes import LaneState
from core.domain.lots import Direction
from core.domain.signs import Saying
from core.services.admit import SPACE_WANTED
from core.services.close_lane import CLOSED
from core.services.lane_view import LaneView

_GATE_FAILED: Final = "failed"
_TO_PAY: Final = frozenset({"exit.not_paid", "exit.overstayed"})
_PAID: Final = frozenset({"exit.paid", "exit.permit_shown"})


@dataclass(frozen=True, slots=True)
class SignScene:
    """What a sign's text rests on: the lane, the spaces that are free (None: not known), what people did.

    ``message`` is a person's own text, empty where there is none; ``help_phone`` who drivers may call.
    """

    view: LaneView
    free: int | None
    is_closed: bool = False
    message: str = ""
    help_phone: str = ""


def sayings_of(scene: SignScene) -> tuple[Saying, ...]:
    """The lines of the sign, the most important first.

    A closed lane comes before everything but a vehicle that is being let through; a person's own text comes
    before whatever the lane itself would say.
    """
    view = scene.view
    if _is_being_let_through(view):
        return _message(scene) or _go(view)
    if scene.is_closed:
        return (Saying("sign.closed"), *(_message(scene) or (Saying("sign.use_another"),)))
    return _message(scene) or _of_lane(scene)


def code_refused(code: str) -> tuple[Saying, ...]:
    """What a driver reads whose code was refused for that reason."""
    return (Saying(_BY_CODE.get(code, "sign.code_not_good")), Saying("sign.ask_at_booth"))


def _of_lane(scene: SignScene) -> tuple[Saying, ...]:
    view = scene.view
    if view.hold.state == HoldState.HELD:
        return (Saying("sign.stays_open"), Saying("sign.slowly"))
    if view.action is Action.OPEN and view.vehicle_present and view.gate == _GATE_FAILED:
        return _help(scene)
    # Where no loop feels them cars are looked for without end.
    if view.state is LaneState.READING and view.vehicle_present:
        return (Saying("sign.one_moment"),)
    if view.vehicle_present and (view.trouble or view.action is Action.ASK):
        return _help(scene)
    if view.vehicle_present and view.action is Action.REFUSE:
        return _refused(scene)
    return _idle(scene)


def _idle(scene: SignScene) -> tuple[Saying, ...]:
    if scene.view.lane.direction is Direction.EXIT:
        return (Saying("sign.exit"), Saying("sign.drive_up"))
    if scene.free == 0:
        return (Saying("sign.full"),)
    if scene.free is None:
        return (Saying("sign.welcome"),)
    return (Saying("sign.welcome"), Saying("sign.free", {"count": scene.free}))


def _refused(scene: SignScene) -> tuple[Saying, ...]:
    view = scene.view
    if view.reason in SPACE_WANTED:
        return (Saying("sign.full"), Saying("sign.full_wait"))
    if view.reason in _TO_PAY:
        due = Saying("sign.due", {"amount_minor": view.due_minor, "plate": view.plate})
        late = (Saying("sign.time_over"),) if view.reason == "exit.overstayed" else ()
        return (due, *late, Saying("sign.pay_at_booth"))
    if view.reason == CLOSED:
        return (Saying("sign.closed"), Saying("sign.use_another"))
    return _help(scene)


def _go(view: LaneView) -> tuple[Saying, ...]:
    if view.lane.direction is Direction.ENTRY:
        first = Saying("sign.welcome_plate", {"plate": view.plate}) if view.plate else Saying("sign.welcome")
        return (first, Saying("sign.drive_in"))
    paid = view.reason in _PAID
    first = Saying("sign.paid" if paid else "sign.thanks", {"plate": view.plate})
    return (first, Saying("sign.drive_out"))


def _help(scene: SignScene) -> tuple[Saying, ...]:
    if scene.help_phone:
        return (Saying("sign.please_wait"), Saying("sign.call", {"phone": scene.help_phone}))
    return (Saying("sign.please_wait"), Saying("sign.help_comes"))


def _message(scene: SignScene) -> tuple[Saying, ...]:
    return (Saying("sign.message", text=scene.message),) if scene.message else ()


def _is_being_let_through(view: LaneView) -> bool:
    opened = view.state in {LaneState.OPENING, LaneState.CROSSING} and view.action is Action.OPEN
    return opened and view.gate != _GATE_FAILED


_BY_CODE: Final = {
    "permit.expired": "sign.receipt_too_old",
    "permit.used": "sign.code_used",
    "booking.used": "sign.code_used",
    "permit.other_plate": "sign.other_car",
    "permit.other_lot": "sign.other_lot",
    "permit.unreadable": "sign.scan_again",
    "lane.vehicle_changed": "sign.scan_again",
    "lane.still_crossing": "sign.scan_again",
    "permit.no_car": "sign.drive_up",
    "booking.too_early": "sign.booking_early",
    "booking.over": "sign.booking_over",
    "booking.cancelled": "sign.booking_over",
    CLOSED: "sign.closed",
}
