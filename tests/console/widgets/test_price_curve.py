import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.theme import THEME_NAMES, apply_theme, theme_named
from console.widgets.chart_scale import length_ticks, value_ticks
from console.widgets.price_curve import CurveLine, PriceCurve

HOUR = 3600
NEW = CurveLine("new", (0, HOUR + 1, 2 * HOUR + 1), (40, 60, 80))


@pytest.fixture
def curve(qtbot):
    made = PriceCurve(lambda minor: f"NT$ {minor}")
    qtbot.addWidget(made)
    made.resize(400, 220)
    made.show()
    made.show_lines((NEW,), 4 * HOUR)
    return made


def test_a_price_is_read_at_a_length(curve):
    curve.look_at(HOUR)
    assert curve.sentence() == "1 h: NT$ 40"
    curve.look_at(HOUR + 60)
    assert curve.sentence() == "1 h 1 min: NT$ 60"


def test_keys_go_by_minutes_and_from_change_to_change(curve):
    curve.look_at(HOUR)
    QTest.keyClick(curve, Qt.Key.Key_PageDown)
    assert curve.length_s == HOUR + 1
    QTest.keyClick(curve, Qt.Key.Key_PageDown)
    assert curve.length_s == 2 * HOUR + 1
    QTest.keyClick(curve, Qt.Key.Key_PageUp)
    assert curve.length_s == HOUR + 1
    QTest.keyClick(curve, Qt.Key.Key_Home)
    QTest.keyClick(curve, Qt.Key.Key_Left)
    assert curve.length_s == 0
    QTest.keyClick(curve, Qt.Key.Key_Right)
    assert curve.length_s == 120
    QTest.keyClick(curve, Qt.Key.Key_End)
    assert curve.length_s == 4 * HOUR


def test_two_lines_are_read_with_their_names(curve):
    curve.show_lines((NEW, CurveLine("in force", (0,), (50,), is_quiet=True)), 4 * HOUR)
    curve.look_at(HOUR)
    assert curve.sentence() == "1 h: new NT$ 40, in force NT$ 50"


def test_a_length_without_a_price_says_so(curve):
    curve.show_lines((CurveLine("", (0, HOUR), (10, None)),), 4 * HOUR)
    curve.look_at(2 * HOUR)
    assert curve.sentence() == "2 h: no price"
    assert not curve.grab().isNull()


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_line_is_painted_in_each_theme(curve, qapp, theme):
    apply_theme(qapp, theme, 1.0)
    accent = theme_named(theme).code("accent")
    picture = curve.grab().toImage()
    found = any(
        picture.pixelColor(x, y).name() == accent
        for x in range(picture.width())
        for y in range(picture.height())
    )
    assert found


def test_nothing_to_show_is_no_fault(curve):
    curve.show_lines((), 1)
    assert curve.sentence() == ""
    assert not curve.grab().isNull()


@pytest.mark.parametrize("most", [0, 1, 7, 40, 240, 999, 123_456])
def test_scales_are_round_and_reach_the_highest_value(most):
    ticks = value_ticks(most)
    assert ticks[0] == 0
    assert ticks[-1] >= most
    assert 2 <= len(ticks) <= 6
    assert str(ticks[1]).rstrip("0") in {"1", "2", "5"}


@pytest.mark.parametrize("longest", [HOUR, 24 * HOUR, 30 * 24 * HOUR])
def test_lengths_are_marked_no_more_often_than_asked(longest):
    ticks = length_ticks(longest, most=6)
    assert 2 <= len(ticks) <= 7
    assert ticks[-1] <= longest
