"""Eight consoles race for the last spaces of a lot, each on threads of its own."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from core.domain.admission import Action
from core.domain.leases import LeaseBook
from core.domain.lots import Direction
from core.services.sharing import HUB
from tests.sharing_world.consoles import Console, Lotful
from tests.sharing_world.naive import naive_counter
from tests.sharing_world.transport import FAIR

CONSOLES, SPACES, CARS_EACH, MOST_RACES = 8, 20, 10, 8


def together(work: Callable[[Console], None], consoles: list[Console]) -> None:
    """Do it for all consoles at once."""
    threads = [threading.Thread(target=work, args=(console,)) for console in consoles]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert not any(thread.is_alive() for thread in threads)


def race(lot: Lotful) -> int:
    """Cars at every entrance at once, until the lot is full; how many were let in."""
    let_in = [0] * (CONSOLES + 1)

    def cars_come(console: Console) -> None:
        for number in range(CARS_EACH):
            decision = console.decide(Direction.ENTRY, f"R{console.number}{number:04}", asks=number % 3 == 0)
            let_in[console.number] += decision.action is Action.OPEN
            console.exchange(HUB)
            console.duty()
            if number % 3 == 2:
                console.give_what_is_asked()

    together(cars_come, lot.consoles)
    return sum(let_in)


@pytest.fixture
def lot(lot_folder: Path) -> Lotful:
    return Lotful(lot_folder, consoles=CONSOLES, capacity=SPACES, weather=FAIR, seed=random.Random(1))


def test_exactly_as_many_get_in_as_there_are_spaces(lot: Lotful) -> None:
    try:
        let_in = 0
        for _ in range(MOST_RACES):
            let_in += race(lot)
            lot.calm()
            if let_in >= SPACES:
                break
        assert let_in == SPACES
        assert race(lot) == 0
        lot.calm()
        for console in lot.consoles:
            occupancy = console.store.read(lambda unit: unit.occupancy())
            assert (occupancy.pending, occupancy.free) == (SPACES, 0)
    finally:
        lot.close()


def test_consoles_that_only_look_at_their_own_count_let_in_too_many(
    lot: Lotful, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LeaseBook, "may_let_in", naive_counter)
    try:
        assert race(lot) > SPACES
    finally:
        lot.close()
