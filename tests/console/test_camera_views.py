from dataclasses import replace

import pytest

from console.camera_views import keep, views_of, with_view
from core.config import BarrierConfig, CameraConfig, Config, LaneConfig, LoopsConfig, load_config
from core.domain.camera_views import CameraView, rectangle
from core.domain.errors import BadInput, NotAllowed
from core.domain.people import Actor, Role

VIEW = CameraView(rectangle(0.1, 0.2, 0.9, 1.0), (rectangle(0.0, 0.0, 0.3, 0.1),))
ANN = Actor("1", "Ann", Role.ADMINISTRATOR)
BEN = Actor("2", "Ben", Role.ATTENDANT)
LANES = tuple(
    LaneConfig(lane_id, CameraConfig("simulator"), BarrierConfig("memory"), LoopsConfig("memory"))
    for lane_id in ("entry", "exit")
)
CONFIG = Config(lanes=LANES)


def test_cameras_are_read_whole_until_someone_draws():
    assert views_of(CONFIG) == {"entry": CameraView(), "exit": CameraView()}


def test_a_view_is_kept_for_its_camera_alone(tmp_path):
    config = with_view(CONFIG, "exit", VIEW, actor=ANN)
    keep(tmp_path / "lotkeeper.toml", config)
    assert views_of(load_config(tmp_path / "lotkeeper.toml")) == {"entry": CameraView(), "exit": VIEW}


def test_an_attendant_cannot_keep_a_view():
    with pytest.raises(NotAllowed):
        with_view(CONFIG, "exit", VIEW, actor=BEN)


def test_a_shape_that_could_not_be_read_again_is_refused():
    crossing = CameraView(((0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)))
    with pytest.raises(BadInput, match=r"view\.crossing"):
        with_view(CONFIG, "exit", crossing, actor=ANN)


def test_a_camera_that_is_not_wired_is_refused():
    with pytest.raises(BadInput, match=r"camera\.unknown"):
        with_view(CONFIG, "garden", VIEW, actor=ANN)


def test_a_second_camera_has_a_view_of_its_own():
    entry = replace(LANES[0], rear_camera=CameraConfig("simulator"))
    config = with_view(Config(lanes=(entry, LANES[1])), "entry:rear", VIEW, actor=ANN)
    assert views_of(config) == {"entry": CameraView(), "entry:rear": VIEW, "exit": CameraView()}
