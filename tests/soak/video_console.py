"""``python -m tests.soak.video_console FOLDER SECONDS OUT``: the console with two lanes on video, timed.

Each lane's camera plays drawn drive-ups over and over, both are read without a pause by the real process,
and both are shown live in the window, whose thread a heartbeat watches.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from console.app import ConsoleApp, make_application, open_console
from console.compose import Console
from core.config import BarrierConfig, CameraConfig, Config, LaneConfig, LoopsConfig, write_config
from core.config.values import PlatesConfig
from core.domain.lots import Direction, Lane, Lot
from core.domain.people import Actor
from core.domain.plates import normalise
from core.services.ports import Health, ReadAnswer
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
from devices.simulator.optics import HEIGHT_PX, WIDTH_PX
from devices.vision import cv2
from tests.bench.heartbeat import Heartbeat
from tests.booth import PIN_HASH, PLAN
from tests.flows.drive_up_picture import FPS, DriveUpVideo
from tests.flows.drive_up_plan import SITES, DriveUp, plan_drive_ups

SEED = 3
LANES = (Lane("in-1", "Entry 1", Direction.ENTRY), Lane("in-2", "Entry 2", Direction.ENTRY))
VEHICLES_OF_A_LANE = 2
WARM_UP_MS, LOOK_EVERY_MS, LIMIT_MS = 4000, 100, 90_000
# No lane counts its passages as far; below 0 are the trials of a view that is being drawn.
OUR_TOKEN = 1_000_000_000


class BothLanes:
    """Has the newest picture of either lane read whenever its last one was; keeps what was read."""

    def __init__(self, console: Console) -> None:
        self.answers: Counter[str] = Counter()
        self.elapsed_ms: list[float] = []
        self.seen: dict[str, Counter[str]] = {lane.lane_id: Counter() for lane in LANES}
        self._recogniser = console.recogniser
        self._ended = False
        for lane_id, runner in console.lanes.items():
            runner.on_answer = partial(self._on_answer, runner.on_answer)  # type: ignore[method-assign]
            self._ask(lane_id, 0)

    def stop(self) -> None:
        """Ask for no more."""
        self._ended = True

    def _on_answer(self, pass_on: Callable[[ReadAnswer], None], answer: ReadAnswer) -> None:
        pass_on(answer)
        if answer.token != OUR_TOKEN or self._ended:
            return
        self.answers[answer.camera_id] += 1
        self.elapsed_ms.append(answer.elapsed_ms)
        self.seen[answer.camera_id].update(normalise(read.text) for read in answer.reads[:1])
        self._ask(answer.camera_id, answer.sequence)

    def _ask(self, lane_id: str, after: int) -> None:
        if self._recogniser is not None:
            self._recogniser.request(lane_id, OUR_TOKEN, not_before_sequence=after + 1)


class Measurement(QObject):
    """Waits until cameras and reader are well, then counts for so many seconds."""

    def __init__(self, app: ConsoleApp, seconds: float, leave: Callable[[], None]) -> None:
        super().__init__()
        self.heartbeat = Heartbeat()
        self.lanes: BothLanes | None = None
        self._app = app
        self._seconds = seconds
        self._leave = leave
        self._waited_ms = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_look)
        self._timer.start(LOOK_EVERY_MS)

    @Slot()
    def _on_look(self) -> None:
        self._waited_ms += LOOK_EVERY_MS
        if self._waited_ms > LIMIT_MS:
            raise SystemExit("cameras or reader did not come up")
        console = self._app.console
        cameras = [lane.devices.camera.status().health for lane in console.lanes.values()]
        reader = console.recogniser
        if reader is None or {reader.status().health, *cameras} != {Health.OK}:
            return
        self._timer.stop()
        self.lanes = BothLanes(console)
        QTimer.singleShot(WARM_UP_MS, self.heartbeat.start)
        QTimer.singleShot(int(WARM_UP_MS + self._seconds * 1000), self._on_end)

    @Slot()
    def _on_end(self) -> None:
        self.heartbeat.stop()
        if self.lanes is not None:
            self.lanes.stop()
        self._leave()


def main() -> None:
    """Film the drive-ups, open the console on them, and write down what came of it."""
    folder, seconds, out = Path(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])
    application = make_application()
    drive_ups = plan_drive_ups(VEHICLES_OF_A_LANE * len(LANES), SEED, SITES[:1])
    shown = {lane.lane_id: drive_ups[number :: len(LANES)] for number, lane in enumerate(LANES)}
    data = DataFolder(folder / "data")
    data.path.mkdir(parents=True)
    lanes = tuple(_lane(lane_id, _filmed(folder, lane_id, cars)) for lane_id, cars in shown.items())
    write_config(data.config, Config(lanes=lanes, plates=PlatesConfig(formats=(SITES[0].formats,))))
    app = open_console(data)
    app.window.resize(1440, 900)
    app.state.sign_on(_set_up(app.console))
    app.start()
    measured = Measurement(app, seconds, application.exit)
    application.exec()
    app.stop()
    assert measured.lanes is not None
    figures = {
        "stalls_ms": measured.heartbeat.stalls_ms,
        "elapsed_ms": measured.lanes.elapsed_ms,
        "answers": measured.lanes.answers,
        "seen": measured.lanes.seen,
        "shown": {lane_id: [car.plate for car in cars] for lane_id, cars in shown.items()},
    }
    out.write_text(json.dumps(figures))


def _lane(lane_id: str, video: Path) -> LaneConfig:
    camera = CameraConfig("video", str(video))
    return LaneConfig(lane_id, camera, barrier=BarrierConfig("memory"), loops=LoopsConfig("memory"))


def _set_up(console: Console) -> Actor:
    lot = Lot(console.store.lot_id, "Riverside", 20, "Asia/Taipei", "TWD", LANES)
    boss = console.store.write(
        lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash=PIN_HASH)
    )
    return Actor(boss.person_id, boss.name, boss.role)


def _filmed(folder: Path, lane_id: str, cars: list[DriveUp]) -> Path:
    """The vehicles one after another as a video."""
    path = folder / f"{lane_id}.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), FPS, (WIDTH_PX, HEIGHT_PX))
    for car in cars:
        video = DriveUpVideo(car)
        for number in range(video.frames):
            writer.write(video.picture(number))
    writer.release()
    return path


if __name__ == "__main__":
    main()
