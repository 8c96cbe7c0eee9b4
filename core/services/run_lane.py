"""Runs one lane: its devices' events go through the passage, and what follows is decided and written down.

One thread a lane; everything reaches it through one queue (``lane_thread``). The order of acts is always:
decide and commit, then the gate's task acts (``lane_gate``). ``lane_passages`` does what a vehicle's passage
asks for; here are the lane's thread, what people ask of it, and what happens when the store fails.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from core.domain.errors import LotkeeperError, OperatorError, Refused
from core.domain.lanes import LaneState, Passage
from core.domain.lots import Lane
from core.domain.people import Actor, Right
from core.domain.reads import VotePolicy
from core.services.correct_plate import checked_plate
from core.services.keep_photos import PhotoKeeper
from core.services.lane_cameras import LaneCameras
from core.services.lane_count import LaneCount
from core.services.lane_gate import LaneGate
from core.services.lane_hold import LaneHold
from core.services.lane_loops import LoopSettings
from core.services.lane_passages import LanePassages
from core.services.lane_shown import LaneShown
from core.services.lane_thread import Call, Event, LaneThread
from core.services.lane_view import LaneView
from core.services.lane_watch import LaneWatch
from core.services.ports import (
    Clock,
    DeviceStatus,
    LaneDevices,
    LoopEdge,
    LoopRole,
    ReadAnswer,
    Recogniser,
)
from core.services.sharing import Outside
from core.services.signing import Trust
from core.services.tasks import TaskHandler
from core.services.unit_of_work import Transactions

log = logging.getLogger(__name__)

TRY_AGAIN_NS = 2_000_000_000


class LaneRunner:
    """One lane at work.

    ``changed`` is called with the new view on the lane's thread; it must return at once. ``outside`` is asked
    before a vehicle is refused; None in a lot that shares nothing. ``loops`` is what is known of its loops.
    """

    def __init__(
        self,
        *,
        lane: Lane,
        devices: LaneDevices,
        recogniser: Recogniser,
        store: Transactions,
        photos: PhotoKeeper,
        clock: Clock,
        changed: Callable[[LaneView], None],
        votes: VotePolicy | None = None,
        outside: Outside | None = None,
        loops: LoopSettings | None = None,
    ) -> None:
        self.lane = lane
        self.devices = devices
        self._clock = clock
        self._passage = Passage(votes=votes)
        self._cameras = LaneCameras(lane.lane_id, devices, recogniser)
        self._thread = LaneThread(lane.lane_id, self._step, self._on_fault)
        self._hold = LaneHold(lane.lane_id, devices.barrier, store, clock, self._thread.call)
        self._gate = LaneGate(devices.barrier, clock, self._on_gate_answered, lambda: self._hold.stands_open)
        self._watch = LaneWatch(devices, self._passage, self._hold, loops)
        self._count = LaneCount(lane.lane_id, store, self._watch.boom.counter)
        self._shown = LaneShown(lane, clock, changed)
        self._passages = LanePassages(
            lane,
            passage=self._passage,
            cameras=self._cameras,
            store=store,
            photos=photos,
            clock=clock,
            shown=self._shown,
            hold=self._hold,
            boom=self._watch.boom,
            in_trouble=self._in_trouble,
            outside=outside,
        )
        self._try_again_ns: int | None = None

    @property
    def view(self) -> LaneView:
        """The lane as it is now; safe from any thread."""
        return self._shown.view

    def start(self) -> None:
        """Start devices and thread; a gate that was held open when the console stopped still is."""
        self._take_up_hold()
        self._thread.start()
        self._cameras.start()
        self.devices.barrier.start()
        self.devices.loops.start(self._thread.put)

    def stop(self) -> None:
        """Stop devices and thread, within a few seconds."""
        self.devices.loops.stop()
        self._thread.stop()
        self._count.end()
        self.devices.barrier.stop()
        self._cameras.stop()

    def on_answer(self, answer: ReadAnswer) -> None:
        """An answer of the recogniser for one of this lane's cameras; from any thread."""
        self._thread.put(answer)

    def reconsider(self) -> None:
        """Look again at the vehicle that waits: something it depends on has changed; from any thread."""
        self._thread.call(lambda: self._passages.follow(self._passage.reconsider()))

    def correct(self, typed: str, actor: Actor, *, sighting_id: str | None = None) -> None:
        """Take the typed plate for the vehicle that waits and decide again; BadInput at once for nonsense.

        ``sighting_id`` names the vehicle that the person saw (``LaneView.sighting_id``): Refused
        ``lane.vehicle_changed`` where it is not the one that stands there, ``lane.not_waiting`` where that
        one is still being read, or was let through.
        """
        actor.require(Right.CORRECT_PLATE)
        plate = checked_plate(typed)
        seen = self._passages.vehicle.sighting_id if sighting_id is None else sighting_id
        if seen != self._passages.vehicle.sighting_id:
            raise Refused("lane.vehicle_changed")
        if self._passage.state is not LaneState.WAITING:
            raise Refused("lane.not_waiting")

        def work() -> None:
            if self._passage.state is not LaneState.WAITING or seen != self._passages.vehicle.sighting_id:
                return
            self._passages.type_plate(plate, actor)

        self._thread.call(work)

    def open_by_hand(
        self,
        *,
        actor: Actor,
        reason: str,
        note: str = "",
        stay_id: str | None = None,
        sighting_id: str | None = None,
    ) -> None:
        """Open because a person says so; raises what the service refuses. Blocks until it is committed.

        ``sighting_id`` names the vehicle that the person saw (``LaneView.sighting_id``): where another
        one, or none, stands there by now, nothing opens (Refused ``lane.vehicle_changed``).
        """

        def work() -> None:
            if sighting_id is not None and sighting_id != self._passages.vehicle.sighting_id:
                raise Refused("lane.vehicle_changed")
            self._passages.open_by_hand(actor, reason, note, stay_id)

        self._thread.do(work)

    def show_code(self, code: str, *, actor: Actor, trust: Trust, sighting_id: str | None = None) -> None:
        """Open by the code that the driver shows; raises what the service refuses. Blocks until committed.

        ``sighting_id`` as for ``open_by_hand``.
        """

        def work() -> None:
            if sighting_id is not None and sighting_id != self._passages.vehicle.sighting_id:
                raise Refused("lane.vehicle_changed")
            self._passages.show_code(actor, code, trust)

        self._thread.do(work)

    def hold_open(self, *, actor: Actor, reason: str, note: str = "") -> None:
        """Hold the gate open until it is let go; raises what the service refuses. Blocks until committed."""

        def work() -> None:
            self._hold.hold(actor, reason, note, self._passages.photo_now())
            self._watch.boom.commanded(self._clock.monotonic_ns(), to_hold=True)

        self._thread.do(work)

    def let_go(self, *, actor: Actor, note: str = "") -> None:
        """Let the gate go; raises what the service refuses. Blocks until committed."""
        self._thread.do(lambda: self._hold.let_go(actor, note, self._passages.photo_now()))

    def gate_handler(self) -> TaskHandler:
        """How this lane's gate tasks are done."""
        return self._gate.handler()

    def hold_handler(self) -> TaskHandler:
        """How this lane's tasks to hold its gate open and to let it go are done."""
        return self._hold.handler()

    def faults_of(self, device: str) -> tuple[str, ...]:
        """What the lane noticed of its ``loops`` or its ``barrier``, as reason codes; from any thread."""
        return tuple(code for code in self.view.faults if code.startswith(f"{device}."))

    def device_status(self) -> dict[str, DeviceStatus]:
        """How the lane's devices are, by their kind; ``rear_camera`` where there is a second one."""
        return self._cameras.status() | {
            "barrier": self.devices.barrier.status(),
            "loops": self.devices.loops.status(),
        }

    def _step(self, event: Event) -> None:
        try:
            self._handle(event)
        except LotkeeperError as error:
            self._in_trouble(error)
        self._shown.tell(self._passage, self.devices, self._hold.view(), self._watch.faults)

    def _handle(self, event: Event) -> None:
        now_ns = self._clock.monotonic_ns()
        if isinstance(event, LoopEdge):
            self._tell_passage(self._watch.edge(event))
        elif isinstance(event, ReadAnswer):
            self._passages.take_read(event, now_ns)
        elif isinstance(event, Call):
            event.work()
        self._look_at_devices(now_ns)
        self._passages.follow(self._passage.tick(now_ns))
        self._hold.watch(now_ns, self._passages.photo_now)
        self._count.watch(now_ns)
        if self._try_again_ns is not None and now_ns >= self._try_again_ns:
            self._try_again_ns = None
            self._passages.catch_up()

    def _tell_passage(self, edge: LoopEdge | None) -> None:
        if edge is not None:
            change = self._passage.arming if edge.role is LoopRole.ARMING else self._passage.closing
            self._passages.follow(change(edge.occupied, edge.at_ns), at_ns=edge.at_ns)

    def _look_at_devices(self, now_ns: int) -> None:
        self._tell_passage(self._watch.look(now_ns))
        if self._watch.take_rose_unasked():
            self._passages.up_unasked()

    def _take_up_hold(self) -> None:
        try:
            self._hold.resume()
        except LotkeeperError as error:
            # Without the store nothing is decided anyway; the lane still starts.
            self._in_trouble(error)

    def _on_gate_answered(self, command_id: str, gate: str, cause: str, may_have_acted: bool) -> None:
        """On the tasks' thread."""

        def work() -> None:
            if gate == "acknowledged":
                self._watch.boom.acknowledged(self._clock.monotonic_ns())
            if command_id == self._passages.vehicle.command_id:
                self._shown.gate_answered(gate, cause)
                if not may_have_acted:
                    self._passage.gate.failed()

        self._thread.call(work)

    def _on_fault(self) -> None:
        self._shown.trouble = "lane.fault"
        self._try_again_later()

    def _in_trouble(self, error: LotkeeperError) -> None:
        code = error.code if isinstance(error, OperatorError) else getattr(error, "cause", "lane.fault")
        log.error("lane %s: %s", self.lane.lane_id, error)
        self._shown.trouble = code
        self._try_again_later()

    def _try_again_later(self) -> None:
        if self._passages.is_behind:
            self._try_again_ns = self._clock.monotonic_ns() + TRY_AGAIN_NS
