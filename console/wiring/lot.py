"""The devices of the lanes, from their configuration."""

from __future__ import annotations

from pathlib import Path

from console.wiring.barriers import build_barrier
from console.wiring.cameras import build_camera
from console.wiring.far_sides import FarSides, SimulatorAccess
from console.wiring.loops import build_loops
from console.wiring.readers import build_reader
from console.wiring.signs import build_sign
from core.config import CameraConfig, LaneConfig, MqttConfig
from core.domain.lots import Lane
from core.services.lane_cameras import rear_camera_id
from core.services.ports import Clock, LaneDevices
from devices.cameras.camera import CaptureCamera


class Wiring:
    """What this machine is wired to."""

    def __init__(self, clock: Clock, simulator: SimulatorAccess | None = None) -> None:
        self.far_sides = FarSides(clock, simulator)

    def devices(
        self, lane: Lane, config: LaneConfig, run_folder: Path
    ) -> tuple[tuple[CaptureCamera, ...], LaneDevices]:
        """The lane's cameras, and all of its devices; nothing is started yet."""
        front, rear = self.camera(lane, config.camera, run_folder), None
        if config.rear_camera is not None:
            rear_id = rear_camera_id(lane.lane_id)
            rear = build_camera(rear_id, lane, config.rear_camera, self.far_sides, run_folder)
        cameras = (front,) if rear is None else (front, rear)
        return cameras, LaneDevices(
            front,
            build_barrier(lane, config.barrier, self.far_sides),
            build_loops(lane, config.loops, self.far_sides),
            rear,
            None if config.sign is None else build_sign(lane.lane_id, config.sign),
            None if config.reader is None else build_reader(config.reader),
        )

    def camera(self, lane: Lane, config: CameraConfig, run_folder: Path) -> CaptureCamera:
        """The lane's camera in front alone; its ring will lie in the folder."""
        return build_camera(lane.lane_id, lane, config, self.far_sides, run_folder)

    def renew(self, mqtt: MqttConfig) -> None:
        """Said before the lanes' devices are made anew: what they share is made anew with them."""
        self.far_sides.forget()
        self.far_sides.mqtt = mqtt

    def simulator_access(self) -> SimulatorAccess:
        """The simulated lot's process."""
        return self.far_sides.simulator()

    def close(self) -> None:
        """End the simulated lot, if it was our own."""
        self.far_sides.close()
