"""The composed console: what starting its lanes again does to the cars that are under way."""

from __future__ import annotations

from pathlib import Path

from console.compose import compose
from core.domain.stays import StayState
from core.services.admit import decide_entry
from core.services.give_back import back_task_kind
from core.services.tasks import money_task_kind
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


def test_no_two_runners_do_the_same_kind_of_task(tmp_path: Path) -> None:
    """Done by two at once, a charge would be asked for twice where a far side knows no keys."""
    (tmp_path / "lotkeeper.toml").write_text('format = 1\n[[pay]]\nid = "card"\nkind = "simulator"\n')
    console = compose(DataFolder(tmp_path))
    try:
        set_up(console.store)
        console.start()
        assert console.tasks is not None
        money = console.paying.handlers().keys()
        assert money == {money_task_kind("card"), back_task_kind("card")}
        assert console.tasks.kinds & money == set()
    finally:
        console.stop()
