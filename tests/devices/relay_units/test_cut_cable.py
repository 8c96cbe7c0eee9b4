"""A command that was on its way when the cable was cut never arrives when the cable is back."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.barriers.relay_unit import UnitBarrier
from devices.relay_units.login import Login
from devices.relay_units.polled import PolledUnit
from devices.relay_units.shelly import ShellyLink
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.network import cable

PORT = 8090


def test_an_opening_sent_into_a_cut_cable_is_not_delivered_afterwards() -> None:
    with cable() as network:
        command = network.command([sys.executable, "-m", "tests.far_sides.shelly", network.there, str(PORT)])
        told: list[str] = []
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as far:
            try:
                assert far.stdout is not None
                listener = threading.Thread(target=lambda: told.extend(iter(far.stdout.readline, "")))  # type: ignore[union-attr]
                listener.start()
                assert eventually(lambda: "ready\n" in told)
                link = ShellyLink(network.there, PORT, acting=Login(), asking=Login())
                # Polls are rare enough that the command goes out before they notice.
                barrier = UnitBarrier(PolledUnit("shelly", link, poll_hz=0.5), relay=0)
                barrier.start()
                assert eventually(lambda: barrier.status().health is Health.OK)
                barrier.open("before", deadline_ns=soon())
                assert eventually(lambda: told.count("set 0 True\n") == 1)
                network.pull_out()
                with pytest.raises(DeviceError) as raised:
                    barrier.open("into the cut", deadline_ns=soon())
                assert raised.value.unknown
                time.sleep(2)
                network.plug_in()
                assert eventually(lambda: barrier.status().health is Health.OK)
                time.sleep(4)
                assert told.count("set 0 True\n") == 1
                barrier.stop()
            finally:
                far.kill()
                far.wait()
                listener.join(10)
