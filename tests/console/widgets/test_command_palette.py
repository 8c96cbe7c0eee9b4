import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.theme import apply_theme
from console.widgets.command_palette import CommandPalette
from console.widgets.key_sheet import KeySheet
from console.widgets.palette_items import PaletteItem, narrowed

ITEMS = (
    PaletteItem("open", "Open the lane", "F5", icon="gate_up"),
    PaletteItem("hold", "Hold the boom open", "F6"),
    PaletteItem("release", "Release the boom", "F7", enabled=False, reason="The boom is not held open."),
    PaletteItem("cash", "Take cash", "F9"),
    PaletteItem("inside", "場內車輛", "Ctrl+2"),
    PaletteItem("dark", "Switch to dark"),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1280, 800)
    QVBoxLayout(made).addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def palette(window: QWidget) -> CommandPalette:
    made = CommandPalette(window)
    made.open_with(ITEMS)
    return made


def _field(palette: CommandPalette) -> QLineEdit:
    field = palette.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def _ids(query: str) -> list[str]:
    return [item.item_id for item in narrowed(ITEMS, query)]


def test_nothing_typed_lists_everything_in_its_order() -> None:
    assert _ids("  ") == [item.item_id for item in ITEMS]


def test_beginnings_come_before_parts_and_misspellings_are_forgiven() -> None:
    assert _ids("op")[0] == "open"
    assert _ids("open") == ["open", "hold"]
    assert _ids("tak csh")[0] == "cash"
    assert _ids("relase")[0] == "release"
    assert _ids("車輛") == ["inside"]
    assert _ids("f9")[0] == "cash"
    assert _ids("ol") == ["hold"]
    assert _ids("htbo")[0] == "hold"
    assert _ids("zzzzzz") == []


def test_ten_kilobytes_typed_find_nothing_and_harm_nothing() -> None:
    assert _ids("w" * 10_000) == []


def test_typing_and_enter_choose_a_command(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(_field(palette), "cash")
    with qtbot.waitSignal(palette.chosen, timeout=10_000) as chosen:
        qtbot.keyClick(_field(palette), Qt.Key.Key_Return)
    assert chosen.args == ["cash"]
    assert not palette.isVisible()


def test_arrow_keys_move_through_the_list_and_around_its_end(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClick(_field(palette), Qt.Key.Key_Up)
    with qtbot.waitSignal(palette.chosen, timeout=10_000) as chosen:
        qtbot.keyClick(_field(palette), Qt.Key.Key_Return)
    assert chosen.args == ["dark"]


def test_what_cannot_be_done_now_stays_and_does_nothing(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(_field(palette), "release")
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(_field(palette), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_escape_closes_it_and_gives_the_keyboard_back(window: QWidget, qtbot: QtBot) -> None:
    before = window.findChild(QLineEdit)
    assert before is not None
    before.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before, timeout=10_000)
    palette = CommandPalette(window)
    palette.open_with(ITEMS)
    with qtbot.waitSignal(palette.closed, timeout=10_000):
        qtbot.keyClick(_field(palette), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_a_title_that_looks_like_markup_is_only_text(window: QWidget) -> None:
    palette = CommandPalette(window)
    palette.open_with([PaletteItem("x", "<b>" * 3000)])
    assert palette.shown_ids() == ["x"]
    assert not palette.grab().isNull()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_palette_stays_inside_its_window(
    qapp: QApplication, palette: CommandPalette, window: QWidget, scale: float
) -> None:
    apply_theme(qapp, "dark", scale)
    palette.dismiss()
    palette.open_with(ITEMS)
    assert window.rect().contains(palette.geometry())


def test_the_key_sheet_lists_what_has_a_key_and_f1_closes_it(window: QWidget, qtbot: QtBot) -> None:
    sheet = KeySheet(window)
    sheet.open_with(ITEMS)
    assert sheet.shown_keys() == ["F5", "F6", "F7", "F9", "Ctrl+2"]
    qtbot.keyClick(sheet, Qt.Key.Key_F1)
    assert not sheet.isVisible()
