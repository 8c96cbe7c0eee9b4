"""What the audit says: anchors, verification, purging, pictures that were looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

AUDIT: Final[Mapping[str, Words]] = {
    "anchor.unreadable": words(
        QT_TRANSLATE_NOOP("Words", "That is no anchor."),
        QT_TRANSLATE_NOOP("Words", "Scan the square code of a Z report, or type all of its text."),
    ),
    "anchor.file_too_large": words(QT_TRANSLATE_NOOP("Words", "The file is too large to be one of anchors.")),
    "anchor.beyond_end": words(
        QT_TRANSLATE_NOOP("Words", "The journal ends before an entry that was anchored."),
        QT_TRANSLATE_NOOP("Words", "Entries were cut off, or an old copy was put back: keep this file."),
    ),
    "anchor.differs": words(
        QT_TRANSLATE_NOOP("Words", "An entry is not the one that was anchored."),
        QT_TRANSLATE_NOOP("Words", "The journal was changed afterwards: keep this file."),
    ),
    "anchor.no_chain": words(
        QT_TRANSLATE_NOOP("Words", "The anchor is about a console whose journal is not here.")
    ),
    "journal.not_purged": words(
        QT_TRANSLATE_NOOP("Words", "Personal fields are gone though nobody purged them.")
    ),
    "journal.subject_unsealed": words(
        QT_TRANSLATE_NOOP("Words", "An entry is filed under a subject that it does not name.")
    ),
    "journal.subjects_differ": words(
        QT_TRANSLATE_NOOP("Words", "Entries are not filed under the subjects that they name.")
    ),
    "photo.differs": words(
        QT_TRANSLATE_NOOP("Words", "A photo is not the picture that it is named after."),
        QT_TRANSLATE_NOOP("Words", "The file was exchanged: keep it, and look who could reach it."),
    ),
    "price.cannot_be_made": words(QT_TRANSLATE_NOOP("Words", "The price of a payment cannot be made again.")),
    "price.differs": words(QT_TRANSLATE_NOOP("Words", "A payment is not what its inputs and its plan cost.")),
    "projection.differs": words(QT_TRANSLATE_NOOP("Words", "A row is not what the journal gives.")),
    "projection.missing": words(QT_TRANSLATE_NOOP("Words", "A row is missing that the journal gives.")),
    "projection.unfounded": words(QT_TRANSLATE_NOOP("Words", "A row does not come from the journal.")),
    "projection.unreadable": words(QT_TRANSLATE_NOOP("Words", "Rows cannot be read.")),
    "verify.too_long": words(
        QT_TRANSLATE_NOOP("Words", "The journal was not verified to its end: it takes too long."),
        QT_TRANSLATE_NOOP("Words", "Verify it from the audit screen in a quiet hour."),
    ),
    "verify.failed": words(
        QT_TRANSLATE_NOOP("Words", "The journal could not be verified."),
        QT_TRANSLATE_NOOP("Words", "Try again; the log tells more."),
    ),
    "malfunction.journal_differs": words(
        QT_TRANSLATE_NOOP("Words", "The journal does not agree in {count} places."),
        QT_TRANSLATE_NOOP("Words", "Look at Audit, Proof; keep a copy of the file and of the Z reports."),
    ),
    "malfunction.journal_not_verified": words(
        QT_TRANSLATE_NOOP("Words", "The journal was not verified."),
    ),
    "purge.stay_open": words(
        QT_TRANSLATE_NOOP("Words", "The car is still inside."),
        QT_TRANSLATE_NOOP("Words", "End the stay first; then it can be purged."),
    ),
    "purge.booking_open": words(
        QT_TRANSLATE_NOOP("Words", "A booking under the plate is still to come or in use."),
        QT_TRANSLATE_NOOP("Words", "Once it has ended or was cancelled, it can be purged."),
    ),
    "purge.debt_open": words(
        QT_TRANSLATE_NOOP("Words", "Its driver owes money."),
        QT_TRANSLATE_NOOP("Words", "Collect the debt or write it off; then it can be purged."),
    ),
    "purge.refund_due": words(
        QT_TRANSLATE_NOOP("Words", "Money is due back to its driver."),
        QT_TRANSLATE_NOOP("Words", "Settle the refund; then it can be purged."),
    ),
    "purge.order_open": words(
        QT_TRANSLATE_NOOP("Words", "A payment is under way."),
        QT_TRANSLATE_NOOP("Words", "Wait until it has ended; then it can be purged."),
    ),
    "purge.nothing": words(QT_TRANSLATE_NOOP("Words", "Nothing is kept under that plate.")),
    "purge.no_plate": words(QT_TRANSLATE_NOOP("Words", "Type a plate.")),
    "purge.bad_reason": words(QT_TRANSLATE_NOOP("Words", "Choose a reason.")),
    "anchor.made": words(QT_TRANSLATE_NOOP("Words", "The heads of the journal were anchored.")),
    "book.printed": words(QT_TRANSLATE_NOOP("Words", "Slips of the downtime book were printed.")),
    "charge.noticed": words(QT_TRANSLATE_NOOP("Words", "A platform sent a notice about a charge.")),
    "console.invitation_withdrawn": words(
        QT_TRANSLATE_NOOP("Words", "An invitation of a console was withdrawn.")
    ),
    "console.invited": words(QT_TRANSLATE_NOOP("Words", "A console was invited to the lot.")),
    "console.join_refused": words(QT_TRANSLATE_NOOP("Words", "A console that wanted to join was refused.")),
    "console.joined": words(QT_TRANSLATE_NOOP("Words", "A console joined the lot.")),
    "console.revoked": words(QT_TRANSLATE_NOOP("Words", "A console was revoked.")),
    "console.wired": words(QT_TRANSLATE_NOOP("Words", "The wiring of a console was noted.")),
    "device.failed": words(QT_TRANSLATE_NOOP("Words", "A device failed.")),
    "device.recovered": words(QT_TRANSLATE_NOOP("Words", "A device is well again.")),
    "device.tested": words(QT_TRANSLATE_NOOP("Words", "A device was tested.")),
    "device.wired": words(QT_TRANSLATE_NOOP("Words", "A device was wired otherwise.")),
    "gate.counted": words(QT_TRANSLATE_NOOP("Words", "The openings of a gate were counted.")),
    "hub.appointed": words(QT_TRANSLATE_NOOP("Words", "A console was made the hub.")),
    "personal.purged": words(QT_TRANSLATE_NOOP("Words", "Personal data was purged.")),
    "photo.purged": words(QT_TRANSLATE_NOOP("Words", "Photos were purged.")),
    "rates.withdrawn": words(QT_TRANSLATE_NOOP("Words", "A version of the rates was withdrawn.")),
    "refusal.settled": words(QT_TRANSLATE_NOOP("Words", "An item that was refused was settled.")),
    "space.granted": words(QT_TRANSLATE_NOOP("Words", "Spaces were granted to a console.")),
    "space.returned": words(QT_TRANSLATE_NOOP("Words", "A console gave spaces back.")),
    "space.wanted": words(QT_TRANSLATE_NOOP("Words", "A console asked for a space.")),
    "space.written_off": words(QT_TRANSLATE_NOOP("Words", "Spaces of a console were written off.")),
    "task.retried": words(QT_TRANSLATE_NOOP("Words", "A failed task was tried again.")),
    "purge_reason.asked_by_driver": words(QT_TRANSLATE_NOOP("Words", "The driver asked for it")),
    "purge_reason.authority": words(QT_TRANSLATE_NOOP("Words", "An authority asked for it")),
    "purge_reason.wrong_record": words(QT_TRANSLATE_NOOP("Words", "The record was wrong")),
    "purge_reason.other": words(QT_TRANSLATE_NOOP("Words", "Another reason")),
    "lot.bad_retention": words(
        QT_TRANSLATE_NOOP("Words", "Photos are kept no longer than plates, and both 1 to {longest} days.")
    ),
}
