import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from console.theme import THEME_NAMES, apply_theme
from console.widgets.week_map import WeekBlock, WeekMap

HOUR = 3600
DAYS = ("Mon", "Tue")
BLOCKS = tuple(
    WeekBlock(day, start * HOUR, end * HOUR, figure, rule, f"{DAYS[day]} {rule}", level, is_gap=gap)
    for day in range(2)
    for start, end, figure, rule, level, gap in (
        (0, 8, "free", "Night", 0.0, False),
        (8, 18, "NT$ 40", "Day", 1.0, False),
        (18, 24, "", "", 0.0, True),
    )
)


@pytest.fixture
def week(qtbot):
    made = WeekMap()
    qtbot.addWidget(made)
    made.resize(400, 260)
    made.show()
    made.show_week(DAYS, BLOCKS)
    return made


def test_keys_go_from_block_to_block(week):
    QTest.keyClick(week, Qt.Key.Key_Down)
    assert week.block == BLOCKS[1]
    QTest.keyClick(week, Qt.Key.Key_Right)
    assert week.block == BLOCKS[4]
    QTest.keyClick(week, Qt.Key.Key_Left)
    assert week.block == BLOCKS[1]
    QTest.keyClick(week, Qt.Key.Key_End)
    assert week.block == BLOCKS[-1]
    QTest.keyClick(week, Qt.Key.Key_Home)
    assert week.block == BLOCKS[0]


def test_what_is_chosen_is_said(week, qtbot):
    with qtbot.waitSignal(week.read) as said:
        week.choose(1)
    assert said.args == ["Mon Day"]
    assert week.accessibleDescription() == "Mon Day"


def test_enter_asks_for_the_rule(week, qtbot):
    week.choose(4)
    with qtbot.waitSignal(week.rule_asked) as asked:
        QTest.keyClick(week, Qt.Key.Key_Return)
    assert asked.args == [4]


def test_a_click_chooses_the_block_below_it(week):
    QTest.mouseClick(week, Qt.MouseButton.LeftButton, pos=QPoint(350, 130))
    assert week.block == BLOCKS[4]


def test_the_place_stays_when_the_plan_changes(week):
    week.choose(4)
    week.show_week(DAYS, BLOCKS[1:])
    assert week.block == BLOCKS[4]


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_dearer_time_is_told_from_free_time_and_from_a_gap(week, qapp, theme):
    apply_theme(qapp, theme, 1.0)
    picture = week.grab().toImage()
    free, dear, gap = (
        {picture.pixelColor(x, y).name() for x in range(60, 120) for y in range(top, top + 12)}
        for top in (30, 95, 190)
    )
    assert len({frozenset(free), frozenset(dear), frozenset(gap)}) == 3


def test_an_empty_week_is_no_fault(week):
    week.show_week((), ())
    QTest.keyClick(week, Qt.Key.Key_Down)
    assert week.block is None
    assert not week.grab().isNull()
