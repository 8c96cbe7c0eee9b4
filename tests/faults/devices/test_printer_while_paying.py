"""Drivers pay while the printer runs out of paper, freezes, is unplugged, and the PC loses its power.

No payment is lost, no receipt has two originals, and every driver's receipt comes out in the end.
"""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.compose import Console, compose
from core.config import Config, PrinterConfig
from core.domain.people import Actor, Role
from core.services.import_stays import InsideRow, import_stays
from core.services.manage_people import add_person
from core.services.print_receipt import RECEIPT_TASK
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.store.folder import DataFolder
from core.store.queries.stays import inside_list
from core.store.verify import verify_file
from devices.simulator.printer import SimulatedPrinter
from tests.booth import DRAWER
from tests.far_sides.printer import EmuPos, far_printer
from tests.faults.booth_life import take_from_driver
from tests.faults.conftest import Note
from tests.faults.devices.gate_pc import set_up_gate
from tests.faults.invariants import NONE, judge
from tests.faults.ledger import Ledger, Tell
from tests.faults.nursery import Newborn

SEED = 5
CARS = 40
POWER_CUTS = 4
FAULTS_IN_A_LIFE = 3
LONGEST_FAULT_S = 0.6
PATIENCE_S = 90.0


def live(tell: Tell, folder: Path, seed: int) -> None:
    """An attendant takes what is due from everybody inside; the console ends when all receipts are out."""
    chance = random.Random(seed)
    console = compose(DataFolder(folder))
    console.start()
    people = console.store.read(lambda unit: unit.people())
    ben = next(Actor(one.person_id, one.name, one.role) for one in people if one.name == "Ben")
    tell("ready", "at work")
    for stay in console.store.read(inside_list).stays:
        stay_id = stay.stay_id
        due = console.store.read(lambda unit, one=stay_id: quote_stay(unit, actor=ben, stay_id=one))
        if due.quote.total_minor > 0:
            tell("charged", take_from_driver(console.store, ben, stay.stay_id, due.quote.total_minor))
        time.sleep(chance.random() * 0.1)
    ends_at = time.monotonic() + PATIENCE_S
    while console.store.read(lambda unit: unit.waiting_tasks(RECEIPT_TASK)):
        assert time.monotonic() < ends_at, "receipts still wait"
        time.sleep(0.1)
    console.stop()


@pytest.fixture
def far() -> Iterator[EmuPos | SimulatedPrinter]:
    with far_printer() as printer:
        yield printer


@pytest.fixture
def booth(tmp_path: Path, far: EmuPos | SimulatedPrinter) -> Path:
    folder = tmp_path / "data"
    set_up_gate(folder, Config(printer=PrinterConfig("network", host="127.0.0.1", port=far.port)))
    console = compose(DataFolder(folder))
    console.store.write(lambda unit: _fill(unit, console))
    console.stop()
    return folder


def _fill(unit: object, console: Console) -> None:
    """An attendant with a shift, and cars that came three hours ago."""
    boss = next(Actor(one.person_id, one.name, one.role) for one in unit.people())  # type: ignore[attr-defined]
    person = add_person(unit, actor=boss, name="Ben", role=Role.ATTENDANT, pin_hash="none")  # type: ignore[arg-type]
    ben = Actor(person.person_id, person.name, person.role)
    open_shift(unit, actor=ben, drawer=DRAWER, float_minor=1000)  # type: ignore[arg-type]
    came = console.clock.now() - timedelta(hours=3)
    rows = [InsideRow(f"PAY{number:04}", came) for number in range(CARS)]
    assert import_stays(unit, actor=boss, rows=rows) == []  # type: ignore[arg-type]


@pytest.mark.timeout(240)
def test_every_payment_has_one_original_or_a_copy_and_never_two_originals(
    booth: Path, far: EmuPos | SimulatedPrinter, note: Note
) -> None:
    chance, ledger = random.Random(SEED), Ledger()
    for number in range(POWER_CUTS):
        console = Newborn(live, booth, SEED + number)
        console.wait_for("ready at work")
        for _ in range(FAULTS_IN_A_LIFE):
            trouble_the_printer(far, chance)
        console.kill(ledger)
        assert console.exit_code == -signal.SIGKILL
    last = Newborn(live, booth, SEED - 1)
    last.await_death(ledger)
    assert last.exit_code == 0

    file = booth / "lotkeeper.db"
    judged = judge([ledger], [file])
    assert judged == NONE, judged
    assert verify_file(file).problems == ()
    originals, copies = slips(far)
    assert {plate: count for plate, count in originals.items() if count > 1} == {}
    assert originals.keys() | copies.keys() == {f"PAY{number:04}" for number in range(CARS)}
    note(
        f"seed {SEED}, {POWER_CUTS} power cuts: {len(ledger.charged)} charged and told, "
        f"{sum(originals.values())} originals, {sum(copies.values())} copies"
    )


def trouble_the_printer(far: EmuPos | SimulatedPrinter, chance: random.Random) -> None:
    """One fault for a moment, at a random moment."""
    time.sleep(chance.random() * 0.5)
    fault = chance.choice(("paper-out", "cover-open", "frozen", "unplugged"))
    if fault == "frozen":
        far.freeze()
    elif fault == "unplugged":
        far.kill()
    else:
        far.set_fault(fault, True)
    time.sleep(chance.random() * LONGEST_FAULT_S)
    if fault == "frozen":
        far.thaw()
    elif fault == "unplugged":
        far.start()
    else:
        far.set_fault(fault, False)


def slips(far: EmuPos | SimulatedPrinter) -> tuple[Counter[str], Counter[str]]:
    """How many whole originals and copies lie there, by plate."""
    originals: Counter[str] = Counter()
    copies: Counter[str] = Counter()
    for paper in far.papers():
        text = paper.text
        for number in range(CARS):
            plate = f"PAY{number:04}"
            if plate in text and "Leave by" in text:
                (copies if "COPY" in text else originals)[plate] += 1
    return originals, copies
