"""What a person tells the drivers at a lane."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import BadInput, NotAllowed
from core.domain.journal import Subject
from core.domain.people import Actor, Role
from core.services.tell_drivers import keep_ready_texts, message_in, ready_texts, tell_drivers
from tests.booth import Booth


def tell(booth: Booth, text: str, lane_id: str = "exit", actor: Actor | None = None) -> str:
    return booth.store.write(
        lambda unit: tell_drivers(unit, actor=actor or booth.ben, lane_id=lane_id, text=text)
    )


def told(booth: Booth, lane_id: str = "exit") -> list[tuple[str, str] | None]:
    entries = booth.store.read(lambda unit: unit.entries_about(Subject("lane_message", lane_id)))
    return [message_in(entry) for entry in entries]


def test_a_text_is_kept_with_its_lane_and_never_in_the_open_part_of_the_journal(booth: Booth) -> None:
    assert tell(booth, "  Someone is\n coming, ABC1234 ") == "Someone is coming, ABC1234"
    assert told(booth) == [("exit", "Someone is coming, ABC1234")]
    entry = booth.store.read(lambda unit: unit.latest_about(Subject("lane_message", "exit"), most=1))[0]
    assert "ABC1234" not in str(entry.payload)


def test_an_empty_text_takes_the_last_one_away(booth: Booth) -> None:
    tell(booth, "Please wait")
    assert tell(booth, "   ") == ""
    assert told(booth)[-1] == ("exit", "")


def test_a_text_has_at_most_160_characters_and_no_controls(booth: Booth) -> None:
    assert tell(booth, "x" * 160) == "x" * 160
    assert tell(booth, "a\x1b@\u202eb\x00") == "a@b"
    with pytest.raises(BadInput, match=r"sign\.too_long"):
        tell(booth, "x" * 161)


def test_there_is_no_text_for_a_lane_that_is_not_there(booth: Booth) -> None:
    with pytest.raises(BadInput, match=r"lane\.unknown"):
        tell(booth, "Hello", lane_id="roof")


def test_only_who_may_open_gates_may_tell_drivers(booth: Booth) -> None:
    with pytest.raises(NotAllowed):
        tell(booth, "Hello", actor=Actor("x", "X", Role.LANDLORD))


def test_the_lots_own_list_replaces_the_usual_one(booth: Booth) -> None:
    assert ready_texts(booth.store.read(lambda unit: unit.lot())) is None
    texts = ["Please wait", " Please  wait ", "", "Gate 2 is faster"]
    booth.store.write(lambda unit: keep_ready_texts(unit, actor=booth.boss, texts=texts))
    assert ready_texts(booth.store.read(lambda unit: unit.lot())) == ("Please wait", "Gate 2 is faster")


def test_the_list_holds_at_most_twenty_and_is_the_administrators(booth: Booth) -> None:
    many = [f"Text {number}" for number in range(21)]
    with pytest.raises(BadInput, match=r"sign\.too_many"):
        booth.store.write(lambda unit: keep_ready_texts(unit, actor=booth.boss, texts=many))
    with pytest.raises(NotAllowed):
        booth.store.write(lambda unit: keep_ready_texts(unit, actor=booth.ben, texts=many[:2]))
    booth.store.write(lambda unit: keep_ready_texts(unit, actor=booth.boss, texts=many[:20]))


def test_entries_of_another_kind_or_purged_ones_hold_no_text(booth: Booth) -> None:
    tell(booth, "Please wait")
    entry = booth.store.read(lambda unit: unit.latest_about(Subject("lane_message", "exit"), most=1))[0]
    assert message_in(replace(entry, personal=None)) is None
    assert message_in(replace(entry, kind="lane.sighted")) is None
