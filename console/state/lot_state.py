"""The state of the lot as the screens see it: one object, read by all, written here only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from console.runtime.bridge import Bridge
from console.runtime.jobs import Jobs
from console.state.messages import Message, Weight
from core.domain.errors import DeviceError, LinkError, LotkeeperError, OperatorError, StoreError
from core.domain.lots import Lot
from core.domain.occupancy import Occupancy
from core.domain.people import Actor, Person
from core.domain.shifts import Shift
from core.services.close_lane import LaneClosure, closure_of
from core.services.lane_view import LaneView
from core.services.sharing import SharingView
from core.store.store import Committed
from core.store.unit_of_work import SqlUnitOfWork


@dataclass(frozen=True, slots=True)
class _Known:
    """What the store said last."""

    lot: Lot | None = None
    occupancy: Occupancy | None = None
    shift: Shift | None = None
    clock_behind: bool = False
    closed_lanes: Mapping[str, LaneClosure] = field(default_factory=dict)
    who: Person | None = None


# ``LotState.wanted_device`` for the list of what is missing before the lot opens.
SETUP_LIST = "setup"


class LotState(QObject):
    """What is true now: lanes, occupancy, who is signed on, the drawer's shift, the last message.

    ``is_known`` is false until the store was read for the first time. ``closed_lanes`` are those that people
    closed, by id. While the console is locked nobody is the actor, and ``locked_for`` is who left it so.
    """

    lane_changed = Signal(str)
    occupancy_changed = Signal()
    stays_changed = Signal()
    lot_changed = Signal()
    actor_changed = Signal()
    lock_changed = Signal()
    shift_changed = Signal()
    sharing_changed = Signal()
    message_posted = Signal(object)
    code_read = Signal(str)
    stay_handed_over = Signal(str)

    def __init__(self, bridge: Bridge, *, drawer: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawer = drawer
        self.is_known = False
        self.lot: Lot | None = None
        self.occupancy: Occupancy | None = None
        self.lanes: dict[str, LaneView] = {}
        self.selected_lane_id = ""
        self.actor: Actor | None = None
        self.locked_for: Actor | None = None
        # How many places want a badge now: what a reader on a serial line reads then is theirs.
        self.badges_wanted = 0
        self.shift: Shift | None = None
        self.clock_behind = False
        self.closed_lanes: Mapping[str, LaneClosure] = {}
        self.message: Message | None = None
        self.sharing = SharingView()
        self.conflicts = 0
        # What the devices page is to show when it opens next: a device's id, or the set-up list.
        self.wanted_device = ""
        self._jobs: Jobs | None = None
        bridge.lane_changed.connect(self._on_lane_changed)
        bridge.committed.connect(self._on_committed)
        bridge.trouble_seen.connect(self._on_trouble)
        bridge.code_read.connect(self.code_read)

    def follow(self, jobs: Jobs) -> None:
        """Read what is true through these jobs, now and after every commit."""
        self._jobs = jobs
        self.refresh()

    def refresh(self) -> None:
        """Read lot, occupancy, shift and clock again."""
        signed_on = self.actor or self.locked_for
        who = signed_on.person_id if signed_on is not None else ""
        if self._jobs is not None:
            self._jobs.look(lambda view: self._read(view, who), self._on_read)

    def sign_on(self, actor: Actor | None) -> None:
        """Someone has signed on, or nobody is signed on any more; a lock ends with it."""
        was_locked = self.locked_for is not None
        self.actor, self.locked_for = actor, None
        self.actor_changed.emit()
        if was_locked:
            self.lock_changed.emit()

    def lock(self) -> None:
        """Nobody acts until somebody signs on; what the screens hold stays as it is."""
        if self.actor is not None:
            self.locked_for, self.actor = self.actor, None
            self.lock_changed.emit()

    def select_lane(self, lane_id: str) -> None:
        """Choose the lane that the keys act on."""
        if lane_id in self.lanes and lane_id != self.selected_lane_id:
            before, self.selected_lane_id = self.selected_lane_id, lane_id
            self.lane_changed.emit(before)
            self.lane_changed.emit(lane_id)

    def follow_wiring(self, lane_ids: set[str]) -> None:
        """This console drives these lanes from now on: those that are gone are shown no more."""
        for lane_id in self.lanes.keys() - lane_ids:
            del self.lanes[lane_id]
        if self.selected_lane_id not in self.lanes:
            self.selected_lane_id = next(iter(self.lanes), "")
        self.lot_changed.emit()

    def hand_over(self, stay_id: str) -> None:
        """Another screen hands a stay to the desk, to be the car in hand."""
        self.stay_handed_over.emit(stay_id)

    def show_sharing(self, view: SharingView) -> None:
        """Sharing is like this now."""
        if view != self.sharing:
            self.sharing = view
            self.sharing_changed.emit()

    def post(self, message: Message) -> None:
        """Put a sentence into the message bar."""
        self.message = message
        self.message_posted.emit(message)

    def post_error(self, error: LotkeeperError) -> None:
        """Put what went wrong into the message bar."""
        if isinstance(error, OperatorError):
            self.post(Message(Weight.ATTENTION, error.code, dict(error.facts)))
        elif isinstance(error, StoreError | DeviceError | LinkError):
            self.post(Message(Weight.ALARM, error.cause, {"detail": error.detail}))
        else:
            self.post(Message(Weight.ALARM, "program.failed", {"detail": str(error)}))

    @property
    def selected_lane(self) -> LaneView | None:
        """The lane that the keys act on."""
        return self.lanes.get(self.selected_lane_id)

    @property
    def currency(self) -> str:
        """The lot's currency, empty as long as no lot is set up."""
        return self.lot.currency if self.lot is not None else ""

    def _read(self, view: SqlUnitOfWork, who: str) -> _Known:
        try:
            lot = view.lot()
        except OperatorError:
            return _Known()
        closures = {lane.lane_id: closure_of(view, lane.lane_id) for lane in lot.lanes}
        closed = {lane_id: closure for lane_id, closure in closures.items() if closure is not None}
        return _Known(
            lot,
            view.occupancy(),
            view.open_shift(self.drawer),
            view.clock_is_behind(),
            closed,
            next((person for person in view.people() if person.person_id == who), None),
        )

    def _on_read(self, known: _Known) -> None:
        changes = (
            (self.lot != known.lot or not self.is_known, self.lot_changed),
            (self.occupancy != known.occupancy, self.occupancy_changed),
            (self.shift != known.shift, self.shift_changed),
        )
        if known.clock_behind and not self.clock_behind:
            self.post(Message(Weight.ALARM, "clock.behind", command_id="clock.settle"))
        turned = self.closed_lanes.keys() ^ known.closed_lanes.keys()
        self.is_known = True
        self.lot, self.occupancy, self.shift = known.lot, known.occupancy, known.shift
        self.clock_behind, self.closed_lanes = known.clock_behind, known.closed_lanes
        for changed, signal in changes:
            if changed:
                signal.emit()
        for lane_id in turned:
            self.lane_changed.emit(lane_id)
        self._check_rights(known.who)

    def _check_rights(self, person: Person | None) -> None:
        """Whoever was dismissed, or has another role by now, is signed on no more: here or at any console."""
        signed_on = self.actor or self.locked_for
        if person is None or signed_on is None or person.person_id != signed_on.person_id:
            return
        if not person.active or person.role is not signed_on.role:
            self.sign_on(None)
            self.post(Message(Weight.ATTENTION, "sign_on.ended", {"name": person.name}))

    @Slot(object)
    def _on_lane_changed(self, view: LaneView) -> None:
        lane_id = view.lane.lane_id
        self.lanes[lane_id] = view
        if not self.selected_lane_id:
            self.selected_lane_id = lane_id
        self.lane_changed.emit(lane_id)

    @Slot(object)
    def _on_committed(self, committed: Committed) -> None:
        self.refresh()
        # What became of a receipt or of the drawer shows beside the stays.
        about = {subject.kind for entry in committed.entries for subject in entry.subjects}
        if about & {"stay", "receipt", "drawer"}:
            self.stays_changed.emit()

    @Slot(str)
    def _on_trouble(self, code: str) -> None:
        self.post(Message(Weight.ALARM, code))
