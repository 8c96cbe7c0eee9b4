"""The devices of a console as its board watches them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from core.domain.errors import BadInput, DeviceError, NotAllowed, StoreError
from core.domain.journal import EPOCH, Entry
from core.domain.people import Actor, Role
from core.services import device_board
from core.services.device_board import DeviceBoard, WatchedDevice
from core.services.device_journal import device_subject
from core.services.device_views import DeviceKind, DeviceTest
from core.services.ports import DeviceStatus, Health, Measure
from core.store.queries.chain import own_entries
from tests.booth import Booth, wait_until

CAMERA = "entry/camera"


class Device:
    """FAKE: a device that is as it is told to be."""

    def __init__(self) -> None:
        self.now = DeviceStatus(Health.OK, 0)

    def status(self) -> DeviceStatus:
        return self.now


class OneClock:
    """FAKE: the booth's clock, with a monotonic one that moves with it."""

    def __init__(self, booth: Booth) -> None:
        self._booth = booth

    def now(self) -> datetime:
        return self._booth.clock.now()

    def monotonic_ns(self) -> int:
        return (self.now() - EPOCH) // timedelta(microseconds=1) * 1000


class Sick:
    """FAKE: a store that takes nothing while it is sick."""

    def __init__(self, booth: Booth) -> None:
        self._store = booth.store
        self.is_sick = False

    def read(self, query: Callable[[Any], Any]) -> Any:
        return self._store.read(query)

    def write(self, work: Callable[[Any], Any]) -> Any:
        if self.is_sick:
            raise StoreError("store.disk_full")
        return self._store.write(work)


@pytest.fixture
def device() -> Device:
    return Device()


def board_of(booth: Booth, device: Device, store: Any = None) -> DeviceBoard:
    watched = WatchedDevice(
        CAMERA,
        DeviceKind.CAMERA,
        "entry",
        "rtsp",
        "rtsp://10.0.0.20/main",
        device.status,
        measures=lambda: (Measure("camera.age_ms", 40),),
        tests=(DeviceTest.SHOW_PICTURE,),
        wiring="a1",
    )
    return DeviceBoard(lambda: [watched], store or booth.store, OneClock(booth))


def entries(booth: Booth, device_id: str = CAMERA) -> list[Entry]:
    return booth.store.read(lambda unit: unit.latest_about(device_subject(device_id), most=100))


def fail(booth: Booth, board: DeviceBoard, device: Device, seconds: int = 10) -> None:
    device.now = DeviceStatus(
        Health.FAILED, OneClock(booth).monotonic_ns(), "camera.no_answer", "connection refused"
    )
    board.look()
    booth.clock.pass_by(seconds=seconds)
    board.look()


def test_a_device_shows_with_its_health_its_address_and_what_it_measures(
    booth: Booth, device: Device
) -> None:
    board = board_of(booth, device)
    assert board.views() == ()
    board.look()
    view = board.views()[0]
    assert (view.device_id, view.make, view.where) == (CAMERA, "rtsp", "rtsp://10.0.0.20/main")
    assert view.status.health is Health.OK
    assert view.measures == (Measure("camera.age_ms", 40),)
    assert board.view(CAMERA) == view
    assert board.view("exit/camera") is None


def test_a_device_that_fails_and_comes_back_is_in_the_journal_with_both(booth: Booth, device: Device) -> None:
    board = board_of(booth, device)
    fail(booth, board, device)
    device.now = DeviceStatus(Health.OK, OneClock(booth).monotonic_ns())
    board.look()
    recovered, failed = entries(booth)
    assert (failed.kind, failed.payload["cause"]) == ("device.failed", "camera.no_answer")
    assert (recovered.kind, recovered.payload["lasted_ms"]) == ("device.recovered", 10_000)
    assert board.views()[0].is_amber


def test_the_last_trouble_is_known_after_a_restart(booth: Booth, device: Device) -> None:
    fail(booth, board_of(booth, device), device)
    device.now = DeviceStatus(Health.OK, OneClock(booth).monotonic_ns())
    board = board_of(booth, device)
    board.look()
    trouble = board.views()[0].last_trouble
    assert trouble is not None
    assert (trouble.cause, trouble.detail) == ("camera.no_answer", "connection refused")
    assert trouble.ended_at is not None
    assert [entry.kind for entry in entries(booth)] == ["device.recovered", "device.failed"]


