from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from console.widgets.hour_strip import HourStrip
from core.domain.lane_reading import DARK_HOURS, ReadCounts


def strip_with(counts):
    strip = HourStrip()
    strip.resize(600, 160)
    strip.show_hours(counts, DARK_HOURS)
    return strip


def test_arrow_keys_go_round_the_hours_of_the_day(qapp):
    strip = strip_with({})
    told = []
    strip.chosen.connect(told.append)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert told == [0, 23, 0, 23]


def test_a_click_chooses_the_hour_under_it(qapp):
    strip = strip_with({})
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(598, 50))
    assert strip.hour == 23
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(1, 50))
    assert strip.hour == 0


def test_more_vehicles_and_more_help_look_different(qapp):
    few = strip_with({12: ReadCounts(10), 13: ReadCounts(2)}).grab().toImage()
    many = strip_with({12: ReadCounts(10), 13: ReadCounts(9)}).grab().toImage()
    helped = strip_with({12: ReadCounts(10), 13: ReadCounts(9, 5)}).grab().toImage()
    assert few != many
    assert many != helped


def test_a_day_without_vehicles_can_be_painted_however_small(qapp):
    for size in ((600, 160), (10, 10), (1, 1)):
        strip = strip_with({5: ReadCounts()})
        strip.resize(*size)
        assert not strip.grab().isNull()
