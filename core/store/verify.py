"""Verifies a whole database: every chain unbroken, personal fields as sealed, projections as folded anew,
every payment what its inputs cost, and all that was anchored elsewhere still where it stood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from core.domain.anchors import AnyAnchor
from core.store.backup import check_file
from core.store.engine import store_errors
from core.store.findings import MOST_PROBLEMS, ChainHead, Findings, Problem, Verification
from core.store.snapshot import snapshot
from core.store.verify_anchors import verify_anchors
from core.store.verify_chain import verify_chains
from core.store.verify_photos import verify_photos
from core.store.verify_prices import verify_prices
from core.store.verify_projections import verify_projections
from core.store.verify_reference import verify_reference

__all__ = ["ChainHead", "Problem", "Verification", "verify_file", "verify_journal"]


def verify_journal(connection: Connection, anchors: Sequence[AnyAnchor] = ()) -> Verification:
    """Verify everything the connection sees, 1000 rows at a time; StoreError where it cannot be read."""
    findings = Findings()
    with store_errors():
        verify_chains(connection, findings)
        verify_anchors(connection, anchors, findings)
        verify_projections(connection, findings)
        verify_reference(connection, findings)
        verify_prices(connection, findings)
    return findings.result()


def verify_file(file: Path, anchors: Sequence[AnyAnchor] = (), *, photos: Path | None = None) -> Verification:
    """Verify an SQLite file without changing it, also while a console uses it; and a folder of photos.

    Raises StoreError where it is missing, no database, damaged, or not upgraded.
    """
    check_file(file)
    with snapshot(file) as connection:
        found = verify_journal(connection, anchors)
    if photos is None:
        return found
    beside = Findings()
    verify_photos(photos, beside)
    problems = (*found.problems, *beside.problems)[:MOST_PROBLEMS]
    count = found.problem_count + beside.problem_count
    return replace(found, problems=problems, problem_count=count)
