"""What is wrong with a console, for the administrator's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

MALFUNCTIONS: Final[Mapping[str, Words]] = {
    "malfunction.never_heard": words(
        QT_TRANSLATE_NOOP("Words", "Nothing was ever heard of this console."),
        QT_TRANSLATE_NOOP("Words", "Look whether it runs and reaches hub or database."),
    ),
    "malfunction.silent": words(
        QT_TRANSLATE_NOOP("Words", "Nothing was heard of this console since {since}."),
        QT_TRANSLATE_NOOP("Words", "Look whether it runs. If it is lost for good, revoke it."),
    ),
    "malfunction.hub_silent": words(
        QT_TRANSLATE_NOOP("Words", "Nothing was heard of the hub since {since}: nobody grants spaces."),
        QT_TRANSLATE_NOOP("Words", "If it does not come back soon, make this console the hub."),
    ),
    "malfunction.stranded": words(
        QT_TRANSLATE_NOOP("Words", "It was revoked and still holds {count} spaces."),
        QT_TRANSLATE_NOOP("Words", "Write them off once you know that no car comes in through it."),
    ),
    "malfunction.database_lost": words(
        QT_TRANSLATE_NOOP(
            "Words",
            "The shared database is out of reach since {since}; {count} records wait, {money} about money.",
        ),
        QT_TRANSLATE_NOOP("Words", "Cars go on. It is tried again by itself."),
    ),
    "malfunction.hub_lost": words(
        QT_TRANSLATE_NOOP(
            "Words", "The hub is out of reach since {since}; {count} records wait, {money} about money."
        ),
        QT_TRANSLATE_NOOP("Words", "Cars go on with the spaces held here. It is tried again by itself."),
    ),
    "malfunction.internet_lost": words(
        QT_TRANSLATE_NOOP("Words", "The internet is out of reach since {since}."),
        QT_TRANSLATE_NOOP("Words", "Look at the router and its line."),
    ),
    "malfunction.payments_lost": words(
        QT_TRANSLATE_NOOP("Words", "The payment platform is out of reach since {since}."),
        QT_TRANSLATE_NOOP("Words", "Take cash meanwhile."),
    ),
    "malfunction.link_lost": words(
        QT_TRANSLATE_NOOP("Words", "{name} is out of reach since {since}."),
        QT_TRANSLATE_NOOP("Words", "It is tried again by itself."),
    ),
    "malfunction.chain_stuck": words(
        QT_TRANSLATE_NOOP("Words", "The records of one console cannot be taken any more."),
        QT_TRANSLATE_NOOP("Words", "The refused items say which, and why."),
    ),
    "malfunction.behind": words(
        QT_TRANSLATE_NOOP("Words", "{count} records of other consoles have not arrived here."),
        QT_TRANSLATE_NOOP("Words", "Try again; if it stays so, look at the network."),
    ),
    "malfunction.refused": words(
        QT_TRANSLATE_NOOP("Words", "Refused at {at}: record {seq} of {name} ({kind})."),
        QT_TRANSLATE_NOOP("Words", "Nothing was thrown away. Settle it once you have seen to it."),
    ),
    "malfunction.refused_more": words(
        QT_TRANSLATE_NOOP("Words", "{count} more were refused."),
        QT_TRANSLATE_NOOP("Words", "lotkeeper sync status names them."),
    ),
    "malfunction.tasks_waiting": words(
        QT_TRANSLATE_NOOP("Words", "{count} tasks wait, the oldest since {since}."),
        QT_TRANSLATE_NOOP("Words", "Look at printer and network."),
    ),
    "malfunction.task_failed": words(QT_TRANSLATE_NOOP("Words", "Failed at {at}: {task}.")),
    "malfunction.task_unknown": words(
        QT_TRANSLATE_NOOP("Words", "What became of this at {at} is not known: {task}."),
        QT_TRANSLATE_NOOP("Words", "Look whether it was done; it is not done twice."),
    ),
    "malfunction.tasks_more": words(QT_TRANSLATE_NOOP("Words", "{count} more tasks failed in the last day.")),
    "malfunction.device": words(
        QT_TRANSLATE_NOOP("Words", "{lane}: {device} in trouble."),
        QT_TRANSLATE_NOOP("Words", "Look at its power and cable."),
    ),
    "malfunction.lane_twice": words(
        QT_TRANSLATE_NOOP("Words", "{lane} is wired here and at {name}: its cars are recorded twice."),
        QT_TRANSLATE_NOOP(
            "Words", "Take the lane out of lotkeeper.toml of one of both, and start that again."
        ),
    ),
    "malfunction.disk_low": words(
        QT_TRANSLATE_NOOP("Words", "The disk has {gigabytes} GB left."),
        QT_TRANSLATE_NOOP("Words", "Make room: photos and backups need it."),
    ),
    "malfunction.no_backup": words(
        QT_TRANSLATE_NOOP("Words", "There is no backup of this console."),
        QT_TRANSLATE_NOOP("Words", "Make one now."),
    ),
    "malfunction.backup_old": words(
        QT_TRANSLATE_NOOP("Words", "The last backup was made at {since}."),
        QT_TRANSLATE_NOOP("Words", "Make one now, and look why none was made by itself."),
    ),
    "malfunction.no_second_backup": words(
        QT_TRANSLATE_NOOP("Words", "No backup has reached the second place yet."),
        QT_TRANSLATE_NOOP("Words", "Look whether it can be reached and written to."),
    ),
    "malfunction.second_backup_old": words(
        QT_TRANSLATE_NOOP("Words", "The last backup at the second place is of {since}."),
        QT_TRANSLATE_NOOP("Words", "Look whether it can be reached and written to."),
    ),
    "malfunction.photos_wait": words(
        QT_TRANSLATE_NOOP("Words", "Photos wait for their place: {small} small ones, {large} large ones."),
        QT_TRANSLATE_NOOP("Words", "No car waits for them. Look whether the place can be written to."),
    ),
    "malfunction.clock_behind": words(
        QT_TRANSLATE_NOOP("Words", "The clock stands before what was written last: nothing is priced."),
        QT_TRANSLATE_NOOP("Words", "Set the clock, then settle it."),
    ),
    "malfunction.clock_off_ahead": words(
        QT_TRANSLATE_NOOP("Words", "Its clock is {minutes} minutes ahead of the lot's: prices are wrong."),
        QT_TRANSLATE_NOOP(
            "Words",
            "Let its PC follow a time server; look at the hub's clock, too. Set back, it must be settled.",
        ),
    ),
    "malfunction.clock_off_behind": words(
        QT_TRANSLATE_NOOP("Words", "Its clock is {minutes} minutes behind the lot's: prices are wrong."),
        QT_TRANSLATE_NOOP("Words", "Let its PC follow a time server; look at the hub's clock, too."),
    ),
    "malfunction.other_version": words(
        QT_TRANSLATE_NOOP("Words", "It runs version {version}, this console {here}."),
        QT_TRANSLATE_NOOP("Words", "One version apart works. Update the older one soon."),
    ),
    "malfunction.duty": words(
        QT_TRANSLATE_NOOP("Words", "It cannot do this for the lot now: {duty}."),
        QT_TRANSLATE_NOOP("Words", "It is tried again by itself."),
    ),
    "malfunction.conflicts": words(
        QT_TRANSLATE_NOOP("Words", "{count} changes were made elsewhere meanwhile: somebody must choose."),
        QT_TRANSLATE_NOOP("Words", "Both values are shown."),
    ),
}
