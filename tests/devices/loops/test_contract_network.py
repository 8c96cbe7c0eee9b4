"""The loops' promises over relay units of the network, each against its far side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from core.services.ports import LoopRole
from devices.loops.contacts import ContactLoops
from devices.relay_units.login import Login
from devices.relay_units.polled import PolledUnit
from devices.relay_units.shelly import ShellyLink
from tests.devices.loops.contract import PROMISES, LoopsRig
from tests.far_sides.shelly import ShellyPeer

INPUTS = {LoopRole.ARMING: 0, LoopRole.CLOSING: 1}


def over_shelly(*, inverted: bool = False) -> Iterator[LoopsRig]:
    with ShellyPeer() as far:
        for index in INPUTS.values():
            far.set_input(index, inverted)
        link = ShellyLink("127.0.0.1", far.port, acting=Login(), asking=Login())
        loops = ContactLoops(
            PolledUnit("shelly", link, poll_hz=20), arming_input=0, closing_input=1, inverted=inverted
        )
        try:
            yield LoopsRig(
                loops,
                lambda role, occupied: far.set_input(INPUTS[role], occupied != inverted),
                far.stop,
                far.start,
            )
        finally:
            loops.stop()


def over_inverted_shelly() -> Iterator[LoopsRig]:
    yield from over_shelly(inverted=True)


@pytest.fixture(params=[over_shelly, over_inverted_shelly])
def rig(request: pytest.FixtureRequest) -> Iterator[LoopsRig]:
    yield from request.param()


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_loops_on_the_network_keep_that(promise: Callable[[LoopsRig], None], rig: LoopsRig) -> None:
    promise(rig)
