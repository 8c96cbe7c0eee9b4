import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from console.i18n import install_language
from console.theme import apply_theme
from console.widgets.key_button import KeyButton
from console.widgets.lane_strip import LaneStrip
from console.widgets.message_bar import MessageBar
from console.widgets.money_label import MoneyLabel
from console.widgets.price_lines import PriceLine, PriceLines
from console.widgets.quiet_table import QuietTable, TableFoot
from console.widgets.status import StatusWord
from core.services.ports import Boom


def test_a_message_offers_its_next_step_with_its_key(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(900, 48)
    bar.show()
    bar.show_message("Exit 2: same car?", "Compare the photos.", weight="attention", step="Compare", key="F3")
    step = next(one for one in bar.findChildren(KeyButton) if one.key == "F3")
    with qtbot.waitSignal(bar.step_taken, timeout=10_000):
        qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert bar.accessibleName() == "Exit 2: same car? Compare the photos."


def test_a_message_can_be_put_away_and_the_bar_stays_in_its_place(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(900, 60)
    bar.show()
    empty = bar.minimumSizeHint().height()
    bar.show_message("Receipt 000123 printed.")
    away = next(one for one in bar.findChildren(KeyButton) if one.key == "Esc")
    with qtbot.waitSignal(bar.dismissed, timeout=10_000):
        qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    bar.clear()
    assert bar.text() == ""
    assert bar.isVisible()
    assert bar.minimumHeight() >= empty - 1 or bar.minimumHeight() >= 42


def test_a_message_of_ten_kilobytes_does_not_widen_the_window(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("word " * 2000, weight="alarm")
    assert bar.minimumSizeHint().width() < 600


def test_a_weight_that_does_not_exist_is_an_error(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    with pytest.raises(KeyError):
        bar.show_message("x", weight="loud")


def test_the_price_shows_every_line_and_its_total(qtbot: QtBot) -> None:
    lines = PriceLines()
    qtbot.addWidget(lines)
    lines.show_lines(
        [PriceLine("First hour", 40), PriceLine("Shop discount", -10), PriceLine("Cap reached", None)],
        30,
        "TWD",
    )
    assert lines.total_text() == "NT$ 30"
    assert lines.accessibleName() == "First hour NT$ 40; Shop discount −NT$ 10; Cap reached ; NT$ 30"
    lines.show_lines([PriceLine("First hour", 40)], 40, "TWD")
    assert lines.accessibleName() == "First hour NT$ 40; NT$ 40"
    lines.clear()
    assert lines.accessibleName() == ""
    assert lines.total_text() == ""


def test_an_amount_without_room_grows_smaller_and_is_not_cut(qtbot: QtBot) -> None:
    label = MoneyLabel()
    qtbot.addWidget(label)
    label.show_money(123_456_789, "EUR")
    assert label.minimumSizeHint().width() < label.sizeHint().width()
    label.resize(label.minimumSizeHint())
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    edge = [image.pixelColor(x, y) for x in (0, image.width() - 1) for y in range(image.height())]
    assert all(pixel == ground for pixel in edge)


def test_a_button_with_a_key_tells_it_and_is_large_enough(qtbot: QtBot) -> None:
    button = KeyButton("Take cash", "F9")
    qtbot.addWidget(button)
    assert button.accessibleDescription() == "Key F9"
    assert button.sizeHint().height() >= 32
    button.set_key("")
    assert button.accessibleDescription() == ""
    large = KeyButton("Pay", "", large=True)
    qtbot.addWidget(large)
    assert large.sizeHint().height() >= 60


def test_the_focus_of_a_button_can_be_seen(qtbot: QtBot) -> None:
    for primary in (False, True):
        button = KeyButton("Take cash", "F9", primary=primary)
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        button.show()
        button.clearFocus()
        before = button.grab().toImage()
        button.activateWindow()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus, timeout=10_000)
        assert button.grab().toImage() != before


def test_an_unknown_boom_and_loop_are_said_to_be_not_measured(qtbot: QtBot) -> None:
    strip = LaneStrip()
    qtbot.addWidget(strip)
    strip.show_lane(Boom.UNKNOWN, arming=None, closing=False)
    assert strip.accessibleName() == "Boom not measured, loop before it not measured, free behind it"
    unknown = strip.grab().toImage()
    strip.show_lane(Boom.DOWN, arming=False, closing=False)
    assert strip.grab().toImage() != unknown


def test_a_strip_speaks_the_language_of_the_moment(qapp: QApplication, qtbot: QtBot) -> None:
    strip = LaneStrip()
    qtbot.addWidget(strip)
    install_language(qapp, "zh_TW")
    qtbot.waitUntil(lambda: "柵欄" in strip.accessibleName(), timeout=10_000)


def test_a_state_word_tells_state_and_word(qtbot: QtBot) -> None:
    word = StatusWord()
    qtbot.addWidget(word)
    word.show_state("attention", "Printer paper low")
    assert word.text() == "Printer paper low"
    assert word.accessibleName() == "Printer paper low"
    with pytest.raises(ValueError, match="splendid"):
        word.show_state("splendid", "x")


def _table(qtbot: QtBot, rows: int) -> QuietTable:
    table = QuietTable()
    qtbot.addWidget(table)
    model = QStandardItemModel(table)
    model.setHorizontalHeaderLabels(["Plate", "Due"])
    for row in range(rows):
        model.appendRow([QStandardItem(f"ABC-{row:04d}"), QStandardItem("W" * 10_000)])
    table.setModel(model)
    table.resize(480, 300)
    table.show()
    return table


def test_arrow_keys_choose_rows_and_enter_activates_them(qtbot: QtBot) -> None:
    table = _table(qtbot, 4)
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
    with qtbot.waitSignal(table.activated, timeout=10_000):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_every_row_is_one_line_however_long_its_text(qapp: QApplication, qtbot: QtBot) -> None:
    table = _table(qtbot, 3)
    assert {table.rowHeight(row) for row in range(3)} == {table.verticalHeader().defaultSectionSize()}
    assert table.columnWidth(1) <= 480
    apply_theme(qapp, "light", 2.0)
    assert table.rowHeight(0) > 40


def test_an_empty_table_says_what_to_do(qtbot: QtBot) -> None:
    table = _table(qtbot, 0)
    before = table.grab().toImage()
    table.set_empty("Nobody is inside.", "Cars appear here when they enter.")
    assert table.grab().toImage() != before


def test_the_foot_of_a_table_counts_and_sums(qtbot: QtBot) -> None:
    foot = TableFoot()
    qtbot.addWidget(foot)
    foot.show_words("4 cars inside", "NT$ 1,200")
    assert not foot.grab().isNull()


def test_enter_does_not_press_a_button_that_nobody_chose(qtbot: QtBot) -> None:
    button = KeyButton("Open", "F5")
    qtbot.addWidget(button)
    assert isinstance(button, QPushButton)
    assert not button.autoDefault()
