"""What the tests of synchronisation share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.store.replica import StoreReplica
from tests.core.store.lot import SetClock, opened
from tests.core.sync.hub_lot import HubLot


@pytest.fixture
def hub_lot(tmp_path: Path) -> Iterator[HubLot]:
    """A hub that listens, with the journal of a console behind it."""
    clock = SetClock()
    with opened(tmp_path, clock) as store:
        lot = HubLot(tmp_path, StoreReplica(store), clock)
        yield lot
        lot.close()
