"""A device in words: what it is, how it is and since when, what is wrong and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.formats import format_duration, format_local_time
from console.screens.form.sentences import in_sequence
from console.widgets.status import State
from console.words import say
from core.domain.lots import Lot
from core.services.device_views import DeviceKind, DeviceView, Trouble
from core.services.ports import Health

tr = QCoreApplication.translate

ICONS: Final = {
    DeviceKind.CAMERA: "camera",
    DeviceKind.REAR_CAMERA: "camera",
    DeviceKind.BARRIER: "gate",
    DeviceKind.LOOPS: "loop",
    DeviceKind.SIGN: "list",
    DeviceKind.READER: "card",
    DeviceKind.PRINTER: "print",
    DeviceKind.RECOGNISER: "search",
    DeviceKind.POWER: "backup",
    DeviceKind.BROKER: "network",
}
_STATES: Final = {
    Health.OK: State.OK,
    Health.STARTING: State.QUIET,
    Health.STALE: State.ATTENTION,
    Health.FAILED: State.ALARM,
    Health.UNKNOWN: State.UNKNOWN,
}
CAMERAS: Final = frozenset({DeviceKind.CAMERA, DeviceKind.REAR_CAMERA})
_SHORT: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What is wrong with a device, as a sentence, and the next step; both empty where nothing is."""

    text: str = ""
    step: str = ""

    @property
    def whole(self) -> str:
        """Both in one line."""
        return in_sequence(self.text, self.step)


def kind_words(kind: DeviceKind) -> str:
    """What the device is to the lot."""
    return {
        DeviceKind.CAMERA: tr("Devices", "Camera"),
        DeviceKind.REAR_CAMERA: tr("Devices", "Rear camera"),
        DeviceKind.BARRIER: tr("Devices", "Barrier"),
        DeviceKind.LOOPS: tr("Devices", "Loops"),
        DeviceKind.SIGN: tr("Devices", "Driver display"),
        DeviceKind.READER: tr("Devices", "Code reader"),
        DeviceKind.PRINTER: tr("Devices", "Receipt printer"),
        DeviceKind.RECOGNISER: tr("Devices", "Plate reader"),
        DeviceKind.POWER: tr("Devices", "Power supply"),
        DeviceKind.BROKER: tr("Devices", "MQTT broker"),
    }[kind]


def place_words(lane_id: str, lot: Lot | None) -> str:
    """Where it is: the lane's name, or this console."""
    if not lane_id:
        return tr("Devices", "This console")
    lanes = lot.lanes if lot is not None else ()
    return next((lane.name for lane in lanes if lane.lane_id == lane_id), lane_id)


def title_words(view: DeviceView, lot: Lot | None) -> str:
    """Place and kind: ``Exit 1 · Camera``."""
    if not view.lane_id:
        return kind_words(view.kind)
    return tr("Devices", "{place} · {device}").format(
        place=place_words(view.lane_id, lot), device=kind_words(view.kind)
    )


def state_of(view: DeviceView) -> State:
    """How it is, as a shape: what a lane noticed of a device counts like what the device says of itself."""
    state = _STATES[view.status.health]
    if state in {State.OK, State.QUIET, State.UNKNOWN} and (view.faults or view.is_amber):
        return State.ATTENTION
    return state


def is_in_trouble(view: DeviceView) -> bool:
    """Whether it wants somebody, or did a few minutes ago."""
    return state_of(view) in {State.ALARM, State.ATTENTION}


def state_words(view: DeviceView) -> str:
    """How it is, in a word or two."""
    if view.status.health not in {Health.FAILED, Health.STALE}:
        if view.faults:
            return tr("Devices", "Wants a look")
        if view.is_amber and view.status.health is Health.OK:
            return tr("Devices", "Well again")
    return {
        Health.OK: tr("Devices", "OK"),
        Health.STARTING: tr("Devices", "Starting"),
        Health.STALE: tr("Devices", "Late") if view.kind in CAMERAS else tr("Devices", "Wants a look"),
        Health.FAILED: tr("Devices", "Not working"),
        Health.UNKNOWN: tr("Devices", "Not measured"),
    }[view.status.health]


def since_words(view: DeviceView, lot: Lot | None, now: datetime) -> str:
    """From when on, and how long that is: ``since 14:02 (12 min)``."""
    if lot is None:
        return ""
    lasted = max(now - view.since, timedelta())
    since = format_local_time(view.since, lot.zone, now=now)
    if lasted < _SHORT:
        return tr("Devices", "since {time}").format(time=since)
    return tr("Devices", "since {time} ({duration})").format(time=since, duration=format_duration(lasted))


def told_of(view: DeviceView) -> Told:
    """What is wrong with it now."""
    broken = view.status.health in {Health.FAILED, Health.STALE}
    code = view.status.cause if broken or not view.faults else view.faults[0]
    if not code and broken:
        return Told(
            tr("Devices", "It does not answer, and does not say why."),
            tr("Devices", "Look at its power and cable."),
        )
    if not code:
        return Told()
    words = say(code, {"detail": view.status.detail})
    return Told(words.text, words.step)


def line_of(view: DeviceView, lot: Lot | None, now: datetime) -> str:
    """What stands below it in the list: what is wrong, or was a few minutes ago; empty where it is well."""
    told = told_of(view)
    if told.text or not view.is_amber or view.last_trouble is None:
        return told.text
    return trouble_words(view.last_trouble, lot, now)


def other_faults(view: DeviceView) -> tuple[Told, ...]:
    """What the lane noticed besides."""
    first = told_of(view)
    told = [Told(words.text, words.step) for words in (say(code) for code in view.faults)]
    return tuple(each for each in told if each != first)


def trouble_words(trouble: Trouble, lot: Lot | None, now: datetime) -> str:
    """When the last trouble was, how long it lasted, and what it was."""
    text = say(trouble.cause, {"detail": trouble.detail}).text
    if lot is None:
        return text
    at = format_local_time(trouble.at, lot.zone, now=now)
    if trouble.ended_at is None:
        return tr("Devices", "Since {time}: {what}").format(time=at, what=text)
    lasted = trouble.ended_at - trouble.at
    if lasted < _SHORT:
        return tr("Devices", "Last trouble {time}, for less than a minute: {what}").format(time=at, what=text)
    return tr("Devices", "Last trouble {time}, for {duration}: {what}").format(
        time=at, duration=format_duration(lasted), what=text
    )
