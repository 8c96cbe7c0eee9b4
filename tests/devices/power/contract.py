"""What every power supply keeps, whatever it is asked through."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from core.services.ports import Health, Power, PowerSupply
from tests.devices.barriers.contract import eventually


@dataclass(frozen=True, slots=True)
class SupplyRig:
    """A supply not yet started, on mains; ``lose`` cuts the line to it."""

    supply: PowerSupply
    mains: Callable[[], None]
    battery: Callable[[], None]
    low: Callable[[], None]
    lose: Callable[[], None]
    find: Callable[[], None]


def _start(rig: SupplyRig) -> list[Power]:
    told: list[Power] = []
    rig.supply.start(told.append)
    assert eventually(lambda: rig.supply.power().on_battery is False)
    return told


def _known(told: list[Power]) -> list[bool]:
    """What was told to feed the machine, as far as it was known; a supply may first have to look."""
    known = [power.on_battery for power in told if power.on_battery is not None]
    return [value for before, value in zip([None, *known], known, strict=False) if value is not before]


def before_start_nothing_is_known(rig: SupplyRig) -> None:
    assert rig.supply.power() == Power()
    assert rig.supply.status().health is Health.STARTING


def on_mains_it_says_so_with_charge_and_runtime(rig: SupplyRig) -> None:
    told = _start(rig)
    assert rig.supply.power() == Power(on_battery=False, charge_percent=100, runtime_s=1800)
    assert rig.supply.status().health is Health.OK
    assert _known(told) == [False]


def losing_the_mains_and_having_them_back_is_told_once_each(rig: SupplyRig) -> None:
    told = _start(rig)
    rig.battery()
    assert eventually(lambda: told[-1].on_battery is True)
    assert not told[-1].is_low
    rig.mains()
    assert eventually(lambda: told[-1].on_battery is False)
    assert _known(told) == [False, True, False]


def a_battery_nearly_empty_is_told(rig: SupplyRig) -> None:
    told = _start(rig)
    rig.low()
    assert eventually(lambda: told[-1].is_low)
    assert told[-1].on_battery is True
    assert told[-1].charge_percent is not None
    assert told[-1].charge_percent < 100


def a_lost_line_is_a_trouble_and_never_a_loss_of_power(rig: SupplyRig) -> None:
    told = _start(rig)
    rig.lose()
    assert eventually(lambda: rig.supply.status().health is Health.FAILED)
    assert rig.supply.status().cause
    assert not any(power.on_battery for power in told)
    rig.find()
    assert eventually(lambda: rig.supply.status().health is Health.OK)
    assert eventually(lambda: rig.supply.power().on_battery is False)


def what_happened_while_the_line_was_lost_is_told_afterwards(rig: SupplyRig) -> None:
    told = _start(rig)
    rig.lose()
    assert eventually(lambda: rig.supply.status().health is Health.FAILED)
    rig.battery()
    rig.find()
    assert eventually(lambda: told[-1].on_battery is True)


def after_stop_nothing_is_told_and_stopping_twice_does_no_harm(rig: SupplyRig) -> None:
    told = _start(rig)
    begun = time.monotonic()
    rig.supply.stop()
    rig.supply.stop()
    assert time.monotonic() - begun < 5.0
    before = len(told)
    rig.battery()
    time.sleep(0.5)
    assert len(told) == before


PROMISES: tuple[Callable[[SupplyRig], None], ...] = (
    before_start_nothing_is_known,
    on_mains_it_says_so_with_charge_and_runtime,
    losing_the_mains_and_having_them_back_is_told_once_each,
    a_battery_nearly_empty_is_told,
    a_lost_line_is_a_trouble_and_never_a_loss_of_power,
    what_happened_while_the_line_was_lost_is_told_afterwards,
    after_stop_nothing_is_told_and_stopping_twice_does_no_harm,
)
