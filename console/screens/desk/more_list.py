"""What F12 offers: the ways of paying that are rarer, and what follows a payment; one digit each."""

from __future__ import annotations

from typing import Final

from console.screens.context import Context
from console.screens.desk.digit_list import Listed
from console.widgets.painting import key_words
from console.words import say

OFFERED: Final = (
    "car.split",
    "car.validate",
    "car.waive",
    "car.promise",
    "car.tow",
    "car.void",
    "car.give_back",
    "car.receipt",
    "booth.sell",
    "car.refund",
)
"""The commands of the list, from 1 to 9 and 0; their place never changes."""


def offered(context: Context) -> tuple[Listed, ...]:
    """The list as it is now, with why a line cannot be chosen."""
    actor, lot, commands = context.state.actor, context.state.lot, context.commands
    lines = []
    for command_id in OFFERED:
        command = commands[command_id]
        code = commands.why_not(command, actor)
        key = key_words(command.keys[0]) if command.keys else ""
        lines.append(Listed(command_id, command.title(), key, say(code, {}, lot).text if code else ""))
    return tuple(lines)
