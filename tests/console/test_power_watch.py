"""A console whose power goes and comes, and that is cut off in the middle."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.life_signs import LifeSigns, boot_id
from console.power_watch import PowerWatch
from core.domain.journal import Entry, Subject
from core.services.tell_power_gap import LifeSign
from core.sync.hourly_copies import HourlyCopies
from devices.simulator.power import SimulatedSupply
from tests.booth import Booth, wait_until
from tests.fakes.clock import FakeClock


class House:
    """A booth on a supply whose mains are in our hands; ``paused`` is what the copies were told."""

    def __init__(self, folder: Path) -> None:
        self.booth = Booth(folder)
        self.file = folder / "life.json"
        self.supply = SimulatedSupply()
        self.paused: list[bool] = []
        self.watch = self.new_watch()

    def new_watch(self) -> PowerWatch:
        """As at another start of the program."""
        return PowerWatch(self.booth.store, self.booth.clock, LifeSigns(self.file), self.paused.append)

    def begin(self) -> None:
        self.watch.start()
        self.watch.follow(self.supply)

    def told(self) -> list[Entry]:
        """What the journal says of the power."""
        subject = Subject("console_power", self.booth.store.console_id)
        return self.booth.store.read(lambda unit: unit.entries_about(subject))

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.told()]

    def close(self) -> None:
        self.watch.stop()
        self.booth.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.close()


def test_losing_the_mains_is_written_down_at_once(house: House) -> None:
    house.begin()
    house.supply.set(on_battery=True, charge_percent=93)
    wait_until(lambda: house.kinds() == ["power.lost"])
    assert house.told()[0].payload["charge_percent"] == 93


def test_the_mains_are_told_back_when_they_have_stayed(house: House) -> None:
    house.begin()
    house.supply.set(on_battery=True)
    wait_until(lambda: house.kinds() == ["power.lost"])
    house.supply.set(on_battery=False)
    wait_until(lambda: house.watch._story._back_at is not None, "the mains are seen")
    house.booth.clock.pass_by(seconds=11)
    wait_until(lambda: house.kinds() == ["power.lost", "power.back"])


def test_with_the_battery_nearly_empty_no_copy_is_begun_until_the_mains_are_back(house: House) -> None:
    house.begin()
    house.supply.set(on_battery=True, charge_percent=7, is_low=True)
    wait_until(lambda: house.kinds() == ["power.lost", "power.low"])
    wait_until(lambda: house.paused == [True])
    house.supply.set(on_battery=False)
    wait_until(lambda: house.paused == [True, False])


def test_a_supply_that_is_lost_or_unwired_while_low_does_not_stop_the_copies_for_ever(house: House) -> None:
    house.begin()
    house.supply.set(on_battery=True, charge_percent=7, is_low=True)
    wait_until(lambda: house.paused == [True])
    house.supply.lose()
    wait_until(lambda: house.paused == [True, False])
    house.supply.find()
    wait_until(lambda: house.paused == [True, False, True])
    house.watch.follow(None)
    wait_until(lambda: house.paused == [True, False, True, False])


def copies_into(made: list[Path]) -> HourlyCopies:
    def copy() -> Path:
        made.append(Path("copy.db"))
        return made[-1]

    return HourlyCopies(copy, None, lot_id="lot", console_id="console", clock=FakeClock())


def test_the_copies_wait_while_they_are_told_to() -> None:
    while_paused: list[Path] = []
    as_usual: list[Path] = []
    paused, free = copies_into(while_paused), copies_into(as_usual)
    paused.pause(True)
    paused.start()
    free.start()
    wait_until(lambda: bool(as_usual), "one that nobody paused begins at once")
    paused.stop()
    free.stop()
    assert while_paused == []


def test_cars_still_come_and_go_on_battery(house: House) -> None:
    house.begin()
    house.supply.set(on_battery=True, charge_percent=7, is_low=True)
    wait_until(lambda: "power.low" in house.kinds())
    house.booth.run_lanes()
    assert house.booth.enter("ABC1234").plate == "ABC1234"


def test_a_line_to_the_supply_that_is_lost_is_no_loss_of_power(house: House) -> None:
    house.begin()
    house.supply.lose()
    house.watch.look()
    house.supply.find()
    house.watch.look()
    assert house.kinds() == []


def cut_off(house: House) -> None:
    """The power goes: the program has no time for anything."""
    house.watch._stopping.set()
    house.watch._wake.set()
    thread = house.watch._thread
    assert thread is not None
    thread.join(5)
    house.watch._thread = None
    house.supply.stop()


def as_after_a_new_start_of_the_machine(house: House) -> None:
    said = json.loads(house.file.read_text())
    house.file.write_text(json.dumps({**said, "boot_id": "another"}))


def test_after_a_power_cut_the_next_start_says_from_when_to_when(house: House) -> None:
    house.begin()
    house.supply.set(on_battery=True)
    wait_until(lambda: house.kinds() == ["power.lost"])
    begun = house.booth.clock.now()
    wait_until(lambda: json.loads(house.file.read_text())["on_battery"] is True)
    cut_off(house)
    as_after_a_new_start_of_the_machine(house)
    house.booth.clock.pass_by(minutes=15)
    house.watch = house.new_watch()
    house.watch.start()
    wait_until(lambda: house.kinds()[-1] == "console.power_was_away")
    payload = house.told()[-1].payload
    assert payload["until"] - payload["from_at"] == 15 * 60 * 1_000_000
    assert begun == house.booth.clock.now().replace(minute=0)


@pytest.mark.parametrize(
    ("rebooted", "kind"), [(True, "console.machine_was_off"), (False, "console.broke_off")]
)
def test_without_a_supply_the_gap_says_no_more_than_is_known(house: House, rebooted: bool, kind: str) -> None:
    house.watch.start()
    cut_off(house)
    if rebooted:
        as_after_a_new_start_of_the_machine(house)
    house.booth.clock.pass_by(minutes=3)
    house.watch = house.new_watch()
    house.watch.start()
    wait_until(lambda: house.kinds() == [kind])


def test_a_console_ended_in_order_tells_nothing_at_its_next_start(house: House) -> None:
    house.begin()
    house.watch.stop()
    house.booth.clock.pass_by(hours=9)
    house.watch = house.new_watch()
    house.watch.start()
    house.watch.look()
    assert house.kinds() == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"at": "x"}',
        b'{"at": 1e400}',
        b"\xff" * 9000,
        b"[" * 100_000,
        b'{"at": 99999999999999999999999, "boot_id": 1, "on_battery": 0, "has_ended": 0}',
    ],
    ids=range(9),
)
def test_a_damaged_sign_of_life_is_none_and_hinders_nothing(house: House, content: bytes) -> None:
    house.file.write_bytes(content)
    house.begin()
    house.watch.look()
    assert house.kinds() == []
    assert json.loads(house.file.read_text())["has_ended"] is False


def test_a_place_that_takes_no_sign_hinders_nothing(house: House) -> None:
    house.file.mkdir()
    house.begin()
    house.supply.set(on_battery=True)
    wait_until(lambda: house.kinds() == ["power.lost"])


def test_a_sign_comes_back_as_it_was_written(tmp_path: Path) -> None:
    signs, clock = LifeSigns(tmp_path / "life.json"), Booth(tmp_path)
    sign = LifeSign(clock.clock.now(), boot_id(), on_battery=True, has_ended=True)
    signs.write(sign)
    assert signs.read() == sign
    clock.close()


def test_nothing_runs_after_stop(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.begin()
    house.close()
    house.watch.stop()
    assert "power-watch" not in {thread.name for thread in threading.enumerate()}
    assert json.loads(house.file.read_text())["has_ended"] is True
