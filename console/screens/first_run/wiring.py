"""Where a lane's camera, barrier and loops are found."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.spoken import Spoken
from console.wiring.boards import MODBUS_PORT
from core.config import BarrierConfig, CameraConfig, LoopsConfig

ADDRESS_WIDTH = 300
NUMBER_WIDTH = 96
HIGHEST_PORT = 65_535
HIGHEST_INPUT = 7
HIGHEST_RELAY = 255
NOT_WIRED = -1

CameraKind = Literal["rtsp", "onvif", "mjpeg", "usb", "video", "folder", "simulator"]
BoardKind = Literal["modbus_tcp", "simulator"]
LABEL_WIDTH = 150


class Wiring(Spoken):
    """Fields for the three devices of a lane; those that the chosen kind does not need are hidden."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._camera = Choice[CameraKind](
            (
                ("simulator", lambda: self.tr("Simulated")),
                ("rtsp", lambda: self.tr("Network camera (RTSP)")),
                ("onvif", lambda: self.tr("Network camera (ONVIF)")),
                ("mjpeg", lambda: self.tr("Network camera (MJPEG)")),
                ("usb", lambda: self.tr("USB camera")),
                ("video", lambda: self.tr("Video file")),
                ("folder", lambda: self.tr("Folder of pictures")),
            )
        )
        self._barrier, self._loops = self._board(), self._board()
        self._address = QLineEdit(maxLength=1000)
        self._host, self._loops_host = QLineEdit(maxLength=255), QLineEdit(maxLength=255)
        self._port, self._loops_port = _number(1, HIGHEST_PORT), _number(1, HIGHEST_PORT)
        self._relay = _number(0, HIGHEST_RELAY)
        self._boom_up, self._boom_down = _input(), _input()
        self._arming, self._closing = _input(), _input()
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        for choice in (self._camera, self._barrier, self._loops):
            choice.speak()
        for label, words in zip(self._labels, self._words(), strict=True):
            label.setText(words)
        for field in (self._boom_up, self._boom_down, self._arming, self._closing):
            field.setSpecialValueText(self.tr("not wired"))
        self._address.setPlaceholderText(self._address_hint())
        for port in (self._port, self._loops_port):
            port.setAccessibleName(self.tr("Port"))

    def show_devices(self, camera: CameraConfig, barrier: BarrierConfig, loops: LoopsConfig) -> None:
        """Put a lane's devices into the fields."""
        self.blockSignals(True)
        self._camera.choose(camera.kind)
        self._address.setText(camera.address)
        self._barrier.choose("modbus_tcp" if barrier.kind == "modbus_tcp" else "simulator")
        self._host.setText(barrier.host)
        self._port.setValue(barrier.port or MODBUS_PORT)
        self._relay.setValue(barrier.relay)
        _show_input(self._boom_up, barrier.boom_up_input)
        _show_input(self._boom_down, barrier.boom_down_input)
        self._loops.choose("modbus_tcp" if loops.kind == "modbus_tcp" else "simulator")
        self._loops_host.setText(loops.host)
        self._loops_port.setValue(loops.port or MODBUS_PORT)
        _show_input(self._arming, loops.arming_input)
        _show_input(self._closing, loops.closing_input)
        self._show_needed()
        self.blockSignals(False)

    def field_of(self, code: str) -> QWidget | None:
        """The field that is to be filled where a lane was refused with that code."""
        return {
            "lane.camera_address_needed": self._address,
            "lane.barrier_host_needed": self._host,
            "lane.loops_wiring_needed": self._arming if self.loops().host else self._loops_host,
        }.get(code)

    def camera(self) -> CameraConfig:
        """The camera as typed."""
        kind = self._camera.value()
        return CameraConfig(kind=kind, address="" if kind == "simulator" else self._address.text().strip())

    def barrier(self) -> BarrierConfig:
        """The barrier as typed."""
        if self._barrier.value() == "simulator":
            return BarrierConfig(kind="simulator")
        return BarrierConfig(
            kind="modbus_tcp",
            host=self._host.text().strip(),
            port=self._port.value(),
            relay=self._relay.value(),
            boom_up_input=_wired(self._boom_up),
            boom_down_input=_wired(self._boom_down),
        )

    def loops(self) -> LoopsConfig:
        """The loops as typed; an empty host is the barrier's own board."""
        if self._loops.value() == "simulator":
            return LoopsConfig(kind="simulator")
        return LoopsConfig(
            kind="modbus_tcp",
            host=self._loops_host.text().strip() or self._host.text().strip(),
            port=self._loops_port.value(),
            arming_input=_wired(self._arming),
            closing_input=_wired(self._closing),
        )

    def _board(self) -> Choice[BoardKind]:
        return Choice[BoardKind](
            (
                ("simulator", lambda: self.tr("Simulated")),
                ("modbus_tcp", lambda: self.tr("Relay board (Modbus TCP)")),
            )
        )

    def _lay_out(self) -> None:
        grid = FieldGrid(LABEL_WIDTH)
        self._fields: tuple[QWidget, ...] = (
            self._camera, self._address,
            self._barrier, self._host, self._relay, self._boom_up, self._boom_down,
            self._loops, self._loops_host, self._arming, self._closing,
        )  # fmt: skip
        # The port stands beside the address of its board.
        self._ports: dict[QWidget, QSpinBox] = {self._host: self._port, self._loops_host: self._loops_port}
        self._labels = [grid.add(field, self._ports.get(field)) for field in self._fields]
        for field in self._fields:
            field.setMinimumWidth(NUMBER_WIDTH if isinstance(field, QSpinBox) else ADDRESS_WIDTH)
        self.setLayout(grid)
        self.setFocusProxy(self._camera)

    def _listen(self) -> None:
        for choice in (self._camera, self._barrier, self._loops):
            choice.currentIndexChanged.connect(self._on_kind_changed)
        for field in (*self._fields, *self._ports.values()):
            if isinstance(field, QLineEdit):
                field.textEdited.connect(self._on_edited)
            elif isinstance(field, QSpinBox):
                field.valueChanged.connect(self._on_edited)

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr("Camera"), self.tr("Address"),
            self.tr("Barrier"), self.tr("Board's address"), self.tr("Relay"),
            self.tr("Input: boom up"), self.tr("Input: boom down"),
            self.tr("Loops"), self.tr("Board's address"),
            self.tr("Input: before boom"), self.tr("Input: behind boom"),
        )  # fmt: skip

    def _address_hint(self) -> str:
        return {
            "rtsp": "rtsp://10.0.0.20/main",
            "onvif": "http://10.0.0.20/onvif/device_service",
            "mjpeg": "http://10.0.0.20/video.mjpg",
            "usb": "/dev/v4l/by-id/…",
            "video": self.tr("Path of the file"),
            "folder": self.tr("Path of the folder"),
        }.get(self._camera.value(), "")

    def _show_needed(self) -> None:
        needed = {
            1: self._camera.value() != "simulator",
            **dict.fromkeys(range(3, 7), self._barrier.value() != "simulator"),
            **dict.fromkeys(range(8, 11), self._loops.value() != "simulator"),
        }
        for place, wanted in needed.items():
            self._fields[place].setVisible(wanted)
            self._labels[place].setVisible(wanted)
        for host, port in self._ports.items():
            port.setVisible(needed[self._fields.index(host)])
        self._address.setPlaceholderText(self._address_hint())

    def _on_kind_changed(self) -> None:
        self._show_needed()
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()


def _number(least: int, most: int) -> QSpinBox:
    return QSpinBox(minimum=least, maximum=most)


def _input() -> QSpinBox:
    return _number(NOT_WIRED, HIGHEST_INPUT)


def _show_input(field: QSpinBox, number: int | None) -> None:
    field.setValue(NOT_WIRED if number is None else number)


def _wired(field: QSpinBox) -> int | None:
    return None if field.value() == NOT_WIRED else field.value()
