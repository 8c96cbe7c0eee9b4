"""Whether this program may use the shared database, asked on each new session."""

from __future__ import annotations

from typing import Final

from core.domain.errors import LinkError
from core.store.compatibility import OLDEST_PROGRAM, REVISION
from core.store.shared.line import Session

_OLDEST: Final = "SELECT value FROM shared_settings WHERE name = %s"


def check_version(session: Session) -> None:
    """LinkError ``link.version`` where the shared database is too new for this program."""
    row = session.execute(_OLDEST, (OLDEST_PROGRAM,)).fetchone()
    if row is not None and str(row[0]) > REVISION:
        raise LinkError("link.version", detail=f"{row[0]} is needed, this is {REVISION}")
