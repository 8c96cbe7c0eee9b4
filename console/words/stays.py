"""Stays, plates, searching and taking in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

STAYS: Final[Mapping[str, Words]] = {
    "stay.unknown": words(QT_TRANSLATE_NOOP("Words", "No such stay is on record.")),
    "stay.ended": words(
        QT_TRANSLATE_NOOP("Words", "This stay has ended."),
        QT_TRANSLATE_NOOP("Words", "Search for the plate again."),
    ),
    "stay.bad_reason": words(
        QT_TRANSLATE_NOOP("Words", "That is not one of the reasons."),
        QT_TRANSLATE_NOOP("Words", "Choose one from the list."),
    ),
    "stay.described_so": words(QT_TRANSLATE_NOOP("Words", "The car is described so already.")),
    "stay.described_anew": words(QT_TRANSLATE_NOOP("Words", "{plate} is described anew.")),
    "price.all_shown": words(QT_TRANSLATE_NOOP("Words", "All lines of the price are shown.")),
    "stay.paid_already": words(
        QT_TRANSLATE_NOOP("Words", "This car has paid: what it is can no longer be changed."),
        QT_TRANSLATE_NOOP("Words", "What was paid was paid for the car as it was described."),
    ),
    "stay.unknown_class": words(
        QT_TRANSLATE_NOOP("Words", "The rates of this stay have no price for “{given}”."),
        QT_TRANSLATE_NOOP("Words", "They price: {known}."),
    ),
    "stay.unknown_membership": words(
        QT_TRANSLATE_NOOP("Words", "The rates of this stay know no members “{given}”."),
    ),
    "stay.unknown_mark": words(QT_TRANSLATE_NOOP("Words", "The rates of this stay know no mark “{given}”.")),
    "lost_ticket.bad_reason": words(
        QT_TRANSLATE_NOOP("Words", "Say why the ticket counts as lost."),
        QT_TRANSLATE_NOOP("Words", "Choose one of the reasons."),
    ),
    "stay.not_held": words(QT_TRANSLATE_NOOP("Words", "This car is not held at a gate.")),
    "stay.none_chosen": words(
        QT_TRANSLATE_NOOP("Words", "No car is chosen."),
        QT_TRANSLATE_NOOP("Words", "Type a part of its plate."),
    ),
    "stay.confirmed_inside": words(QT_TRANSLATE_NOOP("Words", "{plate} counts as inside.")),
    "plate.not_plausible": words(
        QT_TRANSLATE_NOOP("Words", "“{plate}” cannot be a plate."),
        QT_TRANSLATE_NOOP("Words", "Type 2 to 12 letters and digits."),
    ),
    "plate.unchanged": words(QT_TRANSLATE_NOOP("Words", "The plate is {plate} already.")),
    "plate.inside_already": words(
        QT_TRANSLATE_NOOP("Words", "Another car is inside under {plate}."),
        QT_TRANSLATE_NOOP("Words", "Search for it and compare the pictures."),
    ),
    "plate.corrected": words(QT_TRANSLATE_NOOP("Words", "Plate corrected from {before} to {after}.")),
    "search.nothing_typed": words(
        QT_TRANSLATE_NOOP("Words", "Nothing was typed that can be in a plate."),
        QT_TRANSLATE_NOOP("Words", "Type letters or digits of the plate."),
    ),
    "search.nothing_found": words(
        QT_TRANSLATE_NOOP("Words", "No car inside is like “{typed}”."),
        QT_TRANSLATE_NOOP("Words", "Try a part of the plate."),
    ),
    "import.bad_time": words(
        QT_TRANSLATE_NOOP("Words", "The entry time cannot be read."),
        QT_TRANSLATE_NOOP("Words", "Write it as 2026-05-31 14:30."),
    ),
    "import.in_the_future": words(QT_TRANSLATE_NOOP("Words", "The entry time lies in the future.")),
    "import.too_long_ago": words(QT_TRANSLATE_NOOP("Words", "The entry time is more than a year ago.")),
    "import.not_csv": words(
        QT_TRANSLATE_NOOP("Words", "The file is not a table of plates."),
        QT_TRANSLATE_NOOP("Words", "Save it as CSV with plate and entry time."),
    ),
    "import.plate_twice": words(QT_TRANSLATE_NOOP("Words", "{plate} is in the list twice.")),
    "import.too_many_rows": words(QT_TRANSLATE_NOOP("Words", "The list has more than {most} rows.")),
    "import.file_unreadable": words(
        QT_TRANSLATE_NOOP("Words", "The file cannot be read."),
        QT_TRANSLATE_NOOP("Words", "Look whether it is there and not open elsewhere."),
    ),
    "import.file_too_large": words(
        QT_TRANSLATE_NOOP("Words", "The file is too large for a list of plates."),
        QT_TRANSLATE_NOOP("Words", "Choose another file."),
    ),
    "import.no_rows": words(
        QT_TRANSLATE_NOOP("Words", "There is no car in the list."),
        QT_TRANSLATE_NOOP("Words", "Add at least one plate."),
    ),
    "note.by_hand": words(QT_TRANSLATE_NOOP("Words", "Let in by hand.")),
    "note.open_stay_existed": words(
        QT_TRANSLATE_NOOP("Words", "When it came in, another car was inside under this plate.")
    ),
    "note.entry_by_rule": words(
        QT_TRANSLATE_NOOP("Words", "Entry time set by rule when the lot's records began.")
    ),
    "note.held": words(QT_TRANSLATE_NOOP("Words", "Let in, but no crossing was seen.")),
    "note.leaving": words(QT_TRANSLATE_NOOP("Words", "On its way out.")),
}
