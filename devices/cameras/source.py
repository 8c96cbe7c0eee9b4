"""Where pictures come from: what a source must do, how one is described, and opening it."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final, Literal, Protocol, cast, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from devices.cameras.folder import FolderSource
from devices.cameras.rtsp import RtspSource
from devices.cameras.usb import UsbSource
from devices.cameras.video_file import VideoFileSource

Kind = Literal["rtsp", "onvif", "mjpeg", "usb", "video", "folder", "simulator"]


class FrameSource(Protocol):
    """An open source of pictures, used by one thread."""

    def read(self, room: NDArray[np.uint8] | None = None) -> NDArray[np.uint8] | None:
        """The next picture (BGR, 8 bit), waited for until it is due, about 1 s at most (RTSP: 3 s).

        Where it has the size of the ``room``, it may be written there and the room be what is returned.
        None: none yet. Raises DeviceError with the cause when the source is gone; it is then closed and
        opened anew.
        """

    def close(self) -> None:
        """Let go of the source."""


@runtime_checkable
class LetsGo(Protocol):
    """A source that can let a picture go by for less work than reading it."""

    def let_go(self) -> None:
        """Wait for the next picture and drop it; raises DeviceError as ``read`` does."""


@runtime_checkable
class SkipsPictures(Protocol):
    """A source that can go on without some of its pictures."""

    def skipped(self) -> tuple[str, ...]:
        """The names of the pictures it could not use."""


@dataclass(frozen=True, slots=True)
class CameraSpec:
    """One camera as configured.

    ``address`` is a URL (rtsp, onvif, mjpeg), a path (usb, video, folder) or a socket (simulator); it and
    ``authkey`` may hold secrets and are left out of the text form. ``fps`` is the pace of a video or folder,
    0 for its own, ``profile`` that of an ONVIF camera, empty for its first.
    """

    kind: Kind
    address: str = field(repr=False)
    lane: str = ""
    authkey: str = field(default="", repr=False)
    fps: float = 0.0
    picture_seconds: float = 3.0
    profile: str = ""

    def to_json(self) -> str:
        """One line of JSON, for the capture process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> CameraSpec:
        """What ``to_json`` wrote."""
        return cls(**json.loads(line))


def open_source(spec: CameraSpec) -> FrameSource:
    """Open the source, within 8 s; raises DeviceError with the cause (``camera.refused``, …)."""
    return _OPENERS[spec.kind](spec)


# What speaks HTTP, and the simulator, are loaded only where they are asked for: a capture process is small.
def _open_onvif(spec: CameraSpec) -> FrameSource:
    onvif = importlib.import_module("devices.cameras.onvif")
    return RtspSource(onvif.stream_of(spec.address, spec.profile))


def _open_mjpeg(spec: CameraSpec) -> FrameSource:
    mjpeg = importlib.import_module("devices.cameras.mjpeg")
    return cast("FrameSource", mjpeg.MjpegSource(spec.address))


def _open_folder(spec: CameraSpec) -> FrameSource:
    return FolderSource(Path(spec.address), picture_seconds=spec.picture_seconds, fps=spec.fps)


def _open_simulated(spec: CameraSpec) -> FrameSource:
    simulator = importlib.import_module("devices.simulator.camera")
    return cast("FrameSource", simulator.SimulatedSource(spec.address, spec.authkey, spec.lane))


_OPENERS: Final[Mapping[Kind, Callable[[CameraSpec], FrameSource]]] = {
    "rtsp": lambda spec: RtspSource(spec.address),
    "onvif": _open_onvif,
    "mjpeg": _open_mjpeg,
    "usb": lambda spec: UsbSource(Path(spec.address)),
    "video": lambda spec: VideoFileSource(Path(spec.address), fps=spec.fps),
    "folder": _open_folder,
    "simulator": _open_simulated,
}
