from pathlib import Path

from resources.i18n.build import HERE, troubles
from resources.i18n.extract import Message, messages_in
from resources.i18n.ts_file import mismatched_figures, read_ts, write_ts

SOURCE = """
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

TITLE = QT_TRANSLATE_NOOP("Screens", "Inside")

class Panel:
    def speak(self):
        tr = QCoreApplication.translate
        tr("Desk", "Boom is up")
        QCoreApplication.translate("Desk", "entered {time}")
        self.tr("Two parts "
                "of one")
        QCoreApplication.translate("Desk", TITLE)
        self.tr("")

    def wrong(self, name):
        return self.tr(f"Hello {name}")
"""


def test_what_is_to_be_translated_is_found_with_its_context(tmp_path: Path) -> None:
    (tmp_path / "panel.py").write_text(SOURCE, encoding="utf-8")
    messages, problems = messages_in(tmp_path)
    assert messages == [
        Message("Desk", "Boom is up"),
        Message("Desk", "entered {time}"),
        Message("Panel", "Two parts of one"),
        Message("Screens", "Inside"),
    ]
    assert [(one.file.name, one.line) for one in problems] == [("panel.py", 17)]


def test_translations_survive_being_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ts"
    words = {Message("Desk", "a < b & c"): "甲 < 乙 & 丙", Message("Desk", "new"): ""}
    write_ts(path, "zh_TW", words)
    assert read_ts(path) == words


def test_a_translation_that_loses_a_figure_is_found() -> None:
    good, bad = Message("Desk", "entered {time}"), Message("Desk", "{a} of {b}")
    assert mismatched_figures({good: "{time} 入場", bad: "{a}"}) == [bad]


def test_every_word_of_the_console_is_translated() -> None:
    assert troubles("zh_TW") == []


def test_the_compiled_translation_holds_what_the_source_of_it_says() -> None:
    compiled = (HERE / "lotkeeper_zh_TW.qm").read_bytes()
    for text in read_ts(HERE / "lotkeeper_zh_TW.ts").values():
        assert text.encode("utf-16-be") in compiled, text
