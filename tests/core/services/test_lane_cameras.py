"""Lanes with a second camera behind, and what a lane keeps of a read that left something open."""

from __future__ import annotations

from core.domain.lattices import BLANK, Lattice
from core.domain.reads import Box, Read
from core.services.find_stay import find_stay
from core.services.lane_cameras import LaneCameras, lane_of_camera, rear_camera_id
from core.services.ports import LaneDevices, ReadAnswer, Still
from core.store.queries.open_plates import OpenPlateIndex
from devices.barriers.memory import MemoryBarrier
from devices.loops.memory import MemoryLoops
from tests.booth import Booth, wait_until
from tests.fakes.camera import FakeCamera
from tests.fakes.recogniser import FakeRecogniser

REAR = rear_camera_id("entry")
BOX = Box(40, 50, 90, 30)
AT_NS = 5_000_000_000
BEFORE = b"\xff\xd8 the car before the loop \xff\xd9"
DOUBTFUL = Lattice(
    tuple(
        step
        for glyph in "HBC1234"
        for step in (((glyph, 0.7), ("K", 0.3)) if glyph == "H" else ((glyph, 0.99),), ((BLANK, 0.99),))
    )
)


def test_a_cameras_name_leads_back_to_its_lane() -> None:
    assert lane_of_camera(rear_camera_id("entry-1")) == "entry-1"
    assert lane_of_camera("entry-1") == "entry-1"


def test_a_car_with_a_plate_only_behind_is_let_in_by_its_rear_camera(booth: Booth) -> None:
    booth.run_lanes(rear=True)
    booth.recogniser.sees[REAR] = ("ABC1234", 0.95)
    booth.arrive("entry", None)
    wait_until(lambda: bool(booth.barriers["entry"].pulses))
    wait_until(lambda: booth.lanes["entry"].view.plate == "ABC1234")
    view = booth.lanes["entry"].view
    assert view.reason == "entry.space_free"
    assert view.plate_box == Box(10, 10, 150, 40)


def test_sure_plates_that_differ_in_front_and_behind_are_asked_about_and_both_are_offered(
    booth: Booth,
) -> None:
    booth.run_lanes(rear=True)
    booth.recogniser.sees[REAR] = ("XYZ9988", 0.97)
    booth.arrive("entry", "ABC1234", confidence=0.9)
    wait_until(lambda: booth.lanes["entry"].view.reason == "entry.sides_differ")
    view = booth.lanes["entry"].view
    assert view.plate == "ABC1234"
    assert "XYZ9988" in [text for text, _ in view.alternatives]
    assert booth.inside() == ()
    booth.lanes["entry"].correct("XYZ9988", booth.ben)
    wait_until(lambda: bool(booth.barriers["entry"].pulses))


def test_a_dead_rear_camera_takes_nothing_from_what_the_front_sees(booth: Booth) -> None:
    booth.run_lanes(rear=True)
    booth.recogniser.fails = {REAR}
    booth.enter("ABC1234")
    booth.arrive("entry", None)
    wait_until(lambda: booth.lanes["entry"].view.reason == "entry.no_plate")
    # It was asked again and again all the same: it may come back at any time.
    assert booth.recogniser.asked_of[REAR] > 2


def test_a_dead_front_camera_leaves_the_rear_one_to_read(booth: Booth) -> None:
    booth.run_lanes(rear=True)
    booth.recogniser.fails = {"entry"}
    booth.recogniser.sees[REAR] = ("ABC1234", 0.95)
    booth.arrive("entry", None)
    wait_until(lambda: bool(booth.barriers["entry"].pulses))


def test_both_cameras_have_their_lamp(booth: Booth) -> None:
    booth.run_lanes(rear=True)
    assert set(booth.lanes["entry"].device_status()) == {"camera", "rear_camera", "barrier", "loops"}


def test_a_lane_without_a_second_camera_has_none_to_ask_or_to_show(running: Booth) -> None:
    running.enter("ABC1234")
    assert set(running.recogniser.asked_of) == {"entry"}
    assert set(running.lanes["entry"].device_status()) == {"camera", "barrier", "loops"}


def test_the_photo_is_of_the_camera_with_the_surer_read(booth: Booth) -> None:
    booth.run_lanes(rear=True)
    booth.recogniser.reads[REAR] = Read("ABC1234", 0.97, BOX)
    booth.recogniser.reads["entry"] = Read("ABC1234", 0.9, Box(1, 2, 30, 10))
    booth.arrive("entry", None)
    wait_until(lambda: bool(booth.barriers["entry"].pulses))
    wait_until(lambda: booth.lanes["entry"].view.plate_box is not None)
    assert booth.lanes["entry"].view.plate_box == BOX


