"""How relay boards are: on serial lines, shared by barriers and loops, held and not held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

_FIND_STEP = QT_TRANSLATE_NOOP("Words", "Look at its USB plug, or choose its port on the Devices page.")
_RIGHT_STEP = QT_TRANSLATE_NOOP(
    "Words", "Put the computer's user into the group dialout, then sign on to the computer again."
)
_BUSY_STEP = QT_TRANSLATE_NOOP("Words", "Close the other program, or choose another port.")
_PORT_STEP = QT_TRANSLATE_NOOP("Words", "Choose its port on the Devices page.")

BOARDS: Final[Mapping[str, Words]] = {
    "barrier.busy": words(
        QT_TRANSLATE_NOOP("Words", "Another program uses the port of the barrier's board."), _BUSY_STEP
    ),
    "barrier.cannot_answer": words(
        QT_TRANSLATE_NOOP(
            "Words", "This barrier's board never answers: whether the gate opened is not known."
        ),
        QT_TRANSLATE_NOOP("Words", "Look at the gate."),
    ),
    "barrier.cannot_hold": words(
        QT_TRANSLATE_NOOP("Words", "This barrier cannot be held open from here."),
        QT_TRANSLATE_NOOP("Words", "Use the switch at the barrier."),
    ),
    "barrier.no_permission": words(
        QT_TRANSLATE_NOOP(
            "Words", "This computer does not let Lotkeeper use the port of the barrier's board."
        ),
        _RIGHT_STEP,
    ),
    "barrier.not_a_port": words(
        QT_TRANSLATE_NOOP("Words", "What is given as the port of the barrier's board is no serial port."),
        _PORT_STEP,
    ),
    "barrier.not_found": words(
        QT_TRANSLATE_NOOP("Words", "The barrier's board is not plugged in."), _FIND_STEP
    ),
    "board.busy": words(
        QT_TRANSLATE_NOOP("Words", "Another program uses the relay board's port."), _BUSY_STEP
    ),
    "board.cannot_answer": words(
        QT_TRANSLATE_NOOP("Words", "This relay board never answers: whether it acted is not known.")
    ),
    "board.cannot_hold": words(
        QT_TRANSLATE_NOOP("Words", "This relay board cannot tell its relays, so nothing is held by it."),
        QT_TRANSLATE_NOOP("Words", "Use the switch at the barrier."),
    ),
    "board.no_permission": words(
        QT_TRANSLATE_NOOP("Words", "This computer does not let Lotkeeper use the relay board's port."),
        _RIGHT_STEP,
    ),
    "board.not_a_port": words(
        QT_TRANSLATE_NOOP("Words", "What is given as the relay board's port is no serial port."), _PORT_STEP
    ),
    "board.not_found": words(QT_TRANSLATE_NOOP("Words", "The relay board is not plugged in."), _FIND_STEP),
    "loops.busy": words(
        QT_TRANSLATE_NOOP("Words", "Another program uses the port of the loops' board."), _BUSY_STEP
    ),
    "loops.no_permission": words(
        QT_TRANSLATE_NOOP("Words", "This computer does not let Lotkeeper use the port of the loops' board."),
        _RIGHT_STEP,
    ),
    "loops.not_a_port": words(
        QT_TRANSLATE_NOOP("Words", "What is given as the port of the loops' board is no serial port."),
        _PORT_STEP,
    ),
    "loops.not_found": words(QT_TRANSLATE_NOOP("Words", "The loops' board is not plugged in."), _FIND_STEP),
}
