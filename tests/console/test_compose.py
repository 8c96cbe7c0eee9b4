"""The composed console: what starting its lanes again does to the cars that are under way."""

from __future__ import annotations

from pathlib import Path

from console.compose import compose
from core.domain.stays import StayState
from core.services.admit import decide_entry
from core.store.folder import DataFolder
from tests.core.store.lot import POLICY, lot_of, set_up, vote_for


def test_a_car_under_the_gate_when_its_lanes_are_started_again_is_held_and_asked_about(
    tmp_path: Path,
) -> None:
    console = compose(DataFolder(tmp_path))
    try:
        set_up(console.store)
        decision = console.store.write(
            lambda unit: decide_entry(
                unit,
                lane_id="in",
                sighting_id="seen",
                vote=vote_for("ABC1234"),
                photo="",
                policy=POLICY,
            )
        )
        console.start_lanes(lot_of(console.store))
        stay_id = decision.stay_id or ""
        assert console.store.read(lambda unit: unit.stay(stay_id)).state is StayState.HELD
    finally:
        console.stop()
