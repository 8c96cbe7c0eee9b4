"""Pictures of devices as people see them: their page, a gate held open at the desk, the set-up list.

The window and the desk are the real ones; how the devices are is told to them, because a machine that makes
pictures has none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.look import Look, dress
from console.screens.devices import DevicesScreen
from core.config import BarrierConfig, CameraConfig, LaneConfig, LoopsConfig, PrinterConfig
from core.domain.gate_holds import HoldState
from core.services.device_views import DeviceKind, DeviceTest, DeviceView, Trouble, device_id_of
from core.services.ports import DeviceStatus, Health, Measure, Preview
from devices.simulator.traffic import Light
from docs.plate_pictures import THEMES, LaneCamera, drawn_car, picture_booth, take_picture
from tests.console.desk_booth import DeskBooth
from tests.console.screens.devices.board import FakeBoard

HELD_BECAUSE_OF_A_QUEUE: Final = Qt.Key.Key_3
PLATE: Final = "BVR-0167"
SILENT_MINUTES: Final = 12
_CAMERA: Final = (
    Measure("camera.frames_per_second", 25.0),
    Measure("camera.age_ms", 40),
    Measure("camera.width_px", 1280),
    Measure("camera.height_px", 720),
    Measure("camera.brightness_percent", 22),
    Measure("camera.sharpness_percent", 64),
    Measure("camera.restarts", 0),
)
_BARRIER: Final = (
    Measure("barrier.relay_closed", value=False),
    Measure("barrier.held", value=False),
    Measure("barrier.boom_up", value=False),
    Measure("barrier.boom_down", value=None),
    Measure("barrier.answer_ms", 6),
)
_LOOPS: Final = (Measure("loops.arming", value=False), Measure("loops.closing", value=False))
_PRINTER: Final = (
    Measure("printer.paper", "printer.paper_ok"),
    Measure("printer.jobs", 118),
    Measure("receipts.waiting", 0),
)
_TESTS: Final = {
    DeviceKind.CAMERA: (DeviceTest.SHOW_PICTURE,),
    DeviceKind.BARRIER: (DeviceTest.OPEN_ONCE,),
    DeviceKind.LOOPS: (DeviceTest.WATCH_LOOPS,),
    DeviceKind.PRINTER: (DeviceTest.PRINT_TEST, DeviceTest.KICK_DRAWER),
}


class SilentCamera(LaneCamera):
    """Its last picture came a while ago."""

    def preview(self) -> Preview:
        """The picture of then."""
        shown = super().preview()
        return replace(shown, captured_ns=shown.captured_ns - SILENT_MINUTES * 60 * 1_000_000_000)


def photograph_devices(app: QApplication, folder: Path) -> None:
    """Write the pictures into the folder, in light and dark."""
    shown = (
        ("devices", _all_well),
        ("devices-trouble", _in_trouble),
        ("desk-held", _held),
        ("setup-list", _setup_list),
    )
    for theme in THEMES:
        dress(app, Look(theme=theme, language="en"))
        for name, show in shown:
            with picture_booth() as booth:
                _wire(booth)
                show(booth)
                take_picture(booth, folder / f"{name}-{theme}.png")
    dress(app, Look())


def _wire(booth: DeskBooth) -> None:
    """Two lanes with cameras that show a car and an empty lane, and a printer."""
    console = booth.console
    _see(booth, "entry", LaneCamera(), drawn_car(PLATE, Light.NIGHT))
    _see(booth, "exit", LaneCamera(), drawn_car("", Light.NIGHT, lane="exit"))
    wired = tuple(
        LaneConfig(
            id=lane_id,
            camera=CameraConfig(kind="rtsp", address="rtsp://10.0.0.20/main"),
            barrier=BarrierConfig(kind="modbus_tcp", host="10.0.0.44", port=502),
            loops=LoopsConfig(kind="modbus_tcp", host="10.0.0.44", port=502),
        )
        for lane_id in console.lanes
    )
    printer = PrinterConfig(kind="network", host="10.0.0.30", drawer="pin2")
    console.config = replace(console.config, lanes=wired, printer=printer)
    console.devices = FakeBoard(*_devices(booth))  # type: ignore[assignment]


def _see(booth: DeskBooth, lane_id: str, camera: LaneCamera, picture: NDArray[np.uint8]) -> None:
    """What the lane's camera shows."""
    camera.picture, runner = picture, booth.console.lanes[lane_id]
    runner.devices = replace(runner.devices, camera=camera)


