"""Pictures of the screens about plates: the real window on drawn cars, with reads that are told to it.

The reader itself is left out, so that the pictures are the same on every machine and with every model.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from console.demo.day import START
from console.look import Look, dress
from console.screens.camera.shapes import Handle, Part
from core.config import PlatesConfig
from core.domain.admission import Action
from core.domain.camera_views import CameraView
from core.domain.lattices import BLANK, Lattice
from core.domain.reads import Box, Read
from core.services.ports import Preview, ReadAnswer
from core.services.unit_of_work import UnitOfWork
from devices.simulator.drawing import LanePainter
from devices.simulator.lane import STOPS_AT_M
from devices.simulator.scenario import plan_day
from devices.simulator.traffic import Light
from devices.stills import encode_still
from devices.vision import cv2
from tests.console.desk_booth import DeskBooth
from tests.console.screens.camera.adjusting import Adjusting, DrawnCamera, SeeingRecogniser
from tests.core.store.queries.sighted import sight

WINDOW = (1280, 800)
FRAME = (1280, 720)
PREVIEW = (640, 360)
PLATE = Box(556, 482, 170, 72)
CHARACTER_PX = 44.0
SETTLE_SECONDS = 1.2
DAYS, CARS_A_DAY = 6, 90
DAY_HOURS, UTC_OFFSET_HOURS = range(7, 19), 8
SHARE_AT_NIGHT = 0.4
PHOTOS = 8
THEMES = ("light", "dark")
DOWN, CTRL = Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier


class LaneCamera(DrawnCamera):
    """Shows one drawn car, also on the lane's tile."""

    def preview(self) -> Preview:
        small = cv2.cvtColor(cv2.resize(self.picture, PREVIEW), cv2.COLOR_BGR2BGRA)
        return Preview(1, time.monotonic_ns(), *PREVIEW, small.tobytes())


class SureRecogniser(SeeingRecogniser):
    """Reads the drawn plate, whatever the region."""

    def _answer(self, camera_id: str, token: int, _view: CameraView) -> None:
        still = encode_still(
            self._cameras[camera_id].picture, sequence=token, captured_ns=time.monotonic_ns()
        )
        read = Read("XVY7465", 0.97, PLATE, character_pixels=CHARACTER_PX)
        self._on_answer(
            ReadAnswer(token, camera_id, still.sequence, still.captured_ns, (read,), still, "", 9.0)
        )


def photograph(app: QApplication, folder: Path) -> None:
    """Write camera, question, reading and plates into the folder, in light and dark."""
    for theme in THEMES:
        dress(app, Look(theme=theme, language="en"))
        for name, shown in (("camera", _camera), ("question", _question), ("reading", _reading)):
            with picture_booth() as booth:
                shown(booth)
                take_picture(booth, folder / f"{name}-{theme}.png")
        with picture_booth() as booth:
            _plates(booth)
            take_picture(booth, folder / f"plates-{theme}.png")
    dress(app, Look())


def _camera(booth: DeskBooth) -> None:
    """Region and mask drawn, with the size of the characters beside them."""
    adjusting = Adjusting(booth)
    cameras = {lane: LaneCamera() for lane in booth.console.lanes}
    for lane, camera in cameras.items():
        camera.picture = drawn_car("XVY-7465", Light.DAY)
        booth.console.lanes[lane].devices = replace(booth.console.lanes[lane].devices, camera=camera)
    booth.console.recogniser = SureRecogniser(cameras, booth.console.trials.take)
    booth.state.select_lane("entry")
    booth.app.window.run_command("lane.camera")
    booth.until(lambda: adjusting.screen.canvas.picture_size == FRAME, "there is a picture")
    screen, editor = adjusting.screen, adjusting.screen.editor
    screen.use("region")
    screen.use("mask")
    editor.span(0, ((0.0, 0.2), (0.12, 0.2), (0.12, 0.8), (0.0, 0.8)))
    editor.choose(Handle(-1, Part.POINT, 1))
    screen.canvas.setFocus()


def _question(booth: DeskBooth) -> None:
    """A lane that asks which of several plates it saw."""
    frame = drawn_car("BVR-0167", Light.NIGHT)
    still = encode_still(frame, sequence=1, captured_ns=0)
    booth.recogniser.picture = still.jpeg
    for lane, picture in (("entry", frame), ("exit", drawn_car("", Light.NIGHT, lane="exit"))):
        camera, runner = LaneCamera(), booth.console.lanes[lane]
        camera.picture = picture
        runner.devices = replace(runner.devices, camera=camera)
    doubts = {0: (("8", 0.35),), 3: (("O", 0.2), ("D", 0.1)), 6: (("1", 0.25),)}
    booth.recogniser.reads["entry"] = Read(
        "BVR0167", 0.4, PLATE, (), _lattice("BVR0167", doubts), CHARACTER_PX
    )
    booth.arrive("entry", None)
    booth.until(lambda: booth.state.lanes["entry"].waiting, "the lane asks")
    booth.press(Qt.Key.Key_Return)


