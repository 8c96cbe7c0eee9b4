"""The program itself: commands, faults, starting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

PROGRAM: Final[Mapping[str, Words]] = {
    "program.failed": words(
        QT_TRANSLATE_NOOP("Words", "Something failed that should not."),
        QT_TRANSLATE_NOOP("Words", "The program goes on; the log tells more."),
    ),
    "program.fault": words(
        QT_TRANSLATE_NOOP("Words", "A fault in the program. Lanes and records go on."),
        QT_TRANSLATE_NOOP("Words", "Do it once more; if it comes again, tell the administrator."),
    ),
    "program.no_details": words(QT_TRANSLATE_NOOP("Words", "There is nothing more to this message.")),
    "program.shift_open": words(
        QT_TRANSLATE_NOOP("Words", "The shift of {name} is still open."),
        QT_TRANSLATE_NOOP("Words", "Close again to leave; the shift stays open."),
    ),
    "program.other_shift_open": words(
        QT_TRANSLATE_NOOP("Words", "A shift is still open at this drawer."),
        QT_TRANSLATE_NOOP("Words", "Close again to leave; the shift stays open."),
    ),
    "program.stays_open": words(QT_TRANSLATE_NOOP("Words", "Lotkeeper stays open.")),
    "program.config": words(
        QT_TRANSLATE_NOOP("Words", "The configuration cannot be used: {problem}"),
        QT_TRANSLATE_NOOP("Words", "Correct this line in the file and start again."),
    ),
    "command.unknown": words(QT_TRANSLATE_NOOP("Words", "This key has no function here.")),
    "simulator.not_running": words(
        QT_TRANSLATE_NOOP("Words", "This lot is wired to a simulator that does not run."),
        QT_TRANSLATE_NOOP("Words", "Start with --simulate, or wire real devices in lotkeeper.toml."),
    ),
    "simulator.no_start": words(
        QT_TRANSLATE_NOOP("Words", "The simulated lot does not start."),
        QT_TRANSLATE_NOOP("Words", "Start again; the log tells more."),
    ),
    "simulator.gone": words(
        QT_TRANSLATE_NOOP("Words", "The simulated lot has ended."), QT_TRANSLATE_NOOP("Words", "Start again.")
    ),
    "simulator.refused": words(QT_TRANSLATE_NOOP("Words", "The simulated lot refused that.")),
}
