import numpy as np
import pytest

from console.screens.camera.live import PictureRate, found_in, take_shot, why_not_read
from console.screens.camera.picture_words import address_of, nothing_to_see
from core.config import CameraConfig
from core.domain.camera_views import CameraView
from core.domain.lanes import LaneState
from core.domain.lots import Direction, Lane
from core.domain.reads import Read
from core.services.lane_view import LaneView
from core.services.ports import ReadAnswer
from devices.recognition.plate_look import Light
from tests.console.screens.camera.adjusting import PLATE, DrawnCamera
from tests.fakes.camera import FakeCamera

ENTRY, EXIT = Lane("entry", "Entry 1", Direction.ENTRY), Lane("exit", "Exit 1", Direction.EXIT)
SECOND_NS = 1_000_000_000


def rate_of(*seen):
    rate = PictureRate()
    for sequence, captured_s in seen:
        rate.note(sequence, round(captured_s * SECOND_NS))
    return rate.per_second


def test_pictures_are_counted_also_those_between_two_looks():
    assert rate_of((10, 1.0), (15, 1.5), (20, 2.0)) == pytest.approx(10.0)


def test_too_few_pictures_make_no_rate():
    assert rate_of() is None
    assert rate_of((1, 1.0)) is None
    assert rate_of((1, 1.0), (1, 1.2)) is None


def test_the_rate_is_that_of_the_last_seconds():
    slow = [(number, float(number)) for number in range(1, 11)]
    fast = [(10 + number * 5, 10 + number * 0.2) for number in range(1, 31)]
    assert rate_of(*slow, *fast) == pytest.approx(25.0)


def test_a_camera_that_was_started_anew_is_counted_anew():
    assert rate_of((500, 1.0), (510, 2.0), (1, 5.0), (11, 6.0)) == pytest.approx(10.0)


def test_a_shot_has_the_picture_in_full_size_and_its_light():
    shot = take_shot(DrawnCamera(), CameraView())
    assert (shot.image.width(), shot.image.height()) == (960, 540)
    assert shot.light is Light.GOOD


def test_a_picture_that_cannot_be_decoded_is_no_picture():
    assert take_shot(FakeCamera(), CameraView()).image.isNull()


def test_an_answer_without_a_picture_keeps_its_cause():
    found = found_in(ReadAnswer(-1, "entry", 0, 0, (), None, "recogniser.restarted", 1.0))
    assert (found.plates, found.cause) == ((), "recogniser.restarted")


def test_colours_stay_what_they_are():
    camera = DrawnCamera()
    camera.picture = np.zeros((40, 60, 3), dtype=np.uint8)
    camera.picture[:, :, 2] = 250
    colour = take_shot(camera, CameraView()).image.pixelColor(30, 20)
    assert colour.red() > 200
    assert colour.blue() < 50


def test_plates_of_an_answer_are_judged_in_the_picture_that_was_read():
    still = DrawnCamera().still()
    read = Read("ABC1234", 0.9, PLATE, character_pixels=33.0)
    [plate] = found_in(ReadAnswer(-1, "entry", 1, 1, (read,), still, "", 1.0)).plates
    assert plate.look.flaws == ()


@pytest.mark.parametrize(
    ("own", "other", "why"),
    [
        (LaneView(ENTRY), LaneView(EXIT), ""),
        (LaneView(ENTRY), LaneView(EXIT, state=LaneState.WAITING, vehicle_present=True), ""),
        (LaneView(ENTRY), LaneView(EXIT, state=LaneState.READING), "view.other_lane_reads"),
        (LaneView(ENTRY, state=LaneState.READING), LaneView(EXIT), "view.lane_busy"),
        (LaneView(ENTRY, state=LaneState.CROSSING), LaneView(EXIT), "view.lane_busy"),
        (LaneView(ENTRY, vehicle_present=True), LaneView(EXIT), "view.lane_busy"),
    ],
)
def test_nothing_is_read_for_an_adjustment_while_a_car_is_read(own, other, why):
    assert why_not_read({"entry": own, "exit": other}, "entry") == why


@pytest.mark.parametrize(
    ("camera", "place"),
    [
        (CameraConfig("rtsp", "rtsp://ann:secret@10.0.0.8:554/main"), "10.0.0.8:554"),
        (CameraConfig("rtsp", "rtsp://10.0.0.8/main"), "10.0.0.8"),
        (CameraConfig("rtsp", "rtsp://ann:se:cret@10.0.0.8:port/"), ""),
        (CameraConfig("video", "videos/drive-up.mp4"), "videos/drive-up.mp4"),
        (CameraConfig("simulator"), ""),
    ],
)
def test_the_address_is_told_without_its_password(camera, place):
    assert address_of(camera) == place


def test_without_a_camera_it_is_said_where_one_is_wired(qapp):
    title, hint = nothing_to_see(None, None)
    assert "No camera" in title
    assert "configuration" in hint
