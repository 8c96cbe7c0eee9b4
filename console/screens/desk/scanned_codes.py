"""A code was scanned at the desk: the car that shows it goes through, or it is said why not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QWindow

from console.screens.context import Context
from console.state.lot_state import LotState
from console.state.messages import Message, Weight
from console.widgets.scanner_keys import ScannerKeys
from core.domain.errors import OperatorError, Refused
from core.domain.lots import Direction
from core.domain.people import Actor
from core.domain.signed_codes import PREFIX, CodeKind, read_code
from core.services.lane_view import LaneView
from core.services.show_booking import read_booking
from core.services.show_permit import read_permit
from core.store.unit_of_work import SqlUnitOfWork


def lane_of_code(state: LotState, direction: Direction) -> LaneView | None:
    """The lane whose car shows the code: the selected one, else the only one where a car stands.

    None where no car stands at such a lane; Refused ``permit.which_lane`` where several do.
    """
    standing = [
        view for view in state.lanes.values() if view.vehicle_present and view.lane.direction is direction
    ]
    selected = [view for view in standing if view.lane.lane_id == state.selected_lane_id]
    found = selected or [view for view in standing if view.waiting] or standing
    if len(found) > 1:
        raise Refused("permit.which_lane")
    return found[0] if found else None


class ScannedCodes(QObject):
    """Takes what is scanned: into the plate field, with the keys of a hand scanner, by the booth's reader.

    ``wanted`` takes the code first where something is asked that a code answers.
    """

    def __init__(
        self, context: Context, wanted: Callable[[str], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = wanted
        self._keys = ScannerKeys(self)
        self._keys.code_scanned.connect(self.take)
        context.state.code_read.connect(self.take)

    def listen_on(self, window: QWindow | None) -> None:
        """Hear a hand scanner wherever the keyboard's focus is in this window."""
        self._keys.listen_on(window)

    @Slot(str)
    def take(self, code: str) -> None:
        """Let the car go through that shows this code, or say what the code is good for."""
        actor = self._context.state.actor
        if actor is None or self._is_badge(code) or self._wanted(code):
            return
        try:
            is_booking = read_code(code).kind == CodeKind.BOOKING
            view = lane_of_code(self._context.state, Direction.ENTRY if is_booking else Direction.EXIT)
        except OperatorError as error:
            self._context.state.post_error(error)
            return
        if view is None:
            self._tell(code, actor, is_booking=is_booking)
        else:
            self._show(code, actor, view)

    def _is_badge(self, code: str) -> bool:
        """Whether somebody is being asked for their badge, and this is no code of ours."""
        return bool(self._context.state.badges_wanted) and not code.startswith(PREFIX)

    def _show(self, code: str, actor: Actor, view: LaneView) -> None:
        runner, trust = self._context.console.lanes.get(view.lane.lane_id), self._context.console.trust
        if runner is None:
            self._context.state.post(Message(Weight.ATTENTION, "lane.none"))
            return
        self._context.jobs.run(
            lambda: runner.show_code(code, actor=actor, trust=trust, sighting_id=view.sighting_id or None),
            lambda _nothing: self._context.state.post(
                Message(Weight.DONE, "permit.let_through", {"lane": view.lane.name})
            ),
        )

    def _tell(self, code: str, actor: Actor, *, is_booking: bool) -> None:
        """No car stands where it could be shown: say whether it is good, and until when."""
        trust = self._context.console.trust

        def look(unit: SqlUnitOfWork) -> Message:
            if is_booking:
                booking, _ = read_booking(unit, actor=actor, code=code, trust=trust)
                facts = {"plate": booking.plate, "from_at": booking.from_at, "until": booking.until_at}
                return Message(Weight.QUIET, "booking.good", facts)
            permit = read_permit(unit, actor=actor, code=code, trust=trust).permit
            return Message(Weight.QUIET, "permit.good", {"plate": permit.plate, "until": permit.until})

        self._context.jobs.look(look, self._context.state.post)
