"""A whole console with a printer on the network: cash, receipt, drawer, and paper that runs out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.compose import Console, compose
from core.config import Config, LaneConfig, PrinterConfig, write_config
from core.config.values import BarrierConfig, CameraConfig, LoopsConfig
from core.domain.errors import ConfigError
from core.domain.journal import Subject, to_micros
from core.domain.lots import Lot
from core.domain.people import Actor
from core.services.ports import Health, Measure
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.set_up_lot import set_up_lot
from core.services.take_payment import take_cash
from core.store.folder import DataFolder
from devices.simulator.printer import SimulatedPrinter
from tests.booth import DRAWER, LANES, PIN_HASH, PLAN, wait_until
from tests.far_sides.printer import EmuPos, far_printer

FarPrinter = EmuPos | SimulatedPrinter


@pytest.fixture(scope="module")
def far() -> Iterator[FarPrinter]:
    with far_printer() as printer:
        yield printer


def configured(folder: Path, printer: PrinterConfig) -> DataFolder:
    lane = LaneConfig("elsewhere", CameraConfig("simulator"), BarrierConfig("memory"), LoopsConfig("memory"))
    write_config(folder / "lotkeeper.toml", Config(lanes=(lane,), printer=printer))
    return DataFolder(folder)


@pytest.fixture
def console(tmp_path: Path, far: FarPrinter) -> Iterator[Console]:
    printer = PrinterConfig(
        kind="network", host="127.0.0.1", port=far.port, profile="epson-tm", drawer="pin2"
    )
    made = compose(configured(tmp_path, printer))
    made.start()
    try:
        yield made
    finally:
        made.stop()


def set_up(console: Console) -> Actor:
    lot = Lot(console.store.lot_id, "Riverside", 5, "Asia/Taipei", "TWD", LANES)
    boss = console.store.write(
        lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash=PIN_HASH)
    )
    actor = Actor(boss.person_id, boss.name, boss.role)
    console.store.write(lambda unit: open_shift(unit, actor=actor, drawer=DRAWER, float_minor=1000))
    return actor


def pay(console: Console, actor: Actor, plate: str) -> None:
    """A car that came in 110 minutes ago pays."""

    def came(unit):
        stay_id = unit.new_id()
        unit.record(
            "stay.imported",
            {
                "entry_at": to_micros(unit.now - timedelta(minutes=110)),
                "lane_id": "entry",
                "plan_id": PLAN.plan_id,
                "plan_version": PLAN.version,
                "entry_known": True,
            },
            who=actor.person_id,
            subjects=[Subject("stay", stay_id)],
            personal={"plate": plate, "raw_plate": plate, "photo": ""},
        )
        return stay_id

    stay_id = console.store.write(came)
    due = console.store.read(lambda unit: quote_stay(unit, actor=actor, stay_id=stay_id))
    console.store.write(
        lambda unit: take_cash(
            unit,
            actor=actor,
            stay_id=stay_id,
            shown_minor=due.quote.total_minor,
            tendered_minor=10_000,
            drawer=DRAWER,
            opens_drawer=console.config.printer.has_drawer,
        )
    )


def test_cash_opens_the_drawer_and_receipts_wait_for_paper_and_come_out_in_order(
    console: Console, far: FarPrinter
) -> None:
    actor, printer = set_up(console), console.printer
    assert printer is not None
    wait_until(lambda: printer.status().health is Health.OK, "the printer is found")
    before = len(far.papers())
    pay(console, actor, "AAA1111")
    wait_until(lambda: len(far.papers()) == before + 1, "the receipt comes out")
    wait_until(far.is_drawer_open, "the drawer opens")
    far.close_drawer()
    far.set_fault("paper-out", True)
    wait_until(lambda: printer.status().cause == "printer.paper_out", "it is noticed")
    pay(console, actor, "BBB2222")
    pay(console, actor, "CCC3333")
    wait_until(far.is_drawer_open, "the drawer opens without paper too")
    wait_until(lambda: console.receipts.measures() == (Measure("receipts.waiting", 2),), "two wait")
    far.set_fault("paper-out", False)
    wait_until(lambda: len(far.papers()) == before + 3, "both come out")
    slips = [paper.text for paper in far.papers()[before:]]
    plates = ("AAA1111", "BBB2222", "CCC3333")
    assert [next(plate for plate in plates if plate in slip) for slip in slips] == list(plates)
    assert not any("COPY" in slip for slip in slips)


def test_a_profile_that_is_none_is_told_before_anything_starts_and_the_folder_is_free_again(
    tmp_path: Path,
) -> None:
    folder = configured(tmp_path, PrinterConfig(profile="kitchen"))
    with pytest.raises(ConfigError, match="kitchen"):
        compose(folder)
    configured(tmp_path, PrinterConfig())
    compose(DataFolder(tmp_path)).stop()