def _devices(booth: DeskBooth) -> tuple[DeviceView, ...]:
    """All of them, well."""
    kind = DeviceKind
    return (
        _device(booth, kind.CAMERA, "entry", "rtsp", "rtsp://10.0.0.20/main", *_CAMERA),
        _device(booth, kind.BARRIER, "entry", "modbus_tcp", "10.0.0.44:502", *_BARRIER),
        _device(booth, kind.LOOPS, "entry", "modbus_tcp", "10.0.0.44:502", *_LOOPS),
        _device(booth, kind.CAMERA, "exit", "rtsp", "rtsp://10.0.0.21/main", *_CAMERA),
        _device(booth, kind.BARRIER, "exit", "modbus_tcp", "10.0.0.45:502", *_BARRIER),
        _device(booth, kind.LOOPS, "exit", "modbus_tcp", "10.0.0.45:502", *_LOOPS),
        _device(booth, kind.PRINTER, "", "network", "10.0.0.30:9100", *_PRINTER),
    )


def _device(
    booth: DeskBooth, kind: DeviceKind, lane_id: str, make: str, where: str, *measures: Measure
) -> DeviceView:
    return DeviceView(
        device_id=device_id_of(kind, lane_id),
        kind=kind,
        lane_id=lane_id,
        make=make,
        where=where,
        status=DeviceStatus(Health.OK, 0),
        since=booth.clock.now() - timedelta(hours=9, minutes=12),
        measures=measures,
        tests=_TESTS[kind],
    )


def _fail(view: DeviceView, booth: DeskBooth, cause: str, *, minutes: int) -> DeviceView:
    since = booth.clock.now() - timedelta(minutes=minutes)
    return replace(
        view,
        status=DeviceStatus(Health.FAILED, 0, cause),
        since=since,
        last_trouble=Trouble(cause, "", since),
        measures=(),
    )


def _all_well(booth: DeskBooth) -> None:
    """The entry's camera is looked at; nothing is in trouble."""
    _open_page(booth)


def _in_trouble(booth: DeskBooth) -> None:
    """The exit's camera is away, the printer has no paper, the entry's loop sticks."""
    entry, barrier, loops, camera, *rest, printer = _devices(booth)
    booth.console.devices = FakeBoard(  # type: ignore[assignment]
        entry,
        barrier,
        replace(loops, faults=("loops.closing_stuck",)),
        _fail(camera, booth, "camera.no_answer", minutes=SILENT_MINUTES),
        *rest,
        _fail(printer, booth, "printer.paper_out", minutes=3),
    )
    _see(booth, "exit", SilentCamera(), drawn_car("", Light.NIGHT, lane="exit"))
    _open_page(booth)


def _open_page(booth: DeskBooth) -> None:
    booth.sign_on(booth.boss)
    booth.app.window.show_screen("devices")
    booth.until(lambda: bool(_page(booth).list.rows), "the devices are listed")


def _page(booth: DeskBooth) -> DevicesScreen:
    page = booth.app.window.screen_of("devices")
    if not isinstance(page, DevicesScreen):
        raise TypeError("the window has no devices to show")
    return page


def _held(booth: DeskBooth) -> None:
    """The exit has been held open for more than a quarter of an hour, because of a queue."""
    _see(booth, "entry", LaneCamera(), drawn_car("", Light.NIGHT))
    _see(booth, "exit", LaneCamera(), drawn_car("", Light.NIGHT, lane="exit", boom_raised=1.0))
    booth.open_shift()
    booth.state.select_lane("exit")
    booth.press(Qt.Key.Key_F6)
    booth.press(HELD_BECAUSE_OF_A_QUEUE)
    booth.press(Qt.Key.Key_Return)
    booth.until(lambda: booth.state.lanes["exit"].hold.state == HoldState.HELD, "the exit is held open")
    booth.clock.pass_by(minutes=16)
    booth.until(lambda: bool(booth.screen.waiting.rows), "the desk is reminded")
    booth.press(Qt.Key.Key_Escape)


def _setup_list(booth: DeskBooth) -> None:
    """What is missing before the lot goes live."""
    _open_page(booth)
    page = _page(booth)
    page.right.open_setup()
    booth.until(lambda: bool(page.right.setup.texts()), "the list is read")
