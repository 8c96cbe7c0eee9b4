"""The history of a stay says who described it anew, from what to what."""

from __future__ import annotations

from console.screens.inside.history import History, happenings
from core.domain.lots import Lot
from tests.core.domain.samples import entry_of

LOT = Lot("lot", "Riverside", 5, "Asia/Taipei", "TWD", ())


def told(**payload: object) -> str:
    entry = entry_of("stay.described", 2, payload=payload)
    (happening,) = happenings(History("stay-1", (entry,), {"person-1": "Ben"}), LOT)
    assert happening.who == "Ben"
    return happening.what


def test_a_change_of_class_and_marks_is_told_from_what_to_what() -> None:
    before = {"vehicle_class": "car", "loyalty": "", "tags": []}
    after = {"vehicle_class": "coach", "loyalty": "gold", "tags": ["ev"]}
    said = told(before=before, after=after)
    assert said == "Described: Car → Coach, no member → gold, no marks → ev"


def test_a_lost_ticket_is_told_with_its_reason_and_taken_back_without() -> None:
    said = told(
        before={"lost_ticket": False},
        after={"lost_ticket": True},
        reason="other",
        note="washed with the coat",
    )
    assert said == "Described: ticket there → ticket lost, washed with the coat"
    assert told(before={"lost_ticket": True}, after={"lost_ticket": False}).endswith("lost → ticket there")
