"""FAKE: the board of devices as the page asks it, and a few devices; the real one has its own tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.services.device_views import DeviceKind, DeviceTest, DeviceView, Trouble, device_id_of
from core.services.ports import DeviceStatus, Health, Measure

NOW = datetime(2026, 5, 13, 0, 0, tzinfo=UTC)


class FakeBoard:
    """Says what it was given; ``verdicts`` are the tests that were written down."""

    def __init__(self, *views: DeviceView) -> None:
        self.shown = views
        self.verdicts: list[tuple[str, DeviceTest, bool]] = []

    def views(self):
        return self.shown

    def view(self, device_id):
        return next((each for each in self.shown if each.device_id == device_id), None)

    def start(self):
        pass

    def stop(self):
        pass

    def tested(self, *, actor, device_id, test, worked):
        self.verdicts.append((device_id, test, worked))


def a_device(
    kind: DeviceKind,
    lane_id: str = "",
    health: Health = Health.OK,
    cause: str = "",
    *,
    since: datetime = NOW - timedelta(hours=3),
    tests: tuple[DeviceTest, ...] = (),
    measures: tuple[Measure, ...] = (),
    faults: tuple[str, ...] = (),
    last_trouble: Trouble | None = None,
    is_amber: bool = False,
) -> DeviceView:
    return DeviceView(
        device_id_of(kind, lane_id),
        kind,
        lane_id,
        "modbus_tcp",
        "10.0.0.44:502",
        DeviceStatus(health, 0, cause),
        since,
        last_trouble,
        is_amber,
        faults,
        measures,
        tests,
    )


def a_lot_of_devices() -> tuple[DeviceView, ...]:
    """Two lanes and a printer: the exit's camera is dead, the entry's display cannot tell."""
    kind = DeviceKind
    return (
        a_device(kind.CAMERA, "entry-1", tests=(DeviceTest.SHOW_PICTURE,)),
        a_device(kind.BARRIER, "entry-1", tests=(DeviceTest.OPEN_ONCE,)),
        a_device(kind.SIGN, "entry-1", Health.UNKNOWN, tests=(DeviceTest.SHOW_TEXT,)),
        a_device(kind.CAMERA, "exit-1", Health.FAILED, "camera.no_answer", since=NOW - timedelta(minutes=12)),
        a_device(kind.LOOPS, "exit-1", tests=(DeviceTest.WATCH_LOOPS,)),
        a_device(kind.PRINTER, tests=(DeviceTest.PRINT_TEST,)),
    )
