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


def test_a_new_price_is_a_new_version_for_cars_that_come_afterwards(booth, screen):
    before = booth.car_inside("ABC1234")
    booth.press(DOWN)
    booth.until(lambda: screen.section.is_ready, "the price in force is shown")
    booth.press(TAB, times=3)
    booth.type("50")
    save(booth)
    booth.until(lambda: "Version 2" in screen.section.told, "it is published")
    plan = booth.store.read(lambda unit: unit.plan_in_force(unit.now))
    assert (plan.version, plan.first_minor) == (2, 50)
    assert booth.stay(before).plan_version == 1


def test_a_cap_below_a_single_step_is_refused(booth, screen):
    booth.press(DOWN)
    booth.until(lambda: screen.section.is_ready, "the price in force is shown")
    booth.press(TAB, times=3)
    booth.type("500")
    save(booth)
    assert screen.section.told
    assert booth.store.read(lambda unit: unit.plan_in_force(unit.now)).version == 1


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
