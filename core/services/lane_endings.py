"""How a vehicle's passage ended is a fact: written down now, or as soon as the store takes it."""

from __future__ import annotations

from collections.abc import Callable

from core.domain.lots import Lane
from core.services import confirm_crossing
from core.services.lane_record import LaneRecord
from core.services.unit_of_work import Transactions, UnitOfWork


class LaneEndings:
    """For the lane's thread alone. Where the store fails each raises its StoreError, and nothing is lost."""

    def __init__(self, lane: Lane, store: Transactions) -> None:
        self._lane = lane
        self._record = LaneRecord(store)

    @property
    def is_behind(self) -> bool:
        """Whether something waits to be written."""
        return self._record.is_behind

    def catch_up(self) -> None:
        """Write what waits."""
        self._record.catch_up()

    def crossed(self, stay_id: str | None, photo: str, assumed: str = "") -> None:
        """The vehicle went through; ``assumed`` says why nobody saw it."""
        lane_id, direction = self._lane.lane_id, self._lane.direction
        self._record.add(
            lambda unit: confirm_crossing.crossed(
                unit, lane_id=lane_id, direction=direction, stay_id=stay_id, photo=photo, assumed=assumed
            )
        )

    def passed_held(self, passed: Callable[[UnitOfWork], object]) -> None:
        """The vehicle went through the gate that is held open, and nothing was decided about it."""

        def work(unit: UnitOfWork) -> None:
            passed(unit)

        self._record.add(work)

    def reversed_through(self, photo: str) -> None:
        """A vehicle went through the other way, while the gate was held open."""
        lane_id, direction = self._lane.lane_id, self._lane.direction
        self._record.add(
            lambda unit: confirm_crossing.reversed_through(
                unit, lane_id=lane_id, direction=direction, photo=photo
            )
        )

    def boom_up_unasked(self, photo: str) -> None:
        """The boom went up and nobody had asked for it."""
        lane_id, direction = self._lane.lane_id, self._lane.direction
        self._record.add(
            lambda unit: confirm_crossing.boom_up_unasked(
                unit, lane_id=lane_id, direction=direction, photo=photo
            )
        )

    def backed_out(self, stay_id: str | None) -> None:
        """The vehicle for which the gate was opened reversed away."""
        self._of_opened(confirm_crossing.backed_out, stay_id)

    def held(self, stay_id: str | None) -> None:
        """The gate was opened, and no crossing was seen."""
        self._of_opened(confirm_crossing.held, stay_id)

    def turned_away(self, sighting_id: str, reason: str) -> None:
        """The vehicle left without the gate having been opened."""
        lane_id = self._lane.lane_id
        self._record.add(
            lambda unit: confirm_crossing.turned_away(
                unit, lane_id=lane_id, sighting_id=sighting_id, reason=reason
            )
        )

    def unexplained(self, photo: str) -> None:
        """A vehicle went through without any command."""
        lane_id, direction = self._lane.lane_id, self._lane.direction
        self._record.add(
            lambda unit: confirm_crossing.unexplained(unit, lane_id=lane_id, direction=direction, photo=photo)
        )

    def _of_opened(self, service: Callable[..., None], stay_id: str | None) -> None:
        if stay_id is not None:
            lane_id, direction = self._lane.lane_id, self._lane.direction
            self._record.add(
                lambda unit: service(unit, lane_id=lane_id, direction=direction, stay_id=stay_id)
            )
