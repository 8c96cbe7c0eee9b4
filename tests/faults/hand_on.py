"""What a console that was stopped would do next, done for it: duties, and rounds until there is no more."""

from __future__ import annotations

from pathlib import Path

from console.lot_duties import HubWork
from core.store.engine import sqlite_url
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.shared.projector import Projector
from core.store.store import Store
from core.sync.exchange import Exchange
from tests.core.store.lots_apart import LOT_ID
from tests.fakes.clock import FakeClock

MOST_ROUNDS = 500


def hand_on(file: Path, url: str) -> None:
    """For the hub's file: what it and its duties wrote last reaches the database."""
    store = Store(sqlite_url(file), clock=FakeClock())
    link = DatabaseLink(url, lot_id=LOT_ID, console_id=store.console_id, clock=FakeClock())
    exchange = Exchange(StoreReplica(store), link, relays=lambda: True)
    try:
        exchange_all(exchange)
        HubWork(store).refunds()
        exchange_all(exchange)
    finally:
        link.close()
        store.close()


def exchange_all(exchange: Exchange) -> None:
    """Rounds until there is no more."""
    for _ in range(MOST_ROUNDS):
        if not exchange.round().more:
            return
    raise AssertionError("the rounds come to no end")


def project(url: str, hub_id: str) -> None:
    """The shared database's own tables follow."""
    projector = Projector(url, lot_id=LOT_ID, hub_id=hub_id, clock=FakeClock())
    projector.project()
    projector.close()
