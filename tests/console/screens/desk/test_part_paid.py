"""An order that a part came in for and nobody asks for the rest of waits for a person."""

from __future__ import annotations

from pathlib import Path

from console.screens.desk.waiting import Rank
from console.screens.desk.waiting_list import rank_waiting, read_recorded
from tests.till import till


def test_it_is_listed_once_its_time_is_over(tmp_path: Path) -> None:
    with till(tmp_path) as (made, stay_id):
        made.charge(made.order(stay_id), 150)
        made.pass_by(5)
        assert rank_waiting([], made.store.read(read_recorded), frozenset()) == []
        made.clock.pass_time(31)
        (row,) = rank_waiting([], made.store.read(read_recorded), frozenset())
        assert (row.code, row.rank, row.stay_id) == ("order.part_waits", Rank.MONEY, stay_id)
        assert row.facts == {"paid_minor": 150, "missing_minor": 50}
        assert row.plate == made.stay(stay_id).plate
