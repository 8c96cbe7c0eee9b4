"""Joining and leaving a lot, its hub, and the places for copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

JOINING: Final[Mapping[str, Words]] = {
    "join.bad_code": words(
        QT_TRANSLATE_NOOP("Words", "That is no code to join with."),
        QT_TRANSLATE_NOOP(
            "Words", "It looks like LK-XXXX-XXXX-XXXX-XXXX; letters O, I and L may be typed as they look."
        ),
    ),
    "join.wrong_code": words(
        QT_TRANSLATE_NOOP("Words", "The code is not right."),
        QT_TRANSLATE_NOOP("Words", "Compare it letter by letter. After five wrong tries it ends."),
    ),
    "join.too_many_tries": words(
        QT_TRANSLATE_NOOP("Words", "Too many wrong tries: the code has ended."),
        QT_TRANSLATE_NOOP("Words", "Make a new one at the hub."),
    ),
    "join.no_invitation": words(
        QT_TRANSLATE_NOOP("Words", "The hub waits for nobody."),
        QT_TRANSLATE_NOOP("Words", "Make a code at the hub under Consoles; it is good for 15 minutes."),
    ),
    "join.not_the_hub": words(
        QT_TRANSLATE_NOOP("Words", "Whoever answers there does not know the code: that is not your hub."),
        QT_TRANSLATE_NOOP("Words", "Look at the address; somebody may stand in between."),
    ),
    "join.has_history": words(
        QT_TRANSLATE_NOOP("Words", "This console has records of its own and cannot join another lot."),
        QT_TRANSLATE_NOOP("Words", "Start with an empty data folder: lotkeeper --data FOLDER."),
    ),
    "join.too_many": words(
        QT_TRANSLATE_NOOP("Words", "There are {most} codes open already."),
        QT_TRANSLATE_NOOP("Words", "Withdraw those that nobody needs, or wait until they end."),
    ),
    "join.lot_full": words(
        QT_TRANSLATE_NOOP("Words", "The lot has {most} consoles, as many as there may be."),
        QT_TRANSLATE_NOOP("Words", "Revoke one that is gone."),
    ),
    "join.done": words(
        QT_TRANSLATE_NOOP("Words", "This console belongs to the lot now, as number {number}: {name}.")
    ),
    "join.restart": words(QT_TRANSLATE_NOOP("Words", "Start Lotkeeper again to begin.")),
    "console.bad_name": words(
        QT_TRANSLATE_NOOP("Words", "The console needs a name, of at most {longest} characters."),
        QT_TRANSLATE_NOOP("Words", "For instance where it stands: Booth, Entry North."),
    ),
    "console.name_taken": words(
        QT_TRANSLATE_NOOP("Words", "Another console is called {name} already."),
        QT_TRANSLATE_NOOP("Words", "Choose another name."),
    ),
    "console.renamed": words(QT_TRANSLATE_NOOP("Words", "The console is called {name} from now on.")),
    "console.reason_needed": words(
        QT_TRANSLATE_NOOP("Words", "Say why it is revoked, in at most {longest} characters.")
    ),
    "console.unknown": words(QT_TRANSLATE_NOOP("Words", "The lot has no such console.")),
    "console.revoked_already": words(QT_TRANSLATE_NOOP("Words", "{name} was revoked already.")),
    "console.is_hub": words(
        QT_TRANSLATE_NOOP("Words", "{name} is the hub and cannot be revoked."),
        QT_TRANSLATE_NOOP("Words", "Make another console the hub first."),
    ),
    "hub.elsewhere": words(
        QT_TRANSLATE_NOOP("Words", "Another console is this lot's hub."),
        QT_TRANSLATE_NOOP("Words", "Do it there."),
    ),
    "hub.is_already": words(QT_TRANSLATE_NOOP("Words", "{name} is the hub already.")),
    "place.bad_address": words(
        QT_TRANSLATE_NOOP("Words", "The place for copies cannot be used as it is written."),
        QT_TRANSLATE_NOOP("Words", "Write a folder, smb://server/share/folder or s3://bucket/folder."),
    ),
    "place.password_in_address": words(
        QT_TRANSLATE_NOOP("Words", "A password does not belong into the address."),
        QT_TRANSLATE_NOOP("Words", "Give it by the environment or the system's key store."),
    ),
    "place.bad_name": words(
        QT_TRANSLATE_NOOP("Words", "The place for copies holds a file with an odd name.")
    ),
    "place.damaged": words(
        QT_TRANSLATE_NOOP("Words", "The copy at the second place is damaged."),
        QT_TRANSLATE_NOOP("Words", "Make a new one, and look at that disk."),
    ),
    "place.no_answer": words(
        QT_TRANSLATE_NOOP("Words", "The place for copies does not answer."),
        QT_TRANSLATE_NOOP("Words", "Look at the network and the server."),
    ),
    "place.not_found": words(
        QT_TRANSLATE_NOOP("Words", "The place for copies is not there."),
        QT_TRANSLATE_NOOP("Words", "Look at the address, and whether the disk is plugged in."),
    ),
    "place.refused": words(
        QT_TRANSLATE_NOOP("Words", "The place for copies refuses this console."),
        QT_TRANSLATE_NOOP("Words", "Look at user and password."),
    ),
    "place.full": words(
        QT_TRANSLATE_NOOP("Words", "The place for copies is full."),
        QT_TRANSLATE_NOOP("Words", "Make room there."),
    ),
    "place.too_large": words(QT_TRANSLATE_NOOP("Words", "A file at the place for copies is too large.")),
    "place.failed": words(
        QT_TRANSLATE_NOOP("Words", "The place for copies gave an error."),
        QT_TRANSLATE_NOOP("Words", "The log tells more."),
    ),
}
