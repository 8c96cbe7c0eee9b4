"""A desk whose entry camera shows a drawn car, and a reader that sees it as far as the view goes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from console.screens.camera import CameraScreen
from core.config import BarrierConfig, CameraConfig, LaneConfig, LoopsConfig
from core.domain.camera_views import CameraView, Point
from core.domain.errors import DeviceError
from core.domain.reads import Box, Read
from core.services.ports import DeviceStatus, Health, LaneDevices, Preview, ReadAnswer, Still
from devices.recognition.lane_views import LaneViews
from devices.stills import encode_still
from tests.booth import LANES
from tests.console.desk_booth import DeskBooth
from tests.devices.recognition.pictures import car

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
WIDTH, HEIGHT = 960, 540
PLATE = Box(380, 370, 200, 60)
CHARACTERS_PX = 33.0


class DrawnCamera:
    """FAKE: shows one drawn car, or nothing while it is ``broken``."""

    def __init__(self) -> None:
        self.picture: NDArray[np.uint8] = car("ABC-1234", size=(WIDTH, HEIGHT))
        self.broken = ""
        self.taken = 0

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def preview(self) -> Preview | None:
        return None

    def still(self) -> Still | None:
        if self.broken:
            return None
        self.taken += 1
        return encode_still(self.picture, sequence=self.taken, captured_ns=time.monotonic_ns())

    def still_at(self, at_ns: int) -> Still | None:
        return self.still()

    def status(self) -> DeviceStatus:
        if self.broken:
            return DeviceStatus(Health.FAILED, 0, self.broken)
        return DeviceStatus(Health.OK, 0)


class SeeingRecogniser:
    """FAKE: sees the drawn plate where the view leaves its middle; answers on a thread of its own."""

    def __init__(self, cameras: dict[str, DrawnCamera], on_answer: Callable[[ReadAnswer], object]) -> None:
        self.asked: list[tuple[str, CameraView]] = []
        self.views: dict[str, CameraView] = {}
        self.mute = False
        self.busy = False
        self.character_pixels = CHARACTERS_PX
        self._cameras = cameras
        self._on_answer = on_answer

    def try_view(self, camera_id: str, token: int, view: CameraView) -> None:
        if self.busy:
            raise DeviceError("recogniser.busy")
        self.asked.append((camera_id, view))
        if not self.mute:
            threading.Thread(target=self._answer, args=(camera_id, token, view), daemon=True).start()

    def set_views(self, views: dict[str, CameraView]) -> None:
        self.views = views

    def stop(self) -> None:
        pass

    def _answer(self, camera_id: str, token: int, view: CameraView) -> None:
        camera = self._cameras[camera_id]
        still = camera.still()
        if still is None:
            self._on_answer(ReadAnswer(token, camera_id, 0, 0, (), None, "camera.no_picture", 1.0))
            return
        read = Read("ABC1234", 0.97, PLATE, character_pixels=self.character_pixels)
        seen = LaneViews({}).seen(camera_id, camera.picture, view)
        reads = tuple(read for read in (read,) if seen.view.sees(_middle(PLATE)))
        self._on_answer(
            ReadAnswer(token, camera_id, still.sequence, still.captured_ns, reads, still, "", 9.0)
        )


class Adjusting:
    """An administrator at the desk, about to adjust the entry's camera."""

    def __init__(self, desk: DeskBooth) -> None:
        self.desk = desk
        self.console = desk.console
        lanes = tuple(
            LaneConfig(
                lane.lane_id,
                CameraConfig("rtsp", "rtsp://ann:secret@10.0.0.8:554/main"),
                BarrierConfig("memory"),
                LoopsConfig("memory"),
            )
            for lane in LANES
        )
        self.console.config = replace(self.console.config, lanes=lanes)
        self.cameras = {lane.lane_id: DrawnCamera() for lane in LANES}
        for lane_id, runner in self.console.lanes.items():
            devices = runner.devices
            runner.devices = LaneDevices(self.cameras[lane_id], devices.barrier, devices.loops)
        self.recogniser = SeeingRecogniser(self.cameras, self.console.trials.take)
        self.console.recogniser = self.recogniser
        desk.sign_on(desk.boss)

    def open(self) -> CameraScreen:
        """The page of the entry's camera, with its picture."""
        self.desk.state.select_lane("entry")
        self.desk.app.window.run_command("lane.camera")
        self.desk.until(lambda: self.desk.app.window.current == "camera", "the page is shown")
        if not self.cameras["entry"].broken:
            self.desk.until(lambda: self.screen.canvas.picture_size == (WIDTH, HEIGHT), "there is a picture")
        return self.screen

    def add_rear_camera(self) -> None:
        """A second camera sees the entry's cars from behind."""
        entry, way_out = self.console.config.lanes
        entry = replace(entry, rear_camera=CameraConfig("rtsp", "rtsp://10.0.0.9/main"))
        self.console.config = replace(self.console.config, lanes=(entry, way_out))
        self.cameras["entry:rear"] = DrawnCamera()
        runner = self.console.lanes["entry"]
        runner.devices = replace(runner.devices, rear_camera=self.cameras["entry:rear"])

    def let_entry_read_itself(self) -> None:
        """The entry's camera sends what it reads."""
        entry, way_out = self.console.config.lanes
        entry = replace(entry, camera=replace(entry.camera, reads="itself"))
        self.console.config = replace(self.console.config, lanes=(entry, way_out))

    @property
    def screen(self) -> CameraScreen:
        screen = self.desk.app.window.screen_of("camera")
        assert isinstance(screen, CameraScreen)
        return screen

    @property
    def view(self) -> CameraView:
        return self.screen.editor.view

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        for _ in range(times):
            self.desk.press(key, modifiers)

    def drag(self, start: Point, end: Point, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Drag with the left button from one point of the picture to another, over a point between."""
        canvas, left = self.screen.canvas, Qt.MouseButton.LeftButton
        between = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        QTest.mousePress(canvas, left, modifiers, self._spot(start))
        for point in (between, end):
            QTest.mouseMove(canvas, self._spot(point))
        QTest.mouseRelease(canvas, left, modifiers, self._spot(end))

    def double_click(self, point: Point) -> None:
        QTest.mouseDClick(self.screen.canvas, Qt.MouseButton.LeftButton, NONE, self._spot(point))

    def click(self, point: Point) -> None:
        QTest.mouseClick(self.screen.canvas, Qt.MouseButton.LeftButton, NONE, self._spot(point))

    def kept(self) -> CameraView:
        """What holds for the entry's camera."""
        return self.console.config.lanes[0].camera.view

    def _spot(self, point: Point) -> QPoint:
        return self.screen.canvas.place.on_screen(point).toPoint()


def _middle(box: Box) -> Point:
    return (box.x + box.width / 2) / WIDTH, (box.y + box.height / 2) / HEIGHT
