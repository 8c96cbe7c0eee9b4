from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from console.widgets.photo_card import PhotoCard


def _card(qtbot: QtBot, *, chosen: bool = False) -> PhotoCard:
    card = PhotoCard(3)
    qtbot.addWidget(card)
    picture = QImage(320, 180, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    card.show_car(
        plate="ABC-1234",
        line="12:18 Entry 1",
        duration="2 h 14 min",
        picture=picture,
        chosen=chosen,
        state="attention",
        state_text="Held at entry",
    )
    card.resize(card.sizeHint())
    return card


def test_a_card_says_all_that_it_shows(qtbot: QtBot) -> None:
    card = _card(qtbot, chosen=True)
    assert card.accessibleName() == "3: ABC-1234, 12:18 Entry 1, 2 h 14 min, Held at entry"
    assert card.accessibleDescription() == "chosen"


def test_a_click_enter_and_space_choose_it(qtbot: QtBot) -> None:
    card = _card(qtbot)
    card.show()
    for act in (
        lambda: qtbot.mouseClick(card, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(card, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(card, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(card.activated, timeout=10_000) as chosen:
            act()
        assert chosen.args == [3]


def test_another_key_is_left_to_the_screen(qtbot: QtBot) -> None:
    card = _card(qtbot)
    with qtbot.assertNotEmitted(card.activated):
        qtbot.keyClick(card, Qt.Key.Key_A)
        qtbot.mouseClick(card, Qt.MouseButton.RightButton)


def test_chosen_and_unchosen_look_different(qtbot: QtBot) -> None:
    card = _card(qtbot)
    before = card.grab().toImage()
    card.set_chosen(True)
    assert card.grab().toImage() != before
    assert card.is_chosen


def test_a_card_without_a_photo_is_hatched_and_not_empty(qtbot: QtBot) -> None:
    card = _card(qtbot)
    with_photo = card.grab().toImage()
    card.show_picture(None)
    assert card.grab().toImage() != with_photo
