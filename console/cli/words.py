"""What errors and findings are called at a shell, in English."""

from __future__ import annotations

from core.domain.errors import ConfigError, DeviceError, LinkError, LotkeeperError, OperatorError, StoreError

_WORDS = {
    "camera.picture_not_encoded": "the picture cannot be written as JPEG",
    "db.bad_url": "that is no URL of a database (sqlite:///FILE, postgresql+psycopg://HOST/NAME)",
    "db.not_on_a_server": "that is a file; logins are made for a database on a server",
    "db.on_a_server": "a server keeps that database; copy and restore it with pg_dump and pg_restore",
    "db.no_second_place": "no second place is configured; name it with --from, or set backups under [shared]",
    "evaluation.not_readable": "that is no answer of `plates evaluate --json`",
    "export.exists": "that folder holds labelled pictures already; name an empty one",
    "export.not_writable": "the folder cannot be written",
    "labels.off": "this site keeps no labels; switch learning on under Settings, Learning",
    "login.bad_lot": "that cannot be the id of a lot",
    "login.bad_name": "a name is up to 20 small letters, digits and dashes, and begins with a letter",
    "login.nothing_allowed": "say for which lots, and what is allowed there",
    "login.taken": "that login is somebody else's; choose another name",
    "login.unknown": "Lotkeeper made no such login",
    "move.damaged": "the file is damaged or was changed",
    "move.file_exists": "there is such a file already",
    "move.newer_than_program": "a newer Lotkeeper packed that; install that version",
    "move.no_such_file": "there is no such file",
    "move.not_a_package": "that is no file that `lotkeeper move pack` wrote",
    "move.not_empty": "that data folder holds a console already; name an empty one with --data",
    "move.nothing_there": "no console lives in that data folder",
    "picture.damaged": "the picture is damaged or ends too early",
    "picture.not_a_picture": "this is no JPEG, PNG, BMP or WebP picture",
    "picture.not_readable": "the file cannot be read",
    "picture.too_large": "the picture is too large, at most 64 megapixels and 64 MiB are read",
    "place.bad_address": "a place is a folder from the root on, smb://user@server/share/folder or s3://bucket/folder",
    "place.bad_name": "no copy has such a name",
    "place.damaged": "what lies there is damaged",
    "place.failed": "the place did not do what it was asked",
    "place.full": "the place is full",
    "place.missing": "there is no such copy",
    "place.no_answer": "the place does not answer",
    "place.not_found": "the folder of the place is not there; is its disk plugged in?",
    "place.password_in_address": "no password belongs into an address; it comes from the environment or the key store",
    "place.refused": "the place refuses this console; look at its user and password",
    "place.too_large": "what lies there is too large",
    "rehearsal.costs_nothing": "cost nothing by the draft, though something was paid",
    "rates.bad_time": "a time has no zone",
    "rates.exit_before_entry": "the exit lies before the entry",
    "rates.no_rate": "no rate of the plan applies to this stay",
    "rates.other_currency": "the rate plan has another currency than the lot",
    "rates.stay_too_long": "the stay is too long to be priced",
    "rates.unknown_class": "the plan has no prices for this class of vehicle",
    "rates.unknown_rate": "the plan has no rate of that name",
    "rates.validation_used_twice": "the same validation was given twice",
    "reader.alphabet_unfit": "the alphabet in the model's description does not fit the model",
    "reader.description_missing": "the model needs a description beside it: its name with .toml behind it",
    "reader.description_wrong": "the model's description cannot be used",
    "reader.garbage": "the reader's program answers with what nobody understands",
    "reader.model_damaged": "the model is damaged or no ONNX file",
    "reader.model_failed": "the model failed on the picture",
    "reader.model_missing": "there is no such model",
    "reader.model_unfit": "the model does not take pictures as its description says",
    "reader.no_answer": "the reader's program does not answer",
    "reader.program_ended": "the reader's program ended",
    "reader.program_missing": "the reader's program cannot be started",
    "reader.refused": "the reader's program says that it cannot read",
    "reader.unknown": "there is no such reader: name own, onnx:PATH or process:COMMAND",
    "recogniser.model_damaged": "a model of the recogniser is damaged; install Lotkeeper again",
    "recogniser.model_missing": "a model of the recogniser is missing; install Lotkeeper again",
    "chain.ahead": "entries of this console are held elsewhere that it does not have itself",
    "chain.broken": "an entry does not follow from the one before it: it was changed on its way",
    "chain.fork": "two different entries have the same place in a chain",
    "chain.gap": "entries are missing before this one",
    "chain.other_lot": "an entry belongs to another lot",
    "chain.unreadable": "an entry cannot be read",
    "link.no_answer": "no answer",
    "link.no_internet": "the internet cannot be reached",
    "link.refused": "the far side refuses this console",
    "link.revoked": "this console was revoked",
    "link.version": "the far side speaks another version; update the older program",
    "simulate.in_the_future": "the days would reach beyond today; begin earlier",
    "store.bad_photo_reference": "that is no reference of a photo",
    "store.busy": "the database has too much to do; try again",
    "store.cannot_open": "the database cannot be opened",
    "store.damaged": "the database is damaged; restore a backup with `lotkeeper db restore FILE`",
    "store.disk_full": "the disk is full",
    "store.failed": "the database did not do what it was asked",
    "store.folder_not_writable": "the data folder cannot be written",
    "store.in_use": "a running Lotkeeper holds the data folder; close it first",
    "store.io_error": "the disk does not answer as it should",
    "store.locked": "another program holds the database; try again",
    "store.newer_than_program": "the database was written by a newer Lotkeeper; update the program",
    "store.no_history": "this installation is incomplete: it has no history of the database",
    "store.no_such_file": "there is no such file",
    "store.not_permitted": "this login may not do that; use one that may create roles and owns the database",
    "store.not_a_database": "the file is no Lotkeeper database",
    "store.not_upgraded": "the database is empty or from an older Lotkeeper; run `lotkeeper db upgrade`",
    "store.read_only": "the database may only be read",
    "truth.empty": "the file names no pictures",
    "truth.not_readable": "the folder needs a truth.jsonl that names its pictures and their plates",
    "truth.too_large": "the file is too large",
    "given.beside_batch": "stays of a batch say everything themselves; leave the option out",
    "given.days": "expected a number of days from 1 to 366",
    "given.missing": "something is missing that must be given",
    "given.no_object": "a line must be a JSON object in braces",
    "given.not_json": "that is no JSON",
    "given.time_skipped": "the clock skips that time; give it with its offset",
    "given.time_twice": "the clock shows that time twice; give it with its offset",
    "given.too_long": "the line is too long",
    "given.unfit": "that cannot be used",
    "given.unknown_key": "no stay has that key",
    "journal.clock_not_rising": "the entry's clock does not come after the one before it",
    "journal.entry_missing": "the entry is missing",
    "journal.gap": "entries are missing before this one",
    "journal.key_differs": "the entry and its key do not agree",
    "journal.key_missing": "the entry has no key",
    "journal.link_wrong": "the entry does not follow from the one before it: it was changed",
    "journal.personal_differs": "personal fields are not those that were sealed",
    "journal.subject_unsealed": "the entry is filed under a subject that it does not name",
    "journal.subjects_differ": "entries are not filed under the subjects that they name",
    "journal.unreadable": "the entry cannot be read",
    "price.cannot_be_made": "the price of a payment cannot be made again",
    "price.differs": "a payment is not what its inputs and its plan cost",
    "projection.cannot_fold": "the entries do not make sense together",
    "projection.differs": "a row is not what the journal gives",
    "projection.missing": "a row is missing that the journal gives",
    "projection.unfounded": "a row does not come from the journal",
    "projection.unreadable": "rows cannot be read",
}


def words_for(code: str) -> str:
    """The sentence for a reason code; the code itself where there is none."""
    return _WORDS.get(code, code)


def count_lanes(count: int) -> str:
    """So many lanes, in words."""
    return f"{count} lane" if count == 1 else f"{count} lanes"


def error_line(error: LotkeeperError) -> str:
    """One line for standard error: what happened, and the detail that tells which."""
    match error:
        case (
            StoreError(cause=code, detail=detail)
            | DeviceError(cause=code, detail=detail)
            | LinkError(cause=code, detail=detail)
        ):
            line = f"{words_for(code)}: {detail}" if detail else words_for(code)
        case OperatorError(code=code):
            line = str(error).replace(code, words_for(code), 1)
        case ConfigError():
            line = str(error)
        case _:
            line = str(error)
    return " ".join(line.split())
