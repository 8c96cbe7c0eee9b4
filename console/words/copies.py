"""Copies of the database and photos at other places, and consoles that move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

COPIES: Final[Mapping[str, Words]] = {
    "place.missing": words(QT_TRANSLATE_NOOP("Words", "The other place has no such file.")),
    "store.restored": words(
        QT_TRANSLATE_NOOP("Words", "This waited when the backup was made; it may have been done since."),
        QT_TRANSLATE_NOOP("Words", "Look whether it was done, and do it by hand if not."),
    ),
    "move.damaged": words(
        QT_TRANSLATE_NOOP("Words", "The packed file is damaged or was changed."),
        QT_TRANSLATE_NOOP("Words", "Pack the console once more."),
    ),
    "move.newer_than_program": words(
        QT_TRANSLATE_NOOP("Words", "A newer Lotkeeper packed that file."),
        QT_TRANSLATE_NOOP("Words", "Install that version here."),
    ),
    "move.no_such_file": words(QT_TRANSLATE_NOOP("Words", "There is no such file.")),
    "move.not_a_package": words(QT_TRANSLATE_NOOP("Words", "That is no packed console.")),
    "move.not_empty": words(
        QT_TRANSLATE_NOOP("Words", "The data folder holds a console already."),
        QT_TRANSLATE_NOOP("Words", "Choose an empty one."),
    ),
    "photo.damaged": words(QT_TRANSLATE_NOOP("Words", "A photo that came from another console is damaged.")),
}
