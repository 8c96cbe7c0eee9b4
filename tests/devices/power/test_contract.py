from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from devices.power.nut import NutSupply
from devices.simulator.power import SimulatedSupply
from tests.devices.power.contract import PROMISES, SupplyRig
from tests.far_sides.nut import NAME, PASSWORD, USER, NutServer


def over_simulator() -> Iterator[SupplyRig]:
    supply = SimulatedSupply()
    yield SupplyRig(
        supply,
        partial(supply.set, on_battery=False),
        partial(supply.set, on_battery=True),
        partial(supply.set, on_battery=True, charge_percent=8, is_low=True),
        supply.lose,
        supply.find,
    )
    supply.stop()


def over_nut() -> Iterator[SupplyRig]:
    with NutServer() as far:
        supply = NutSupply("127.0.0.1", far.port, name=NAME, user=USER, secret=PASSWORD)
        yield SupplyRig(
            supply,
            partial(far.set, "OL CHRG"),
            partial(far.set, "OB DISCHRG"),
            partial(far.set, "OB LB DISCHRG", charge=8, runtime_s=60),
            far.stop,
            far.start,
        )
        supply.stop()


def over_nut_without_its_supply() -> Iterator[SupplyRig]:
    with NutServer() as far:
        supply = NutSupply("127.0.0.1", far.port, name=NAME)
        yield SupplyRig(
            supply,
            partial(far.set, "OL"),
            partial(far.set, "OB"),
            partial(far.set, "OB LB", charge=8, runtime_s=60),
            far.unplug_supply,
            far.plug_supply,
        )
        supply.stop()


@pytest.fixture(params=[over_simulator, over_nut, over_nut_without_its_supply])
def rig(request: pytest.FixtureRequest) -> Iterator[SupplyRig]:
    yield from request.param()


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_a_supply_keeps_that(promise: Callable[[SupplyRig], None], rig: SupplyRig) -> None:
    promise(rig)
