"""USB cameras are listed as the system knows them; the system here is a folder of ours."""

from __future__ import annotations

from pathlib import Path

from devices.search.found import Found, What
from devices.search.usb_cameras import find_usb_cameras

BY_ID = "usb-Maker_HD_Webcam_0001-video-index0"


class System:
    """FAKE: ``/dev`` and ``/sys/class/video4linux`` of a machine, as far as the search looks there."""

    def __init__(self, folder: Path) -> None:
        self.devices = folder / "dev"
        self.video_class = folder / "sys"
        for part in ("v4l/by-id", "v4l/by-path"):
            (self.devices / part).mkdir(parents=True)
        self.video_class.mkdir()

    def plug(self, number: int, name: str, *, index: int = 0, by_id: str = "", by_path: str = "") -> None:
        (self.devices / f"video{number}").write_bytes(b"")
        about = self.video_class / f"video{number}"
        about.mkdir()
        (about / "name").write_text(f"{name}\n")
        (about / "index").write_text(f"{index}\n")
        for part, link in (("v4l/by-id", by_id), ("v4l/by-path", by_path)):
            if link:
                (self.devices / part / link).symlink_to(self.devices / f"video{number}")

    def found(self) -> list[Found]:
        search = find_usb_cameras(
            lambda: False, lambda _done, _all: None, devices=self.devices, video_class=self.video_class
        )
        return list(search)


def test_a_camera_is_found_once_by_the_path_that_stays_its_own(tmp_path: Path) -> None:
    system = System(tmp_path)
    system.plug(0, "HD Webcam", by_id=BY_ID, by_path="pci-0000-usb-0:1-video-index0")
    system.plug(1, "HD Webcam", index=1)
    path = str(system.devices / "v4l/by-id" / BY_ID)
    assert system.found() == [Found(What.CAMERA, "HD Webcam", path, {"kind": "usb", "address": path})]


def test_one_without_a_number_of_its_own_is_named_by_its_socket_or_else_by_its_device(tmp_path: Path) -> None:
    system = System(tmp_path)
    system.plug(0, "Camera", by_path="pci-0000-usb-0:1-video-index0")
    system.plug(2, "Other")
    assert [Path(found.where).name for found in system.found()] == ["pci-0000-usb-0:1-video-index0", "video2"]


def test_a_machine_without_cameras_has_none(tmp_path: Path) -> None:
    search = find_usb_cameras(
        lambda: False, lambda _done, _all: None, devices=tmp_path, video_class=tmp_path / "none"
    )
    assert list(search) == []


def test_a_hostile_name_is_cut_and_one_without_a_name_is_shown_by_its_device(tmp_path: Path) -> None:
    system = System(tmp_path)
    system.plug(0, "x" * 5000)
    system.plug(1, "")
    assert [len(found.title) for found in system.found()] == [60, len("video1")]


def test_a_search_that_is_cancelled_ends(tmp_path: Path) -> None:
    system = System(tmp_path)
    system.plug(0, "Camera")
    search = find_usb_cameras(
        lambda: True, lambda _done, _all: None, devices=system.devices, video_class=system.video_class
    )
    assert list(search) == []
