"""What the server knows of how full its tables are: it plans by that, and badly after a great filling."""

from __future__ import annotations

from core.store.engine import make_engine, store_errors
from core.store.shared.roles import JOURNAL_TABLES

_FOLLOWING = ("stays", "payments", "sightings", "projected_marks")


def refresh_statistics(url: str) -> None:
    """Let the server look at the tables now, not when it comes round; for a login that may."""
    engine = make_engine(url)
    try:
        with store_errors(), engine.begin() as connection:
            connection.exec_driver_sql(f"ANALYZE {', '.join((*JOURNAL_TABLES, *_FOLLOWING))}")
    finally:
        engine.dispose()
