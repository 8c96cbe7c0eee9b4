"""The countries whose plates are usual are chosen by a person, at the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from console.screens.settings.plates_section import PlatesSection
from core.config import load_config, write_config
from tests.console.screens.booth import ScreenBooth

SPACE, DOWN, CTRL = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def section(booth: ScreenBooth) -> PlatesSection:
    """The section, open, on a console whose file is written."""
    booth.set_up()
    write_config(booth.console.folder.config, booth.console.config)
    made = PlatesSection(booth.ctx)
    booth.show(made)
    made.open()
    made.setFocus()
    booth.until(lambda: len(made.shown) > 50, "the countries are listed")
    return made


def written(booth: ScreenBooth) -> tuple[str, ...]:
    return load_config(booth.console.folder.config).plates.formats


def test_a_country_is_searched_and_chosen_with_the_keyboard_alone(
    booth: ScreenBooth, section: PlatesSection
) -> None:
    booth.type("taiw")
    assert section.shown == ["tw"]
    booth.press(DOWN)
    booth.press(SPACE)
    assert section.summary == "Usual here: Taiwan."
    section.save()
    booth.until(lambda: "Saved" in section.told, "it is said")

    assert written(booth) == ("tw",)
    assert booth.console.config.plates.formats == ("tw",)


def test_now_and_then_is_a_second_press(booth: ScreenBooth, section: PlatesSection) -> None:
    booth.type("cn")
    booth.press(DOWN)
    booth.press(SPACE, times=2)
    section.save()
    booth.until(lambda: "Saved" in section.told, "it is said")

    assert "Now and then: China" in section.summary
    assert written(booth) == ("cn:0.1",)


def test_without_a_choice_plates_of_anywhere_are_expected(booth: ScreenBooth, section: PlatesSection) -> None:
    assert "anywhere" in section.summary
    section.save()
    booth.until(lambda: "Saved" in section.told, "it is said")

    assert written(booth) == ()


def test_a_name_that_is_none_shows_no_row_and_turns_nothing(
    booth: ScreenBooth, section: PlatesSection
) -> None:
    booth.type("nowhere")
    booth.press(DOWN)
    booth.press(SPACE)

    assert section.shown == []
    assert "anywhere" in section.summary


def test_a_file_of_the_site_that_is_broken_is_told_and_nothing_is_written(
    booth: ScreenBooth, section: PlatesSection
) -> None:
    booth.console.change_formats(("./own.toml",))
    section.open()
    booth.until(lambda: section.shown[:1] == ["./own.toml"], "the file is listed")
    section.save()
    booth.until(lambda: section.told != "", "it is said")

    assert "Saved" not in section.told
    assert written(booth) == ()
