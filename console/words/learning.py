"""What is said about labels, their evaluation and their export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

LEARNING: Final[Mapping[str, Words]] = {
    "labels.off": words(
        QT_TRANSLATE_NOOP("Words", "This site keeps no labelled photos."),
        QT_TRANSLATE_NOOP("Words", "Switch learning on in the settings."),
    ),
    "truth.not_readable": words(
        QT_TRANSLATE_NOOP("Words", "The folder has no readable truth.jsonl."),
        QT_TRANSLATE_NOOP("Words", "It must name the pictures and their plates."),
    ),
    "truth.too_large": words(QT_TRANSLATE_NOOP("Words", "The file {file} is too large.")),
    "truth.empty": words(QT_TRANSLATE_NOOP("Words", "The file {file} names no pictures.")),
    "evaluation.not_readable": words(
        QT_TRANSLATE_NOOP("Words", "The file {file} is no answer of a former evaluation.")
    ),
    "export.exists": words(
        QT_TRANSLATE_NOOP("Words", "The folder holds labelled pictures already."),
        QT_TRANSLATE_NOOP("Words", "Choose an empty one."),
    ),
    "export.not_writable": words(
        QT_TRANSLATE_NOOP("Words", "The folder cannot be written to."),
        QT_TRANSLATE_NOOP("Words", "Choose another folder."),
    ),
}
