import pytest
from PySide6.QtCore import Qt

from console.screens.reading import ReadingScreen
from core.domain.errors import StoreError
from core.services.ports import Still
from tests.core.store.queries.sighted import ask_and_type, sight

TAB, DOWN, RIGHT, HOME = Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Home


@pytest.fixture
def lot(booth):
    booth.set_up()
    # Two in the afternoon at the lot.
    booth.clock.pass_by(hours=6)
    return booth


def show(booth):
    screen = ReadingScreen(booth.ctx)
    booth.show(screen)
    booth.until(lambda: len(screen.lanes) == 2, "both lanes are listed")
    return screen


def seen(booth, count, lane="entry-1"):
    for number in range(count):
        booth.store.write(lambda unit, number=number: sight(unit, f"{lane}-{number}", lane, "ABC1234"))


def misread(booth, count):
    photo = booth.console.photos.keep(Still(1, 0, 8, 8, b"no picture", b"none"))
    for number in range(count):
        booth.store.write(
            lambda unit, number=number: ask_and_type(
                unit, f"m{number}", "entry-1", "A8C1234", "ABC1234", actor=booth.ann, photo=photo
            )
        )


def test_a_lot_without_vehicles_says_what_to_do(lot):
    screen = show(lot)
    assert screen.is_empty
    assert [lane.total.vehicles for lane in screen.lanes] == [0, 0]


def test_every_lane_has_its_line_and_what_stands_out_is_said(lot):
    seen(lot, 40)
    misread(lot, 5)
    screen = show(lot)
    assert not screen.is_empty
    words = screen.panel.words()
    assert "Entry 1" in words
    assert "Reads 8 for B: 5 times." in words
    assert any("read A8C1234, is ABC1234" in word for word in words)


def test_the_arrow_key_goes_to_the_next_lane(lot):
    seen(lot, 40)
    screen = show(lot)
    lot.press(DOWN)
    lot.until(lambda: "Exit 1" in screen.panel.words(), "the exit is shown")
    assert any("Too few vehicles" in word for word in screen.panel.words())


def test_the_hours_are_read_out_at_the_keyboard(lot):
    seen(lot, 40)
    screen = show(lot)
    lot.press(TAB)
    assert screen.panel.strip.hasFocus()
    lot.press(HOME)
    assert "00:00 to 01:00: no vehicle" in screen.panel.words()
    lot.press(RIGHT, times=14)
    assert any(word.startswith("14:00 to 15:00: 40 vehicles, 100.0") for word in screen.panel.words())
    assert "40 vehicles" in screen.panel.strip.accessibleDescription()


def test_today_leaves_out_what_was_yesterday(lot):
    seen(lot, 40)
    lot.clock.pass_by(days=1)
    screen = show(lot)
    assert screen.lanes[0].total.vehicles == 40
    lot.press(TAB, Qt.KeyboardModifier.ShiftModifier)
    lot.press(HOME)
    lot.until(lambda: screen.lanes[0].total.vehicles == 0, "today nobody came")
    assert screen.is_empty


def test_the_screen_counts_again_when_it_is_opened_again(lot):
    screen = show(lot)
    screen.hide()
    seen(lot, 3)
    screen.show()
    lot.until(lambda: screen.lanes[0].total.vehicles == 3, "they are counted")


def test_a_store_that_does_not_answer_is_said(lot, monkeypatch):
    screen = show(lot)

    def refuse(*_arguments):
        raise StoreError("store.busy")

    monkeypatch.setattr("console.screens.reading.screen.reading_since", refuse)
    screen.reload()
    lot.until(lambda: "cannot keep up" in screen.trouble, "it is said")
