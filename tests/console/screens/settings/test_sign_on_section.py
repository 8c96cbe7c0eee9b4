import pytest
from PySide6.QtCore import Qt

from console.screens.settings import SettingsScreen
from core.domain.lots import Lot

DOWN, TAB = Qt.Key.Key_Down, Qt.Key.Key_Tab
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(booth):
    booth.set_up()
    made = SettingsScreen(booth.ctx)
    booth.show(made)
    for _ in range(20):
        if made.section.title() == "Sign-on":
            return made
        booth.press(DOWN)
    raise AssertionError("there is no such section")


def test_the_booth_locks_later_and_badges_need_the_pin_from_now_on(booth, screen):
    booth.press(TAB)
    booth.press(Qt.Key.Key_A, CTRL)
    booth.type("300")
    booth.press(TAB)
    booth.press(DOWN)
    booth.press(Qt.Key.Key_S, CTRL)
    booth.until(lambda: booth.state.lot.idle_lock_seconds == 300, "it is kept")
    assert booth.state.lot.badge_needs_pin
    booth.until(lambda: "Saved" in screen.section.told, "it is said")


def test_what_was_never_changed_is_not_written_for_consoles_that_know_nothing_of_it(booth, screen):
    lot: Lot = booth.state.lot
    assert (lot.idle_lock_seconds, lot.badge_needs_pin) == (120, False)
    assert not {"idle_lock_seconds", "badge_needs_pin"} & set(lot.to_document())
    assert Lot.from_document(lot.to_document()) == lot
