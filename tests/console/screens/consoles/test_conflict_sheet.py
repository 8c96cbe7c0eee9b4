"""A conflict is decided over whatever screen is in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from console.state.sharing_watch import SharingWatch
from core.domain.journal import Subject
from core.services.propose import base_of, value_of

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def watch(desk):
    """Somebody proposed 80 spaces while the lot was changed otherwise."""

    def work(unit):
        held = value_of(unit, "lot", unit.lot_id)
        subject = [Subject("proposal", "p-1")]
        unit.record(
            "reference.proposed",
            {
                "what": "lot",
                "target_id": unit.lot_id,
                "base": base_of("lot", held | {"capacity": 3}),
                "document": held | {"capacity": 80},
            },
            who=desk.boss.person_id,
            subjects=subject,
        )
        unit.record("reference.conflict", {"current": held}, who="system", subjects=subject)

    desk.store.write(work)
    return SharingWatch(desk.console, desk.state, desk.app.jobs, desk.app)


def look(desk, watch):
    watch.look()
    desk.until(lambda: not watch._looking, "it has looked")


def test_who_may_not_decide_is_not_troubled(desk, watch):
    look(desk, watch)
    assert desk.state.message is None


def test_who_may_is_told_once_and_decides_with_two_keys(desk, watch):
    desk.sign_on(desk.boss)
    look(desk, watch)
    assert desk.state.message.code == "reference.conflict"
    desk.state.message = None
    look(desk, watch)
    assert desk.state.message is None
    desk.press(Qt.Key.Key_C, CTRL_SHIFT)
    sheet = desk.app.window.conflict_sheet
    desk.until(sheet.isVisible, "both values are shown")
    assert sheet.panel.texts() == [("Spaces", "80", "5")]
    desk.press(Qt.Key.Key_T, ALT)
    desk.until(lambda: not sheet.isVisible(), "it is decided")
    assert desk.store.read(lambda unit: unit.lot()).capacity == 80


def test_escape_decides_nothing(desk, watch):
    desk.sign_on(desk.boss)
    look(desk, watch)
    desk.press(Qt.Key.Key_C, CTRL_SHIFT)
    sheet = desk.app.window.conflict_sheet
    desk.until(sheet.isVisible, "both values are shown")
    desk.press(Qt.Key.Key_Escape)
    desk.until(lambda: not sheet.isVisible(), "it is closed")
    assert desk.store.read(lambda unit: unit.lot()).capacity == 5
    assert desk.state.conflicts == 1


def test_who_signs_on_later_is_told_too(desk, watch):
    look(desk, watch)
    desk.sign_on(desk.boss)
    look(desk, watch)
    assert desk.state.message.command_id == "conflicts.decide"
