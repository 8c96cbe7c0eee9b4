"""Many open stays at once, put where the search and the screens find them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from sqlalchemy import create_engine, insert

from core.domain.doubts import Doubts
from core.domain.journal import from_micros
from core.domain.stays import Stay, StayState
from core.store.engine import sqlite_url
from core.store.rows import stay_row
from core.store.tables import stays
from tests.bench.plates import mistyped

ENTRY_LANE = "entry"
_FIRST_ENTRY_US = 1_778_600_000_000_000
_APART_US = 4_000_000


def fill_stays(database: Path, lot_id: str, plates: Sequence[str], chance: Random) -> None:
    """Put the stays into the table directly; through the journal it would take minutes.

    The reader was unsure of every third plate, so that its stay is found under a second text too; it told
    of every one which characters it was sure of.
    """
    rows = [
        stay_row(
            lot_id,
            Stay(
                stay_id=stay_id_of(number),
                state=StayState.INSIDE,
                plate=plate,
                raw_plate=plate,
                entry_at=from_micros(_FIRST_ENTRY_US + number * _APART_US),
                entry_lane=ENTRY_LANE,
                plan_id="standard",
                plan_version=1,
                confidence=0.95,
                alternatives=(mistyped(plate, chance),) if number % 3 == 0 else (),
                doubts=Doubts(((("8", 0.2),) if number % 3 == 0 else (), *((),) * (len(plate) - 1))),
            ),
        )
        for number, plate in enumerate(plates)
    ]
    engine = create_engine(sqlite_url(database))
    with engine.begin() as connection:
        connection.execute(insert(stays), rows)
    engine.dispose()


def stay_id_of(number: int) -> str:
    return f"bench-{number:06d}"
