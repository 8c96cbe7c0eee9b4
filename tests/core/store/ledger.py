"""A console that writes until it is killed: prints the seq of each entry once its commit was acknowledged.

Run as ``python -m tests.core.store.ledger FILE``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from core.domain.journal import Subject
from core.services.unit_of_work import UnitOfWork
from core.store.store import Store
from tests.core.store.lot import SetClock


def _note(unit: UnitOfWork) -> int:
    subjects = [Subject("lane", "in")]
    personal = {"plate": "AB1234"}
    return unit.record("lane.noted", {"text": "x"}, who="system", subjects=subjects, personal=personal).seq


def main() -> None:
    """Write for ever."""
    store = Store.open(Path(sys.argv[1]), clock=SetClock())
    while True:
        print(store.write(_note), flush=True)


if __name__ == "__main__":
    main()
