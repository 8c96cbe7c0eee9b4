"""What a lot still needs before cars come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.errors import NotAllowed, Refused
from core.domain.people import Person, Role
from core.services.device_journal import note_tested
from core.services.manage_people import write_added
from core.services.readiness import (
    ItemState,
    Readiness,
    SetupItem,
    Surroundings,
    WiredDevice,
    go_live,
    read_readiness,
)
from tests.booth import Booth

CAMERA = WiredDevice("entry/camera", "camera", "entry", "a1")


@pytest.fixture
def around(booth: Booth) -> Surroundings:
    """A machine on which nothing is missing."""
    return Surroundings(
        wired_lanes=frozenset({"entry", "exit"}),
        has_printer=True,
        copied_at=booth.clock.now(),
        has_second_place=True,
        second_copied_at=booth.clock.now(),
        disk_free_bytes=200_000_000_000,
        clock_off=timedelta(milliseconds=20),
    )


def read(booth: Booth, around: Surroundings) -> Readiness:
    return booth.store.read(lambda unit: read_readiness(unit, around))


def item(booth: Booth, around: Surroundings, code: str) -> SetupItem:
    return next(each for each in read(booth, around).items if each.code == code)


def test_nothing_of_a_lot_that_has_everything_is_missing(booth: Booth, around: Surroundings) -> None:
    assert read(booth, around).missing == ()


def test_a_lane_that_is_wired_to_nothing_is_missing_and_says_where_it_is_mended(
    booth: Booth, around: Surroundings
) -> None:
    missing = read(booth, replace(around, wired_lanes=frozenset({"entry"}))).missing
    assert [(each.code, each.target, each.screen) for each in missing] == [
        ("setup.lane_wired", "exit", "devices")
    ]
    assert missing[0].facts == {"lane": "Exit 1"}


def test_a_lane_that_another_console_may_run_is_unknown_and_holds_nobody_up(
    booth: Booth, around: Surroundings
) -> None:
    elsewhere = replace(around, wired_lanes=frozenset({"entry"}), has_others=True)
    found = [each for each in read(booth, elsewhere).items if each.code == "setup.lane_wired"]
    assert [each.state for each in found] == [ItemState.OK, ItemState.UNKNOWN]
    assert read(booth, elsewhere).missing == ()


def test_a_wired_lane_that_the_lot_does_not_have_is_told(booth: Booth, around: Surroundings) -> None:
    wired = replace(around, wired_lanes=frozenset({"entry", "exit", "ramp"}))
    assert [each.target for each in read(booth, wired).missing] == ["ramp"]


def test_a_device_counts_as_tested_until_its_wiring_changes(booth: Booth, around: Surroundings) -> None:
    def tested(wiring: str, *, worked: bool) -> None:
        booth.store.write(
            lambda unit: note_tested(
                unit,
                actor=booth.ben,
                device_id=CAMERA.device_id,
                test="show_picture",
                wiring=wiring,
                worked=worked,
            )
        )

    wired = replace(around, devices=(CAMERA,))
    assert item(booth, wired, "setup.device_tested").state is ItemState.MISSING
    tested("a1", worked=True)
    assert item(booth, wired, "setup.device_tested").state is ItemState.OK
    rewired = replace(around, devices=(replace(CAMERA, wiring="b2"),))
    assert item(booth, rewired, "setup.device_tested").state is ItemState.MISSING
    tested("a1", worked=False)
    assert item(booth, wired, "setup.device_tested").state is ItemState.MISSING


def test_a_person_without_a_pin_on_this_console_is_named(booth: Booth, around: Surroundings) -> None:
    booth.store.write(
        lambda unit: write_added(
            unit, Person(unit.new_id(), "Cleo", Role.ATTENDANT), who=booth.boss.person_id
        )
    )
    found = item(booth, around, "setup.pins")
    assert (found.state, found.facts, found.screen) == (ItemState.MISSING, {"names": "Cleo"}, "people")


def test_copies_that_are_old_or_lie_nowhere_else_are_told(booth: Booth, around: Surroundings) -> None:
    booth.clock.pass_by(hours=26)
    codes = [each.code for each in read(booth, around).missing]
    assert codes == ["setup.copy_made", "setup.second_copy_made"]
    alone = replace(around, copied_at=booth.clock.now(), has_second_place=False, second_copied_at=None)
    assert read(booth, alone).missing == ()
    assert item(booth, alone, "setup.second_place").state is ItemState.MISSING


def test_what_was_not_measured_is_unknown_and_never_fine(booth: Booth, around: Surroundings) -> None:
    blind = replace(around, disk_free_bytes=None, clock_off=None)
    assert item(booth, blind, "setup.disk").state is ItemState.UNKNOWN
    assert item(booth, blind, "setup.clock").state is ItemState.UNKNOWN
    assert [each.code for each in read(booth, blind).missing] == ["setup.disk"]


def test_a_small_disk_and_a_wrong_clock_are_missing(booth: Booth, around: Surroundings) -> None:
    wrong = replace(around, disk_free_bytes=3_000_000_000, clock_off=-timedelta(seconds=5))
    assert [each.code for each in read(booth, wrong).missing] == ["setup.clock", "setup.disk"]


def test_the_administrator_says_that_the_lot_is_live_once(booth: Booth, around: Surroundings) -> None:
    booth.store.write(lambda unit: go_live(unit, actor=booth.boss, around=around))
    ready = read(booth, around)
    assert ready.is_live
    assert (ready.live_by, ready.live_since) == ("Ada", booth.clock.now())
    with pytest.raises(Refused, match=r"setup\.is_live"):
        booth.store.write(lambda unit: go_live(unit, actor=booth.boss, around=around))


def test_an_attendant_does_not_open_a_lot(booth: Booth, around: Surroundings) -> None:
    with pytest.raises(NotAllowed):
        booth.store.write(lambda unit: go_live(unit, actor=booth.ben, around=around))


def test_a_lot_that_is_not_ready_goes_live_only_with_a_word_why(booth: Booth, around: Surroundings) -> None:
    poor = replace(around, disk_free_bytes=None)
    with pytest.raises(Refused, match=r"setup\.not_ready"):
        booth.store.write(lambda unit: go_live(unit, actor=booth.boss, around=poor, note="  "))
    booth.store.write(
        lambda unit: go_live(unit, actor=booth.boss, around=poor, note="new disk comes on Monday")
    )
    assert read(booth, poor).is_live
