"""The set-up list: what a lot needs before cars come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

SETUP: Final[Mapping[str, Words]] = {
    "setup.has_entry": words(
        QT_TRANSLATE_NOOP("Words", "The lot has a lane in."),
        QT_TRANSLATE_NOOP("Words", "Add a lane under Devices."),
    ),
    "setup.has_exit": words(
        QT_TRANSLATE_NOOP("Words", "The lot has a lane out."),
        QT_TRANSLATE_NOOP("Words", "Add a lane under Devices."),
    ),
    "setup.lane_wired": words(
        QT_TRANSLATE_NOOP("Words", "{lane} has its camera, barrier and loops."),
        QT_TRANSLATE_NOOP("Words", "Add them under Devices."),
    ),
    "setup.lane_known": words(
        QT_TRANSLATE_NOOP("Words", "The lane {lane} that is wired here belongs to the lot."),
        QT_TRANSLATE_NOOP("Words", "Add the lane to the lot, or take its devices away."),
    ),
    "setup.device_tested": words(
        QT_TRANSLATE_NOOP("Words", "{lane}: {device} was tried as it is wired now."),
        QT_TRANSLATE_NOOP("Words", "Try it under Devices."),
    ),
    "setup.own_device_tested": words(
        QT_TRANSLATE_NOOP("Words", "{device} was tried as it is wired now."),
        QT_TRANSLATE_NOOP("Words", "Try it under Devices."),
    ),
    "setup.printer": words(
        QT_TRANSLATE_NOOP("Words", "There is a receipt printer."),
        QT_TRANSLATE_NOOP("Words", "Without one receipts are files only."),
    ),
    "setup.rates": words(
        QT_TRANSLATE_NOOP("Words", "A rate plan is in force."),
        QT_TRANSLATE_NOOP("Words", "Publish one under Rates."),
    ),
    "setup.people": words(
        QT_TRANSLATE_NOOP("Words", "There are people besides the first administrator."),
        QT_TRANSLATE_NOOP("Words", "Add those who work here under People."),
    ),
    "setup.pins": words(
        QT_TRANSLATE_NOOP("Words", "Everybody has a PIN on this console."),
        QT_TRANSLATE_NOOP("Words", "Without one: {names}. Set them under People."),
    ),
    "setup.copy_made": words(
        QT_TRANSLATE_NOOP("Words", "A copy of the database was made in the last day."),
        QT_TRANSLATE_NOOP("Words", "It is made by itself within the hour."),
    ),
    "setup.second_place": words(
        QT_TRANSLATE_NOOP("Words", "Copies go to a second place."),
        QT_TRANSLATE_NOOP("Words", "Name one under Settings: a disk that fails takes its copies along."),
    ),
    "setup.second_copy_made": words(
        QT_TRANSLATE_NOOP("Words", "A copy reached the second place in the last day."),
        QT_TRANSLATE_NOOP("Words", "Look under Settings why none came there."),
    ),
    "setup.clock": words(
        QT_TRANSLATE_NOOP("Words", "This computer's clock is right."),
        QT_TRANSLATE_NOOP("Words", "Have the system set it from the network."),
    ),
    "setup.disk": words(
        QT_TRANSLATE_NOOP("Words", "There is room on the disk: {gigabytes} GB."),
        QT_TRANSLATE_NOOP("Words", "Photos need about 240 MB a day at 600 cars."),
    ),
    "setup.help_phone": words(
        QT_TRANSLATE_NOOP("Words", "Drivers know whom to call."),
        QT_TRANSLATE_NOOP("Words", "Enter the lot's telephone number under Settings."),
    ),
    "setup.not_ready": words(
        QT_TRANSLATE_NOOP("Words", "{count} things are still missing."),
        QT_TRANSLATE_NOOP("Words", "See to them, or write down why the lot opens without."),
    ),
    "setup.is_live": words(QT_TRANSLATE_NOOP("Words", "The lot is open to the public already.")),
    "lot.went_live": words(QT_TRANSLATE_NOOP("Words", "The lot was opened to the public.")),
}
