"""The shipped reader behind a view: what is left out is not read, what is left in is read where it is."""

from __future__ import annotations

from core.domain.camera_views import CameraView, rectangle
from core.domain.plates import normalise
from core.domain.reads import Read
from devices.recognition.lane_views import LaneViews
from devices.recognition.readers.registry import open_reader
from tests.devices.recognition.any_plates import ANY_PLATES
from tests.devices.recognition.pictures import car

PLATE = "ABC-1234"
# Of a picture of 960 × 540: the plate lies around (480, 400).
AROUND = CameraView(region=((0.2, 0.6), (0.8, 0.6), (0.95, 0.98), (0.05, 0.98)))
ABOVE = CameraView(region=rectangle(0.0, 0.0, 1.0, 0.6))
COVERED = CameraView(masks=(rectangle(0.3, 0.63, 0.7, 0.88),))


def test_a_drawn_plate_is_read_exactly_where_the_view_leaves_it() -> None:
    reader = open_reader(shapes=ANY_PLATES)
    picture = car(PLATE)

    def read(view: CameraView) -> list[Read]:
        seen = LaneViews({}).seen("entry", picture, view)
        return seen.out_of(reader.read(seen.image))

    whole, around = read(CameraView())[0], read(AROUND)[0]
    assert normalise(whole.text) == normalise(around.text) == normalise(PLATE)
    assert abs(whole.box.x - around.box.x) < 15
    assert abs(whole.box.y - around.box.y) < 15
    assert read(ABOVE) == []
    assert read(COVERED) == []
