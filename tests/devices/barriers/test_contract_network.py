"""The barrier's promises over relay units of the network, each against its far side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from core.services.ports import Health
from devices.barriers.relay_unit import UnitBarrier
from devices.relay_units.login import Login
from devices.relay_units.polled import PolledUnit
from devices.relay_units.shelly import ShellyLink
from devices.relay_units.unit import RelayUnit
from tests.devices.barriers.contract import HOLDING_PROMISES, PROMISES, BarrierRig, eventually
from tests.far_sides.shelly import ShellyPeer


def over(unit: RelayUnit, pulse_count: Callable[[], int], *, hold_relay: int | None) -> Iterator[BarrierRig]:
    barrier = UnitBarrier(unit, relay=1, hold_relay=hold_relay, pulse_ms=100)
    barrier.start()
    try:
        assert eventually(lambda: barrier.status().health is Health.OK)
        yield BarrierRig(barrier, pulse_count)
    finally:
        barrier.stop()


def over_shelly(hold_relay: int | None = None) -> Iterator[BarrierRig]:
    with ShellyPeer(logins={"admin": "correct horse", "reader": "only looks"}) as far:
        acting, asking = Login("admin", "correct horse"), Login("reader", "only looks")
        link = ShellyLink("127.0.0.1", far.port, acting=acting, asking=asking)
        yield from over(PolledUnit("shelly", link), lambda: len(far.pulses()), hold_relay=hold_relay)


def over_shelly_with_a_relay_for_holding() -> Iterator[BarrierRig]:
    yield from over_shelly(hold_relay=2)


@pytest.fixture(params=[over_shelly, over_shelly_with_a_relay_for_holding])
def rig(request: pytest.FixtureRequest) -> Iterator[BarrierRig]:
    yield from request.param()


@pytest.mark.parametrize("promise", PROMISES + HOLDING_PROMISES, ids=lambda promise: promise.__name__)
def test_barrier_on_the_network_keeps_that(promise: Callable[[BarrierRig], None], rig: BarrierRig) -> None:
    promise(rig)
