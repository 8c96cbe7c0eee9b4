"""What is said on the picture, and in its place where there is none."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from console.formats import format_age
from console.screens.camera.editor import ViewEditor
from console.screens.camera.live import Shot
from console.screens.camera.shapes import REGION, Part, place_of
from console.words import say
from core.config import CameraConfig
from core.services.ports import Health

OLD_AFTER_NS = 1_000_000_000

tr = QCoreApplication.translate


def note_on(shot: Shot | None, *, frozen: bool, now_ns: int) -> str:
    """That the picture is frozen, or how old it is; empty for a live one."""
    if frozen:
        return tr("Camera", "Frozen: Space goes on")
    if shot is None or shot.image.isNull():
        return ""
    age_ns = now_ns - shot.captured_ns
    return format_age(age_ns / 1e9) if age_ns > OLD_AFTER_NS else ""


def nothing_to_see(shot: Shot | None, camera: CameraConfig | None) -> tuple[str, str]:
    """Why there is no picture, and what to look at next."""
    if camera is None:
        return (
            tr("Camera", "No camera is wired to a lane."),
            tr("Camera", "Wire one in the configuration file; then start Lotkeeper again."),
        )
    if shot is None or shot.status.health in {Health.STARTING, Health.OK, Health.UNKNOWN}:
        return tr("Camera", "Waiting for the first picture …"), address_line(camera)
    words = say(shot.status.cause or "camera.no_answer")
    return words.text, f"{words.step}\n{address_line(camera)}".strip()


def chosen_words(editor: ViewEditor, size: tuple[int, int]) -> str:
    """What is chosen and where it lies in a picture of that size: ``Region, point 2: 812, 310``."""
    chosen = editor.chosen
    if chosen is None:
        return ""
    shape = (
        tr("Camera", "Region")
        if chosen.shape == REGION
        else tr("Camera", "Mask {number}").format(number=chosen.shape + 1)
    )
    part = {
        Part.WHOLE: shape,
        Part.POINT: tr("Camera", "{shape}, point {number}"),
        Part.EDGE: tr("Camera", "{shape}, edge {number}"),
    }[chosen.part].format(shape=shape, number=chosen.index + 1)
    if not all(size):
        return part
    x, y = place_of(editor.view, chosen)
    return tr("Camera", "{part}: {x}, {y}").format(part=part, x=round(x * size[0]), y=round(y * size[1]))


def address_line(camera: CameraConfig) -> str:
    """Where the camera should be, without user name and password; empty for one without an address."""
    place = address_of(camera)
    if not place:
        return ""
    return tr("Camera", "Its address in the settings is {address}: is that right?").format(address=place)


def address_of(camera: CameraConfig) -> str:
    """Host and port of a stream, or a path as it is; a password stays where it is."""
    if camera.kind != "rtsp":
        return camera.address
    try:
        parts = urlsplit(camera.address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    return f"{parts.hostname or ''}{port}"
