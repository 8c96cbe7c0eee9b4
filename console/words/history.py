"""What happened to a stay, as the journal names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

HISTORY: Final[Mapping[str, Words]] = {
    "stay.admitted": words(QT_TRANSLATE_NOOP("Words", "Let in.")),
    "stay.imported": words(QT_TRANSLATE_NOOP("Words", "Taken in by hand when the records began.")),
    "stay.entered": words(QT_TRANSLATE_NOOP("Words", "Drove in.")),
    "stay.backed_out": words(QT_TRANSLATE_NOOP("Words", "Reversed away from the entry.")),
    "stay.held": words(QT_TRANSLATE_NOOP("Words", "Let in, but no crossing was seen.")),
    "stay.paid": words(QT_TRANSLATE_NOOP("Words", "Paid.")),
    "stay.plate_corrected": words(QT_TRANSLATE_NOOP("Words", "Plate corrected.")),
    "stay.described": words(QT_TRANSLATE_NOOP("Words", "Described:")),
    "stay.released": words(QT_TRANSLATE_NOOP("Words", "Let out.")),
    "stay.exit_held": words(QT_TRANSLATE_NOOP("Words", "Let out, but no crossing was seen.")),
    "stay.exit_reversed": words(QT_TRANSLATE_NOOP("Words", "Reversed away from the exit.")),
    "stay.left": words(QT_TRANSLATE_NOOP("Words", "Drove out.")),
    "stay.written_off": words(QT_TRANSLATE_NOOP("Words", "Written off.")),
}
