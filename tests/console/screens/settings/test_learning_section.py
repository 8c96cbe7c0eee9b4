"""Whether photos are kept for learning is decided by a person, at the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from console.screens.settings.learning_section import LearningSection
from core.config import load_config, write_config
from core.services.ports import Still
from tests.console.screens.booth import ScreenBooth

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def section(booth: ScreenBooth) -> LearningSection:
    """The section, open, on a console whose file is written."""
    booth.set_up()
    write_config(booth.console.folder.config, booth.console.config)
    made = LearningSection(booth.ctx)
    booth.show(made)
    made.open()
    made.setFocus()
    booth.until(lambda: made.amount == "No photo is kept now.", "what is kept was counted")
    return made


def keep_photos(booth: ScreenBooth, section: LearningSection, count: int) -> None:
    references = [
        booth.console.photos.keep(Still(number, 0, 8, 8, b"jpeg %d" % number, b"small"))
        for number in range(count)
    ]
    booth.console.labels.keep(references)
    section.open()
    booth.until(lambda: f"{count} photos" in section.amount, "what is kept was counted")


def learns(booth: ScreenBooth) -> bool:
    return load_config(booth.console.folder.config).plates.learn


def test_nothing_is_kept_until_somebody_decides_so(booth: ScreenBooth, section: LearningSection) -> None:
    assert not booth.console.config.plates.learn
    assert not learns(booth)


def test_switching_on_is_written_down_and_said(booth: ScreenBooth, section: LearningSection) -> None:
    booth.press(SPACE)
    section.save()
    booth.until(lambda: "kept from now on" in section.told, "it is said")
    assert learns(booth)
    assert not section.asks


def test_the_days_are_typed(booth: ScreenBooth, section: LearningSection) -> None:
    booth.press(SPACE)
    booth.press(Qt.Key.Key_Tab)
    booth.press(Qt.Key.Key_A, CTRL)
    booth.type("30")
    section.save()
    booth.until(lambda: "kept from now on" in section.told, "it is said")
    assert load_config(booth.console.folder.config).plates.learn_days == 30


def test_switching_off_asks_whether_to_delete_what_is_there(
    booth: ScreenBooth, section: LearningSection
) -> None:
    booth.press(SPACE)
    section.save()
    booth.until(lambda: learns(booth), "it is on")
    keep_photos(booth, section, 3)
    booth.press(SPACE)
    section.save()
    assert section.asks
    booth.until(lambda: "No photo is kept from now on" in section.told, "it is off before the answer")
    booth.press(Qt.Key.Key_Y, ALT)
    booth.until(lambda: section.amount == "No photo is kept now.", "they are gone")
    assert booth.console.labels.kept().photos == 0


def test_who_says_no_leaves_the_photos_their_time(booth: ScreenBooth, section: LearningSection) -> None:
    keep_photos(booth, section, 2)
    booth.press(Qt.Key.Key_D, ALT)
    assert section.asks
    booth.press(ESC)
    assert not section.asks
    assert booth.console.labels.kept().photos == 2


def test_the_question_says_that_the_lots_own_photos_stay_and_so_they_do(
    booth: ScreenBooth, section: LearningSection
) -> None:
    keep_photos(booth, section, 1)
    (kept,) = booth.console.folder.labels.glob("??/*.jpg")
    booth.press(Qt.Key.Key_D, ALT)
    assert "own photos" in section.question
    booth.press(Qt.Key.Key_Y, ALT)
    booth.until(lambda: section.amount == "No photo is kept now.", "it is gone")
    assert booth.console.photos.photo(kept.stem) is not None


def test_a_yes_that_nobody_asked_for_deletes_nothing(booth: ScreenBooth, section: LearningSection) -> None:
    keep_photos(booth, section, 2)
    booth.press(Qt.Key.Key_Y, ALT)
    booth.press(ESC)
    assert booth.console.labels.kept().photos == 2


def test_a_file_that_cannot_be_written_is_said(
    booth: ScreenBooth, section: LearningSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = booth.console.folder.config
    file.unlink()
    file.mkdir()
    booth.press(SPACE)
    section.save()
    booth.until(lambda: str(file) in section.told, "it is said")
