"""What the store says: disk, database, data folder, photos, journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

STORE: Final[Mapping[str, Words]] = {
    "store.in_use": words(
        QT_TRANSLATE_NOOP("Words", "Lotkeeper is already open with this data folder."),
        QT_TRANSLATE_NOOP("Words", "Change to its window; if there is none, wait a moment and start again."),
    ),
    "store.folder_not_writable": words(
        QT_TRANSLATE_NOOP("Words", "The data folder cannot be written to."),
        QT_TRANSLATE_NOOP("Words", "Give this user the right to write there, or choose another folder."),
    ),
    "store.not_a_database": words(
        QT_TRANSLATE_NOOP("Words", "The file lotkeeper.db is not a database of Lotkeeper."),
        QT_TRANSLATE_NOOP("Words", "Put it aside and restore the last backup."),
    ),
    "store.damaged": words(
        QT_TRANSLATE_NOOP("Words", "The database is damaged."),
        QT_TRANSLATE_NOOP("Words", "Keep a copy of it and restore the last backup."),
    ),
    "store.newer_than_program": words(
        QT_TRANSLATE_NOOP("Words", "The database was written by a newer Lotkeeper."),
        QT_TRANSLATE_NOOP("Words", "Install that version, or restore a backup made before the upgrade."),
    ),
    "store.no_history": words(
        QT_TRANSLATE_NOOP("Words", "The database is not one that this program made."),
        QT_TRANSLATE_NOOP("Words", "Put it aside and restore the last backup."),
    ),
    "store.not_upgraded": words(
        QT_TRANSLATE_NOOP("Words", "The database lacks tables that this version needs."),
        QT_TRANSLATE_NOOP("Words", "Run: lotkeeper db upgrade"),
    ),
    "store.disk_full": words(
        QT_TRANSLATE_NOOP("Words", "The disk is full: nothing can be recorded."),
        QT_TRANSLATE_NOOP("Words", "Free some space at once."),
    ),
    "store.disk_nearly_full": words(
        QT_TRANSLATE_NOOP("Words", "The disk is nearly full."),
        QT_TRANSLATE_NOOP("Words", "Free some space soon: then cars can still leave."),
    ),
    "store.io_error": words(
        QT_TRANSLATE_NOOP("Words", "The disk gave an error."),
        QT_TRANSLATE_NOOP("Words", "Make a backup and have the disk looked at."),
    ),
    "store.cannot_open": words(
        QT_TRANSLATE_NOOP("Words", "The database cannot be opened."),
        QT_TRANSLATE_NOOP("Words", "Look whether the data folder is there and may be read."),
    ),
    "store.read_only": words(
        QT_TRANSLATE_NOOP("Words", "The database may only be read, not written."),
        QT_TRANSLATE_NOOP("Words", "Give this user the right to write to the file."),
    ),
    "store.locked": words(
        QT_TRANSLATE_NOOP("Words", "Another program holds the database."),
        QT_TRANSLATE_NOOP("Words", "Close it and try again."),
    ),
    "store.busy": words(
        QT_TRANSLATE_NOOP("Words", "The store cannot keep up."), QT_TRANSLATE_NOOP("Words", "Try again.")
    ),
    "store.failed": words(
        QT_TRANSLATE_NOOP("Words", "The database gave an error."),
        QT_TRANSLATE_NOOP("Words", "Try again; the log tells more."),
    ),
    "store.no_such_file": words(QT_TRANSLATE_NOOP("Words", "There is no such file.")),
    "store.bad_photo_reference": words(QT_TRANSLATE_NOOP("Words", "That is no name of a photo.")),
    "photo.not_kept": words(
        QT_TRANSLATE_NOOP("Words", "A photo could not be kept."),
        QT_TRANSLATE_NOOP("Words", "Look whether the disk is full."),
    ),
    "photo.queue_full": words(
        QT_TRANSLATE_NOOP("Words", "A photo was not kept: the disk is too slow."),
        QT_TRANSLATE_NOOP("Words", "Look at the disk."),
    ),
    "task.interrupted": words(
        QT_TRANSLATE_NOOP(
            "Words", "The program ended while this was being done; what became of it is not known."
        ),
    ),
    "task.too_late": words(QT_TRANSLATE_NOOP("Words", "It was no longer worth doing and was dropped.")),
    "task.failed": words(QT_TRANSLATE_NOOP("Words", "A task could not be done.")),
    "journal.clock_not_rising": words(QT_TRANSLATE_NOOP("Words", "The journal's clock runs backwards.")),
    "journal.entry_missing": words(QT_TRANSLATE_NOOP("Words", "An entry of the journal is missing.")),
    "journal.gap": words(QT_TRANSLATE_NOOP("Words", "The journal has a gap.")),
    "journal.key_differs": words(QT_TRANSLATE_NOOP("Words", "A key of the journal was changed.")),
    "journal.key_missing": words(QT_TRANSLATE_NOOP("Words", "A key of the journal is missing.")),
    "journal.link_wrong": words(QT_TRANSLATE_NOOP("Words", "An entry of the journal was changed.")),
    "journal.personal_differs": words(
        QT_TRANSLATE_NOOP("Words", "The personal fields of an entry were changed.")
    ),
    "journal.unreadable": words(QT_TRANSLATE_NOOP("Words", "An entry of the journal cannot be read.")),
}
