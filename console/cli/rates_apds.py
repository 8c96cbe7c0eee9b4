"""What an exchange with APDS lost or assumed, for people and for machines."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from console.words import say
from core.config.rate_plans.apds_notes import ApdsNote
from core.domain.errors import ConfigError
from core.domain.rates.document_table import place_of

STANDARD = Path("-")


def note_document(note: ApdsNote) -> dict[str, object]:
    """A note as plain values."""
    return {
        "code": note.code,
        "place": place_of(note.place),
        "message": _message(note),
        "keeps_price": note.keeps_price,
    }


def print_notes(notes: Iterable[ApdsNote]) -> None:
    """One line each on standard error, those that change a price first."""
    for note in sorted(notes, key=lambda one: one.keeps_price):
        place = place_of(note.place)
        weight = "note" if note.keeps_price else "changes the price"
        print(f"{weight}: {place + ': ' if place else ''}{_message(note)}", file=sys.stderr)


def write_to(path: Path, text: str) -> None:
    """Write a file that is not there yet, or to standard output; ConfigError where it cannot be written."""
    if path == STANDARD:
        print(text)
        return
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text.rstrip("\n") + "\n")
    except FileExistsError as error:
        raise ConfigError(path, None, "is there already; name a new file") from error
    except OSError as error:
        raise ConfigError(path, None, f"cannot be written: {error.strerror or error}") from error


def _message(note: ApdsNote) -> str:
    return say(note.code, note.facts).text
