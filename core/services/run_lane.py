"""Runs one lane: its devices' events go through the passage, and what follows is decided and written down.

One thread a lane; everything reaches it through one queue. The order of acts is always: decide and
commit, then the gate's task acts.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Required, TypedDict, TypeVar

from core.domain.admission import Action
from core.domain.errors import LotkeeperError, OperatorError, Refused, StoreError
from core.domain.lanes import Effect, LaneState, Passage
from core.domain.lots import Direction, Lane
from core.domain.people import Actor, Right
from core.domain.reads import Box, FrameReads, Vote, VotePolicy
from core.services import confirm_crossing
from core.services.admit import decide_entry
from core.services.command_gate import record_gate_outcome
from core.services.correct_plate import checked_plate
from core.services.keep_photos import PhotoKeeper
from core.services.lane_record import LaneRecord
from core.services.lane_view import LaneView
from core.services.override_gate import open_gate
from core.services.ports import (
    Clock,
    DeviceStatus,
    LaneDevices,
    LoopEdge,
    LoopRole,
    ReadAnswer,
    Recogniser,
    Still,
)
from core.services.release import decide_exit
from core.services.tasks import Task, TaskHandler, TaskOutcome, TaskState
from core.services.unit_of_work import Transactions, UnitOfWork

log = logging.getLogger(__name__)

T = TypeVar("T")

QUEUE_SIZE = 1000
TICK_SECONDS = 0.1
TRY_AGAIN_NS = 2_000_000_000
JOIN_SECONDS = 3.0
# How long a person waits for the lane to begin with what they ask; later it is not done any more.
ASK_SECONDS = 5.0
_NO_BOX = Box(0, 0, 0, 0)


class _DecisionArguments(TypedDict, total=False):
    lane_id: Required[str]
    sighting_id: Required[str]
    photo: Required[str]
    policy: Required[VotePolicy]
    actor: Actor


@dataclass(frozen=True, slots=True)
class _Tick:
    pass


@dataclass(frozen=True, slots=True)
class _Call:
    """Something a person asked of the lane; runs on the lane's thread."""

    work: Callable[[], None]


