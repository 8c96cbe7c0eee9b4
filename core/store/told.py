"""What the hub told this console when it joined, kept until the journal itself says it."""

from __future__ import annotations

import json
from dataclasses import asdict

from sqlalchemy import Connection, select

from core.services.join_lot import Joined
from core.store.tables import local_state
from core.store.upserts import upsert

_JOINED = "joined"


def keep_told(connection: Connection, joined: Joined) -> None:
    """Keep it, in place of what was told before."""
    upsert(connection, local_state, ("name",), {"name": _JOINED, "value": json.dumps(asdict(joined))})


def told(connection: Connection, lot_id: str) -> Joined | None:
    """What the hub of that lot said; None where this console never joined it."""
    text = connection.execute(select(local_state.c.value).where(local_state.c.name == _JOINED)).scalar()
    joined = None if text is None else Joined(**json.loads(text))
    return joined if joined is not None and joined.lot_id == lot_id else None
