"""The lot's own settings, and the wiring of its lanes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

LOT: Final[Mapping[str, Words]] = {
    "lot.not_set_up": words(
        QT_TRANSLATE_NOOP("Words", "The lot is not set up yet."),
        QT_TRANSLATE_NOOP("Words", "Set it up first."),
    ),
    "lot.set_up": words(QT_TRANSLATE_NOOP("Words", "The lot is set up.")),
    "lot.changed": words(QT_TRANSLATE_NOOP("Words", "The lot's settings were changed.")),
    "lot.set_up_already": words(
        QT_TRANSLATE_NOOP("Words", "The lot was set up before."),
        QT_TRANSLATE_NOOP("Words", "Sign on to change it."),
    ),
    "lot.bad_name": words(
        QT_TRANSLATE_NOOP("Words", "The lot needs a name of at most {longest} letters."),
    ),
    "lot.bad_capacity": words(
        QT_TRANSLATE_NOOP("Words", "The number of spaces must lie between 1 and {highest}.")
    ),
    "lot.bad_currency": words(QT_TRANSLATE_NOOP("Words", "{currency} is not a currency known here.")),
    "lot.currency_fixed": words(
        QT_TRANSLATE_NOOP("Words", "The currency stays {currency}: payments were taken in it.")
    ),
    "lot.bad_exit_window": words(
        QT_TRANSLATE_NOOP("Words", "The time to leave must lie between 0 and 1440 minutes.")
    ),
    "lot.bad_idle_lock": words(
        QT_TRANSLATE_NOOP("Words", "The booth locks itself after at most {longest} hours, or never with 0.")
    ),
    "lot.bad_timezone": words(
        QT_TRANSLATE_NOOP("Words", "{timezone} is not a time zone."),
        QT_TRANSLATE_NOOP("Words", "Write it like Asia/Taipei or Europe/Berlin."),
    ),
    "lot.bad_lanes": words(
        QT_TRANSLATE_NOOP("Words", "The lanes cannot be used as they are."),
        QT_TRANSLATE_NOOP("Words", "Give each lane a name of its own; at most 16."),
    ),
    "lane.name_twice": words(QT_TRANSLATE_NOOP("Words", "Two lanes have the same name.")),
    "lane.bad_name": words(QT_TRANSLATE_NOOP("Words", "A lane needs a name.")),
    "lane.loops_wiring_needed": words(
        QT_TRANSLATE_NOOP("Words", "The loops need an address and an input."),
        QT_TRANSLATE_NOOP("Words", "Fill both in."),
    ),
    "lane.camera_address_needed": words(
        QT_TRANSLATE_NOOP("Words", "The camera needs an address."),
        QT_TRANSLATE_NOOP("Words", "Write it like rtsp://10.0.0.20/main."),
    ),
    "lane.barrier_host_needed": words(
        QT_TRANSLATE_NOOP("Words", "The barrier needs the address of its relay board.")
    ),
}
