"""Makes the devices of a lane from its configuration; no Qt here.

Devices on one relay board share its connection. A configuration with simulated devices gets a simulated
lot: the one that was handed in, else one of its own, started when it is first asked for.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from core.config import BarrierConfig, CameraConfig, LaneConfig, LoopsConfig
from core.domain.lots import Lane
from core.services.lane_cameras import rear_camera_id
from core.services.ports import Barrier, Clock, LaneDevices, Loops
from devices.barriers.memory import MemoryBarrier
from devices.barriers.modbus_tcp import ModbusBarrier
from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec
from devices.loops.memory import MemoryLoops
from devices.loops.modbus_tcp import ModbusLoops
from devices.simulator.barrier import SimulatedBarrier
from devices.simulator.loops import SimulatedLoops
from devices.simulator.process import SimulatedLot
from devices.simulator.scenario import plan_day
from devices.transports.modbus import RelayBoard

# The simulated lot that a console with simulated lanes starts for itself.
SIMULATED_CARS = 40
SIMULATED_CAPACITY = 12


@dataclass(frozen=True, slots=True)
class SimulatorAccess:
    """How to reach a simulated lot's process."""

    address: str
    authkey_hex: str


class Wiring:
    """What this machine is wired to."""

    def __init__(self, clock: Clock, simulator: SimulatorAccess | None = None) -> None:
        self._clock = clock
        self._simulator = simulator
        self._own: SimulatedLot | None = None
        self._boards: dict[tuple[str, int, int], RelayBoard] = {}
        self._lock = threading.Lock()

    def devices(
        self, lane: Lane, config: LaneConfig, run_folder: Path
    ) -> tuple[tuple[CaptureCamera, ...], LaneDevices]:
        """The lane's cameras, and all of its devices; nothing is started yet."""
        front, rear = self.camera(lane, config.camera, run_folder), None
        if config.rear_camera is not None:
            spec = self._camera_spec(lane, config.rear_camera)
            rear = CaptureCamera(rear_camera_id(lane.lane_id), spec, run_folder)
        barrier = self._barrier(lane, config.barrier)
        loops = self._loops(lane, config.loops)
        cameras = (front,) if rear is None else (front, rear)
        return cameras, LaneDevices(front, barrier, loops, rear)

    def camera(self, lane: Lane, config: CameraConfig, run_folder: Path) -> CaptureCamera:
        """The lane's camera in front alone; its ring will lie in the folder."""
        return CaptureCamera(lane.lane_id, self._camera_spec(lane, config), run_folder)

    def simulator_access(self) -> SimulatorAccess:
        """The simulated lot's process: the one that was given, else one of our own, started now."""
        with self._lock:
            if self._simulator is None:
                now = self._clock.now()
                scenario = plan_day(SIMULATED_CARS, now.toordinal(), now, capacity=SIMULATED_CAPACITY)
                self._own = SimulatedLot(scenario)
                self._own.start()
                self._simulator = SimulatorAccess(self._own.address, self._own.authkey_hex)
            return self._simulator

    def close(self) -> None:
        """End the simulated lot, if it was our own."""
        with self._lock:
            if self._own is not None:
                self._own.stop()
                self._own = self._simulator = None

    def _camera_spec(self, lane: Lane, config: CameraConfig) -> CameraSpec:
        if config.kind != "simulator":
            return CameraSpec(kind=config.kind, address=config.address, lane=lane.lane_id, fps=config.fps)
        access = self.simulator_access()
        return CameraSpec(
            kind="simulator",
            address=access.address,
            lane=lane.direction.value,
            authkey=access.authkey_hex,
        )

    def _barrier(self, lane: Lane, config: BarrierConfig) -> Barrier:
        if config.kind == "simulator":
            access = self.simulator_access()
            return SimulatedBarrier(access.address, bytes.fromhex(access.authkey_hex), lane.direction.value)
        if config.kind == "memory":
            return MemoryBarrier()
        return ModbusBarrier(
            self._board(config.host, config.port, config.device_id),
            relay=config.relay,
            boom_up_input=config.boom_up_input,
            boom_down_input=config.boom_down_input,
            pulse_ms=config.pulse_ms,
            pulse=config.pulse,
        )

    def _loops(self, lane: Lane, config: LoopsConfig) -> Loops:
        if config.kind == "simulator":
            access = self.simulator_access()
            return SimulatedLoops(access.address, bytes.fromhex(access.authkey_hex), lane.direction.value)
        if config.kind == "memory":
            return MemoryLoops()
        return ModbusLoops(
            self._board(config.host, config.port, config.device_id),
            arming_input=config.arming_input,
            closing_input=config.closing_input,
            debounce_ms=config.debounce_ms,
            inverted=config.inverted,
        )

    def _board(self, host: str, port: int, device_id: int) -> RelayBoard:
        """One connection a board, however many devices hang on it."""
        key = (host, port, device_id)
        if key not in self._boards:
            self._boards[key] = RelayBoard(host, port, device_id=device_id)
        return self._boards[key]
