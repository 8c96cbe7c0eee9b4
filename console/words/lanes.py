"""Why a lane opened, asks or refuses, and what became of its gate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

LANES: Final[Mapping[str, Words]] = {
    "entry.space_free": words(QT_TRANSLATE_NOOP("Words", "Space free.")),
    "entry.full": words(
        QT_TRANSLATE_NOOP("Words", "Parking full."),
        QT_TRANSLATE_NOOP("Words", "It opens by itself when a space becomes free."),
    ),
    "entry.spaces_elsewhere": words(
        QT_TRANSLATE_NOOP("Words", "The spaces that are left belong to other entrances."),
        QT_TRANSLATE_NOOP("Words", "It opens by itself when this entrance is given one; or open by hand."),
    ),
    "entry.no_plate": words(
        QT_TRANSLATE_NOOP("Words", "No plate could be read."),
        QT_TRANSLATE_NOOP("Words", "Type the plate, or open by hand."),
    ),
    "entry.unsure_plate": words(
        QT_TRANSLATE_NOOP("Words", "The plate could not be read for sure."),
        QT_TRANSLATE_NOOP("Words", "Compare with the picture and correct the plate."),
    ),
    "entry.two_plates": words(
        QT_TRANSLATE_NOOP("Words", "Two different plates were read, one after the other."),
        QT_TRANSLATE_NOOP("Words", "Look which vehicle stands there, then choose or type its plate."),
    ),
    "entry.sides_differ": words(
        QT_TRANSLATE_NOOP("Words", "The plates in front and behind differ."),
        QT_TRANSLATE_NOOP("Words", "Perhaps a trailer: choose or type the vehicle's own plate."),
    ),
    "entry.already_inside": words(
        QT_TRANSLATE_NOOP("Words", "This plate is inside already."),
        QT_TRANSLATE_NOOP("Words", "Compare the two pictures, then correct the plate or open by hand."),
    ),
    "exit.paid": words(QT_TRANSLATE_NOOP("Words", "Paid and in time.")),
    "exit.nothing_due": words(QT_TRANSLATE_NOOP("Words", "Nothing is due.")),
    "exit.not_paid": words(
        QT_TRANSLATE_NOOP("Words", "{due_minor} not paid."),
        QT_TRANSLATE_NOOP("Words", "Take the payment; the gate opens by itself."),
    ),
    "exit.overstayed": words(
        QT_TRANSLATE_NOOP("Words", "Paid, but the time to leave is over: {due_minor} more."),
        QT_TRANSLATE_NOOP("Words", "Take the payment; the gate opens by itself."),
    ),
    "exit.no_record": words(
        QT_TRANSLATE_NOOP("Words", "No car with this plate is inside."),
        QT_TRANSLATE_NOOP("Words", "Search for a similar plate, correct it, or open by hand."),
    ),
    "exit.several_records": words(
        QT_TRANSLATE_NOOP("Words", "Several stays have this plate."),
        QT_TRANSLATE_NOOP("Words", "Choose the right one, then open by hand."),
    ),
    "exit.no_plate": words(
        QT_TRANSLATE_NOOP("Words", "No plate could be read."),
        QT_TRANSLATE_NOOP("Words", "Type the plate of this car."),
    ),
    "exit.unsure_plate": words(
        QT_TRANSLATE_NOOP("Words", "The plate could not be read for sure."),
        QT_TRANSLATE_NOOP("Words", "Compare with the picture and correct the plate."),
    ),
    "exit.two_plates": words(
        QT_TRANSLATE_NOOP("Words", "Two different plates were read, one after the other."),
        QT_TRANSLATE_NOOP("Words", "Look which vehicle stands there, then choose or type its plate."),
    ),
    "exit.sides_differ": words(
        QT_TRANSLATE_NOOP("Words", "The plates in front and behind differ."),
        QT_TRANSLATE_NOOP("Words", "Perhaps a trailer: choose or type the vehicle's own plate."),
    ),
    "exit.no_price": words(
        QT_TRANSLATE_NOOP("Words", "No price can be made for this stay."),
        QT_TRANSLATE_NOOP("Words", "Settle the clock or the rates, or open by hand."),
    ),
    "gate.by_hand": words(QT_TRANSLATE_NOOP("Words", "Opened by hand.")),
    "gate.bad_reason": words(
        QT_TRANSLATE_NOOP("Words", "That is not one of the reasons."),
        QT_TRANSLATE_NOOP("Words", "Choose one from the list."),
    ),
    "gate.note_needed": words(
        QT_TRANSLATE_NOOP("Words", "This reason needs a note."),
        QT_TRANSLATE_NOOP("Words", "Write in a few words what happened."),
    ),
    "gate.acknowledged": words(QT_TRANSLATE_NOOP("Words", "The barrier heard the command.")),
    "gate.commanded": words(QT_TRANSLATE_NOOP("Words", "The gate was asked to open.")),
    "gate.failed": words(
        QT_TRANSLATE_NOOP("Words", "The barrier did not take the command."),
        QT_TRANSLATE_NOOP("Words", "Look at the barrier; open by hand if the car still waits."),
    ),
    "gate.unknown": words(
        QT_TRANSLATE_NOOP("Words", "It is not known whether the barrier opened."),
        QT_TRANSLATE_NOOP("Words", "Look at the boom before doing anything else."),
    ),
    "gate.too_late": words(
        QT_TRANSLATE_NOOP("Words", "The command came too late and was dropped."),
        QT_TRANSLATE_NOOP("Words", "Open by hand if the car still waits."),
    ),
    "lane.held": words(
        QT_TRANSLATE_NOOP("Words", "Opened, but no crossing was seen."),
        QT_TRANSLATE_NOOP("Words", "Look whether the car still stands there."),
    ),
    "lane.unexplained_crossing": words(
        QT_TRANSLATE_NOOP("Words", "A vehicle went through without a command."),
        QT_TRANSLATE_NOOP("Words", "Look at the picture and at the boom."),
    ),
    "lane.crossed_without_stay": words(
        QT_TRANSLATE_NOOP("Words", "A vehicle went through that belongs to no stay.")
    ),
    "lane.sighted": words(QT_TRANSLATE_NOOP("Words", "Seen at the lane.")),
    "lane.turned_away": words(QT_TRANSLATE_NOOP("Words", "The vehicle left the lane again.")),
    "lane.fault": words(
        QT_TRANSLATE_NOOP("Words", "A fault in the program at this lane."),
        QT_TRANSLATE_NOOP("Words", "Open by hand if a car waits; the log tells more."),
    ),
    "lane.vehicle_changed": words(
        QT_TRANSLATE_NOOP("Words", "Nothing was opened: another vehicle, or none, stands there by now."),
        QT_TRANSLATE_NOOP("Words", "Look at the lane again."),
    ),
    "lane.not_waiting": words(
        QT_TRANSLATE_NOOP("Words", "The plate was not taken: the car does not wait for an answer now."),
        QT_TRANSLATE_NOOP("Words", "Look at the lane again."),
    ),
    "lane.still_crossing": words(
        QT_TRANSLATE_NOOP("Words", "Nothing was opened: the car before is still driving through."),
        QT_TRANSLATE_NOOP("Words", "Try again once it is gone."),
    ),
    "lane.unknown": words(QT_TRANSLATE_NOOP("Words", "This lot has no such lane.")),
    "lane.none": words(
        QT_TRANSLATE_NOOP("Words", "No lane is running."),
        QT_TRANSLATE_NOOP("Words", "Look at the devices in the settings."),
    ),
    "lane.one_camera": words(QT_TRANSLATE_NOOP("Words", "The selected lane has one camera only.")),
    "lane.nobody_waits": words(QT_TRANSLATE_NOOP("Words", "No car waits at the selected lane.")),
    "lane.opened_by_hand": words(QT_TRANSLATE_NOOP("Words", "{lane}: the gate was asked to open.")),
    "lane.corrected": words(QT_TRANSLATE_NOOP("Words", "{lane}: looking again with plate {plate}.")),
}
