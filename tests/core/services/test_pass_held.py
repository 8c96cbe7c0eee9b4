"""What is written down of a vehicle that went through a gate that is held open."""

from __future__ import annotations

from functools import partial

import pytest

from core.domain.errors import NotAllowed
from core.domain.journal import Entry
from core.domain.lots import Direction
from core.domain.people import Actor, Role
from core.domain.reads import Box, Vote, VotePolicy
from core.domain.stays import StayState
from core.services import pass_held as module
from core.services.pass_held import pass_held
from core.store.queries.chain import own_entries
from tests.booth import Booth


def vote(plate: str, confidence: float = 0.95) -> Vote:
    return Vote(plate, plate, confidence, 3, 3, (), Box(0, 0, 0, 0), 0)


def through(booth: Booth, direction: Direction, read: Vote | None, **more: str) -> str | None:
    return booth.store.write(
        partial(
            pass_held,
            lane_id=direction.value,
            direction=direction,
            sighting_id="",
            vote=read,
            policy=VotePolicy(),
            photo="p" * 64,
            hold_id="h1",
            **more,
        )
    )


def entries(booth: Booth, kind: str) -> list[Entry]:
    with booth.store.reading() as view:
        return [entry for entry in own_entries(view) if entry.kind == kind]


def test_two_cars_of_one_plate_are_two_stays_and_the_second_says_so(booth: Booth) -> None:
    through(booth, Direction.ENTRY, vote("ABC1234"))
    second = through(booth, Direction.ENTRY, vote("ABC1234"))
    stays = {stay.stay_id: stay for stay in booth.inside()}
    assert len(stays) == 2
    assert second is not None
    assert "open_stay_existed" in stays[second].notes


def test_of_two_stays_of_one_plate_none_is_ended_on_a_guess(booth: Booth) -> None:
    for _ in range(2):
        through(booth, Direction.ENTRY, vote("ABC1234"))
    assert through(booth, Direction.EXIT, vote("ABC1234")) is None
    assert [stay.state for stay in booth.inside()] == [StayState.INSIDE] * 2
    assert len(entries(booth, "lane.crossed_without_stay")) == 1


def test_a_car_that_was_never_seen_coming_in_leaves_a_picture_and_its_plate(booth: Booth) -> None:
    assert through(booth, Direction.EXIT, vote("XYZ9999")) is None
    sighted = entries(booth, "lane.sighted")[0]
    assert sighted.personal is not None
    assert (sighted.personal["plate"], sighted.payload["reason"]) == ("XYZ9999", "gate.held_open")
    crossed = entries(booth, "lane.crossed_without_stay")[0]
    assert crossed.personal == {"photo": "p" * 64}


def test_within_the_free_minutes_nothing_is_unpaid(booth: Booth) -> None:
    through(booth, Direction.ENTRY, vote("ABC1234"))
    through(booth, Direction.EXIT, vote("ABC1234"))
    assert booth.inside() == ()
    assert entries(booth, "stay.left_unpaid") == []


def test_what_cannot_be_priced_is_noted_without_a_figure(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    through(booth, Direction.ENTRY, vote("ABC1234"))
    booth.clock.pass_by(minutes=65)
    monkeypatch.setattr(module, "_price", lambda _unit, _stay: None)
    stay_id = through(booth, Direction.EXIT, vote("ABC1234"))
    unpaid = entries(booth, "stay.left_unpaid")[0]
    assert (unpaid.payload["due_minor"], unpaid.payload["reason"]) == (None, "exit.no_price")
    assert booth.store.read(lambda unit: unit.stay(stay_id or "")).state is StayState.LEFT


def test_a_car_that_overstayed_its_permit_is_noted_with_the_rest(booth: Booth) -> None:
    through(booth, Direction.ENTRY, vote("ABC1234"))
    booth.clock.pass_by(minutes=65)
    stay = booth.inside()[0]
    booth.pay(stay.stay_id)
    booth.clock.pass_by(minutes=16)
    through(booth, Direction.EXIT, vote("ABC1234"))
    unpaid = entries(booth, "stay.left_unpaid")[0]
    assert (unpaid.payload["due_minor"], unpaid.payload["reason"]) == (30, "exit.overstayed")
    left = booth.store.read(lambda unit: unit.stay(stay.stay_id))
    assert (left.state, left.paid_minor) == (StayState.LEFT, 45)


def test_a_crossing_that_nobody_saw_says_why_it_is_assumed(booth: Booth) -> None:
    through(booth, Direction.ENTRY, vote("ABC1234"), assumed="loops.closing_stuck")
    assert entries(booth, "stay.entered")[0].payload["assumed"] == "loops.closing_stuck"


@pytest.mark.parametrize("plate", ["", "';--", "=cmd|' /C calc'!A0", "\u202eABC", "x" * 300])
def test_whatever_the_camera_says_the_car_is_a_stay(booth: Booth, plate: str) -> None:
    through(booth, Direction.ENTRY, vote(plate))
    assert [stay.state for stay in booth.inside()] == [StayState.INSIDE]


def test_only_who_may_admit_and_release_writes_it_down(booth: Booth) -> None:
    kiosk = Actor("k", "Kiosk", Role.KIOSK)
    with pytest.raises(NotAllowed):
        booth.store.write(
            partial(
                pass_held,
                lane_id="entry",
                direction=Direction.ENTRY,
                sighting_id="",
                vote=None,
                policy=VotePolicy(),
                photo="",
                hold_id="h1",
                actor=kiosk,
            )
        )
