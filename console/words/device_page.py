"""What the devices page says when something cannot be done there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

DEVICE_PAGE: Final[Mapping[str, Words]] = {
    "device.lane_stopped": words(
        QT_TRANSLATE_NOOP("Words", "The lane of this device does not run."),
        QT_TRANSLATE_NOOP("Words", "Wait a moment, or start Lotkeeper again."),
    ),
    "device.no_picture": words(
        QT_TRANSLATE_NOOP("Words", "The camera gives no picture."),
        QT_TRANSLATE_NOOP("Words", "Look at its power, cable and address."),
    ),
    "printer.none": words(
        QT_TRANSLATE_NOOP("Words", "There is no receipt printer."),
        QT_TRANSLATE_NOOP("Words", "Add one under Devices."),
    ),
    "devices.cars_in_lanes": words(
        QT_TRANSLATE_NOOP("Words", "A car is in a lane: {lanes}."),
        QT_TRANSLATE_NOOP("Words", "Wait until it is through, or say that it may be interrupted."),
    ),
    "devices.lane_needs_it": words(
        QT_TRANSLATE_NOOP("Words", "A lane cannot be without camera, barrier and loops."),
        QT_TRANSLATE_NOOP("Words", "Change it to another one, or take the whole lane off this console."),
    ),
    "devices.cannot_try": words(
        QT_TRANSLATE_NOOP("Words", "This one can only be tried once it is saved."),
        QT_TRANSLATE_NOOP("Words", "Save it, then use the tests on its page."),
    ),
    "devices.no_broker": words(
        QT_TRANSLATE_NOOP("Words", "No MQTT broker is named yet, and this device speaks through one."),
        QT_TRANSLATE_NOOP("Words", "Add the MQTT broker by hand first."),
    ),
    "devices.cannot_be_wired": words(
        QT_TRANSLATE_NOOP("Words", "It cannot be wired like this: {problem}."),
        QT_TRANSLATE_NOOP("Words", "Nothing was changed. Correct what you filled in."),
    ),
    "devices.broker_needed": words(
        QT_TRANSLATE_NOOP("Words", "Gates or loops speak through this MQTT broker."),
        QT_TRANSLATE_NOOP("Words", "Change its address, or wire them otherwise first."),
    ),
    "devices.no_place": words(
        QT_TRANSLATE_NOOP("Words", "There is no lane that it could be wired to."),
        QT_TRANSLATE_NOOP("Words", "Add a lane first."),
    ),
    "search.failed": words(
        QT_TRANSLATE_NOOP("Words", "The search failed."),
        QT_TRANSLATE_NOOP("Words", "Fill it in by hand; the log tells more."),
    ),
    "devices.field_needed": words(QT_TRANSLATE_NOOP("Words", "Fill in: {field}.")),
    "devices.nothing_to_undo": words(
        QT_TRANSLATE_NOOP("Words", "There is no earlier wiring to go back to.")
    ),
    "devices.saved": words(QT_TRANSLATE_NOOP("Words", "Saved. The devices run with it now.")),
    "devices.undone": words(QT_TRANSLATE_NOOP("Words", "The wiring is as it was before the last change.")),
    "devices.removed": words(QT_TRANSLATE_NOOP("Words", "The device is taken off.")),
    "devices.lanes_changed": words(QT_TRANSLATE_NOOP("Words", "The lanes of the lot are changed.")),
    "devices.lane_added": words(
        QT_TRANSLATE_NOOP("Words", "The lane {lane} was added."),
        QT_TRANSLATE_NOOP("Words", "Wire its camera, barrier and loops now."),
    ),
}  # fmt: skip
