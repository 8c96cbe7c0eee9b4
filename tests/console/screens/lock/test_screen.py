"""The lock, in the window with the desk behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from console.screens.form.approval import ask_approval
from console.screens.lock import LockScreen
from console.state.messages import Message, Weight
from core.domain.people import Actor, Right, Role
from core.services.manage_people import add_person
from core.services.run_shift import open_shift
from core.services.set_up_lot import change_lot
from tests.console.screens.booth import PIN

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier
PAUSE_MS = 80


@pytest.fixture
def booth(desk):
    """Ben at the desk, whose PIN is known; Carla may relieve him."""
    pin_hash = desk.console.hasher.hash(PIN)

    def work(unit):
        return [
            add_person(unit, actor=desk.boss, name=name, role=role, pin_hash=pin_hash)
            for name, role in (("Bea", Role.ATTENDANT), ("Carla", Role.SUPERVISOR))
        ]

    bea, carla = desk.store.write(work)
    desk.bea, desk.carla = (Actor(one.person_id, one.name, one.role) for one in (bea, carla))
    desk.sign_on(desk.bea)
    return desk


def lock_of(booth):
    booth.until(lambda: "LockScreen" in booth.app.window.current, "the console is locked")
    screen = booth.app.window.screen_of(booth.app.window.current)
    assert isinstance(screen, LockScreen)
    return screen


def lock(booth):
    booth.press(Qt.Key.Key_L, CTRL)
    return lock_of(booth)


def pause():
    """What a person needs between two fields, and no scanner does."""
    QTest.qWait(PAUSE_MS)


def is_back(booth):
    booth.until(lambda: booth.state.actor is not None, "somebody is signed on")
    booth.until(lambda: booth.app.window.current == "desk", "the desk is in front")
    return booth.state.actor.name


def words_in(window):
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def unlock(booth, screen):
    booth.until(screen.unlock.entry.field.isEnabled, "the PIN can be typed")
    screen.unlock.entry.field.setFocus()
    booth.type(PIN)
    booth.press(ENTER)


def test_ctrl_l_locks_and_the_pin_brings_back_the_car_in_hand(booth):
    booth.car_inside("ABC1234")
    booth.choose("ABC1234")
    screen = lock(booth)
    assert booth.state.actor is None
    unlock(booth, screen)
    assert is_back(booth) == "Bea"
    assert booth.screen.car.car.chosen.stay.plate == "ABC1234"


def test_what_was_typed_is_kept_with_the_cursor_where_it_was(booth):
    booth.car_inside("ABC1234")
    booth.type("ABC12")
    field = booth.screen.car.field
    field.setCursorPosition(3)
    screen = lock(booth)
    unlock(booth, screen)
    assert is_back(booth) == "Bea"
    assert field.hasFocus()
    assert (field.text().replace("-", ""), field.selectedText()) == ("ABC12", "")
    assert field.cursorPosition() == 3


def test_a_question_that_was_open_stays_open_for_its_asker(booth):
    booth.press(Qt.Key.Key_F5)
    assert booth.override.isVisible()
    screen = lock(booth)
    unlock(booth, screen)
    assert is_back(booth) == "Bea"
    assert booth.override.isVisible()


def test_no_plate_and_no_price_is_seen_while_it_is_locked(booth):
    booth.car_inside("ABC1234")
    booth.choose("ABC1234")
    booth.arrive("exit", "ABC1234")
    booth.until(lambda: booth.state.lanes["exit"].waiting, "the exit waits")
    screen = lock(booth)
    words = words_in(booth.app.window)
    assert "ABC" not in words
    assert "NT$" not in words
    assert screen.lanes.sentences["Exit 1"].startswith("A car waits for you since")


def test_lanes_that_begin_to_wait_are_seen_while_it_is_locked(booth):
    screen = lock(booth)
    assert set(screen.lanes.sentences.values()) == {"Nobody waits."}
    booth.arrive("entry", None)
    booth.until(lambda: "A car waits" in screen.lanes.sentences["Entry 1"], "the lane says so")


def test_an_alarm_is_told_without_plate_and_amount_and_news_wait(booth):
    lock(booth)
    booth.state.post(Message(Weight.DONE, "payment.taken", {"amount_minor": 60, "number": "7"}))
    assert booth.message == ""
    booth.state.post(Message(Weight.ALARM, "clock.behind"))
    assert booth.message.startswith("The clock stands before the last record")
    booth.press(ESC)
    assert booth.message.startswith("The clock stands before the last record")
    booth.state.post(Message(Weight.ALARM, "refund.handed_out", {"plate": "ABC1234", "amount_minor": 60}))
    assert "ABC1234" not in booth.message
    assert "60" not in booth.message


def test_news_that_came_meanwhile_are_told_once_somebody_is_back(booth):
    screen = lock(booth)
    booth.state.post(Message(Weight.ATTENTION, "shift.none_open"))
    assert booth.message == ""
    unlock(booth, screen)
    is_back(booth)
    assert booth.message.startswith("No shift is open")


def test_no_key_of_the_desk_means_anything_while_it_is_locked(booth):
    lock(booth)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F9, Qt.Key.Key_F6):
        booth.press(key)
    booth.press(Qt.Key.Key_K, CTRL)
    assert not booth.app.window.palette_panel.isVisible()
    assert booth.pulses("entry") == 0
    assert not booth.screen.car.is_asking


def test_what_lay_over_the_desk_goes_when_it_is_locked(booth):
    booth.press(Qt.Key.Key_F1)
    assert booth.app.window.key_sheet.isVisible()
    booth.state.lock()
    assert not booth.app.window.key_sheet.isVisible()


def test_the_list_of_a_choice_goes_too_and_takes_no_key_from_the_lock(booth):
    choice = QComboBox(booth.app.window)
    choice.addItems(["ABC-1234", "XYZ-7788"])
    choice.show()
    choice.showPopup()
    assert QApplication.activePopupWidget() is not None
    booth.state.lock()
    assert QApplication.activePopupWidget() is None


def test_a_wrong_pin_leaves_it_locked(booth):
    screen = lock(booth)
    booth.type("1111")
    booth.press(ENTER)
    booth.until(lambda: screen.unlock.entry.told.startswith("That is not the PIN."), "it is told")
    assert booth.state.actor is None
    assert booth.state.locked_for == booth.bea


def idle_for(booth, seconds):
    """Nobody touches anything for so long."""
    window_lock = booth.app.window.lock
    before = window_lock.now_ns
    window_lock.now_ns = lambda: before() + seconds * 1_000_000_000
    QTest.qWait(1200)


def test_it_locks_itself_once_nobody_has_touched_it_for_two_minutes(booth):
    idle_for(booth, 110)
    assert booth.state.actor is not None
    idle_for(booth, 15)
    lock_of(booth)


def test_a_key_that_is_pressed_in_time_keeps_it_open(booth):
    idle_for(booth, 110)
    QTest.keyClick(booth.app.window.windowHandle(), Qt.Key.Key_Shift)
    idle_for(booth, 110)
    assert booth.state.actor is not None


def test_a_lot_that_wants_no_lock_by_itself_has_none(booth):
    never = replace(booth.state.lot, idle_lock_seconds=0)
    booth.store.write(lambda unit: change_lot(unit, actor=booth.boss, lot=never))
    booth.until(lambda: booth.state.lot == never, "the lot is changed")
    idle_for(booth, 4000)
    assert booth.state.actor is not None


def test_a_sign_on_that_nobody_ends_ends_after_twelve_hours_however_busy(booth):
    never = replace(booth.state.lot, idle_lock_seconds=0)
    booth.store.write(lambda unit: change_lot(unit, actor=booth.boss, lot=never))
    booth.until(lambda: booth.state.lot == never, "the lot is changed")
    idle_for(booth, 12 * 3600 - 60)
    QTest.keyClick(booth.app.window.windowHandle(), Qt.Key.Key_Shift)
    assert booth.state.actor is not None
    idle_for(booth, 120)
    lock_of(booth)
    assert booth.state.locked_for == booth.bea


def test_a_clock_that_is_set_says_nothing_of_who_is_here(booth):
    booth.clock.pass_by(hours=5)
    QTest.qWait(1200)
    assert booth.state.actor is not None


def test_somebody_who_relieves_takes_the_drawer_and_the_car_in_hand(booth):
    booth.store.write(lambda unit: open_shift(unit, actor=booth.bea, drawer="drawer-1", float_minor=1000))
    booth.until(lambda: booth.state.shift is not None, "the shift is open")
    booth.car_inside("ABC1234")
    booth.choose("ABC1234")
    screen = lock(booth)
    sign_on_another(booth, screen, "Carla")
    booth.until(lambda: screen.who.asks_relief, "it is asked")
    assert "shift of Bea is open" in screen.who.relief.title
    booth.press(Qt.Key.Key_1)
    assert is_back(booth) == "Carla"
    assert booth.screen.car.car.chosen.stay.plate == "ABC1234"
    booth.until(lambda: booth.state.shift.person_id == booth.carla.person_id, "the drawer is Carla's")


def test_a_relief_sees_no_screen_that_only_the_one_who_left_may_see(booth):
    booth.sign_on(booth.carla)
    booth.store.write(lambda unit: open_shift(unit, actor=booth.carla, drawer="drawer-1", float_minor=1000))
    booth.until(lambda: booth.state.shift is not None, "the shift is open")
    booth.press(Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    booth.until(lambda: booth.app.window.current == "audit", "Carla looks at who did what")
    screen = lock(booth)
    sign_on_another(booth, screen, "Bea")
    booth.until(lambda: screen.who.asks_relief, "it is asked")
    booth.press(Qt.Key.Key_1)
    assert is_back(booth) == "Bea"


def test_somebody_who_only_signs_on_begins_with_an_empty_desk(booth):
    booth.car_inside("ABC1234")
    booth.choose("ABC1234")
    screen = lock(booth)
    sign_on_another(booth, screen, "Carla")
    assert is_back(booth) == "Carla"
    assert booth.screen.car.car.chosen is None
    assert booth.screen.car.field.text() == ""


def test_escape_goes_from_the_names_back_to_whoever_left(booth):
    screen = lock(booth)
    booth.press(Qt.Key.Key_F2)
    booth.until(lambda: screen.asks_names, "the names are shown")
    booth.press(ESC)
    assert not screen.asks_names
    assert QApplication.focusWidget() is screen.unlock.entry.field


def test_an_approval_that_was_asked_for_goes_with_the_lock(booth):
    gone = []
    panel = ask_approval(
        booth.app.context,
        "approval.refund",
        Right.APPROVE_REFUND,
        lambda _approval: None,
        given_up=lambda: gone.append(True),
        over=booth.app.window,
    )
    assert panel.isVisible()
    booth.state.lock()
    assert gone == [True]


def test_a_badge_held_for_an_approval_is_no_code_for_the_desk(booth):
    assert booth.screen is not None
    panel = ask_approval(
        booth.app.context,
        "approval.refund",
        Right.APPROVE_REFUND,
        lambda _approval: None,
        over=booth.app.window,
    )
    booth.state.code_read.emit("0004182735")
    booth.until(lambda: panel.told.startswith("Nobody signs on with that badge."), "the badge is looked up")
    assert booth.message == ""
    booth.press(ESC)
    booth.state.code_read.emit("0004182735")
    booth.until(lambda: booth.message != "", "now it is a code for the desk")


def sign_on_another(booth, screen, name):
    booth.press(Qt.Key.Key_F2)
    booth.until(lambda: screen.asks_names and screen.who.people, "the names are shown")
    names = [person.name for person in screen.who.people]
    booth.type(str(names.index(name) + 1))
    pause()
    booth.type(PIN)
    booth.press(ENTER)
