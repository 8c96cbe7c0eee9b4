import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.i18n import current_language, install_language
from console.widgets.key_sheet import KeySheet


class Listening(QWidget):
    heard = 0

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.heard += 1
        super().changeEvent(event)


def test_the_language_changes_while_the_program_runs(qapp: QApplication, qtbot: QtBot) -> None:
    install_language(qapp, "en")
    widget = Listening()
    qtbot.addWidget(widget)
    install_language(qapp, "zh_TW")
    qtbot.waitUntil(lambda: widget.heard > 0, timeout=10_000)
    assert QCoreApplication.translate("Formats", "{hours} h") == "{hours} 小時"
    assert current_language(qapp) == "zh_TW"
    install_language(qapp, "en")
    assert QCoreApplication.translate("Formats", "{hours} h") == "{hours} h"


def test_a_class_finds_its_own_words(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    install_language(qapp, "zh_TW")
    assert KeySheet(window).accessibleName() == "所有按鍵"
    install_language(qapp, "en")


def test_an_unknown_language_is_refused_and_the_old_one_stays(qapp: QApplication) -> None:
    install_language(qapp, "en")
    with pytest.raises(ValueError, match="tlh"):
        install_language(qapp, "tlh")
    assert current_language(qapp) == "en"
