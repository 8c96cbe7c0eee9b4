"""The logic of a USB camera on a capture of ours: no camera hangs on the machines that run these tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec
from devices.cameras.usb import UsbSource
from tests.devices.cameras.waiting import until_health

# A character device that is there on every Linux.
DEVICE = Path("/dev/null")


class FakeCapture:
    """FAKE: gives its pictures one after the other, and then none any more, as if unplugged."""

    def __init__(self, pictures: list[NDArray[np.uint8]], *, opens: bool = True) -> None:
        self.released = False
        self._pictures = pictures
        self._opens = opens

    def isOpened(self) -> bool:
        return self._opens

    def read(self, image: NDArray[np.uint8] | None = None) -> tuple[bool, NDArray[np.uint8]]:
        if not self._pictures:
            return False, np.zeros((0, 0, 3), np.uint8)
        picture = self._pictures.pop(0)
        if image is not None and image.shape == picture.shape:
            image[...] = picture
            return True, image
        return True, picture

    def grab(self) -> bool:
        return bool(self._pictures) and self._pictures.pop(0) is not None

    def release(self) -> None:
        self.released = True


def _picture(value: int) -> NDArray[np.uint8]:
    return np.full((36, 64, 3), value, np.uint8)


def _cause(path: Path) -> str:
    with pytest.raises(DeviceError) as caught:
        UsbSource(path)
    return caught.value.cause


def test_its_pictures_arrive_and_are_written_where_there_is_room() -> None:
    capture = FakeCapture([_picture(1), _picture(2), _picture(3)])
    source = UsbSource(DEVICE, lambda _: capture)
    first = source.read()
    assert first is not None
    room = np.zeros_like(first)
    assert source.read(room) is room
    assert (room == 2).all()
    source.let_go()
    source.close()
    assert capture.released


def test_a_camera_that_is_unplugged_is_gone() -> None:
    source = UsbSource(DEVICE, lambda _: FakeCapture([]))
    for step in (source.read, source.let_go):
        with pytest.raises(DeviceError) as caught:
            step()
        assert caught.value.cause == "camera.gone"


def test_the_device_itself_is_opened_under_whatever_name_it_is_known(tmp_path: Path) -> None:
    opened: list[str] = []
    by_id = tmp_path / "usb-maker-index0"
    by_id.symlink_to(DEVICE)

    def note(path: str) -> FakeCapture:
        opened.append(path)
        return FakeCapture([])

    UsbSource(by_id, note)
    assert opened == [str(DEVICE)]


def test_one_that_another_program_uses_is_named_and_let_go() -> None:
    capture = FakeCapture([], opens=False)
    with pytest.raises(DeviceError) as caught:
        UsbSource(DEVICE, lambda _: capture)
    assert (caught.value.cause, capture.released) == ("camera.in_use", True)


def test_one_that_is_not_plugged_in_is_not_found(tmp_path: Path) -> None:
    assert _cause(tmp_path / "video0") == "camera.not_found"


def test_what_is_no_device_is_no_camera(tmp_path: Path) -> None:
    (tmp_path / "video0").write_bytes(b"")
    assert _cause(tmp_path / "video0") == "camera.no_camera"
    assert _cause(tmp_path) == "camera.no_camera"


def test_a_device_that_is_no_camera_cannot_be_opened_by_the_real_driver() -> None:
    assert _cause(DEVICE) == "camera.in_use"


def test_a_camera_without_its_device_shows_why(tmp_path: Path) -> None:
    camera = CaptureCamera("entry", CameraSpec("usb", str(tmp_path / "video0")), tmp_path)
    camera.start()
    assert until_health(camera, Health.FAILED).cause == "camera.not_found"
    camera.stop()
