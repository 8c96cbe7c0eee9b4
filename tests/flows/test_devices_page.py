"""A technician at the devices page of a running console: wires a lane to a board, tries it, breaks it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app import ConsoleApp, make_application, open_console
from console.readiness import readiness_of
from console.screens.devices import DevicesScreen
from core.config import load_config
from core.domain.lots import Lot
from core.domain.people import Actor
from core.services.ports import Health
from core.services.readiness import ItemState
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
from tests.booth import LANES, PIN_HASH, PLAN
from tests.far_sides.modbus import ModbusBoard

PATIENCE_SECONDS = 60.0
KEY, ALT, CONTROL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ARMING = 0


class Technician:
    """Someone at the keyboard of a running console with a lot that nothing is wired to."""

    def __init__(self, app: ConsoleApp) -> None:
        self.app, self.console = app, app.console

    @property
    def page(self) -> DevicesScreen:
        page = self.app.window.screen_of("devices")
        assert isinstance(page, DevicesScreen)
        return page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.app.window, key, modifiers)
        QApplication.processEvents()

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < deadline, f"it never happened: {what}"
            QApplication.processEvents()
            time.sleep(0.005)

    def fill_in(self, kind: str, **values: object) -> None:
        """Fill in the form that is shown, and go on."""
        form = self.page.right.edit.form
        form.choose_kind(kind)
        if values.keys() - set(form.names()):
            form.show_more()
        for name, value in values.items():
            form.editor(name).show_value(value)
        self.press(KEY.Key_S, CONTROL)

    def health(self, device_id: str) -> Health | None:
        view = self.console.devices.view(device_id)
        return None if view is None else view.status.health


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number, grey in enumerate((60, 120, 180)):
        Image.new("RGB", (640, 360), (grey, grey, grey)).save(folder / f"{number}.jpg")
    return folder


@pytest.fixture
def technician(tmp_path: Path, qapp: QApplication) -> Iterator[Technician]:
    make_application()
    app = open_console(DataFolder(tmp_path / "data"), recogniser_kind="stub")
    lot = Lot(app.console.store.lot_id, "Riverside", 20, "Asia/Taipei", "TWD", LANES)
    boss = app.console.store.write(
        lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash=PIN_HASH)
    )
    app.start()
    app.window.activateWindow()
    made = Technician(app)
    made.wait(lambda: app.state.lot is not None, "the lot is known")
    app.state.sign_on(Actor(boss.person_id, boss.name, boss.role))
    app.window.show_screen("devices")
    made.wait(lambda: app.window.current == "devices", "the page is shown")
    yield made
    app.stop()
    app.window.close()


def test_a_lane_is_wired_tried_and_seen_to_fail_and_come_back(technician: Technician, pictures: Path) -> None:
    page, console = technician.page, technician.console
    with ModbusBoard() as board:
        port = board.port
        page.right.wire_lane("entry")
        technician.fill_in("folder", address=str(pictures))
        technician.fill_in("modbus_tcp", host="127.0.0.1", port=port)
        technician.fill_in("modbus_tcp", host="127.0.0.1", port=port, arming_input=ARMING)
        technician.wait(page.panel.isVisible, "it is saved and its devices are shown")
        assert [lane.id for lane in load_config(console.folder.config).lanes] == ["entry"]
        for device in ("camera", "barrier", "loops"):
            technician.wait(
                lambda device=device: technician.health(f"entry/{device}") is Health.OK, f"{device} is well"
            )

        technician.wait(lambda: len(page.list.rows) > 3, "the devices are listed")
        page.choose("entry/barrier")
        technician.press(KEY.Key_O, ALT)
        technician.press(KEY.Key_O, ALT)
        technician.wait(lambda: len(board.pulses()) == 1, f"the board pulsed once: {page.panel.acts.told}")
        technician.wait(lambda: "Did the boom go up" in page.panel.acts.question, "it is asked")
        technician.press(KEY.Key_Y, ALT)
        technician.wait(lambda: "Written down" in page.panel.acts.told, "it is written down")
        tried = {
            item.target: item.state
            for item in readiness_of(console).items
            if item.code == "setup.device_tested"
        }
        assert tried["entry/barrier"] is ItemState.OK
        assert tried["entry/camera"] is ItemState.MISSING

        board.stop()
        technician.wait(lambda: technician.health("entry/barrier") is Health.FAILED, "its loss is seen")
        technician.wait(lambda: "to look at" in page.summary, "and told")
        board.start()
        technician.wait(lambda: technician.health("entry/barrier") is Health.OK, "it is back")
        assert len(board.pulses()) == 1, "nothing opens when a board comes back"


def test_a_wrong_address_is_found_out_before_it_is_saved(technician: Technician) -> None:
    page = technician.page
    page.right.wire_lane("exit")
    page.right.edit.form.choose_kind("folder")
    page.right.edit.form.editor("address").show_value("/no/such/folder")
    technician.press(KEY.Key_P, ALT)
    technician.wait(
        lambda: "not there" in page.right.edit.told or "no pictures" in page.right.edit.told,
        page.right.edit.told,
    )
    assert not technician.console.folder.config.exists()