def test_what_the_store_does_not_take_is_written_down_once_it_does(booth: Booth, device: Device) -> None:
    store = Sick(booth)
    board = board_of(booth, device, store)
    board.look()
    store.is_sick = True
    with pytest.raises(StoreError):
        fail(booth, board, device)
    assert board.views()[0].status.health is Health.FAILED
    assert entries(booth) == []
    store.is_sick = False
    board.look()
    assert [entry.kind for entry in entries(booth)] == ["device.failed"]


def test_what_a_library_says_of_an_address_is_told_without_its_login(booth: Booth, device: Device) -> None:
    board = board_of(booth, device)
    said = "cannot open rtsp://ada:s3cr@t@10.0.0.20/main after 3 tries"
    device.now = DeviceStatus(Health.FAILED, 0, "camera.no_answer", said)
    board.look()
    booth.clock.pass_by(seconds=10)
    board.look()
    assert entries(booth)[0].payload["detail"] == "cannot open rtsp://10.0.0.20/main after 3 tries"
    assert "s3cr" not in repr(board.views())


def test_a_driver_that_raises_is_shown_as_failed_and_hides_no_other(booth: Booth) -> None:
    def broken() -> DeviceStatus:
        raise DeviceError("barrier.crashed")

    def watched(kind: DeviceKind, status: Callable[[], DeviceStatus]) -> WatchedDevice:
        return WatchedDevice(f"entry/{kind}", kind, "entry", "memory", "", status)

    devices = [watched(DeviceKind.BARRIER, broken), watched(DeviceKind.LOOPS, Device().status)]
    board = DeviceBoard(lambda: devices, booth.store, OneClock(booth))
    board.look()
    assert [view.status.health for view in board.views()] == [Health.FAILED, Health.OK]


def test_a_device_whose_name_is_longer_than_the_journal_takes_is_remembered_all_the_same(
    booth: Booth, device: Device
) -> None:
    name = "e" * 40 + "/rear_camera"
    watched = WatchedDevice(name, DeviceKind.REAR_CAMERA, "e" * 40, "rtsp", "", device.status)
    fail(booth, DeviceBoard(lambda: [watched], booth.store, OneClock(booth)), device)
    assert [entry.payload["device_id"] for entry in entries(booth, name)] == [name]
    assert len(device_subject(name).subject_id) <= 36


def test_a_test_by_a_person_is_written_down_with_the_wiring_that_was_tested(
    booth: Booth, device: Device
) -> None:
    board = board_of(booth, device)
    board.tested(actor=booth.ben, device_id=CAMERA, test=DeviceTest.SHOW_PICTURE, worked=True)
    assert entries(booth) == []
    with booth.store.reading() as view:
        entry = next(each for each in own_entries(view) if each.kind == "device.tested")
    assert entry.payload == {"device_id": CAMERA, "test": "show_picture", "wiring": "a1", "worked": True}
    assert entry.who == booth.ben.person_id
    with pytest.raises(BadInput, match=r"device\.unknown"):
        board.tested(actor=booth.ben, device_id="gone/camera", test=DeviceTest.SHOW_PICTURE, worked=True)
    with pytest.raises(NotAllowed):
        board.tested(
            actor=Actor("k", "Kiosk", Role.KIOSK), device_id=CAMERA, test=DeviceTest.SHOW_PICTURE, worked=True
        )


def test_its_thread_looks_by_itself_and_ends(
    booth: Booth, device: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device_board, "EVERY_SECONDS", 0.01)
    board = board_of(booth, device)
    board.start()
    wait_until(lambda: bool(board.views()))
    device.now = DeviceStatus(Health.STALE, OneClock(booth).monotonic_ns(), "camera.stale")
    wait_until(lambda: board.views()[0].status.health is Health.STALE)
    board.stop()
    board.stop()