class LaneRunner:
    """One lane at work.

    ``changed`` is called with the new view on the lane's thread; it must return at once.
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
    ) -> None:
        self.lane = lane
        self.devices = devices
        self._recogniser = recogniser
        self._store = store
        self._record = LaneRecord(store)
        self._photos = photos
        self._clock = clock
        self._changed = changed
        self._passage = Passage(votes=votes)
        self._view = LaneView(lane)
        self._shown: LaneView | None = None
        self._events: queue.Queue[LoopEdge | ReadAnswer | _Tick | _Call | None] = queue.Queue(QUEUE_SIZE)
        self._thread = threading.Thread(target=self._run, name=f"lane-{lane.lane_id}", daemon=True)
        self._typed: Vote | None = None
        self._typed_by: Actor | None = None
        self._stay_id: str | None = None
        self._command_id = ""
        self._undecided = False
        self._sighting_id = ""
        self._photo = ""
        self._best: tuple[float, Still] | None = None
        self._last_sequence = 0
        self._trouble = ""
        self._try_again_ns: int | None = None

    @property
    def view(self) -> LaneView:
        """The lane as it is now; safe from any thread."""
        return self._view

    def start(self) -> None:
        """Start devices and thread."""
        self._thread.start()
        self.devices.camera.start()
        self.devices.barrier.start()
        self.devices.loops.start(self._put)

    def stop(self) -> None:
        """Stop devices and thread, within a few seconds."""
        self.devices.loops.stop()
        self._put(None)
        if self._thread.is_alive():
            self._thread.join(JOIN_SECONDS)
        self.devices.barrier.stop()
        self.devices.camera.stop()

    def on_answer(self, answer: ReadAnswer) -> None:
        """An answer of the recogniser for this lane's camera; from any thread."""
        self._put(answer)

    def reconsider(self) -> None:
        """Look again at the vehicle that waits: something it depends on has changed; from any thread."""
        self._put(_Call(lambda: self._follow(self._passage.reconsider())))

    def correct(self, typed: str, actor: Actor, *, sighting_id: str | None = None) -> None:
        """Take the typed plate for the vehicle that waits and decide again; BadInput at once for nonsense.

        ``sighting_id`` names the vehicle that the person saw (``LaneView.sighting_id``): Refused
        ``lane.vehicle_changed`` where it is not the one that stands there.
        """
        actor.require(Right.CORRECT_PLATE)
        plate = checked_plate(typed)
        seen = self._sighting_id if sighting_id is None else sighting_id
        if seen != self._sighting_id:
            raise Refused("lane.vehicle_changed")

        def work() -> None:
            if self._passage.state is not LaneState.WAITING or seen != self._sighting_id:
                return
            raw = self._passage.vote.raw if self._passage.vote is not None else ""
            needed = self._passage.votes.frames_needed
            self._typed = Vote(plate, raw, 1.0, needed, needed, (), _NO_BOX, 0)
            self._typed_by = actor
            self._follow(self._passage.reconsider())

        self._put(_Call(work))

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
            if sighting_id is not None and sighting_id != self._sighting_id:
                raise Refused("lane.vehicle_changed")
            self._open_by_hand(actor, reason, note, stay_id)

        self._do_on_lane(work)

    def gate_handler(self) -> TaskHandler:
        """How this lane's gate tasks are done."""
        return TaskHandler(act=self._act_gate, after=self._gate_ended, repeatable=False)

    def device_status(self) -> dict[str, DeviceStatus]:
        """How the lane's devices are, by their kind."""
        return {
            "camera": self.devices.camera.status(),
            "barrier": self.devices.barrier.status(),
            "loops": self.devices.loops.status(),
        }

    def _put(self, event: LoopEdge | ReadAnswer | _Tick | _Call | None) -> None:
        try:
            self._events.put_nowait(event)
        except queue.Full:
            log.exception("lane %s: an event was dropped, its thread does not keep up", self.lane.lane_id)

    def _do_on_lane(self, work: Callable[[], T]) -> T:
        """Run it on the lane's thread, between two events, so that no vehicle changes meanwhile."""
        asked: Future[T] = Future()

        def run() -> None:
            if not asked.set_running_or_notify_cancel():
                return
            try:
                asked.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it is the asking thread's
                asked.set_exception(error)

        self._put(_Call(run))
        try:
            return asked.result(ASK_SECONDS)
        except TimeoutError:
            if asked.cancel():
                raise StoreError("store.busy") from None
        # Under way: the store answers within its own limit, and the person must hear what became of it.
        return asked.result()

    def _run(self) -> None:
        while True:
            try:
                event = self._events.get(timeout=TICK_SECONDS)
            except queue.Empty:
                event = _Tick()
            if event is None:
                return
            try:
                self._step(event)
            except Exception:
                # The thread's top: a fault in the program must not leave a lane without anyone at work.
                log.exception("lane %s: a fault in the program", self.lane.lane_id)
                self._trouble = "lane.fault"
                self._try_again_later()

    def _step(self, event: LoopEdge | ReadAnswer | _Tick | _Call) -> None:
        try:
            self._handle(event)
        except LotkeeperError as error:
            self._in_trouble(error)
        self._show()

    def _handle(self, event: LoopEdge | ReadAnswer | _Tick | _Call) -> None:
        now_ns = self._clock.monotonic_ns()
        if isinstance(event, LoopEdge):
            change = self._passage.arming if event.role is LoopRole.ARMING else self._passage.closing
            self._follow(change(event.occupied, event.at_ns))
        elif isinstance(event, ReadAnswer):
            self._take_read(event, now_ns)
        elif isinstance(event, _Call):
            event.work()
        self._follow(self._passage.tick(now_ns))
        if self._try_again_ns is not None and now_ns >= self._try_again_ns:
            self._try_again_ns = None
            self._record.catch_up()
            if self._undecided:
                self._follow(self._passage.reconsider())

    def _take_read(self, answer: ReadAnswer, now_ns: int) -> None:
        if answer.token != self._passage.number:
            return
        self._last_sequence = max(self._last_sequence, answer.sequence)
        if answer.still is not None:
            quality = answer.reads[0].confidence if answer.reads else 0.0
            if self._best is None or quality > self._best[0]:
                self._best = (quality, answer.still)
        frame = FrameReads(answer.sequence, answer.captured_ns, answer.reads)
        self._follow(self._passage.read(frame, answer.token, now_ns))

    def _follow(self, effects: list[Effect]) -> None:
        steps: dict[Effect, Callable[[], None]] = {
            Effect.ARRIVED: self._arrived,
            Effect.ASK_READ: self._ask_read,
            Effect.DECIDE: self._decide,
            Effect.CROSSED: self._crossed,
            Effect.BACKED_OUT: self._backed_out,
            Effect.HELD: self._held,
            Effect.TURNED_AWAY: self._turned_away,
            Effect.UNEXPLAINED: self._unexplained,
        }
        for effect in effects:
            steps[effect]()

    def _arrived(self) -> None:
        # A gate opened early for a certain stay was opened for the vehicle that comes now.
        expected = (self._stay_id, self._command_id) if self._passage.is_open_for_nobody else (None, "")
        self._forget_vehicle()
        self._stay_id, self._command_id = expected
        self._sighting_id = self._store.read(lambda unit: unit.new_id())
        self._view = LaneView(self.lane)

    def _ask_read(self) -> None:
        self._recogniser.request(
            self.lane.lane_id, self._passage.number, not_before_sequence=self._last_sequence + 1
        )

    def _decide(self) -> None:
        self._undecided = True
        self._photo = self._photo or self._photos.keep(self._picture())
        if self.lane.direction is Direction.ENTRY:
            self._decide_entry(self._vote())
        else:
            self._decide_exit(self._vote())
        self._typed_by = None
        self._undecided = False

    def _decide_entry(self, vote: Vote | None) -> None:
        arguments = self._decision_arguments()
        decision = self._store.write(lambda unit: decide_entry(unit, vote=vote, **arguments))
        admission = decision.admission
        self._commanded(decision.stay_id, decision.command_id)
        self._decided(admission.action, admission.reason, vote, stay_id=decision.stay_id)
        if decision.known_stay is not None:
            self._view = replace(self._view, known_stay_id=decision.known_stay.stay_id)

    def _decide_exit(self, vote: Vote | None) -> None:
        arguments = self._decision_arguments()
        decision = self._store.write(lambda unit: decide_exit(unit, vote=vote, **arguments))
        departure = decision.departure
        stay_id = departure.stay.stay_id if departure.stay is not None else None
        self._commanded(stay_id, decision.command_id)
        self._decided(departure.action, departure.reason, vote, stay_id=stay_id)
        self._view = replace(self._view, due_minor=departure.due_minor)

    def _decision_arguments(self) -> _DecisionArguments:
        arguments: _DecisionArguments = {
            "lane_id": self.lane.lane_id,
            "sighting_id": self._sighting_id,
            "photo": self._photo,
            "policy": self._passage.votes,
        }
        if self._typed_by is not None:
            arguments["actor"] = self._typed_by
        return arguments

    def _decided(self, action: Action, reason: str, vote: Vote | None, *, stay_id: str | None) -> None:
        self._trouble = ""
        self._view = replace(
            self._view,
            action=action,
            reason=reason,
            plate=vote.plate if vote is not None else "",
            confidence=vote.confidence if vote is not None else None,
            stay_id=stay_id,
            photo=self._photo,
            plate_box=vote.box if vote is not None and vote.box.width else None,
            sighting_id=self._sighting_id,
            decided_at=self._clock.now(),
            gate="commanded" if action is Action.OPEN else "",
            gate_cause="",
        )

    def _commanded(self, stay_id: str | None, command_id: str | None) -> None:
        """The gate was commanded for the stay, or was not (None)."""
        if command_id is not None:
            self._stay_id, self._command_id = stay_id, command_id
            self._follow(self._passage.opened(self._clock.monotonic_ns()))

    def _open_by_hand(self, actor: Actor, reason: str, note: str, stay_id: str | None) -> None:
        vote, own_stay_id = self._vote(), self._stay_id
        # Every act by hand has its picture, also of an empty lane (D9).
        photo = self._photo or self._photos.keep(self._picture())

        def work(unit: UnitOfWork) -> tuple[str, str | None]:
            return open_gate(
                unit,
                actor=actor,
                lane_id=self.lane.lane_id,
                reason=reason,
                note=note,
                vehicle_present=self._passage.vehicle_present,
                vote=vote,
                photo=photo,
                stay_id=stay_id,
                own_stay_id=own_stay_id,
            )

        command_id, concerned = self._store.write(work)
        self._undecided = False
        self._commanded(concerned, command_id)
        self._view = replace(
            self._view,
            action=Action.OPEN,
            reason="gate.by_hand",
            stay_id=concerned,
            decided_at=self._clock.now(),
            gate="commanded",
            gate_cause="",
        )

    def _crossed(self) -> None:
        lane_id, direction, stay_id, photo = self._what()
        if stay_id is None:
            photo = photo or self._photos.keep(self._picture())
        self._write_down(
            lambda unit: confirm_crossing.crossed(
                unit, lane_id=lane_id, direction=direction, stay_id=stay_id, photo=photo
            )
        )
        self._forget_vehicle()

    def _backed_out(self) -> None:
        self._end_opened(confirm_crossing.backed_out)
        self._forget_vehicle()

    def _held(self) -> None:
        self._end_opened(confirm_crossing.held)
        self._view = replace(self._view, reason="lane.held")

    def _end_opened(self, service: Callable[..., None]) -> None:
        lane_id, direction, stay_id, _ = self._what()
        if stay_id is not None:
            self._write_down(
                lambda unit: service(unit, lane_id=lane_id, direction=direction, stay_id=stay_id)
            )

    def _turned_away(self) -> None:
        lane_id, sighting_id, reason = self.lane.lane_id, self._sighting_id, self._view.reason
        self._write_down(
            lambda unit: confirm_crossing.turned_away(
                unit, lane_id=lane_id, sighting_id=sighting_id, reason=reason
            )
        )
        self._forget_vehicle()

    def _unexplained(self) -> None:
        lane_id, direction, _, photo = self._what()
        photo = photo or self._photos.keep(self._picture())
        self._write_down(
            lambda unit: confirm_crossing.unexplained(unit, lane_id=lane_id, direction=direction, photo=photo)
        )
        self._forget_vehicle()
        self._view = replace(self._view, reason="lane.unexplained_crossing", action=None)

    def _write_down(self, work: Callable[[UnitOfWork], None]) -> None:
        """What the vehicle did is a fact: where the store does not take it now it will later."""
        try:
            self._record.add(work)
        except StoreError as error:
            self._in_trouble(error)

    def _what(self) -> tuple[str, Direction, str | None, str]:
        return self.lane.lane_id, self.lane.direction, self._stay_id, self._photo

    def _forget_vehicle(self) -> None:
        self._typed = self._typed_by = self._best = self._stay_id = None
        self._photo = self._sighting_id = self._command_id = ""
        self._undecided = False

    def _vote(self) -> Vote | None:
        return self._typed or self._passage.vote

    def _picture(self) -> Still | None:
        return self._best[1] if self._best is not None else self.devices.camera.still()

    def _act_gate(self, task: Task) -> TaskOutcome:
        """Pulse the barrier; runs on the task's thread."""
        waits = task.deadline_at - self._clock.now() if task.deadline_at is not None else None
        remaining_ns = int(waits.total_seconds() * 1e9) if waits is not None else 0
        command_id = task.payload["command_id"]
        try:
            self.devices.barrier.open(command_id, deadline_ns=self._clock.monotonic_ns() + remaining_ns)
        except LotkeeperError as error:
            cause = getattr(error, "cause", "barrier.failed")
            self._put(_Call(lambda: self._gate_answered(command_id, "failed", cause)))
            raise
        self._put(_Call(lambda: self._gate_answered(command_id, "acknowledged", "")))
        return TaskOutcome(TaskState.DONE)

    def _gate_ended(self, unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
        record_gate_outcome(unit, task, outcome)
        if outcome.state is not TaskState.DONE:
            # A command thrown away as too late never came to the barrier: it is told here alone.
            command_id = task.payload["command_id"]
            self._put(_Call(lambda: self._gate_answered(command_id, "failed", outcome.cause)))

    def _gate_answered(self, command_id: str, gate: str, cause: str) -> None:
        if command_id == self._command_id:
            self._view = replace(self._view, gate=gate, gate_cause=cause)

    def _in_trouble(self, error: LotkeeperError) -> None:
        code = error.code if isinstance(error, OperatorError) else getattr(error, "cause", "lane.fault")
        log.error("lane %s: %s", self.lane.lane_id, error)
        self._trouble = code
        self._try_again_later()

    def _try_again_later(self) -> None:
        if self._undecided or self._record.is_behind:
            self._try_again_ns = self._clock.monotonic_ns() + TRY_AGAIN_NS

    def _show(self) -> None:
        loops, barrier = self.devices.loops, self.devices.barrier
        view = replace(
            self._view,
            state=self._passage.state,
            vehicle_present=self._passage.vehicle_present,
            arming=loops.occupied(LoopRole.ARMING),
            closing=loops.occupied(LoopRole.CLOSING),
            boom=barrier.boom(),
            trouble=self._trouble,
        )
        self._view = view
        if view != self._shown:
            self._shown = view
            self._changed(view)
