"""What every camera promises, whatever its pictures come from; ``CameraRig`` is one with its far side."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from core.services.ports import Camera, Health, Measures
from devices.cameras.camera import CaptureCamera
from tests.devices.cameras.waiting import until, until_health, until_next_picture

SOON_S = 1.0
STOPS_WITHIN_S = 2.5


@dataclass(frozen=True, slots=True)
class CameraRig:
    """A camera, not started; ``lose`` takes its far side away, ``find`` brings it back."""

    camera: CaptureCamera
    lose: Callable[[], None]
    find: Callable[[], None]


def starts_at_once_and_shows_pictures_that_go_on(rig: CameraRig) -> None:
    camera: Camera = rig.camera
    begun = time.monotonic()
    camera.start()
    assert time.monotonic() - begun < SOON_S
    assert camera.status().health in {Health.STARTING, Health.OK}
    assert until_health(rig.camera, Health.OK).cause == ""
    first = until_next_picture(rig.camera)
    assert until_next_picture(rig.camera) > first


def its_previews_fit_the_screen_and_are_as_new_as_they_say(rig: CameraRig) -> None:
    rig.camera.start()
    until_health(rig.camera, Health.OK)
    preview = rig.camera.preview()
    assert preview is not None
    assert (preview.width, preview.height, len(preview.bgra)) == (480, 270, 480 * 270 * 4)
    assert 0 <= time.monotonic_ns() - preview.captured_ns < 5_000_000_000


def its_stills_are_whole_jpegs_of_now_and_of_a_moment_ago(rig: CameraRig) -> None:
    rig.camera.start()
    until_health(rig.camera, Health.OK)
    until(lambda: rig.camera.still_at(time.monotonic_ns() - 300_000_000) is not None, "a picture of before")
    at_ns = time.monotonic_ns() - 300_000_000
    for still in (rig.camera.still(), rig.camera.still_at(at_ns)):
        assert still is not None
        for jpeg, width in ((still.jpeg, still.width), (still.thumbnail, 320)):
            with _opened(jpeg) as picture:
                picture.load()
                assert picture.size[0] == width
    before = rig.camera.still_at(at_ns)
    assert before is not None
    assert abs(before.captured_ns - at_ns) <= 1_000_000_000
    assert rig.camera.still_at(at_ns - 3_600_000_000_000) is None


def a_far_side_that_goes_is_told_and_one_that_comes_back_is_shown_again(rig: CameraRig) -> None:
    rig.camera.start()
    until_health(rig.camera, Health.OK)
    rig.lose()
    until_health(rig.camera, Health.STALE, Health.FAILED)
    status = until_health(rig.camera, Health.FAILED)
    assert status.cause.startswith("camera.")
    rig.find()
    assert until_health(rig.camera, Health.OK).cause == ""


def stopped_it_has_no_picture_and_starts_again(rig: CameraRig) -> None:
    for _ in range(2):
        rig.camera.start()
        rig.camera.start()
        until_health(rig.camera, Health.OK)
        begun = time.monotonic()
        rig.camera.stop()
        assert time.monotonic() - begun < STOPS_WITHIN_S
        rig.camera.stop()
        assert rig.camera.preview() is None
        assert rig.camera.still() is None
        assert rig.camera.still_at(time.monotonic_ns()) is None
        assert rig.camera.status().health is Health.UNKNOWN


def its_measures_have_the_same_names_live_and_stopped(rig: CameraRig) -> None:
    camera: Measures = rig.camera
    names = [measure.name for measure in camera.measures()]
    rig.camera.start()
    until_health(rig.camera, Health.OK)
    until(lambda: all(m.value is not None for m in camera.measures()[:4]), "it measures")
    assert [measure.name for measure in camera.measures()] == names
    rig.camera.stop()
    assert [measure.value for measure in camera.measures()] == [None] * len(names)


def _opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg), formats=("JPEG",))


PROMISES = (
    starts_at_once_and_shows_pictures_that_go_on,
    its_previews_fit_the_screen_and_are_as_new_as_they_say,
    its_stills_are_whole_jpegs_of_now_and_of_a_moment_ago,
    stopped_it_has_no_picture_and_starts_again,
    its_measures_have_the_same_names_live_and_stopped,
)
# Only where there is a far side that can go.
PROMISES_OF_FAR_SIDES = (a_far_side_that_goes_is_told_and_one_that_comes_back_is_shown_again,)
