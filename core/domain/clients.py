"""What is kept of a client, who parks often and has an account: how to reach them, and their plates."""

from __future__ import annotations

from collections.abc import Iterable

from core.domain.errors import BadInput
from core.domain.plates import MAX_LENGTH, MIN_LENGTH, normalise

LONGEST_CONTACT = 120
MOST_PLATES = 10
MOST_CLIENTS = 5_000


def check_contact(text: str) -> str:
    """How to reach the client, without spaces around it, or nothing; BadInput ``client.bad_contact``."""
    cleaned = " ".join(text.split())
    if len(cleaned) > LONGEST_CONTACT or not cleaned.isprintable():
        raise BadInput("client.bad_contact", longest=LONGEST_CONTACT)
    return cleaned


def check_plates(plates: Iterable[str]) -> tuple[str, ...]:
    """The client's plates as plates are compared, each once; BadInput where one is none, or they are many."""
    found = tuple(dict.fromkeys(normalise(plate) for plate in plates if plate.strip()))
    for plate in found:
        if not MIN_LENGTH <= len(plate) <= MAX_LENGTH:
            raise BadInput("client.bad_plate", plate=plate[: 2 * MAX_LENGTH])
    if len(found) > MOST_PLATES:
        raise BadInput("client.many_plates", most=MOST_PLATES)
    return found
