"""Conflicts between a change that was proposed and what was decided meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from console.screens.consoles.conflicts import Difference, differences_of, title_of
from core.domain.journal import Subject
from core.domain.lots import Lot
from core.domain.proposals import Proposal
from core.services.propose import base_of, value_of
from tests.console.screens.booth import LANES
from tests.console.screens.consoles.test_screen import appoint, join, shown

ALT = Qt.KeyboardModifier.AltModifier
NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
LOT = Lot("lot", "Riverside", 60, "Asia/Taipei", "TWD", LANES)


def proposal(what, document, current, target_id="x"):
    return Proposal("p-1", "c", what, target_id, "", document, NOON, "someone", current=current)


def test_only_what_differs_is_shown():
    changed = LOT.to_document() | {"capacity": 80}
    (one,) = differences_of(proposal("lot", changed, LOT.to_document()), LOT, NOON)
    assert one == Difference("Spaces", "80", "60")


def test_lanes_are_named():
    fewer = LOT.to_document() | {"lanes": LOT.to_document()["lanes"][:1]}
    (one,) = differences_of(proposal("lot", fewer, LOT.to_document()), LOT, NOON)
    assert (one.proposed, one.current) == ("Entry 1", "Entry 1, Exit 1")


def test_a_person_is_compared_in_words():
    wanted = {"name": "Eve", "role": "supervisor", "active": False, "language": None}
    held = {"name": "Eve", "role": "attendant", "active": True, "language": "zh_TW"}
    lines = differences_of(proposal("person", wanted, held), LOT, NOON)
    assert lines == [
        Difference("Role", "Supervisor", "Attendant"),
        Difference("May sign on", "no", "yes"),
        Difference("Language", "—", "zh_TW"),
    ]


def test_a_rate_plan_stands_against_the_versions_that_hold():
    wanted = {"plan": {"plan_id": "standard", "name": "Summer"}, "effective_at": 1_778_673_600_000_000}
    held = {"versions": [["standard", 1], ["standard", 2]]}
    first, second = differences_of(proposal("rates", wanted, held), LOT, NOON)
    assert first == Difference("Rate plan", "Summer", "standard, version 1; standard, version 2")
    assert second.label == "Holds from"


@pytest.mark.parametrize(
    ("what", "document"), [("rates", {}), ("rates", {"plan": 3, "effective_at": "soon"}), ("odd", {"x": 1})]
)
def test_what_nobody_understands_is_shown_as_far_as_it_goes(what, document):
    made = proposal(what, document, {"versions": 7})
    assert title_of(made)
    assert isinstance(differences_of(made, LOT, NOON), list)


@pytest.fixture
def conflict(booth):
    """The kiosk proposed 80 spaces while the hub changed the lot to 70."""
    booth.set_up()
    join(booth, booth.store.console_id, "Booth", 1)
    join(booth, "c-kiosk", "Kiosk", 2)
    appoint(booth, booth.store.console_id)

    def work(unit):
        held = value_of(unit, "lot", unit.lot_id)
        subject = [Subject("proposal", "p-1")]
        unit.record(
            "reference.proposed",
            {
                "what": "lot",
                "target_id": unit.lot_id,
                "base": base_of("lot", held | {"capacity": 50}),
                "document": held | {"capacity": 80},
            },
            who=booth.ann.person_id,
            subjects=subject,
        )
        unit.record("reference.conflict", {"current": held}, who="system", subjects=subject)

    booth.store.write(work)
    return booth


def opened(booth):
    screen = shown(booth)
    found = next(one for one in screen.malfunctions.mendable if one.code == "malfunction.conflicts")
    screen.malfunctions.repair_asked.emit(found)
    panel = screen.below.conflict
    booth.until(lambda: screen.below.currentWidget() is panel, "both values are shown")
    return screen, panel


def test_both_values_are_shown_and_the_proposed_one_is_taken(conflict):
    _screen, panel = opened(conflict)
    assert panel.texts() == [("Spaces", "80", "60")]
    conflict.press(Qt.Key.Key_T, ALT)
    conflict.until(lambda: conflict.state.message is not None, "it is decided")
    assert conflict.state.message.code == "reference.accepted"
    assert conflict.store.read(lambda unit: unit.lot()).capacity == 80
    conflict.until(lambda: panel.texts() == [], "nothing waits any more")


def test_what_holds_is_kept(conflict):
    _screen, _panel = opened(conflict)
    conflict.press(Qt.Key.Key_N, ALT)
    conflict.until(lambda: conflict.state.message is not None, "it is decided")
    assert conflict.state.message.code == "reference.other_value_kept"
    assert conflict.store.read(lambda unit: unit.lot()).capacity == 60


def test_enter_decides_nothing(conflict):
    screen, _panel = opened(conflict)
    conflict.press(Qt.Key.Key_Return)
    assert conflict.state.message is None
    conflict.press(Qt.Key.Key_Escape)
    assert screen.below.currentWidget() is not screen.below.conflict
