"""A gate that a person holds open: what the journal says of it, folded.

    gate.held ─► ASKED ─done─► HELD ─gate.let_go─► LETTING_GO ─done─► (nothing)
                   │ failed: nothing  │ gate.hold_lost: nothing    │ failed: HELD again
                   │ unknown: UNKNOWN ─────────────────────────────┘

What may be open counts as held: cars that pass are recorded, and a person is reminded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from core.domain.journal import Entry

HELD: Final = "gate.held"
LET_GO: Final = "gate.let_go"
LOST: Final = "gate.hold_lost"
DONE: Final = "gate.hold_done"
FAILED: Final = "gate.hold_failed"
UNKNOWN: Final = "gate.hold_unknown"
TOO_LATE: Final = "gate.hold_too_late"

REMIND_EVERY: Final = timedelta(minutes=15)


class HoldState(StrEnum):
    """How far the holding is."""

    ASKED = "asked"
    HELD = "held"
    LETTING_GO = "letting_go"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Hold:
    """Since when, by whom and why; ``command_id`` is that of the holding, ``let_go_id`` of letting go.

    ``cause`` says what went wrong with the last command.
    """

    command_id: str
    since: datetime
    person_id: str
    reason: str
    note: str = ""
    state: HoldState = HoldState.ASKED
    let_go_id: str = ""
    cause: str = ""

    def reminders(self, now: datetime) -> int:
        """How many times a person should have been reminded of it by now."""
        return max(0, (now - self.since) // REMIND_EVERY)


def asked(entry: Entry) -> Hold:
    """The holding that the entry (``gate.held``) begins."""
    payload = entry.payload
    return Hold(
        command_id=payload["command_id"],
        since=entry.at,
        person_id=entry.who,
        reason=payload["reason"],
        # Older consoles wrote it into the payload.
        note=(entry.personal or {}).get("note") or payload.get("note", ""),
    )


def letting_go(hold: Hold, command_id: str) -> Hold:
    """A person wants it let go."""
    return replace(hold, state=HoldState.LETTING_GO, let_go_id=command_id, cause="")


def answered(hold: Hold | None, kind: str, command_id: str, cause: str) -> Hold | None:
    """What became of a command: ``kind`` is that of its entry; answers to others before it say nothing."""
    if hold is None:
        return None
    if command_id == hold.let_go_id:
        return None if kind == DONE else replace(hold, state=HoldState.HELD, cause=cause)
    if command_id != hold.command_id or hold.state is not HoldState.ASKED:
        return hold
    if kind in {DONE, UNKNOWN}:
        state = HoldState.HELD if kind == DONE else HoldState.UNKNOWN
        return replace(hold, state=state, cause=cause)
    return None


def fold_hold(entries: Iterable[Entry]) -> Hold | None:
    """The holding of one gate after these entries, in the order in which they are folded."""
    hold: Hold | None = None
    for entry in entries:
        if entry.kind == HELD:
            hold = asked(entry)
        elif entry.kind == LET_GO and hold is not None:
            hold = letting_go(hold, entry.payload["command_id"])
        elif entry.kind == LOST:
            hold = None
        elif entry.kind in {DONE, FAILED, UNKNOWN, TOO_LATE}:
            hold = answered(hold, entry.kind, entry.payload["command_id"], entry.payload.get("cause", ""))
    return hold
