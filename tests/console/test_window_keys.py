import pytest
from PySide6.QtCore import Qt

ALT = Qt.KeyboardModifier.AltModifier


def opened(desk, name: str):
    desk.sign_on(desk.boss)
    desk.app.context.show(name)
    desk.until(lambda: desk.app.window.current == name, f"{name} is in front")
    return desk.app.window.screen_of(name)


def test_a_key_that_the_desk_has_too_turns_the_pages_of_the_audit(desk):
    screen = opened(desk, "audit")
    for key, page in ((Qt.Key.Key_2, "refused"), (Qt.Key.Key_4, "proof"), (Qt.Key.Key_1, "happened")):
        desk.press(key, ALT)
        assert screen.tabs.page == page
    assert not desk.message


def test_a_key_that_the_desk_has_too_turns_to_the_clients(desk):
    screen = opened(desk, "people")
    desk.press(Qt.Key.Key_2, ALT)
    assert screen.clients.isVisible()
    desk.press(Qt.Key.Key_1, ALT)
    assert screen.staff.isVisible()


def test_back_at_the_desk_the_key_is_the_desks_again(desk):
    opened(desk, "audit")
    desk.app.context.show("desk")
    desk.until(lambda: desk.app.window.current == "desk", "the desk is in front")
    desk.press(Qt.Key.Key_2, ALT)
    assert desk.message


@pytest.mark.parametrize("name", ["audit", "people", "payments", "shift", "settings"])
def test_the_keys_of_the_window_hold_on_every_screen(desk, name):
    opened(desk, name)
    desk.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.app.window.current == "desk", "the desk is in front")
