"""One vehicle after the other at a lane: what its passage asks for is decided, opened and written down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from core.domain.boom_watch import BoomWatch
from core.domain.errors import LotkeeperError, Refused
from core.domain.lanes import Effect, LaneState, Passage
from core.domain.lots import Direction, Lane
from core.domain.people import LANE_ITSELF, Actor
from core.domain.reads import Vote
from core.services import show_booking, show_permit
from core.services.keep_photos import PhotoKeeper
from core.services.lane_cameras import LaneCameras
from core.services.lane_decision import decide
from core.services.lane_endings import LaneEndings
from core.services.lane_hold import LaneHold
from core.services.lane_shown import LaneShown
from core.services.lane_vehicle import LaneVehicle
from core.services.override_gate import open_gate
from core.services.pass_held import pass_held
from core.services.ports import Clock, ReadAnswer
from core.services.sharing import Outside
from core.services.signing import Trust
from core.services.unit_of_work import Transactions, UnitOfWork

_CODES = {
    Direction.EXIT: (show_permit.show_permit, show_permit.WHY),
    Direction.ENTRY: (show_booking.show_booking, show_booking.WHY),
}


class LanePassages:
    """For the lane's thread alone; ``in_trouble`` is told what the store did not take.

    ``vehicle`` is what is known of the one that stands there, replaced when another comes.
    """

    def __init__(
        self,
        lane: Lane,
        *,
        passage: Passage,
        cameras: LaneCameras,
        store: Transactions,
        photos: PhotoKeeper,
        clock: Clock,
        shown: LaneShown,
        hold: LaneHold,
        boom: BoomWatch,
        in_trouble: Callable[[LotkeeperError], None],
        outside: Outside | None = None,
    ) -> None:
        self._lane = lane
        self.passage = passage
        self.vehicle = LaneVehicle()
        self.endings = LaneEndings(lane, store)
        self._cameras = cameras
        self._store = store
        self._photos = photos
        self._clock = clock
        self._shown = shown
        self.hold = hold
        self.boom = boom
        self._in_trouble = in_trouble
        self._outside = outside

    @property
    def is_behind(self) -> bool:
        """Whether a decision or an ending waits for the store."""
        return self.vehicle.undecided or self.endings.is_behind

    def catch_up(self) -> None:
        """Write down and decide what waited for the store."""
        self.endings.catch_up()
        if self.vehicle.undecided:
            self.follow(self.passage.reconsider())

    def take_read(self, answer: ReadAnswer, now_ns: int) -> None:
        """A picture of one of the lane's cameras was read; of late ones only the picture's number counts."""
        self._cameras.came(answer)
        if answer.token != self.passage.number:
            return
        self._shown.reader_said(answer)
        frame = self._cameras.take(answer)
        if frame is not None:
            self.follow(self.passage.read(frame, answer.token, now_ns), camera_id=answer.camera_id)

    def type_plate(self, plate: str, actor: Actor) -> None:
        """A person says what the plate of the vehicle is that waits: decide again."""
        raw = self.passage.vote.raw if self.passage.vote is not None else ""
        self.vehicle.type_plate(plate, raw, self.passage.votes.frames_needed, actor)
        self.follow(self.passage.reconsider())

    def follow(self, effects: list[Effect], camera_id: str | None = None, at_ns: int | None = None) -> None:
        """Do what the passage asks for.

        ``camera_id`` is the camera whose answer led to it, ``at_ns`` the instant of the loop's edge that did.
        """
        steps: dict[Effect, Callable[[], None]] = {
            Effect.ARRIVED: lambda: self._arrived(at_ns),
            Effect.ASK_READ: lambda: self._cameras.ask(self.passage.number, answered=camera_id),
            Effect.DECIDE: self._decide,
            Effect.CROSSED: self._crossed,
            Effect.BACKED_OUT: self._backed_out,
            Effect.HELD: self._held,
            Effect.TURNED_AWAY: self._turned_away,
            Effect.UNEXPLAINED: self._unexplained,
            Effect.REVERSED: self._reversed,
        }
        for effect in effects:
            steps[effect]()

    def _arrived(self, at_ns: int | None) -> None:
        before = self.vehicle
        self._forget_vehicle()
        self._cameras.triggered(self._clock.monotonic_ns() if at_ns is None else at_ns)
        if self.passage.is_open_for_nobody:
            # A gate opened early for a certain stay was opened for the vehicle that comes now.
            self.vehicle.stay_id, self.vehicle.command_id = before.stay_id, before.command_id
        self.vehicle.is_felt = self.passage.vehicle_present
        self._shown.begin()
        self.vehicle.sighting_id = self._store.read(lambda unit: unit.new_id())

    def _decide(self) -> None:
        vehicle, vote = self.vehicle, self._vote()
        vehicle.undecided = True
        if not vehicle.sighting_id:
            # The store could not be read when it came.
            vehicle.sighting_id = self._store.read(lambda unit: unit.new_id())
        if not vehicle.photo:
            still = self._cameras.picture()
            vehicle.photo = self._photos.keep(still)
            vehicle.photo_sequence = still.sequence if still is not None else 0
            vehicle.photo_is_rear = self._cameras.picture_is_rear
        decision = decide(
            self._store,
            self._lane,
            vote=vote,
            sighting_id=vehicle.sighting_id,
            photo=vehicle.photo,
            policy=self.passage.votes,
            actor=vehicle.typed_by or LANE_ITSELF,
            outside=self._to_ask(vote),
        )
        self._commanded(decision.stay_id, decision.command_id)
        self._shown.decided(decision, vote, vehicle)
        vehicle.typed_by = None
        vehicle.undecided = False

    def _to_ask(self, vote: Vote | None) -> Outside | None:
        """Who is asked before a refusal, once for each plate: afterwards their news come by themselves."""
        plate = vote.plate if vote is not None else ""
        if self.vehicle.asked_for == plate:
            return None
        self.vehicle.asked_for = plate
        return self._outside

    def _commanded(self, stay_id: str | None, command_id: str | None) -> None:
        """The gate was commanded for the stay, or was not (None)."""
        if command_id is not None:
            self.vehicle.stay_id, self.vehicle.command_id = stay_id, command_id
            self.boom.commanded(self._clock.monotonic_ns())
            self.follow(self.passage.opened(self._clock.monotonic_ns()))

    def open_by_hand(self, actor: Actor, reason: str, note: str, stay_id: str | None) -> None:
        """Have the gate opened because a person says so; raises what the service refuses."""
        if self.passage.state is LaneState.EMPTY:
            # Whoever was here last is no concern of whom it is opened for now.
            self._forget_vehicle()
        vote, own_stay_id = self._vote(), self.vehicle.stay_id
        if stay_id is not None and stay_id != own_stay_id:
            self._refuse_behind_another()
        # Every act by hand has its picture, also of an empty lane (D9).
        photo = self._photo()

        def work(unit: UnitOfWork) -> tuple[str, str | None]:
            return open_gate(
                unit,
                actor=actor,
                lane_id=self._lane.lane_id,
                reason=reason,
                note=note,
                # Where no loop feels vehicles, whom a person lets in is a vehicle all the same.
                vehicle_present=self.passage.vehicle_present or not self.passage.ground.arming_works,
                vote=vote,
                photo=photo,
                stay_id=stay_id,
                own_stay_id=own_stay_id,
            )

        command_id, concerned = self._store.write(work)
        self.vehicle.undecided = False
        self._commanded(concerned, command_id)
        self._shown.opened_by_hand(concerned)

    def show_code(self, actor: Actor, code: str, trust: Trust) -> None:
        """Have the gate opened by the code that was shown; raises what the service refuses."""
        if not self.passage.vehicle_present and self.passage.ground.arming_works:
            raise Refused("permit.no_car")
        self._refuse_behind_another()
        vote, own_stay_id, photo = self._vote(), self.vehicle.stay_id, self._photo()
        show, why = _CODES[self._lane.direction]
        command_id, stay_id = self._store.write(
            lambda unit: show(
                unit,
                actor=actor,
                lane_id=self._lane.lane_id,
                code=code,
                trust=trust,
                vote=vote,
                photo=photo,
                own_stay_id=own_stay_id,
            )
        )
        self.vehicle.undecided = False
        self._commanded(stay_id, command_id)
        self._shown.opened_by_hand(stay_id, why)

    def _refuse_behind_another(self) -> None:
        """What crosses is the one before: a stay that is let out now would end with that one's crossing."""
        if self.passage.is_follower_waiting:
            raise Refused("lane.still_crossing")

    def _crossed(self) -> None:
        stay_id, assumed = self.vehicle.stay_id, self.passage.assumed
        self.boom.crossed(self._clock.monotonic_ns())
        if stay_id is None and not self.vehicle.command_id:
            # Nobody commanded the gate for it: it went because the gate was held open.
            self._passed(self.hold.last_command_id, assumed)
        elif stay_id is None and self.vehicle.sighting_id and self._lane.direction is Direction.ENTRY:
            # The gate was opened by hand before it came, and it is inside all the same.
            self._passed("", assumed)
        else:
            photo = self._photo() if stay_id is None else self.vehicle.photo
            self._write_down(lambda: self.endings.crossed(stay_id, photo, assumed))
        self._forget_vehicle()

    def _passed(self, hold_id: str, assumed: str) -> None:
        passed = partial(
            pass_held,
            lane_id=self._lane.lane_id,
            direction=self._lane.direction,
            sighting_id=self.vehicle.sighting_id,
            # The next one may be there already, and what was read of this one is the passage's no more.
            vote=self.vehicle.typed or self.passage.reads.last_vote,
            policy=self.passage.votes,
            photo=self._photo(),
            hold_id=hold_id,
            assumed=assumed,
        )
        self._write_down(lambda: self.endings.passed_held(passed))
        if hold_id:
            self._shown.passed_held()

    def _reversed(self) -> None:
        photo = self._photo()
        self._write_down(lambda: self.endings.reversed_through(photo))
        self._forget_vehicle()

    def up_unasked(self) -> None:
        """The boom went up and nobody had asked for it."""
        photo = self._photos.keep(self._cameras.picture())
        self._write_down(lambda: self.endings.boom_up_unasked(photo))

    def photo_now(self) -> str:
        """A picture for what a person does: the vehicle's, or one taken now (D9)."""
        return self._photo()

    def _backed_out(self) -> None:
        self._write_down(lambda: self.endings.backed_out(self.vehicle.stay_id))
        self._forget_vehicle()

    def _held(self) -> None:
        stay_id, is_over = self.vehicle.stay_id, self.passage.state is LaneState.EMPTY
        self._write_down(lambda: self.endings.held(stay_id))
        if stay_id is not None or not is_over:
            self._shown.held()
        if is_over:
            # Nobody felt it, so nobody will see it go: the next one is another vehicle.
            self._forget_vehicle()

    def _turned_away(self) -> None:
        reason, sighting_id = self._shown.view.reason, self.vehicle.sighting_id
        if self.vehicle.is_felt or self._shown.view.action is not None:
            self._write_down(lambda: self.endings.turned_away(sighting_id, reason))
        # The gate may have been opened for a stay before it came.
        self._write_down(lambda: self.endings.backed_out(self.vehicle.stay_id))
        self._forget_vehicle()

    def _unexplained(self) -> None:
        photo = self._photo()
        self.boom.crossed(self._clock.monotonic_ns())
        self._write_down(lambda: self.endings.unexplained(photo))
        self._write_down(lambda: self.endings.held(self.vehicle.stay_id))
        self._forget_vehicle()
        self._shown.crossed_unexplained()

    def _write_down(self, ending: Callable[[], None]) -> None:
        """What the store does not take now it will later; the lane goes on meanwhile, whatever went wrong."""
        try:
            ending()
        except LotkeeperError as error:
            self._in_trouble(error)

    def _forget_vehicle(self) -> None:
        self.vehicle = LaneVehicle()
        self._cameras.forget()

    def _vote(self) -> Vote | None:
        return self.vehicle.typed or self.passage.vote

    def _photo(self) -> str:
        """The vehicle's photo, or one taken now."""
        return self.vehicle.photo or self._photos.keep(self._cameras.picture())