def test_a_car_let_in_under_a_wrong_plate_is_found_by_the_one_that_its_read_held_possible(
    running: Booth,
) -> None:
    for other in ("XBC1234", "WBC1234"):
        running.enter(other)
    running.recogniser.reads["entry"] = Read("HBC1234", 0.93, BOX, (("KBC1234", 0.05),), DOUBTFUL, 20.0)
    wrong = running.enter("HBC1234")
    assert [glyph for glyph, _ in wrong.doubts.slots[0]] == ["K"]
    view = running.lanes["entry"].view
    assert view.slots == wrong.doubts.slots
    index = OpenPlateIndex(running.store)
    assert find_stay(index, "KBC1234", actor=running.ben)[0].stay_id == wrong.stay_id


def test_a_late_answer_is_not_the_vehicles_but_its_picture_is_not_read_again(running: Booth) -> None:
    newer_than: list[int] = []
    running.recogniser.mute = True
    ask = running.recogniser.request

    def request(camera_id: str, token: int, *, not_before_sequence: int = 0) -> None:
        newer_than.append(not_before_sequence)
        ask(camera_id, token, not_before_sequence=not_before_sequence)

    running.recogniser.request = request
    late = ReadAnswer(900, "entry", 50, 0, (Read("OLD1111", 0.99, BOX),), None, "", 1.0)
    running.lanes["entry"].on_answer(late)
    running.arrive("entry", "ABC1234")
    wait_until(lambda: bool(newer_than))
    assert newer_than[0] == 51
    assert running.lanes["entry"].view.plate == ""


def _cameras(front: FakeCamera, rear: FakeCamera | None = None) -> LaneCameras:
    devices = LaneDevices(front, MemoryBarrier(), MemoryLoops(), rear)
    return LaneCameras("entry", devices, FakeRecogniser())


def _answer(camera_id: str, jpeg: bytes, *reads: Read) -> ReadAnswer:
    return ReadAnswer(1, camera_id, 7, AT_NS, reads, Still(7, AT_NS, 1280, 720, jpeg, jpeg), "", 1.0)


def test_a_car_that_nobody_read_is_shown_as_it_was_shortly_before_the_loop() -> None:
    front = FakeCamera()
    front.remembers = BEFORE
    cameras = _cameras(front)
    cameras.triggered(AT_NS)
    still = cameras.picture()
    assert still is not None
    assert still.jpeg == BEFORE
    assert front.asked_at_ns == [AT_NS - 300_000_000]


def test_a_picture_in_which_a_plate_was_read_is_preferred_to_that_of_the_arrival() -> None:
    front = FakeCamera()
    front.remembers = BEFORE
    cameras = _cameras(front)
    cameras.triggered(AT_NS)
    cameras.take(_answer("entry", b"read", Read("ABC1234", 0.6, BOX)))
    still = cameras.picture()
    assert still is not None
    assert still.jpeg == b"read"


def test_pictures_without_any_plate_give_way_to_that_of_the_arrival_also_from_behind() -> None:
    front = FakeCamera()
    front.remembers = BEFORE
    cameras = _cameras(front, FakeCamera())
    cameras.triggered(AT_NS)
    cameras.take(_answer(REAR, b"no plate in it"))
    still = cameras.picture()
    assert still is not None
    assert (still.jpeg, cameras.picture_is_rear) == (BEFORE, False)


def test_without_a_picture_of_the_arrival_one_that_was_looked_at_or_the_present_one_is_taken() -> None:
    front = FakeCamera()
    cameras = _cameras(front, FakeCamera())
    cameras.triggered(AT_NS)
    still = cameras.picture()
    assert still is not None
    assert front.pictures == 1
    cameras.take(_answer(REAR, b"no plate in it"))
    still = cameras.picture()
    assert still is not None
    assert (still.jpeg, cameras.picture_is_rear) == (b"no plate in it", True)


def test_the_next_vehicle_has_nothing_of_the_arrival_of_the_one_before() -> None:
    front = FakeCamera()
    front.remembers = BEFORE
    cameras = _cameras(front)
    cameras.triggered(AT_NS)
    cameras.forget()
    cameras.picture()
    assert front.pictures == 1


def test_the_photo_of_a_car_without_a_plate_is_the_one_before_it_reached_the_loop(running: Booth) -> None:
    camera = running.lanes["entry"].devices.camera
    assert isinstance(camera, FakeCamera)
    camera.remembers = BEFORE
    running.arrive("entry", None)
    wait_until(lambda: running.lanes["entry"].view.reason == "entry.no_plate")
    photos = running.folder / "photos"
    wait_until(lambda: any(file.read_bytes() == BEFORE for file in photos.rglob("*") if file.is_file()))
