"""Every hour what is old enough is forgotten: by the hub for the lot, by each what lies with it alone."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from core.domain.journal import to_micros
from core.domain.purging import Scope
from core.services.purge import due_now
from core.store import purge_keeper
from core.store.purge_keeper import PurgeKeeper
from core.store.sharing_tables import refused_rows
from core.store.store import Store
from core.store.verify import verify_file
from tests.booth import wait_until
from tests.core.store.lot import MORNING, SetClock, drive_in, drive_out, pay, set_up


def keeper(store: Store, clock: SetClock, folder: Path, *, in_charge: bool = True) -> PurgeKeeper:
    return PurgeKeeper(store, clock, in_charge=lambda: in_charge, receipts=folder)


def visits(store: Store, clock: SetClock, count: int) -> list[str]:
    actor = set_up(store)
    stays = []
    for number in range(count):
        stay_id = drive_in(store, f"AB{number:04}")
        clock.pass_time(45)
        pay(store, actor, stay_id)
        drive_out(store, f"AB{number:04}", stay_id)
        stays.append(stay_id)
    return stays


def test_before_the_lot_is_set_up_nothing_happens(store: Store, clock: SetClock, tmp_path: Path) -> None:
    assert keeper(store, clock, tmp_path).purge_now().at is None


def test_whoever_is_in_charge_forgets_for_the_lot(
    store: Store, clock: SetClock, tmp_path: Path, database: Path
) -> None:
    stays = visits(store, clock, 3)
    clock.instant += timedelta(days=91)
    assert keeper(store, clock, tmp_path, in_charge=False).purge_now().forgotten == 0
    assert store.read(lambda unit: unit.stay(stays[0])).plate
    view = keeper(store, clock, tmp_path).purge_now()
    # Each stay with the two sightings of its car.
    assert view.forgotten == 3 * 3
    assert not any(store.read(lambda unit: unit.stays_in_state(unit.stay(stays[0]).state))[0].plate)
    assert not len(store.read(lambda unit: due_now(unit, Scope.ALL)))
    assert verify_file(database).is_sound


def test_what_is_old_and_kept_is_told(store: Store, clock: SetClock, tmp_path: Path) -> None:
    set_up(store)
    drive_in(store, "AB0001")
    clock.instant += timedelta(days=200)
    assert keeper(store, clock, tmp_path).purge_now().kept == {"purge.stay_open": 1}


def test_receipts_of_long_ago_go_and_no_other_file(store: Store, clock: SetClock, tmp_path: Path) -> None:
    set_up(store)
    folder = tmp_path / "receipts"
    folder.mkdir()
    (folder / "printed").mkdir()
    for name in ("receipt-000001.pdf", "receipt-000002.pdf", "shift-0001.pdf", "printed/000001.bin"):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (MORNING.timestamp(), MORNING.timestamp()))
    clock.instant += timedelta(days=91)
    os.utime(folder / "receipt-000002.pdf", (clock.instant.timestamp(), clock.instant.timestamp()))
    keeper(store, clock, folder, in_charge=False).purge_now()
    assert sorted(file.name for file in folder.rglob("*.*")) == ["receipt-000002.pdf", "shift-0001.pdf"]


def test_rows_refused_long_ago_say_no_plate(store: Store, clock: SetClock, tmp_path: Path) -> None:
    set_up(store)

    def refuse(unit: object) -> None:
        unit.connection.execute(  # type: ignore[attr-defined]
            insert(refused_rows).values(
                lot_id=store.lot_id,
                refusal_id="r1",
                console_id="c",
                seq=1,
                kind="stay.admitted",
                cause="chain.gap",
                detail="c 1",
                at=to_micros(clock.now()),
                row={"fields": '{"plate":"AB0001"}'},
            )
        )

    store.write(refuse)
    clock.instant += timedelta(days=91)
    keeper(store, clock, tmp_path).purge_now()
    with store.reading() as view:
        (row,) = view.connection.execute(select(refused_rows)).all()
    assert (row.row, row.cause) == ({}, "chain.gap")


def test_nothing_of_it_lies_on_in_free_pages(
    store: Store, clock: SetClock, tmp_path: Path, database: Path
) -> None:
    visits(store, clock, 2)
    clock.instant += timedelta(days=91)
    keeper(store, clock, tmp_path).purge_now()
    store.close()
    content = database.read_bytes().replace(b"seen-AB0001", b"").replace(b"left-AB0001", b"")
    assert b"AB0001" not in content


def test_it_looks_by_itself(
    store: Store, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purge_keeper, "FIRST_SECONDS", 0.01)
    (stay_id,) = visits(store, clock, 1)
    clock.instant += timedelta(days=91)
    made = keeper(store, clock, tmp_path)
    made.start()
    try:
        wait_until(lambda: made.view.forgotten > 0)
    finally:
        made.stop()
    assert store.read(lambda unit: unit.stay(stay_id)).plate == ""
