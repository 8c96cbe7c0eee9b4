"""Links, chains and leases: why a far side is away, and why something was refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

SHARING: Final[Mapping[str, Words]] = {
    "sharing.refused": words(
        QT_TRANSLATE_NOOP("Words", "Something from another console could not be taken: {count} refused."),
        QT_TRANSLATE_NOOP("Words", "Open Consoles to see what and why."),
    ),
    "sharing.trying": words(QT_TRANSLATE_NOOP("Words", "Every far side is tried now.")),
    "sharing.settled": words(QT_TRANSLATE_NOOP("Words", "Marked as seen.")),
    "sharing.task_retried": words(QT_TRANSLATE_NOOP("Words", "It is done again now.")),
    "sharing.backed_up": words(QT_TRANSLATE_NOOP("Words", "{file} was made and checked.")),
    "sharing.revoked": words(
        QT_TRANSLATE_NOOP("Words", "{name} was revoked: it takes part no more."),
        QT_TRANSLATE_NOOP("Words", "Write off its spaces once you know that no car comes in through it."),
    ),
    "sharing.hub_appointed": words(QT_TRANSLATE_NOOP("Words", "{name} is the hub from now on.")),
    "sharing.written_off": words(QT_TRANSLATE_NOOP("Words", "{count} spaces of {name} were taken back.")),
    "clock.off_ahead": words(
        QT_TRANSLATE_NOOP("Words", "This PC's clock is {minutes} minutes ahead of the lot's."),
        QT_TRANSLATE_NOOP("Words", "Let it follow a time server: entries, exits and prices go by it."),
    ),
    "clock.off_behind": words(
        QT_TRANSLATE_NOOP("Words", "This PC's clock is {minutes} minutes behind the lot's."),
        QT_TRANSLATE_NOOP("Words", "Let it follow a time server: entries, exits and prices go by it."),
    ),
    "refusal.unknown": words(QT_TRANSLATE_NOOP("Words", "That item was settled already.")),
    "task.not_failed": words(QT_TRANSLATE_NOOP("Words", "That task did not fail, or was done meanwhile.")),
    "task.gate": words(
        QT_TRANSLATE_NOOP("Words", "A gate is never opened afterwards."),
        QT_TRANSLATE_NOOP("Words", "Open it from the desk if a car still waits."),
    ),
    "lease.nothing_held": words(QT_TRANSLATE_NOOP("Words", "This console holds no spaces.")),
    "lease.reason_needed": words(QT_TRANSLATE_NOOP("Words", "Say why its spaces are taken back.")),
    "link.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "It does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at the network and whether it runs."),
    ),
    "link.no_internet": words(
        QT_TRANSLATE_NOOP("Words", "The internet cannot be reached."),
        QT_TRANSLATE_NOOP("Words", "Look at the router."),
    ),
    "link.refused": words(
        QT_TRANSLATE_NOOP("Words", "It refuses this console."),
        QT_TRANSLATE_NOOP("Words", "Look at login and address in the configuration."),
    ),
    "link.revoked": words(
        QT_TRANSLATE_NOOP("Words", "This console was revoked and takes part no more."),
        QT_TRANSLATE_NOOP(
            "Words", "Lanes go on with what is known here. To take part again, join with a new code."
        ),
    ),
    "link.version": words(
        QT_TRANSLATE_NOOP("Words", "The far side speaks another version."),
        QT_TRANSLATE_NOOP("Words", "Update the older of the two programs."),
    ),
    "link.garbled": words(
        QT_TRANSLATE_NOOP("Words", "It answers with what nobody understands."),
        QT_TRANSLATE_NOOP("Words", "Look whether the address leads to a hub or a database of Lotkeeper."),
    ),
    "link.busy": words(
        QT_TRANSLATE_NOOP("Words", "It has too much to do."),
        QT_TRANSLATE_NOOP("Words", "It is tried again by itself."),
    ),
    "link.fault": words(
        QT_TRANSLATE_NOOP("Words", "It failed at what it was asked."),
        QT_TRANSLATE_NOOP("Words", "Its log tells more."),
    ),
    "link.address": words(
        QT_TRANSLATE_NOOP("Words", "The shared database's address cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Write it as postgresql+psycopg://login@server/database."),
    ),
    "link.other_hub": words(
        QT_TRANSLATE_NOOP("Words", "Another console answers under the hub's address."),
        QT_TRANSLATE_NOOP("Words", "Somebody may listen in: look who has that address, then join anew."),
    ),
    "link.other_lot": words(
        QT_TRANSLATE_NOOP("Words", "It belongs to another lot."),
        QT_TRANSLATE_NOOP("Words", "Correct the address in the configuration."),
    ),
    "link.no_such_page": words(
        QT_TRANSLATE_NOOP("Words", "It does not know what it was asked."),
        QT_TRANSLATE_NOOP("Words", "Update the older of the two programs."),
    ),
    "link.sign_on": words(
        QT_TRANSLATE_NOOP("Words", "It does not know this console's key."),
        QT_TRANSLATE_NOOP("Words", "Join again with a new code."),
    ),
    "link.too_large": words(
        QT_TRANSLATE_NOOP("Words", "What was sent is too large for it."),
        QT_TRANSLATE_NOOP("Words", "Tell the administrator; the log says what it was."),
    ),
    "hub.bad_address": words(
        QT_TRANSLATE_NOOP("Words", "The address of the hub cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Write it as name:port or number:port."),
    ),
    "hub.port": words(
        QT_TRANSLATE_NOOP("Words", "The hub cannot listen at its port."),
        QT_TRANSLATE_NOOP("Words", "Another program has it: choose another under [shared] hub_port."),
    ),
    "chain.ahead": words(
        QT_TRANSLATE_NOOP("Words", "More of this console's records are held elsewhere than here."),
        QT_TRANSLATE_NOOP(
            "Words",
            "It was set back to an old copy without a new identity: restore with lotkeeper db restore.",
        ),
    ),
    "chain.broken": words(
        QT_TRANSLATE_NOOP("Words", "A record was changed on its way or where it lay."),
        QT_TRANSLATE_NOOP("Words", "Let that console verify its journal: lotkeeper journal verify."),
    ),
    "chain.fork": words(
        QT_TRANSLATE_NOOP("Words", "Two different records claim the same place."),
        QT_TRANSLATE_NOOP("Words", "Two PCs run as the same console: stop one, and let it join anew."),
    ),
    "chain.gap": words(
        QT_TRANSLATE_NOOP("Words", "Records are missing before this one."),
        QT_TRANSLATE_NOOP("Words", "They are asked for again by themselves."),
    ),
    "chain.other_lot": words(
        QT_TRANSLATE_NOOP("Words", "A record belongs to another lot."),
        QT_TRANSLATE_NOOP("Words", "Look which database or hub is configured."),
    ),
    "chain.unreadable": words(
        QT_TRANSLATE_NOOP("Words", "A record cannot be read."),
        QT_TRANSLATE_NOOP("Words", "Update this program if the other is newer."),
    ),
    "projection.cannot_fold": words(
        QT_TRANSLATE_NOOP("Words", "The records about one thing do not make sense together."),
        QT_TRANSLATE_NOOP("Words", "Look at that stay or shift on both consoles."),
    ),
}
