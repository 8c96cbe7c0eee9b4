"""How signs, code readers and the power supply are, and what is shown to drivers at a closed lane."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

SIGNS: Final[Mapping[str, Words]] = {
    "sign.bad_address": words(
        QT_TRANSLATE_NOOP("Words", "The sign's address cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Write it like http://10.0.0.30/text."),
    ),
    "sign.busy": words(
        QT_TRANSLATE_NOOP("Words", "Another program uses the sign's serial line."),
        QT_TRANSLATE_NOOP("Words", "End it, or choose another line."),
    ),
    "sign.cannot_answer": words(
        QT_TRANSLATE_NOOP(
            "Words", "A sign of this sort never answers: whether it shows its text is not known."
        ),
        QT_TRANSLATE_NOOP("Words", "Look at the sign itself."),
    ),
    "sign.crashed": words(
        QT_TRANSLATE_NOOP("Words", "The sign's driver failed."),
        QT_TRANSLATE_NOOP("Words", "The log tells more."),
    ),
    "sign.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The sign does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and cable."),
    ),
    "sign.no_permission": words(
        QT_TRANSLATE_NOOP("Words", "This user may not use the sign's serial line."),
        QT_TRANSLATE_NOOP("Words", "Add the user to the group dialout and sign on to the machine again."),
    ),
    "sign.not_a_port": words(
        QT_TRANSLATE_NOOP("Words", "What stands there is no serial line."),
        QT_TRANSLATE_NOOP("Words", "Choose another line."),
    ),
    "sign.not_found": words(
        QT_TRANSLATE_NOOP("Words", "The sign's serial line is not there."),
        QT_TRANSLATE_NOOP("Words", "Plug it in, or choose another line."),
    ),
    "sign.refused": words(
        QT_TRANSLATE_NOOP("Words", "The sign refused the text."),
        QT_TRANSLATE_NOOP("Words", "Look at its address, its user and its password."),
    ),
    "sign.too_long": words(
        QT_TRANSLATE_NOOP("Words", "A text for drivers has at most {longest} characters."),
        QT_TRANSLATE_NOOP("Words", "Say it in fewer words."),
    ),
    "sign.too_many": words(
        QT_TRANSLATE_NOOP("Words", "The list holds at most {most} texts."),
        QT_TRANSLATE_NOOP("Words", "Take one out first."),
    ),
    "sign.none": words(
        QT_TRANSLATE_NOOP("Words", "This lane has no sign: drivers do not see the text."),
        QT_TRANSLATE_NOOP("Words", "Wire a sign to the lane on the device page."),
    ),
    "lane.message_set": words(QT_TRANSLATE_NOOP("Words", "{lane}: the driver now reads “{text}”.")),
    "lane.message_taken_away": words(
        QT_TRANSLATE_NOOP("Words", "{lane}: the sign shows its usual text again.")
    ),
    "lane.closed": words(
        QT_TRANSLATE_NOOP("Words", "This lane is closed."),
        QT_TRANSLATE_NOOP(
            "Words", "Open the lane again with Shift+F8, or open the gate once by hand with F5."
        ),
    ),
    "lane.reopened": words(QT_TRANSLATE_NOOP("Words", "{lane} is open again.")),
    "lane.was_closed": words(QT_TRANSLATE_NOOP("Words", "{lane} is closed: no car goes through by itself.")),
    "lane.closed_already": words(QT_TRANSLATE_NOOP("Words", "The lane was closed before.")),
    "lane.open_already": words(QT_TRANSLATE_NOOP("Words", "The lane is not closed.")),
    "reader.busy": words(
        QT_TRANSLATE_NOOP("Words", "Another program uses the code reader's serial line."),
        QT_TRANSLATE_NOOP("Words", "End it, or choose another line."),
    ),
    "reader.crashed": words(
        QT_TRANSLATE_NOOP("Words", "The code reader's driver failed."),
        QT_TRANSLATE_NOOP("Words", "The log tells more."),
    ),
    "reader.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The code reader was lost."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and cable."),
    ),
    "reader.no_permission": words(
        QT_TRANSLATE_NOOP("Words", "This user may not use the code reader's serial line."),
        QT_TRANSLATE_NOOP("Words", "Add the user to the group dialout and sign on to the machine again."),
    ),
    "reader.not_a_port": words(
        QT_TRANSLATE_NOOP("Words", "What stands there is no serial line."),
        QT_TRANSLATE_NOOP("Words", "Choose another line."),
    ),
    "reader.not_found": words(
        QT_TRANSLATE_NOOP("Words", "The code reader is not there."),
        QT_TRANSLATE_NOOP("Words", "Plug it in, or choose another line."),
    ),
    "power.access_denied": words(
        QT_TRANSLATE_NOOP("Words", "The server that watches the power supply does not let this console ask."),
        QT_TRANSLATE_NOOP("Words", "Look at the user and the password on the Devices page."),
    ),
    "power.crashed": words(
        QT_TRANSLATE_NOOP("Words", "The power supply's driver failed."),
        QT_TRANSLATE_NOOP("Words", "The log tells more."),
    ),
    "power.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The server that watches the power supply does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look whether NUT (upsd) runs on that machine."),
    ),
    "power.not_understood": words(
        QT_TRANSLATE_NOOP("Words", "What watches the power supply does not speak as NUT does."),
        QT_TRANSLATE_NOOP("Words", "Look at its address and port."),
    ),
    "power.supply_lost": words(
        QT_TRANSLATE_NOOP("Words", "The power supply itself is not heard: its state is not known."),
        QT_TRANSLATE_NOOP("Words", "Look at the cable between it and the machine that watches it."),
    ),
    "power.unknown_supply": words(
        QT_TRANSLATE_NOOP("Words", "The server knows no power supply of that name."),
        QT_TRANSLATE_NOOP("Words", "Look at the name on the Devices page."),
    ),
    "power.lost": words(
        QT_TRANSLATE_NOOP("Words", "The mains are gone: this console runs on its battery."),
        QT_TRANSLATE_NOOP("Words", "Gates and cameras may be dark. Finish payments that are under way."),
    ),
    "power.back": words(QT_TRANSLATE_NOOP("Words", "The mains are back since {from_at}.")),
    "power.low": words(
        QT_TRANSLATE_NOOP("Words", "The battery is nearly empty. All that was done is kept safely."),
        QT_TRANSLATE_NOOP("Words", "The machine may go off at any moment: hand out change first."),
    ),
    "console.machine_was_off": words(
        QT_TRANSLATE_NOOP("Words", "This machine was off from {from_at} to {until}."),
        QT_TRANSLATE_NOOP("Words", "Cars that came or left meanwhile are not recorded: look at those held."),
    ),
    "console.power_was_away": words(
        QT_TRANSLATE_NOOP("Words", "The power was away from {from_at} to {until}."),
        QT_TRANSLATE_NOOP("Words", "Cars that came or left meanwhile are not recorded: look at those held."),
    ),
    "console.broke_off": words(
        QT_TRANSLATE_NOOP("Words", "The program had broken off at {from_at} and runs again since {until}."),
        QT_TRANSLATE_NOOP("Words", "Cars that came or left meanwhile are not recorded: look at those held."),
    ),
}
