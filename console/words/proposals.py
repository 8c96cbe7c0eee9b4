"""Changes that one console proposes and the hub decides about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

PROPOSALS: Final[Mapping[str, Words]] = {
    "reference.proposed": words(
        QT_TRANSLATE_NOOP("Words", "The change was proposed to the hub."),
        QT_TRANSLATE_NOOP("Words", "It holds as soon as the hub has agreed."),
    ),
    "reference.accepted": words(QT_TRANSLATE_NOOP("Words", "The hub accepted the change.")),
    "reference.refused": words(QT_TRANSLATE_NOOP("Words", "The hub refused the change.")),
    "reference.conflict": words(
        QT_TRANSLATE_NOOP("Words", "Something else was decided meanwhile: both values are kept."),
        QT_TRANSLATE_NOOP("Words", "Compare them at the hub and choose one."),
    ),
    "reference.other_value_kept": words(QT_TRANSLATE_NOOP("Words", "The other value was kept.")),
    "reference.unreadable": words(
        QT_TRANSLATE_NOOP("Words", "The hub could make nothing of the change."),
        QT_TRANSLATE_NOOP("Words", "Look whether both consoles run the same version, then make it again."),
    ),
    "reference.too_many_waiting": words(
        QT_TRANSLATE_NOOP("Words", "{most} changes wait for the hub already."),
        QT_TRANSLATE_NOOP("Words", "Wait until the hub is back, or make the change there."),
    ),
    "reference.hub_decides": words(
        QT_TRANSLATE_NOOP("Words", "This is decided at the hub."),
        QT_TRANSLATE_NOOP("Words", "Choose between the two values on the hub console."),
    ),
    "reference.no_conflict": words(QT_TRANSLATE_NOOP("Words", "Somebody has decided about it already.")),
    "reference.unknown_proposal": words(QT_TRANSLATE_NOOP("Words", "There is no such proposal.")),
}
