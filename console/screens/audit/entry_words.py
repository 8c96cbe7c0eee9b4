"""An entry of the journal in words: what happened, who did it, and what it says beside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from console.formats import format_money
from console.screens.inside.history import TOLD_IN_FULL, History, happenings
from console.screens.inside.stay_words import lane_in_words
from console.words import is_known, say
from core.domain.journal import Entry, from_micros
from core.domain.lots import Lot
from core.domain.people import LANE_ITSELF

LONGEST_VALUE: Final = 200
LONGEST_WORD: Final = 36
_INSTANTS: Final = frozenset(
    {"at", "since", "until", "before", "effective_at", "entry_at", "exit_at", "expires_at"}
)
_LEAST_INSTANT: Final = 10**14
_SEALED: Final = "personal"


def what_words(
    entry: Entry, lot: Lot, names: Mapping[str, str], plates: Mapping[str, str] | None = None
) -> str:
    """What happened, in a sentence, and to which car; with lane and amount where the entry names them."""
    told = _happened_words(entry, lot, names)
    plate = (
        next((plates[one.subject_id] for one in entry.subjects if one.subject_id in plates), "")
        if plates
        else ""
    )
    return f"{told} {plate}" if plate and plate not in told else told


def _happened_words(entry: Entry, lot: Lot, names: Mapping[str, str]) -> str:
    try:
        told = happenings(History("", (entry,), names), lot)
    except (LookupError, ValueError, TypeError, AttributeError):
        told = []  # an entry of another program: its kind is said all the same
    if told and entry.kind in TOLD_IN_FULL and "…" not in told[0].what:
        return told[0].what
    facts = {**entry.payload, **(entry.personal or {})}
    sentence = say(entry.kind, facts, lot).text if is_known(entry.kind) else entry.kind
    return " ".join([sentence, *_beside(entry, lot)])


def who_words(entry: Entry, names: Mapping[str, str]) -> str:
    """Who did it; what nobody did by hand the program did."""
    if entry.who == LANE_ITSELF.person_id:
        return QCoreApplication.translate("Audit", "by itself")
    return names.get(entry.who, entry.who)


def details_of(entry: Entry, lot: Lot) -> Iterator[tuple[str, str]]:
    """All that the entry says, name by name; before and after stand in one line."""
    for name, value in _raw_details(entry):
        yield name, _in_words(name, value, lot)


def _raw_details(entry: Entry) -> Iterator[tuple[str, object]]:
    payload = dict(entry.payload)
    sealed = payload.pop(_SEALED, {})
    before, after = payload.pop("before", None), payload.pop("after", None)
    if before is not None or after is not None:
        yield from _changes(before, after)
    for name, value in payload.items():
        yield name, value
    personal = entry.personal or {}
    for name in sealed if isinstance(sealed, dict) else {}:
        gone = QCoreApplication.translate("Audit", "purged")
        yield name, personal.get(name, gone)


def details_text(entry: Entry, lot: Lot) -> str:
    """The same in one line."""
    return "; ".join(f"{name}: {value}" for name, value in details_of(entry, lot)).replace("\n", ", ")


def _beside(entry: Entry, lot: Lot) -> Iterator[str]:
    lane_id, amount = entry.payload.get("lane_id"), entry.payload.get("amount_minor")
    if isinstance(lane_id, str) and lane_id:
        yield f"{lane_in_words(lot, lane_id)}."
    if isinstance(amount, int):
        yield f"{format_money(amount, lot.currency)}."
    counts = [entry.payload.get(name) for name in ("stays", "sightings", "bookings", "entries")]
    if entry.kind.endswith(".purged") and all(isinstance(count, int) for count in counts):
        yield QCoreApplication.translate(
            "Audit", "Stays: {0}, sightings: {1}, bookings: {2}, others: {3}."
        ).format(*counts)


def _changes(before: object, after: object) -> Iterator[tuple[str, object]]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            if before.get(name) != after.get(name):
                yield name, f"{_plain(before.get(name))} → {_plain(after.get(name))}"
        return
    yield QCoreApplication.translate("Audit", "change"), f"{_plain(before)} → {_plain(after)}"


def _in_words(name: str, value: object, lot: Lot) -> str:
    """Amounts and instants as this lot writes them, everything else as it stands."""
    if isinstance(value, int) and not isinstance(value, bool):
        if name.endswith("_minor"):
            return format_money(value, lot.currency)
        if name in _INSTANTS and value > _LEAST_INSTANT:
            return f"{from_micros(value).astimezone(lot.zone):%Y-%m-%d %H:%M:%S}"
    return _plain(value)


def _plain(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return "–"
    if isinstance(value, dict):
        return "\n".join(f"{_short(str(name))}: {_short(_one_line(part))}" for name, part in value.items())
    if isinstance(value, list):
        return "\n".join(_short(_one_line(part)) for part in value)
    return _short(_one_line(value))


def _one_line(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _short(text: str) -> str:
    """What has no space to break at would be cut off at the edge without a sign."""
    words = [word if len(word) <= LONGEST_WORD else f"{word[:LONGEST_WORD]}…" for word in text.split(" ")]
    whole = " ".join(words)
    return whole if len(whole) <= LONGEST_VALUE else f"{whole[:LONGEST_VALUE]}…"
