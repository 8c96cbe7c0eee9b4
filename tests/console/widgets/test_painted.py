"""Every painted widget keeps its words whole, whatever the scale, and follows theme and scale."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.theme import TypeRole, apply_theme, font_for
from console.widgets.empty_state import EmptyState
from console.widgets.key_button import KeyButton
from console.widgets.lane_strip import LaneStrip
from console.widgets.message_bar import MessageBar
from console.widgets.money_label import MoneyLabel
from console.widgets.painting import elided, key_words
from console.widgets.photo_card import PhotoCard
from console.widgets.picture_tile import PictureTile
from console.widgets.plate_field import PlateField
from console.widgets.price_lines import PriceLine, PriceLines
from console.widgets.status import StatusLamp, StatusWord
from core.services.ports import Boom

TEN_KB = "W" * 10_000


def _button(text: str) -> QWidget:
    return KeyButton(text, "F9", icon_name="cash", primary=True)


def _word(text: str) -> QWidget:
    word = StatusWord()
    word.show_state("alarm", text)
    return word


def _card(text: str) -> QWidget:
    card = PhotoCard(1)
    card.show_car(plate=text, line=text, duration=text, picture=None, state="attention", state_text=text)
    return card


def _bar(text: str) -> QWidget:
    bar = MessageBar()
    bar.show_message(text, text, weight="attention", step="Compare", key="F3")
    return bar


def _tile(text: str) -> QWidget:
    tile = PictureTile(lambda: None)
    tile.show_read(text, 0.9)
    tile.show_cause(text)
    return tile


def _money(_text: str) -> QWidget:
    label = MoneyLabel()
    label.show_money(120_000, "TWD")
    return label


def _lines(text: str) -> QWidget:
    lines = PriceLines()
    lines.show_lines([PriceLine(text[:200], 40)], 40, "TWD", note=text[:200])
    return lines


def _field(text: str) -> QWidget:
    field = PlateField()
    field.set_hint("Plate")
    field.insert(text)
    return field


def _strip(_text: str) -> QWidget:
    strip = LaneStrip()
    strip.show_lane(Boom.MOVING, arming=True, closing=None)
    return strip


def _lamp(text: str) -> QWidget:
    lamp = StatusLamp()
    lamp.show_state("unknown", text)
    return lamp


def _empty(text: str) -> QWidget:
    return EmptyState(text[:200], text[:200], icon_name="car")


MAKERS = (_button, _word, _card, _bar, _tile, _money, _lines, _field, _strip, _lamp, _empty)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_widget_can_be_painted_with_nothing_and_with_ten_kilobytes(
    qapp: QApplication, qtbot: QtBot, make: Callable[[str], QWidget], name: str
) -> None:
    for text in ("", "ABC-1234", "臨 5678", TEN_KB, "\u0000\u202e\n<b>x</b>"):
        widget = make(text)
        qtbot.addWidget(widget)
        for scale in (1.0, 2.0):
            apply_theme(qapp, name, scale)
            widget.resize(180, 60)
            assert not widget.grab().isNull()


@pytest.mark.parametrize("make", MAKERS)
def test_every_widget_grows_with_the_scale(
    qapp: QApplication, qtbot: QtBot, make: Callable[[str], QWidget]
) -> None:
    widget = make("ABC-1234")
    qtbot.addWidget(widget)
    before = widget.sizeHint()
    apply_theme(qapp, "light", 2.0)
    after = widget.sizeHint()
    if make is not _tile:  # a picture keeps its size, only the words on it grow
        assert after.height() > before.height()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("text", ["Take cash", "Hold the boom open", "保持柵欄開啟"])
def test_no_word_on_a_button_is_cut_at_its_own_size(
    qapp: QApplication, qtbot: QtBot, scale: float, text: str
) -> None:
    apply_theme(qapp, "light", scale)
    button = KeyButton(text, "Ctrl+Shift+F9", icon_name="cash")
    qtbot.addWidget(button)
    hint = button.sizeHint()
    words = QFontMetricsF(font_for(TypeRole.BODY)).horizontalAdvance(text)
    key = QFontMetricsF(font_for(TypeRole.QUIET)).horizontalAdvance(key_words("Ctrl+Shift+F9"))
    assert hint.width() > words + key + 20 * scale
    assert hint.height() >= max(32, QFontMetricsF(font_for(TypeRole.BODY)).height())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_ordinary_text_in_labels_is_never_higher_than_its_label(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    apply_theme(qapp, "light", scale)
    lines = PriceLines()
    qtbot.addWidget(lines)
    lines.show_lines(
        [PriceLine("First hour", 40), PriceLine("首 1 小時", 90)], 130, "TWD", note="leave by 14:47"
    )
    lines.resize(lines.sizeHint().expandedTo(lines.minimumSizeHint()))
    lines.show()
    for label in lines.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= QFontMetricsF(label.font()).height() - 1


def test_a_cut_text_ends_in_an_ellipsis_and_fits() -> None:
    font = font_for(TypeRole.BODY)
    cut = elided(TEN_KB, font, 120)
    assert cut.endswith("…")
    assert QFontMetricsF(font).horizontalAdvance(cut) <= 120


def test_keys_are_written_as_they_stand_on_the_keyboard() -> None:
    assert key_words("Ctrl+Return") == "Ctrl Enter"
    assert key_words("F9") == "F9"
    assert key_words("+") == "+"
    assert key_words("Ctrl++") == "Ctrl Plus"


def test_every_shape_of_a_state_differs_without_its_colour(qtbot: QtBot) -> None:
    seen = set()
    for state in ("ok", "attention", "alarm", "unknown", "quiet"):
        lamp = StatusLamp()
        qtbot.addWidget(lamp)
        lamp.show_state(state, state)
        lamp.resize(24, 24)
        grey = (
            lamp.grab()
            .toImage()
            .convertToFormat(lamp.grab().toImage().Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
        )
        seen.add(bytes(grey.constBits()))
        assert lamp.accessibleName() == state
    assert len(seen) == 5
