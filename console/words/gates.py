"""Gates held open, booms that do not obey, and loops that cannot be believed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

_BY_HAND: Final = QT_TRANSLATE_NOOP("Words", "The lane goes on; look more closely at who comes and goes.")
_LOOPS: Final = QT_TRANSLATE_NOOP("Words", "Look at the loop and its detector.")

GATES: Final[Mapping[str, Words]] = {
    "gate.held_open": words(QT_TRANSLATE_NOOP("Words", "The gate is held open.")),
    "gate.is_held": words(
        QT_TRANSLATE_NOOP("Words", "The gate is held open already."),
        QT_TRANSLATE_NOOP("Words", "Let it go first, if it is to be held for another reason."),
    ),
    "gate.held": words(QT_TRANSLATE_NOOP("Words", "The gate was asked to stay open.")),
    "gate.let_go": words(QT_TRANSLATE_NOOP("Words", "The gate was let go.")),
    "gate.hold_done": words(QT_TRANSLATE_NOOP("Words", "The barrier heard the command.")),
    "gate.hold_failed": words(
        QT_TRANSLATE_NOOP("Words", "The barrier did not take the command to stay open, or to be let go."),
        QT_TRANSLATE_NOOP("Words", "Look at the boom, then try once more."),
    ),
    "gate.hold_unknown": words(
        QT_TRANSLATE_NOOP("Words", "It is not known whether the barrier stays open."),
        QT_TRANSLATE_NOOP("Words", "Look at the boom before doing anything else."),
    ),
    "gate.hold_too_late": words(
        QT_TRANSLATE_NOOP("Words", "The command came too late and was dropped."),
        QT_TRANSLATE_NOOP("Words", "Look at the boom, then try once more."),
    ),
    "gate.hold_lost": words(
        QT_TRANSLATE_NOOP(
            "Words", "The gate was held open and is no more: its board lost power, or a fault."
        ),
        QT_TRANSLATE_NOOP("Words", "Look at the boom; hold it open once more if it is to stay up."),
    ),
    "gate.held_unasked": words(
        QT_TRANSLATE_NOOP("Words", "The gate is held open, and nobody here asked for it."),
        QT_TRANSLATE_NOOP("Words", "Ask who works at the barrier; letting it go ends it."),
    ),
    "gate.up_unasked": words(
        QT_TRANSLATE_NOOP("Words", "The boom went up without a command."),
        QT_TRANSLATE_NOOP("Words", "Look at the picture: who opened it, and with what?"),
    ),
    "lane.reversed_crossing": words(
        QT_TRANSLATE_NOOP("Words", "A vehicle went the wrong way through the gate that is held open."),
        QT_TRANSLATE_NOOP("Words", "Look at the picture; if it is a stay, end it by hand."),
    ),
    "stay.left_unpaid": words(
        QT_TRANSLATE_NOOP("Words", "Left without paying, through a gate that was held open.")
    ),
    "note.gate_held": words(QT_TRANSLATE_NOOP("Words", "Came in while the gate was held open.")),
    "hold.fire": words(QT_TRANSLATE_NOOP("Words", "Fire")),
    "hold.evacuation": words(QT_TRANSLATE_NOOP("Words", "The lot must be emptied")),
    "hold.queue": words(QT_TRANSLATE_NOOP("Words", "Queue on the road")),
    "hold.maintenance": words(QT_TRANSLATE_NOOP("Words", "Work at the barrier")),
    "hold.gate_fault": words(QT_TRANSLATE_NOOP("Words", "Gate or loop fault")),
    "hold.delivery": words(QT_TRANSLATE_NOOP("Words", "Delivery or long vehicle")),
    "hold.other": words(QT_TRANSLATE_NOOP("Words", "Other (write a note)")),
    "barrier.cannot_hold": words(
        QT_TRANSLATE_NOOP("Words", "This barrier cannot be held open from here."),
        QT_TRANSLATE_NOOP("Words", "Use the switch at the barrier."),
    ),
    "barrier.hold_lost": words(
        QT_TRANSLATE_NOOP(
            "Words", "The gate was held open and is no more: its board lost power, or a fault."
        ),
        QT_TRANSLATE_NOOP("Words", "Look at the boom; hold it open once more if it is to stay up."),
    ),
    "barrier.held_unasked": words(
        QT_TRANSLATE_NOOP("Words", "The gate is held open, and nobody here asked for it."),
        QT_TRANSLATE_NOOP("Words", "Ask who works at the barrier; letting it go ends it."),
    ),
    "barrier.not_up": words(
        QT_TRANSLATE_NOOP("Words", "The barrier took the command, but the boom did not go up."),
        QT_TRANSLATE_NOOP("Words", "Look at the boom; open by the switch at the barrier."),
    ),
    "barrier.not_down": words(
        QT_TRANSLATE_NOOP("Words", "The boom did not come down after the car."),
        QT_TRANSLATE_NOOP("Words", "Look at the boom, and at what lies under it."),
    ),
    "barrier.up_unasked": words(
        QT_TRANSLATE_NOOP("Words", "The boom went up without a command."),
        QT_TRANSLATE_NOOP("Words", "Look at the picture: who opened it, and with what?"),
    ),
    "loops.arming_stuck": words(
        QT_TRANSLATE_NOOP("Words", "The loop before the boom has been occupied for too long."),
        _LOOPS,
    ),
    "loops.closing_stuck": words(
        QT_TRANSLATE_NOOP("Words", "The loop behind the boom has been occupied for too long."),
        _LOOPS,
    ),
    "loops.closing_occupied": words(
        QT_TRANSLATE_NOOP("Words", "The next car came while the loop behind the boom was still occupied."),
        _BY_HAND,
    ),
    "loops.arming_chatters": words(
        QT_TRANSLATE_NOOP("Words", "The loop before the boom goes on and off by itself."),
        _LOOPS,
    ),
    "loops.closing_chatters": words(
        QT_TRANSLATE_NOOP("Words", "The loop behind the boom goes on and off by itself."),
        _LOOPS,
    ),
    "loops.arming_lost": words(
        QT_TRANSLATE_NOOP("Words", "The loop before the boom cannot be read."),
        QT_TRANSLATE_NOOP("Words", "Let cars through by hand; look at the relay board."),
    ),
    "loops.closing_lost": words(
        QT_TRANSLATE_NOOP("Words", "The loop behind the boom cannot be read."),
        QT_TRANSLATE_NOOP("Words", "Look at the relay board's power and cable."),
    ),
    "loops.closing_not_wired": words(
        QT_TRANSLATE_NOOP("Words", "This lane has no loop behind the boom."),
        QT_TRANSLATE_NOOP("Words", "Whoever leaves after an opening is taken to have driven through."),
    ),
    "loops.both_long": words(
        QT_TRANSLATE_NOOP("Words", "Both loops have been occupied for minutes."),
        QT_TRANSLATE_NOOP("Words", "Look whether a vehicle stands under the boom."),
    ),
    "loops.reversed": words(
        QT_TRANSLATE_NOOP("Words", "Vehicles come again and again from behind the boom."),
        QT_TRANSLATE_NOOP("Words", "Perhaps the two loops are connected the wrong way round."),
    ),
    "lane.bad_id": words(
        QT_TRANSLATE_NOOP("Words", "A lane's short name has letters, digits, - and _ only."),
        QT_TRANSLATE_NOOP("Words", "Choose another one."),
    ),
    "lane.id_taken": words(
        QT_TRANSLATE_NOOP("Words", "{lane} is, or was, the short name of another lane."),
        QT_TRANSLATE_NOOP("Words", "Choose another one."),
    ),
    "lane.in_use": words(
        QT_TRANSLATE_NOOP("Words", "{lane} is in use: a car is under its gate, or the gate is held open."),
        QT_TRANSLATE_NOOP("Words", "Try again when the lane is empty."),
    ),
    "lane.too_many": words(QT_TRANSLATE_NOOP("Words", "A lot has at most {most} lanes.")),
    "device.unknown": words(QT_TRANSLATE_NOOP("Words", "There is no such device any more.")),
    "device.no_word": words(
        QT_TRANSLATE_NOOP("Words", "The device failed and does not say why."),
        QT_TRANSLATE_NOOP("Words", "The log tells more."),
    ),
}
