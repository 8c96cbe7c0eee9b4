"""Gates that a person holds open: why, what the lane's tile says of it, and what is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

HOLDS: Final[Mapping[str, Words]] = {
    "lane.hold_asked": words(
        QT_TRANSLATE_NOOP("Words", "{lane} is asked to stay open."),
        QT_TRANSLATE_NOOP("Words", "Look that its boom goes up. F7 lets it go."),
    ),
    "lane.let_go_asked": words(
        QT_TRANSLATE_NOOP("Words", "{lane} is let go; its boom closes by itself."),
        QT_TRANSLATE_NOOP("Words", "Look that it comes down."),
    ),
    "gate.not_held": words(QT_TRANSLATE_NOOP("Words", "This gate is not held open.")),
    "hold.still_open": words(
        QT_TRANSLATE_NOOP("Words", "Held open since {since} by {by}: {why}."),
        QT_TRANSLATE_NOOP("Words", "F7 lets it go."),
    ),
    "hold.perhaps_open": words(
        QT_TRANSLATE_NOOP("Words", "Whether it is held open is not known; {by} wanted it so at {since}."),
        QT_TRANSLATE_NOOP("Words", "Look at the gate. F6 holds it open again, F7 lets it go."),
    ),
    "hold.act_failed": words(
        QT_TRANSLATE_NOOP("Words", "Holding the gate did not work: {cause}"),
        QT_TRANSLATE_NOOP("Words", "Use the switch at the barrier."),
    ),
}
