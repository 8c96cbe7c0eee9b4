"""Whether cameras answer."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from console.cli.checkup.asking import LOOK_AT_THE_LINE
from console.cli.checkup.drivers import finding_of, observe
from console.cli.checkup.finding import Finding, ok, skipped, trouble
from console.cli.checkup.ports import check_node, in_use
from console.wiring import Wiring
from core.config import CameraConfig
from core.domain.errors import DeviceError
from core.domain.lots import Lane
from devices.cameras.rtsp_probe import RtspAddress, ask

Ask = Callable[[str], Finding]
_LOGIN: Final = {401, 403}


def ask_camera(camera: CameraConfig, lane: Lane, wiring: Wiring, *, is_running: bool) -> Ask:
    """What asks the camera; one that only a single program can use is left to the running console."""
    match camera.kind:
        case "simulator":
            return lambda subject: skipped(subject, f"kind {camera.kind}, nothing to reach")
        case "rtsp":
            return lambda subject: _stream(subject, camera.address)
        case "video" | "folder":
            return lambda subject: _path(subject, Path(camera.address), camera.kind)
        case "usb":
            return lambda subject: _usb(subject, camera, lane, wiring, is_running=is_running)
        case _:
            return lambda subject: _picture(subject, camera, lane, wiring)


def _usb(subject: str, camera: CameraConfig, lane: Lane, wiring: Wiring, *, is_running: bool) -> Finding:
    wrong = check_node(subject, Path(camera.address), what="camera")
    if wrong is not None:
        return wrong
    if is_running:
        return in_use(subject)
    return _picture(subject, camera, lane, wiring)


def _picture(subject: str, camera: CameraConfig, lane: Lane, wiring: Wiring) -> Finding:
    """One picture, by the same process that captures for the lanes."""
    with tempfile.TemporaryDirectory(prefix="lotkeeper-doctor-") as folder:
        one = wiring.camera(lane, camera, Path(folder))
        return finding_of(subject, observe(one.start, one.status, one.stop), f"{camera.kind} camera")


def _stream(subject: str, url: str) -> Finding:
    try:
        address = RtspAddress.parse(url)
        status = ask(address, "DESCRIBE")
    except DeviceError as error:
        steps = {
            "camera.bad_address": "write its address as rtsp://HOST:PORT/PATH in the configuration",
            "camera.not_found": "correct the host in its address: nobody has that name",
            "camera.refused": "switch RTSP on in the camera, or correct the port in its address",
        }
        said = {
            "camera.bad_address": "its address is none of RTSP",
            "camera.not_found": "no such host",
            "camera.refused": "refuses the connection",
        }
        return trouble(
            subject,
            ": ".join(filter(None, (error.detail, said.get(error.cause, "no answer")))),
            steps.get(error.cause, LOOK_AT_THE_LINE),
        )
    if status == 404:
        return trouble(subject, f"{address.shown} has no such stream", "correct the path in its address")
    login = ", and asks for name and password" if status in _LOGIN else ""
    return ok(subject, f"{address.shown} answers{login}")


def _path(subject: str, path: Path, kind: str) -> Finding:
    if path.is_dir() if kind == "folder" else path.is_file():
        return ok(subject, str(path))
    return trouble(subject, f"there is no {kind} {path}", "correct its address in the configuration")
