"""The USB cameras of this machine, as Video4Linux lists them, each by the path that stays its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from devices.search.found import Found, What

DEVICES = Path("/dev")
BY_ID, BY_PATH = "v4l/by-id", "v4l/by-path"
CLASS = Path("/sys/class/video4linux")
# A camera shows several devices; only the first gives pictures, the others facts about them.
_PICTURES = "0"
_MOST_NAME = 60

IsCancelled = Callable[[], bool]
Progress = Callable[[int, int], None]


def find_usb_cameras(
    is_cancelled: IsCancelled, progress: Progress, *, devices: Path = DEVICES, video_class: Path = CLASS
) -> Iterator[Found]:
    """The cameras that are plugged in; nothing is opened."""
    names = {**_links(devices / BY_PATH), **_links(devices / BY_ID)}
    videos = _videos(video_class)
    for number, video in enumerate(videos, start=1):
        if is_cancelled():
            return
        device = devices / video.name
        if _text(video / "index") == _PICTURES and device.exists():
            path = names.get(str(device.resolve()), str(device))
            title = _text(video / "name")[:_MOST_NAME] or video.name
            yield Found(What.CAMERA, title, path, {"kind": "usb", "address": path})
        progress(number, len(videos))


def _videos(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _links(folder: Path) -> dict[str, str]:
    """The names in the folder by the devices they lead to."""
    return {str(name.resolve()): str(name) for name in reversed(_videos(folder))}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
