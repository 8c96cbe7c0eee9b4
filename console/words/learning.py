"""What is said about labels, their evaluation and their export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

LEARNING: Final[Mapping[str, Words]] = {
    "reading.too_few": words(
        QT_TRANSLATE_NOOP("Words", "Too few vehicles to judge: {count} of at least {least}."),
        QT_TRANSLATE_NOOP("Words", "Look at a longer time."),
    ),
    "reading.well": words(QT_TRANSLATE_NOOP("Words", "Reads {percent} % without help. Nothing stands out.")),
    "reading.no_plates": words(
        QT_TRANSLATE_NOOP("Words", "Sees no plate at all on {percent} % of the vehicles."),
        QT_TRANSLATE_NOOP(
            "Words", "Look at the camera: where it points, its focus, what its view leaves out."
        ),
    ),
    "reading.small": words(
        QT_TRANSLATE_NOOP("Words", "Plates are only {pixels} px high in the pictures."),
        QT_TRANSLATE_NOOP("Words", "Zoom in or bring the camera nearer: 40 px are good."),
    ),
    "reading.worse_at_night": words(
        QT_TRANSLATE_NOOP("Words", "Reads {night} % without help in the dark, {day} % by day."),
        QT_TRANSLATE_NOOP("Words", "Clean the lens and check the lamp."),
    ),
    "reading.confuses": words(
        QT_TRANSLATE_NOOP("Words", "Reads {read} for {true}: {count} times."),
        QT_TRANSLATE_NOOP("Words", "Look at the pictures: dirt, shadow, or a screw on the plate?"),
    ),
    "reading.confuses_in_the_dark": words(
        QT_TRANSLATE_NOOP("Words", "Reads {read} for {true}: {count} times, {dark} of them in the dark."),
        QT_TRANSLATE_NOOP("Words", "Look at the pictures: is the lens dirty, the lamp weak or too bright?"),
    ),
    "reading.overlooks": words(
        QT_TRANSLATE_NOOP("Words", "Overlooks the {character}: {count} times."),
        QT_TRANSLATE_NOOP("Words", "See whether the plate is cut off or covered at its edge."),
    ),
    "reading.adds": words(
        QT_TRANSLATE_NOOP("Words", "Reads a {character} that is not there: {count} times."),
        QT_TRANSLATE_NOOP("Words", "See whether a sticker, a frame or the country's sign is taken for it."),
    ),
    "reading.asks_often": words(
        QT_TRANSLATE_NOOP("Words", "A person had to help with {percent} % of the vehicles."),
        QT_TRANSLATE_NOOP("Words", "See whether the plate formats in the settings are those of your cars."),
    ),
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
