"""F8 at the desk: what drivers read, and lanes that are closed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from console.screens.desk.lane_message_panel import LaneMessagePanel
from core.domain.journal import Subject
from core.services.close_lane import closure_of
from core.services.ports import SignText
from core.services.tell_drivers import message_in, ready_texts
from devices.simulator.sign import SimulatedSign
from reports.sign_text import usual_ready_texts
from tests.console.desk_booth import DeskBooth

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def panel(desk: DeskBooth) -> LaneMessagePanel:
    return desk.screen.car.questions.messages.panel


def texts_told(desk: DeskBooth, lane_id: str = "entry") -> list[str]:
    entries = desk.store.read(lambda unit: unit.entries_about(Subject("lane_message", lane_id)))
    return [told[1] for told in map(message_in, entries) if told is not None]


def is_closed(desk: DeskBooth, lane_id: str = "entry") -> bool:
    return desk.store.read(lambda unit: closure_of(unit, lane_id)) is not None


def ask(desk: DeskBooth) -> LaneMessagePanel:
    desk.state.select_lane("entry")
    desk.press(Qt.Key.Key_F8)
    desk.until(lambda: not panel(desk).isHidden(), "the panel is there")
    return panel(desk)


def test_a_text_is_typed_and_shown_with_enter(desk):
    ask(desk)
    desk.type("Wet floor")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: texts_told(desk) == ["Wet floor"], "it is told")
    desk.until(lambda: "Wet floor" in desk.message, "and said at the desk")
    assert panel(desk).isHidden()


def test_the_arrow_keys_choose_a_ready_text(desk):
    ask(desk)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert panel(desk).text == usual_ready_texts("en")[1]
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: texts_told(desk) == [usual_ready_texts("en")[1]], "it is told")


def test_an_empty_field_takes_the_text_away(desk):
    ask(desk)
    desk.type("Wet floor")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: texts_told(desk) == ["Wet floor"], "it is told")
    ask(desk)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: texts_told(desk) == ["Wet floor", ""], "it is taken away")


def test_esc_tells_nobody_anything(desk):
    ask(desk)
    desk.type("Wet floor")
    desk.press(Qt.Key.Key_Escape)
    assert panel(desk).isHidden()
    assert texts_told(desk) == []


def test_no_more_than_160_characters_can_be_typed(desk):
    ask(desk)
    desk.type("x" * 170)
    assert len(panel(desk).text) == 160


def test_a_lane_without_a_sign_says_that_nobody_will_read_it(desk):
    shown = ask(desk)
    assert "no sign" in shown._notice.text()


def test_what_stands_on_the_sign_now_is_said(desk):
    runner = desk.console.lanes["entry"]
    sign = SimulatedSign()
    runner.devices = replace(runner.devices, sign=sign)
    sign.start()
    sign.show(SignText(("Welcome", "Spaces free: 5")))
    desk.until(lambda: sign.shown != (), "it shows something")
    desk.until(lambda: sign.measures()[0].value == "Welcome / Spaces free: 5", "the text")
    shown = ask(desk)
    assert "Welcome / Spaces free: 5" in shown._shown_now.text()
    assert not shown._notice.text()
    sign.stop()


def test_a_lane_is_closed_and_opened_again_with_its_key(desk):
    desk.state.select_lane("entry")
    desk.press(Qt.Key.Key_F8, SHIFT)
    desk.until(lambda: is_closed(desk), "it is closed")
    desk.until(lambda: "entry" in desk.state.closed_lanes, "the desk knows")
    desk.until(lambda: "closed" in desk.message, "and says so")
    desk.press(Qt.Key.Key_F8, SHIFT)
    desk.until(lambda: not is_closed(desk), "it is open")
    desk.until(lambda: not desk.state.closed_lanes, "the desk knows")


def test_a_closed_lane_says_so_on_its_tile_and_its_car_waits_for_a_person(desk):
    desk.state.select_lane("entry")
    desk.press(Qt.Key.Key_F8, SHIFT)
    tile = desk.screen.lanes._tiles["entry"]
    desk.until(lambda: "This lane is closed" in tile._why.text(), "the tile says so")
    desk.arrive("entry", "ABC1234")
    desk.until(lambda: desk.state.lanes["entry"].reason == "lane.closed", "the car is refused")
    desk.until(lambda: "This lane is closed" in tile._why.text(), "the tile says why")
    assert desk.pulses("entry") == 0
    desk.press(Qt.Key.Key_F8, SHIFT)
    desk.until(lambda: desk.pulses("entry") == 1, "opened again, the car that waits goes through")


def test_the_panel_closes_the_lane_too(desk):
    shown = ask(desk)
    shown._close.click()
    desk.until(lambda: is_closed(desk), "it is closed")
    assert shown.isHidden()
    desk.until(lambda: "entry" in desk.state.closed_lanes, "the desk knows")
    assert "again" in ask(desk)._close.text()


def test_an_attendant_cannot_change_the_list_and_the_administrator_can(desk):
    assert not ask(desk)._keep.isVisible()
    desk.press(Qt.Key.Key_Escape)
    desk.sign_on(desk.boss)
    shown = ask(desk)
    desk.type("Gate 2 is faster")
    desk.press(Qt.Key.Key_S, CONTROL)
    usual = usual_ready_texts("en")
    desk.until(lambda: ready_texts(desk.store.read(lambda unit: unit.lot())) == (*usual, "Gate 2 is faster"))
    desk.until(lambda: shown._list.count() == len(usual) + 1, "the list follows")
    desk.press(Qt.Key.Key_D, CONTROL)
    desk.until(lambda: ready_texts(desk.store.read(lambda unit: unit.lot())) == usual, "it is taken out")


def test_a_reader_at_the_booth_lets_the_car_go_that_stands_at_the_exit(desk):
    desk.arrive("exit", "ABC1234")
    desk.until(lambda: desk.state.lanes["exit"].waiting, "the car waits")
    desk.app.bridge.on_code("hello")
    desk.until(lambda: "could not be read" in desk.message, "it is said why not")
    assert desk.pulses("exit") == 0


def test_enter_asks_nothing_about_a_car_at_a_closed_lane_which_no_answer_lets_through(desk):
    desk.state.select_lane("entry")
    desk.press(Qt.Key.Key_F8, SHIFT)
    desk.until(lambda: "entry" in desk.state.closed_lanes, "it is closed")
    desk.arrive("entry", "ABC1234")
    desk.until(lambda: desk.state.lanes["entry"].reason == "lane.closed", "the car waits")
    desk.press(Qt.Key.Key_Return)
    assert not desk.screen.car._pages.asks_about_lane
    assert "Shift+F8" in desk.screen.lanes._tiles["entry"]._step.text()
