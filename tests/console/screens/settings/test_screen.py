import pytest
from PySide6.QtCore import Qt

from console.look import Look, dress
from console.screens.form.appearance import apply_settings
from console.screens.settings import SettingsScreen
from core.config import ConsoleConfig, load_config, write_config

TAB, DOWN, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(booth):
    booth.set_up()
    made = SettingsScreen(booth.ctx)
    booth.show(made)
    return made


def save(booth):
    booth.press(Qt.Key.Key_S, CTRL)


def test_the_lot_gets_another_name(booth, screen):
    booth.press(TAB)
    booth.type("Harbour")
    save(booth)
    booth.until(lambda: booth.state.lot.name == "Harbour", "the lot is called so")
    booth.until(lambda: "Saved" in screen.section.told, "it is said")


def test_a_lot_without_a_name_is_not_saved(booth, screen):
    booth.press(TAB)
    booth.press(Qt.Key.Key_Delete)
    save(booth)
    assert "name" in screen.section.told
    assert booth.state.lot.name == "Riverside"


def test_who_looks_for_the_price_is_led_to_the_rates(booth, screen):
    booth.press(DOWN)
    assert screen.section.title() == "Price"
    save(booth)
    assert booth.shown == ["rates"]


def test_a_backup_is_made_and_listed(booth, screen):
    booth.press(Qt.Key.Key_End)
    save(booth)
    booth.until(lambda: len(screen.section.names) == 1, "the copy is listed")
    assert (booth.console.folder.backups / screen.section.names[0]).is_file()


def test_the_look_is_kept_for_the_next_start(booth, screen, qapp):
    file = booth.console.folder.config
    write_config(file, booth.console.config)
    apply_settings(booth.ctx, ConsoleConfig(theme="dark", text_scale=1.5))
    booth.until(lambda: load_config(file).console.theme == "dark", "it is written")
    assert load_config(file).console.text_scale == 1.5
    dress(qapp, Look())


def test_a_ceiling_for_fees_is_set_and_left_to_be_learned_again(booth, screen):
    section = screen.section
    section._fee_ceiling.setText("500")
    section.save()
    booth.until(lambda: booth.state.lot.fee_ceiling_minor == 500, "the ceiling is set")
    section.open()
    assert section._fee_ceiling.text() == "500"
    section._fee_ceiling.clear()
    section.save()
    booth.until(lambda: booth.state.lot.fee_ceiling_minor is None, "it is learned again")


def test_a_ceiling_that_is_no_amount_is_not_saved(booth, screen):
    section = screen.section
    for typed in ("nothing", "0"):
        section._fee_ceiling.setText(typed)
        section.save()
        assert section.told
    assert booth.state.lot.fee_ceiling_minor is None