def _reading(booth: DeskBooth) -> None:
    """Some days of reading, with a camera that is weak at night."""
    chance = Random(3)
    confused = _confused(booth, chance)
    for number in range(DAYS * CARS_A_DAY):
        booth.clock.instant += timedelta(days=DAYS) / (DAYS * CARS_A_DAY)
        is_day = (booth.clock.instant.hour + UTC_OFFSET_HOURS) % 24 in DAY_HOURS
        lane = ("entry", "exit")[number % 2]
        if not is_day and chance.random() > SHARE_AT_NIGHT:
            continue
        if chance.random() < (0.3 if lane == "entry" and not is_day else 0.04):
            _ask(booth, f"seen-{number}", lane, *chance.choice(confused))
        else:
            _see(booth, f"seen-{number}", lane, f"RAD{chance.randrange(1000, 9999)}")
    booth.sign_on(booth.boss)
    booth.app.window.show_screen("reading")
    screen = booth.app.window.screen_of("reading")
    booth.until(lambda: bool(screen.lanes), "the lanes are counted")


def _plates(booth: DeskBooth) -> None:
    """Settings, Plates, with two countries chosen."""
    booth.console.config = replace(booth.console.config, plates=PlatesConfig(("tw", "cn:0.05")))
    booth.sign_on(booth.boss)
    booth.app.window.show_screen("settings")
    for _ in range(3):
        booth.press(DOWN)


def _confused(booth: DeskBooth, chance: Random) -> list[tuple[str, str, str]]:
    """What was read, what it is, and its photo."""
    found = []
    for number in range(PHOTOS):
        letters = chance.choice("BD") + chance.choice("CEFKRX") + chance.choice("ACEF")
        plate = f"{letters}{chance.randrange(2000, 7000)}"
        frame = drawn_car(f"{letters}-{plate[3:]}", Light.NIGHT)
        photo = booth.console.photos.keep(encode_still(frame, sequence=number, captured_ns=number))
        found.append((plate.translate(str.maketrans("BD", "8O")), plate, photo))
    return found


def _see(booth: DeskBooth, sighting_id: str, lane: str, plate: str) -> None:
    booth.store.write(lambda unit: sight(unit, sighting_id, lane, plate, box=PLATE))


def _ask(booth: DeskBooth, sighting_id: str, lane: str, read: str, plate: str, photo: str) -> None:
    """The lane is unsure, and a person types the plate."""
    nowhere = Box(0, 0, 0, 0)

    def work(unit: UnitOfWork) -> None:
        asks = {"action": Action.ASK, "reason": "entry.unsure_plate"}
        sight(unit, sighting_id, lane, read, confidence=0.5, photo=photo, box=PLATE, **asks)
        sight(unit, sighting_id, lane, plate, confidence=1.0, photo=photo, box=nowhere, actor=booth.boss)

    booth.store.write(work)


def _lattice(text: str, doubts: dict[int, tuple[tuple[str, float], ...]]) -> Lattice:
    """Sure of each character but of those that may be another."""
    steps: list[tuple[tuple[str, float], ...]] = []
    for place, character in enumerate(text):
        others = doubts.get(place, ())
        steps.append(((character, 0.99 - sum(chance for _, chance in others)), *others))
        steps.append(((BLANK, 0.99),))
    return Lattice(tuple(steps))


def drawn_car(
    plate: str, light: Light, *, lane: str = "entry", boom_raised: float = 0.0
) -> NDArray[np.uint8]:
    """A saloon with that plate before the lane's boom; without a plate the empty lane."""
    saloon = plan_day(14, 7, START).vehicles[-1]
    scene = {
        "size": FRAME,
        "light": light.value,
        "vehicle": replace(saloon, vehicle_id=plate, plate=plate) if plate else None,
        "front_m": STOPS_AT_M if plate else None,
        "boom_raised": boom_raised,
        "phase": "standing",
        "speed_m_s": 0,
        "lane": lane,
    }
    return LanePainter(lane).paint(scene)


@contextmanager
def picture_booth(size: tuple[int, int] = WINDOW) -> Iterator[DeskBooth]:
    """A booth with its window of that size."""
    with tempfile.TemporaryDirectory() as folder:
        booth = DeskBooth(Path(folder), capacity=60)
        booth.app.window.resize(*size)
        try:
            yield booth
        finally:
            booth.close()


def take_picture(booth: DeskBooth, file: Path) -> None:
    """Grab the window once it has settled."""
    end = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    booth.app.window.grab().save(str(file))
