"""A video file as a camera: it plays over and over, at its pace."""

import subprocess
import time
from pathlib import Path

import pytest

from core.domain.errors import DeviceError
from devices.cameras.video_file import VideoFileSource


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("video") / "drive.mp4"
    picture = "testsrc=size=160x90:rate=50:duration=0.2"
    subprocess.run(
        ["ffmpeg", "-loglevel", "error", "-f", "lavfi", "-i", picture, "-pix_fmt", "yuv420p", str(path)],
        check=True,
        timeout=60,
    )
    return path


def test_it_begins_again_after_its_last_picture(video: Path) -> None:
    source = VideoFileSource(video)
    pictures = [source.read() for _ in range(25)]
    source.close()

    assert all(picture is not None and picture.shape == (90, 160, 3) for picture in pictures)


def test_it_keeps_to_its_pace(video: Path) -> None:
    source = VideoFileSource(video)
    source.read()
    started_s = time.monotonic()
    for _ in range(10):
        source.read()
    source.close()

    # Ten pictures at 50 per second cannot come sooner, however quick the machine.
    assert time.monotonic() - started_s >= 0.19


def test_a_slow_pace_is_waited_for_in_short_waits(video: Path) -> None:
    source = VideoFileSource(video, fps=0.5)
    assert source.read() is not None
    assert source.read() is None
    source.close()


def test_a_file_that_is_missing_or_no_video_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.mp4").write_text("no video")
    for name, cause in (("none.mp4", "camera.not_found"), ("notes.mp4", "camera.not_a_video")):
        with pytest.raises(DeviceError) as caught:
            VideoFileSource(tmp_path / name)
        assert caught.value.cause == cause


def test_half_a_video_plays_its_half_or_is_refused(tmp_path: Path, video: Path) -> None:
    half = tmp_path / "half.mp4"
    half.write_bytes(video.read_bytes()[: video.stat().st_size // 2])
    with pytest.raises(DeviceError) as caught:
        VideoFileSource(half).read()
    assert caught.value.cause == "camera.not_a_video"
