from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    LaneConfig,
    LoopsConfig,
    load_config,
    write_config,
)
from core.config.reading import parse_config
from core.config.writing import to_toml
from core.domain.camera_views import MOST_MASKS, CameraView, rectangle
from core.domain.errors import ConfigError

LANE = LaneConfig("in", CameraConfig("simulator"), BarrierConfig("memory"), LoopsConfig("memory"))
CAMERA = """\
[[lane]]
id = "in"
barrier = { kind = "memory" }
loops = { kind = "memory" }
[lane.camera]
kind = "simulator"
"""
CLOCK = rectangle(0.0, 0.0, 0.3, 0.08)


def read(more: str) -> CameraConfig:
    return parse_config(CAMERA + more, Path("lotkeeper.toml")).lanes[0].camera


def test_a_camera_without_shapes_is_read_whole() -> None:
    assert read("").view == CameraView()
    assert read("region = []\nmasks = []").view.is_whole


def test_the_region_and_the_masks_of_a_camera_are_read_as_drawn() -> None:
    camera = read(
        "region = [[0.1, 0.3], [0.9, 0.3], [1, 1], [0, 1]]\nmasks = [[[0, 0], [0.3, 0], [0.3, 0.08]]]"
    )
    assert camera.region == ((0.1, 0.3), (0.9, 0.3), (1.0, 1.0), (0.0, 1.0))
    assert camera.masks == (((0.0, 0.0), (0.3, 0.0), (0.3, 0.08)),)
    assert camera.view == CameraView(camera.region, camera.masks)


@pytest.mark.parametrize(
    ("more", "line", "problem"),
    [
        ('region = "all"', 7, "lane.camera.region: expected a list of 3 to 12 points as [x, y]"),
        ("region = [[0, 0], [1, 1]]", 7, "found 2: too few points"),
        (f"region = {[[k / 20, k % 2 / 2] for k in range(13)]}", 7, "found 13: too many points"),
        (
            "region = [\n  [0, 0],\n  [640, 0],\n  [0, 1],\n]",
            9,
            "fractions of the picture from 0 to 1, not as pixels",
        ),
        ("region = [[0, 0], [1, -0.1], [0, 1]]", 7, "not as pixels"),
        ("region = [[0, 0], [1, nan], [0, 1]]", 7, "not as pixels"),
        ("region = [[0, 0], [1, " + "9" * 500 + "], [0, 1]]", 7, "not as pixels"),
        ("region = [[0, 0], [1], [0, 1]]", 7, "expected a point as [x, y], two numbers"),
        ("region = [[0, 0], [true, 1], [0, 1]]", 7, "expected a point as [x, y], two numbers"),
        ('region = [[0, 0], ["1", 1], [0, 1]]', 7, "expected a point as [x, y], two numbers"),
        ("region = [0.1, 0.1, 0.9, 0.9]", 7, "expected a point as [x, y], two numbers"),
        ("region = [[0, 0], [1, 1], [1, 0], [0, 1]]", 7, "its edges cross or touch"),
        ("region = [[0, 0], [0, 0], [1, 0], [0, 1]]", 7, "its edges cross or touch"),
        ("region = [[0, 0], [0.001, 0], [0, 0.001]]", 7, "it covers almost nothing"),
        ("masks = 3", 7, "lane.camera.masks: expected at most 8 shapes, each a list of 3 to 12 points"),
        ("masks = [[0, 0], [1, 0], [1, 1]]", 7, "expected a point as [x, y]"),
        ("masks = [\n  [[0, 0], [1, 0], [1, 1]],\n  [[0, 0], [1, 0]],\n]", 9, "found 2: too few points"),
        (f"masks = {[[list(point) for point in CLOCK]] * 9}", 7, "expected at most 8 shapes, found 9"),
    ],
)
def test_a_shape_that_cannot_be_used_is_told_with_its_line_and_what_to_do(
    more: str, line: int, problem: str
) -> None:
    with pytest.raises(ConfigError) as told:
        read(more)
    assert told.value.line == line
    assert problem in told.value.problem


def test_a_drawn_view_survives_the_file(tmp_path: Path) -> None:
    camera = CameraConfig(
        "simulator", region=((0.1, 0.2), (1 / 3, 0.9), (1e-07, 1.0)), masks=(CLOCK,) * MOST_MASKS
    )
    config = Config(lanes=(replace(LANE, camera=camera),))
    file = tmp_path / "lotkeeper.toml"
    write_config(file, config)
    assert load_config(file) == config


fractions = st.floats(0.0, 1.0)


@given(fractions, fractions, fractions, fractions)
def test_any_rectangle_that_covers_something_is_read_back_as_it_was_written(
    x0: float, y0: float, x1: float, y1: float
) -> None:
    shape = rectangle(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    config = Config(lanes=(replace(LANE, camera=CameraConfig("simulator", region=shape)),))
    text = to_toml(config)
    if abs(x1 - x0) * abs(y1 - y0) < 0.001:
        with pytest.raises(ConfigError):
            parse_config(text, Path("x"))
    else:
        assert parse_config(text, Path("x")) == config


def test_a_view_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    crossing = CameraConfig("simulator", region=((0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)))
    with pytest.raises(ConfigError, match="its edges cross"):
        write_config(file, Config(lanes=(replace(LANE, camera=crossing),)))
    assert not file.exists()
