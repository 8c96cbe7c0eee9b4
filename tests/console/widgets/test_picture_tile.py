import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from console.widgets.picture_tile import PictureTile
from core.services.ports import Preview

SECOND_NS = 1_000_000_000


class FakeCamera:
    def __init__(self) -> None:
        self.now_ns = 100 * SECOND_NS
        self.newest: Preview | None = None
        self.pulls = 0

    def show(self, sequence: int, *, width: int = 64, height: int = 36) -> None:
        self.newest = Preview(
            sequence, self.now_ns, width, height, bytes((200, 100, 50, 255)) * (width * height)
        )

    def pull(self) -> Preview | None:
        self.pulls += 1
        return self.newest


@pytest.fixture
def camera() -> FakeCamera:
    return FakeCamera()


@pytest.fixture
def tile(qtbot: QtBot, camera: FakeCamera) -> PictureTile:
    made = PictureTile(camera.pull, now_ns=lambda: camera.now_ns)
    qtbot.addWidget(made)
    made.resize(320, 180)
    return made


def test_without_a_picture_the_tile_says_so_and_why(tile: PictureTile) -> None:
    tile.show_cause("The camera does not answer.")
    tile.refresh()
    assert not tile.has_picture
    assert tile.accessibleName() == "No picture The camera does not answer."


def test_the_picture_of_a_camera_in_trouble_does_not_look_like_any_other(
    tile: PictureTile, camera: FakeCamera
) -> None:
    camera.show(1)
    tile.refresh()
    tile.show_cause("The camera shows the same picture again and again.")
    assert tile.grab().toImage().pixelColor(160, 60) != QColor(50, 100, 200)
    tile.show_cause("")
    assert tile.grab().toImage().pixelColor(160, 60) == QColor(50, 100, 200)


def test_a_fresh_picture_is_shown_in_its_own_colours(tile: PictureTile, camera: FakeCamera) -> None:
    camera.show(1)
    tile.refresh()
    assert tile.has_picture
    assert not tile.is_stale
    assert tile.grab().toImage().pixelColor(160, 60) == QColor(50, 100, 200)


def test_a_picture_older_than_a_second_is_greyed_and_tells_its_age(
    tile: PictureTile, camera: FakeCamera
) -> None:
    camera.show(1)
    tile.refresh()
    fresh = tile.grab().toImage().pixelColor(160, 60)
    camera.now_ns += 2 * SECOND_NS
    tile.refresh()
    assert tile.is_stale
    assert tile.accessibleName().startswith("Old picture")
    assert tile.grab().toImage().pixelColor(160, 60) != fresh
    camera.show(2)
    tile.refresh()
    assert not tile.is_stale


def test_the_picture_keeps_its_proportions(tile: PictureTile, camera: FakeCamera) -> None:
    camera.show(1, width=36, height=36)
    tile.refresh()
    image = tile.grab().toImage()
    assert image.pixelColor(160, 90) == QColor(50, 100, 200)
    assert image.pixelColor(20, 90) != QColor(50, 100, 200)


def test_a_picture_with_too_few_bytes_is_no_picture(tile: PictureTile, camera: FakeCamera) -> None:
    camera.newest = Preview(1, camera.now_ns, 640, 480, b"\x00" * 100)
    tile.refresh()
    assert not tile.grab().isNull()


def test_nothing_is_pulled_while_nobody_can_see_it(
    tile: PictureTile, camera: FakeCamera, qtbot: QtBot
) -> None:
    tile.show()
    qtbot.waitUntil(lambda: camera.pulls >= 2, timeout=20_000)
    tile.hide()
    pulls = camera.pulls
    qtbot.wait(350)
    assert camera.pulls == pulls


def test_the_plate_on_the_picture_is_read_out(tile: PictureTile, camera: FakeCamera) -> None:
    camera.show(1)
    tile.show_read("ABC-1234", 0.98)
    tile.refresh()
    assert tile.accessibleName() == "Live picture ABC-1234"
