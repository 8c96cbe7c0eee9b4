"""Two thousand random stories between till and terminal; the failing one is named by its seed."""

from __future__ import annotations

import pytest

from tests.core.services.test_never_twice import RUNS, lot, tell
from tests.core.store.lot import SetClock
from tests.till import Till

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]

__all__ = ["lot"]

STORIES = 1000


@pytest.mark.parametrize("knows_keys", [True, False])
def test_one_console_for_long(lot: tuple[Till, SetClock], knows_keys: bool) -> None:
    paid = sum(tell(*lot, seed, knows_keys=knows_keys) for seed in range(RUNS, RUNS + STORIES))
    assert paid >= STORIES
