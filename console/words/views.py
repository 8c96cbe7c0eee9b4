"""What is read of a camera's picture: why a drawn shape cannot be kept, and what came of keeping it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

VIEWS: Final[Mapping[str, Words]] = {
    "view.few_points": words(
        QT_TRANSLATE_NOOP("Words", "A shape has fewer than three points."),
        QT_TRANSLATE_NOOP("Words", "Add a point, or remove the shape."),
    ),
    "view.many_points": words(
        QT_TRANSLATE_NOOP("Words", "A shape has as many points as it may have, twelve."),
        QT_TRANSLATE_NOOP("Words", "Move one of them, or remove one first."),
    ),
    "view.outside": words(
        QT_TRANSLATE_NOOP("Words", "A shape lies outside the picture."),
        QT_TRANSLATE_NOOP("Words", "Move it into the picture."),
    ),
    "view.crossing": words(
        QT_TRANSLATE_NOOP("Words", "The edges of a shape cross."),
        QT_TRANSLATE_NOOP("Words", "Move the point back that crossed over."),
    ),
    "view.no_area": words(
        QT_TRANSLATE_NOOP("Words", "A shape covers almost nothing."),
        QT_TRANSLATE_NOOP("Words", "Pull its points apart, or remove it."),
    ),
    "view.many_masks": words(
        QT_TRANSLATE_NOOP("Words", "There are as many masks as there may be, eight."),
        QT_TRANSLATE_NOOP("Words", "Remove one first, or make one larger."),
    ),
    "view.three_points": words(
        QT_TRANSLATE_NOOP("Words", "A shape needs three points."),
        QT_TRANSLATE_NOOP("Words", "To remove it all, choose the whole shape."),
    ),
    "view.edge_stays": words(
        QT_TRANSLATE_NOOP("Words", "An edge cannot be removed."),
        QT_TRANSLATE_NOOP("Words", "Choose a point, or the whole shape."),
    ),
    "view.nothing_chosen": words(
        QT_TRANSLATE_NOOP("Words", "Nothing is chosen."),
        QT_TRANSLATE_NOOP("Words", "Click a shape, or press Tab in the picture."),
    ),
    "view.nothing_to_undo": words(QT_TRANSLATE_NOOP("Words", "There is nothing to take back.")),
    "view.kept": words(QT_TRANSLATE_NOOP("Words", "Saved. It holds from the next picture on.")),
    "view.unsaved": words(
        QT_TRANSLATE_NOOP("Words", "What was drawn for camera {name} is not saved yet."),
        QT_TRANSLATE_NOOP("Words", "It stays as it is until you come back."),
    ),
    "view.camera_reads": words(
        QT_TRANSLATE_NOOP("Words", "This camera reads by itself: region and masks do not hold for it."),
        QT_TRANSLATE_NOOP("Words", "Draw them in the camera's own settings."),
    ),
    "view.lane_busy": words(
        QT_TRANSLATE_NOOP("Words", "A car is in this lane: reading for the adjustment waits."),
        QT_TRANSLATE_NOOP("Words", "R reads once all the same."),
    ),
    "view.other_lane_reads": words(
        QT_TRANSLATE_NOOP("Words", "Another lane is reading a car: reading for the adjustment waits."),
    ),
}
