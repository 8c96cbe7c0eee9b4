"""A booth in a process of its own, for a power cut: takes cash, asks for a platform's money, and waits.

``python -m tests.flows.booth_until_cut FOLDER``; says the two stays as JSON once the platform's money is
asked for, and is killed by whoever started it.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

from console.compose import compose
from core.store.folder import DataFolder
from tests.core.store.lot import drive_in, pay, set_up
from tests.flows.test_pays_by_telephone import LateClock, asked_for


def main(folder: Path) -> None:
    """Work until somebody pulls the plug."""
    clock = LateClock()
    console = compose(DataFolder(folder), clock=clock)
    actor = set_up(console.store)
    by_cash, by_line = (drive_in(console.store, plate) for plate in ("AB1001", "AB1002"))
    clock.back = False
    console.start()
    cash_minor = pay(console.store, actor, by_cash)
    asked_for(console, actor, by_line, "line")
    told = {"by_cash": by_cash, "by_line": by_line, "cash_minor": cash_minor, "person": actor.person_id}
    print(json.dumps(told), flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
