"""What a try of the shared database, the internet or a place for copies found, and of passwords."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

SHARING_SETTINGS: Final[Mapping[str, Words]] = {
    "trial.database_ok": words(
        QT_TRANSLATE_NOOP("Words", "The database answers. It holds {count} records of this lot.")
    ),
    "trial.hub_ok": words(
        QT_TRANSLATE_NOOP("Words", "The hub answers, and knows this console. It holds {count} records.")
    ),
    "trial.is_hub": words(
        QT_TRANSLATE_NOOP("Words", "This console is the hub: it looks for none."),
        QT_TRANSLATE_NOOP("Words", "Write its address down at the other consoles."),
    ),
    "trial.not_joined": words(
        QT_TRANSLATE_NOOP("Words", "This console knows of no hub: its lot has one console."),
        QT_TRANSLATE_NOOP("Words", "Leave it empty; who joins a lot writes it down by that."),
    ),
    "trial.internet_ok": words(QT_TRANSLATE_NOOP("Words", "The internet answers there.")),
    "trial.place_ok": words(QT_TRANSLATE_NOOP("Words", "A file was written there, read back and deleted.")),
    "trial.wrong_password": words(
        QT_TRANSLATE_NOOP("Words", "The database does not accept this login with this password."),
        QT_TRANSLATE_NOOP("Words", "Type the password anew, as lotkeeper db console showed it."),
    ),
    "trial.no_such_database": words(
        QT_TRANSLATE_NOOP("Words", "The server answers, but has no such database."),
        QT_TRANSLATE_NOOP("Words", "Look at the end of the address."),
    ),
    "trial.not_upgraded": words(
        QT_TRANSLATE_NOOP("Words", "The database answers, but is not upgraded for this Lotkeeper."),
        QT_TRANSLATE_NOOP("Words", "Let its administrator run lotkeeper db upgrade."),
    ),
    "trial.too_new": words(
        QT_TRANSLATE_NOOP("Words", "The database is of a newer Lotkeeper than this one."),
        QT_TRANSLATE_NOOP("Words", "Update this program."),
    ),
    "trial.other_lot": words(
        QT_TRANSLATE_NOOP("Words", "That login belongs to another lot."),
        QT_TRANSLATE_NOOP("Words", "Let its administrator make one for this lot: lotkeeper db console."),
    ),
    "trial.no_hub_rights": words(
        QT_TRANSLATE_NOOP("Words", "The login works, but may not do the hub's work, and this is the hub."),
        QT_TRANSLATE_NOOP("Words", "Let its administrator make one with lotkeeper db console --hub."),
    ),
    "trial.not_let_in": words(
        QT_TRANSLATE_NOOP("Words", "The server lets nobody in from this PC."),
        QT_TRANSLATE_NOOP("Words", "Let its administrator look at pg_hba.conf."),
    ),
    "trial.no_tls": words(
        QT_TRANSLATE_NOOP("Words", "The server offers no encryption, and is on another machine."),
        QT_TRANSLATE_NOOP("Words", "Let its administrator switch TLS on."),
    ),
    "trial.certificate": words(
        QT_TRANSLATE_NOOP("Words", "The server's certificate is not for that name, or of another authority."),
        QT_TRANSLATE_NOOP(
            "Words", "Compare the server's name with the address, and choose the right CA file."
        ),
    ),
    "trial.no_ca_file": words(
        QT_TRANSLATE_NOOP("Words", "The CA file is not there."),
        QT_TRANSLATE_NOOP("Words", "Look at its path, or leave it empty."),
    ),
    "trial.bad_internet": words(
        QT_TRANSLATE_NOOP("Words", "The address for the internet cannot be used."),
        QT_TRANSLATE_NOOP("Words", "Write it as name:port or number:port, for instance 1.1.1.1:443."),
    ),
    "trial.not_deleted": words(
        QT_TRANSLATE_NOOP("Words", "A file can be written there, but not deleted: old copies would stay."),
        QT_TRANSLATE_NOOP("Words", "Let this user delete files there, too."),
    ),
    "secret.from_environment": words(
        QT_TRANSLATE_NOOP("Words", "That password comes from the environment, which goes before any other."),
        QT_TRANSLATE_NOOP("Words", "Change it where Lotkeeper is started, and leave the field empty here."),
    ),
    "secret.not_kept": words(
        QT_TRANSLATE_NOOP("Words", "The password could not be kept."),
        QT_TRANSLATE_NOOP("Words", "Unlock the key store, or look whether the disk is full."),
    ),
}
