"""A Modbus command that was on its way when the cable was cut never arrives when the cable is back."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.barriers.modbus import ModbusBarrier
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import tcp_bus
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.network import cable

PORT = 5020
PULSE = "wrote 0x0200 5\n"


def test_an_opening_sent_into_a_cut_cable_is_not_delivered_afterwards() -> None:
    with cable() as network:
        command = network.command([sys.executable, "-m", "tests.far_sides.modbus", network.there, str(PORT)])
        told: list[str] = []
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as far:
            out = far.stdout
            assert out is not None
            listener = threading.Thread(target=lambda: told.extend(iter(out.readline, "")))
            listener.start()
            try:
                assert eventually(lambda: "ready\n" in told)
                barrier = ModbusBarrier(RelayBoard(tcp_bus(network.there, PORT)), relay=0, boom_up_input=0)
                barrier.start()
                assert eventually(lambda: barrier.status().health is Health.OK)
                barrier.open("before", deadline_ns=soon())
                assert eventually(lambda: told.count(PULSE) == 1)
                network.pull_out()
                with pytest.raises(DeviceError):
                    barrier.open("into the cut", deadline_ns=soon())
                time.sleep(2)
                network.plug_in()
                assert eventually(lambda: barrier.status().health is Health.OK)
                time.sleep(4)
                assert told.count(PULSE) == 1
                barrier.stop()
            finally:
                far.kill()
                far.wait()
                listener.join(10)
