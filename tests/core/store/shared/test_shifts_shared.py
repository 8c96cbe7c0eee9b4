"""Shifts in the shared database: reliefs, counts and sealed reports stand there as they stand here."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, select

from core.domain.people import Actor, Role
from core.services.move_cash import drop_cash
from core.services.run_shift import close_shift, end_relief, open_shift, start_relief
from core.store.tables import shifts
from tests.core.store.lot import drive_in, pay, set_up
from tests.core.store.lots_apart import agree, consoles, join
from tests.core.store.shared.city import City
from tests.core.store.shared.test_projector import SharedLot

DRAWER = "drawer-1"
CAT = Actor("cat", "Cat", Role.ATTENDANT)


def rows(connection: Connection) -> list[tuple[object, ...]]:
    found = connection.execute(select(shifts).order_by(shifts.c.lot_id, shifts.c.shift_id))
    return [tuple(row) for row in found]


def test_a_day_with_a_relief_and_a_sealed_close_is_the_same_there(city: City, tmp_path: Path) -> None:
    shared = SharedLot(city, city.url)
    try:
        with consoles(tmp_path, shared.clock, "hub", "exit") as (hub, exit_):
            actor = set_up(hub)
            join(hub, exit_)
            agree([hub, exit_])
            hub.write(lambda unit: open_shift(unit, actor=actor, drawer=DRAWER, float_minor=5000))
            stay_id = drive_in(hub, "AB0001")
            shared.clock.pass_time(45)
            pay(hub, actor, stay_id)
            hub.write(lambda unit: start_relief(unit, actor=CAT, drawer=DRAWER))
            projector = shared.projector()
            shared.push(hub)
            projector.project()
            hub.write(lambda unit: drop_cash(unit, actor=CAT, drawer=DRAWER, amount_minor=900, reason="safe"))
            hub.write(lambda unit: end_relief(unit, actor=CAT, drawer=DRAWER, counted_minor=4300))
            closed = hub.write(
                lambda unit: close_shift(
                    unit, actor=actor, drawer=DRAWER, counted_minor=4290, left_minor=4000
                )
            )
            shared.push(hub)
            projector.project()
            agree([hub, exit_])
            with shared.looked_into() as connection:
                there = rows(connection)
            with hub.reading() as view:
                assert rows(view.connection) == there
            with exit_.reading() as view:
                assert rows(view.connection) == there
            assert len(there) == 2
            assert closed.check_code in str(there)
    finally:
        shared.close()
