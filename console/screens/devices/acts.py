"""What the test buttons do with a device; on a worker's thread, no Qt; what fails is raised."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from console.compose import Console
from console.formats import format_local_date_time, format_local_time
from core.domain.errors import Refused
from core.domain.people import Actor
from core.services.device_views import DeviceTest, DeviceView
from core.services.open_drawer import open_drawer
from core.services.ports import SignText
from core.services.run_lane import LaneRunner
from reports.trial_page import HEADINGS, TrialPage

OPEN_REASON: Final = "device_test"
SHOWN_SECONDS: Final = 20.0

_Act = Callable[[Console, Actor, DeviceView], None]


def is_asked_first(test: DeviceTest) -> bool:
    """Whether something moves that a person may stand under."""
    return test in {DeviceTest.OPEN_ONCE, DeviceTest.KICK_DRAWER}


def perform(console: Console, actor: Actor, view: DeviceView, test: DeviceTest) -> None:
    """Try it; nothing is done for those where a person only has to look."""
    act = _ACTS.get(test)
    if act is not None:
        act(console, actor, view)


def _lane(console: Console, view: DeviceView) -> LaneRunner:
    runner = console.lanes.get(view.lane_id)
    if runner is None:
        raise Refused("device.lane_stopped")
    return runner


def _open_once(console: Console, actor: Actor, view: DeviceView) -> None:
    _lane(console, view).open_by_hand(actor=actor, reason=OPEN_REASON)


def _take_picture(console: Console, _actor: Actor, view: DeviceView) -> None:
    devices = _lane(console, view).devices
    camera = devices.rear_camera if view.kind == "rear_camera" else devices.camera
    if camera is None or camera.still() is None:
        raise Refused("device.no_picture")


def _show_text(console: Console, _actor: Actor, view: DeviceView) -> None:
    sign = _lane(console, view).devices.sign
    if sign is None:
        raise Refused("device.lane_stopped")
    lot, now = console.read_lot(), console.clock.now()
    time = format_local_time(now, lot.zone, now=now) if lot is not None else ""
    sign.show(SignText((f"LOTKEEPER {time}".strip(), "1234567890 ABCDEF"), seconds=SHOWN_SECONDS))


def _print_test(console: Console, _actor: Actor, view: DeviceView) -> None:
    lot, now = console.read_lot(), console.clock.now()
    if lot is None:
        raise Refused("device.lane_stopped")
    heading = HEADINGS.get(lot.receipt_language, HEADINGS["en"])
    lines = (lot.name, console.config.console.name, f"{format_local_date_time(now, lot.zone)}", view.where)
    console.receipts.print_test(TrialPage(heading, tuple(filter(None, lines))))


def _kick_drawer(console: Console, actor: Actor, _view: DeviceView) -> None:
    drawer = console.config.console.drawer
    console.store.write(lambda unit: open_drawer(unit, actor=actor, drawer=drawer, reason="test"))


_ACTS: Final[Mapping[DeviceTest, _Act]] = {
    DeviceTest.OPEN_ONCE: _open_once,
    DeviceTest.SHOW_PICTURE: _take_picture,
    DeviceTest.SHOW_TEXT: _show_text,
    DeviceTest.PRINT_TEST: _print_test,
    DeviceTest.KICK_DRAWER: _kick_drawer,
}
