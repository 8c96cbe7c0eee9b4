"""Who reads the plates of which camera, as the configuration says. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from console.camera_views import cameras_of
from console.wiring.brokers import broker
from console.wiring.far_sides import FarSides, secret_of
from core.config import CameraConfig, Config, LaneConfig
from core.domain.reads import VotePolicy
from core.services.ports import Camera, Recogniser
from devices.recognition.pushed.camera_reads import CameraReads
from devices.recognition.readers.registry_text import ONNX, site_model
from devices.recognition.routed import RoutedRecogniser


def reader_of(config: Config, folder: Path) -> str:
    """The reader that the site chose; a model's path that is not absolute starts at the data folder."""
    text = config.recogniser.reader
    return f"{ONNX}{folder / site_model(text)}" if text.startswith(ONNX) else text


def with_cameras_that_read(
    process: Recogniser, config: Config, cameras: Mapping[str, Camera], far: FarSides | None = None
) -> Recogniser:
    """The process, joined by the cameras that read by themselves, where there are any of ``cameras``.

    These are by their ids: that of the lane for its front camera, ``<lane>:rear`` for the one behind.
    ``far`` leads to the broker for those that publish there.
    """
    itself = {
        camera_id: camera
        for camera_id, camera in cameras_of(config).items()
        if reads_itself(camera) and camera_id in cameras
    }
    if not itself:
        return process
    listener = config.listener
    topics = {camera_id: camera.topic for camera_id, camera in itself.items() if camera.topic}
    reads = CameraReads(
        {camera_id: cameras[camera_id].still for camera_id in itself},
        host=listener.host,
        port=listener.port,
        secret=secret_of(listener.secret),
        keys={camera_id: secret_of(camera.key) for camera_id, camera in itself.items() if camera.key},
        broker=broker(far) if far is not None and topics else None,
        topics=topics,
        wait_limit_ms=listener.wait_ms,
    )
    return RoutedRecogniser(process, reads)


def reads_itself(camera: CameraConfig) -> bool:
    """Whether the camera sends what it reads, instead of being read."""
    return camera.reads == "itself"


def votes_of(lane: LaneConfig) -> VotePolicy:
    """When the lane's reads may be acted on."""
    return VotePolicy(frames_needed=lane.frames_needed, confidence_needed=lane.confidence_needed)
