import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from console.theme import (
    PANEL_STATES,
    THEME_NAMES,
    Role,
    TypeRole,
    apply_theme,
    current_theme,
    font_for,
    icon,
    icon_names,
    icon_pixmap,
    load_fonts,
    set_icon,
    set_state,
    set_tone,
    set_type,
    text_scale,
    theme_named,
)


def test_a_change_of_theme_reaches_what_is_already_open(qapp: QApplication, qtbot: QtBot) -> None:
    label, button = QLabel("NT$ 120"), QPushButton()
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    set_type(label, TypeRole.TITLE)
    set_tone(label, Role.MONEY)
    set_icon(button, "cash", Role.ACCENT)
    before = button.icon().pixmap(24).toImage()
    for name in THEME_NAMES:
        apply_theme(qapp, name, 1.0)
        ink = label.palette().color(QPalette.ColorRole.WindowText)
        assert ink == theme_named(name).colour(Role.MONEY)
        assert current_theme().name == name
    assert button.icon().pixmap(24).toImage() != before


def test_a_change_of_scale_reaches_what_is_already_open(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("ABC-1234")
    qtbot.addWidget(label)
    set_type(label, TypeRole.PLATE)
    apply_theme(qapp, "dark", 1.5)
    assert label.font().pointSizeF() == pytest.approx(42.0)
    assert text_scale() == 1.5


@pytest.mark.parametrize(("asked", "kept"), [(0.2, 1.0), (1.25, 1.25), (9.0, 2.0)])
def test_the_scale_stays_between_one_and_two(qapp: QApplication, asked: float, kept: float) -> None:
    apply_theme(qapp, "light", asked)
    assert text_scale() == kept


def test_all_figures_are_equally_wide_in_every_weight() -> None:
    for role in (TypeRole.TOTAL, TypeRole.BODY, TypeRole.STRONG, TypeRole.PLATE):
        metrics = QFontMetricsF(font_for(role))
        widths = {round(metrics.horizontalAdvance(figure * 10), 2) for figure in "0123456789"}
        assert len(widths) == 1, role


def test_the_shipped_faces_are_used_and_have_chinese_of_the_same_height() -> None:
    load_fonts()
    assert QFontInfo(font_for(TypeRole.BODY)).family() == "Lotkeeper Sans"
    assert QFontInfo(font_for(TypeRole.PLATE)).family() == "Lotkeeper Plate"
    assert QFontDatabase.styles("Lotkeeper Sans TC")
    label = QLabel("Entry")
    latin = label.sizeHint().height()
    label.setText("入口")
    assert abs(label.sizeHint().height() - latin) <= 1


def test_characters_that_are_mistaken_for_one_another_are_drawn_differently(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.resize(80, 60)
    set_type(label, TypeRole.PLATE)
    for first, second in ("0O", "1I", "8B", "5S", "2Z", "0D", "0Q"):
        label.setText(first)
        one = label.grab().toImage()
        label.setText(second)
        assert label.grab().toImage() != one, first + second


def test_every_icon_can_be_drawn_in_the_colour_of_a_role() -> None:
    assert len(icon_names()) > 30
    for name in icon_names():
        image = icon_pixmap(name, Role.ALARM, 48).toImage()
        inks = {
            image.pixelColor(x, y).name()
            for x in range(48)
            for y in range(48)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert inks == {theme_named("light").code(Role.ALARM)}, name


def test_an_icon_that_does_not_exist_is_an_error() -> None:
    for _ in range(50):
        # Not once only: a picture that is deleted while it is painted does not always bring the program down.
        with pytest.raises(KeyError, match="unicorn"):
            icon("unicorn")


def test_a_frame_keeps_its_inner_size_in_every_state(qtbot: QtBot) -> None:
    frame = QFrame()
    qtbot.addWidget(frame)
    frame.resize(200, 100)
    frame.show()
    inner = set()
    for state in PANEL_STATES:
        for selected in (False, True):
            set_state(frame, state, selected=selected)
            inner.add(frame.contentsRect().getRect())
    assert len(inner) == 1


def test_an_unknown_state_of_a_frame_is_an_error(qtbot: QtBot) -> None:
    frame = QFrame()
    qtbot.addWidget(frame)
    with pytest.raises(ValueError, match="fine"):
        set_state(frame, "fine")
