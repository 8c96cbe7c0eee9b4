"""Stays that were paid twice are noted, on a console that is not the hub as well, and not for ever."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from core.store import overpayment_watch
from core.store.overpayment_watch import OverpaymentWatch
from core.store.store import Store
from tests.core.store.lot import SetClock, drive_in, pay, set_up


def test_a_console_that_is_never_the_hub_does_not_keep_every_payment_in_mind(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overpayment_watch, "MOST_NOTED", 2, raising=False)
    boss = set_up(store)
    watch = OverpaymentWatch(store)
    watch.turn()
    stays = [drive_in(store, f"ABC100{number}") for number in range(4)]
    clock.pass_time(30)
    for stay_id in stays:
        pay(store, boss, stay_id)
        assert len(watch._paid) <= 2
    seeks = Mock(return_value=[])
    monkeypatch.setattr(overpayment_watch, "stays_paid_twice", seeks)
    watch.turn()
    watch.turn()
    assert seeks.call_count == 1
