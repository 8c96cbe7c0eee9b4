"""The demonstration's attendant: does by itself what a person at the booth would do.

It knows no more than a person: what drivers say at the window, and what the console shows.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from console.compose import Console
from console.demo.till import RobotTill
from console.runtime.clock import DemoClock
from core.domain.admission import Action
from core.domain.errors import LotkeeperError, Refused
from core.domain.lots import Direction
from core.domain.people import Actor
from core.services.find_stay import find_stay
from core.services.lane_view import LaneView
from core.services.quote_stay import StayQuote, quote_stay
from devices.simulator.conductor import Conductor, DayOver, DriverAtWindow, Quiet
from devices.simulator.traffic import Means

log = logging.getLogger(__name__)

EVENT_LIMIT_S = 0.25
JOIN_SECONDS = 10.0
_LIKE_ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How the attendant behaves.

    ``turn_round_seconds`` pass before a driver in a lane is served, as with a person; after
    ``quiet_seconds`` of nothing the hours until the next car are skipped (None: never).
    """

    turn_round_seconds: float = 0.0
    quiet_seconds: float | None = 0.0


class RobotAttendant:
    """Serves the drivers of a simulated lot until its day is over; then ``ended`` is set."""

    def __init__(
        self,
        console: Console,
        conductor: Conductor,
        actor: Actor,
        clock: DemoClock,
        *,
        manner: Manner | None = None,
    ) -> None:
        self._console = console
        self._conductor = conductor
        self._actor = actor
        self._clock = clock
        self._manner = manner or Manner()
        self._helped: set[str] = set()
        self._stopping = threading.Event()
        self._till = RobotTill(console, actor, self._stopping)
        self.ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="demo-attendant", daemon=True)

    def start(self) -> None:
        """Open a shift and begin."""
        self._till.open()
        self._thread.start()

    def stop(self) -> None:
        """End after the driver in hand."""
        self._stopping.set()
        self._thread.join(JOIN_SECONDS)

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                event = self._conductor.next_event(EVENT_LIMIT_S)
                if isinstance(event, DayOver):
                    self._till.close()
                    break
                if isinstance(event, Quiet):
                    self._on_quiet(event)
                elif isinstance(event, DriverAtWindow):
                    self._serve(event)
                self._help_lanes()
        except LotkeeperError:
            if not self._stopping.is_set():
                log.exception("the demonstration's attendant gave up")
        finally:
            self.ended.set()

    def _on_quiet(self, quiet: Quiet) -> None:
        wait = self._manner.quiet_seconds
        if wait is None or self._stopping.wait(wait):
            return
        moment = self._conductor.skip_to(quiet.until)
        if moment is not None:
            self._clock.set_offset(moment.offset_ns)

    def _serve(self, driver: DriverAtWindow) -> None:
        """Find the car by what the driver says, tell the price, take the money."""
        seen = self._lane(driver.lane).sighting_id if driver.lane is not None else ""
        if driver.lane is not None:
            self._stopping.wait(self._manner.turn_round_seconds)
        found = find_stay(self._console.plates, driver.says, actor=self._actor)
        likely = [match for match in found if match.distance <= _LIKE_ENOUGH]
        if not likely:
            self._no_record(driver, seen)
            return
        due = self._quote(likely[0].stay_id)
        if due.quote.total_minor > 0:
            self._take(driver, due)
        else:
            self._conductor.let_out(driver.vehicle_id)
        if driver.lane is not None and due.stay.plate != self._lane(driver.lane).plate:
            self._type_plate(driver.lane, due.stay.plate)

    def _no_record(self, driver: DriverAtWindow, sighting_id: str) -> None:
        if driver.lane is None:
            self._conductor.sent_away(driver.vehicle_id)
            return
        try:
            self._console.lanes[driver.lane].open_by_hand(
                actor=self._actor,
                reason="no_entry_record",
                note=f"driver says {driver.says}",
                sighting_id=sighting_id,
            )
        except Refused:
            return  # the driver has gone meanwhile
        self._conductor.let_out(driver.vehicle_id)

    def _quote(self, stay_id: str) -> StayQuote:
        return self._console.store.read(lambda unit: quote_stay(unit, actor=self._actor, stay_id=stay_id))

    def _take(self, driver: DriverAtWindow, due: StayQuote) -> None:
        payment = self._till.take(due, driver.pays_by)
        if payment is None:
            self._conductor.sent_away(driver.vehicle_id)
            return
        means = Means.CASH if payment.cash_minor else driver.pays_by
        self._conductor.paid(driver.vehicle_id, payment.amount_minor, receipt=True, means=means)

    def _help_lanes(self) -> None:
        """Ask the driver in a lane that asks, and type what is said."""
        for lane_id, runner in self._console.lanes.items():
            view = runner.view
            if view.action is not Action.ASK or not view.vehicle_present or view.sighting_id in self._helped:
                continue
            if view.lane.direction is Direction.EXIT and view.reason == "exit.no_record":
                continue  # the driver comes to the window
            said = self._conductor.says(lane_id)
            if said is None:
                continue
            self._helped.add(view.sighting_id)
            if view.reason == "entry.already_inside":
                runner.open_by_hand(actor=self._actor, reason="plate_misread", sighting_id=view.sighting_id)
            else:
                self._type_plate(lane_id, said)

    def _type_plate(self, lane_id: str, plate: str) -> None:
        try:
            self._console.lanes[lane_id].correct(plate, self._actor)
        except Refused as error:
            log.info("lane %s: %s", lane_id, error)  # the car was settled, or drove off, meanwhile

    def _lane(self, lane_id: str) -> LaneView:
        return self._console.lanes[lane_id].view
