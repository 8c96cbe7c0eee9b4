"""One line why a lane did what it did, and what its gate really does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.formats import format_local_time, format_percent
from console.screens.desk.hold_words import hold_line
from console.words import say
from core.domain.admission import Action
from core.domain.lanes import LaneState
from core.domain.lots import Lot
from core.services.close_lane import CLOSED, LaneClosure
from core.services.lane_view import LaneView
from core.services.ports import Boom

# Reasons to ask that a reader without a word on it may be behind.
_NO_PLATE = frozenset({"entry.no_plate", "exit.no_plate"})


def why_line(view: LaneView, lot: Lot, now: datetime) -> str:
    """Why the last decision fell, with its time: ``Opened 14:32: space free, plate read 98 %``."""
    if view.trouble:
        return say(view.trouble, {}, lot).text
    if not view.reason:
        return _state_line(view)
    tr = QCoreApplication.translate
    why = say(view.reason, {"due_minor": view.due_minor}, lot).text
    if view.reason in _NO_PLATE and view.reader_cause:
        why = f"{why} {say(view.reader_cause, {}, lot).text}"
    time = format_local_time(view.decided_at, lot.zone, now=now) if view.decided_at is not None else ""
    if view.reason.startswith("lane."):
        return tr("Desk", "{time} {why}").format(time=time, why=why).strip()
    if view.action is Action.OPEN:
        if view.confidence is not None and view.reason != "gate.by_hand":
            why = tr("Desk", "{why} Plate read {confidence}.").format(
                why=why, confidence=format_percent(view.confidence)
            )
        # The decision was to open; what the gate did stands beside its boom.
        words = (
            tr("Desk", "Opened {time}: {why}")
            if view.gate != "failed"
            else tr("Desk", "Asked to open {time}: {why}")
        )
        return words.format(time=time, why=why)
    words = (
        {
            Action.REFUSE: tr("Desk", "Not opened {time}: {why}"),
            # A car that has left asks no more.
            Action.ASK: tr("Desk", "Asks since {time}: {why}")
            if view.vehicle_present
            else tr("Desk", "Asked {time}: {why}"),
        }.get(view.action, "{why}")
        if view.action is not None
        else "{why}"
    )
    return words.format(time=time, why=why)


def with_closure(view: LaneView, closure: LaneClosure | None) -> LaneView:
    """The lane as it is shown while it is closed: a car that stands there has its own reason."""
    if closure is None or view.vehicle_present or view.state not in {LaneState.EMPTY, LaneState.READING}:
        return view
    return replace(view, reason=CLOSED, decided_at=closure.since, action=None)


def next_step(view: LaneView, lot: Lot) -> str:
    """What a person can do about the car that waits; empty where nothing is wanted."""
    return say(view.reason, {"due_minor": view.due_minor}, lot).step if view.waiting else ""


def gate_line(view: LaneView, lot: Lot) -> str:
    """How far the opening has come; a command is never told as an open gate."""
    tr = QCoreApplication.translate
    if view.gate == "failed":
        return say(view.gate_cause or "gate.failed", {}, lot).text
    if view.boom is Boom.UP:
        return tr("Desk", "Boom is up")
    if view.gate == "acknowledged" and view.state in {LaneState.OPENING, LaneState.HELD}:
        return (
            tr("Desk", "Command heard; boom is not wired")
            if view.boom is Boom.UNKNOWN
            else tr("Desk", "Command heard, boom not up yet")
        )
    if view.gate == "commanded" and view.state is LaneState.OPENING:
        return tr("Desk", "Commanded, no answer yet")
    return boom_word(view.boom)


def standing_line(view: LaneView, lot: Lot, now: datetime) -> str:
    """What lasts longer than one car: a gate that is held open, a loop that is not believed."""
    held = hold_line(view.hold, lot, now)
    if held or not view.faults:
        return held
    return say(view.faults[0], {}, lot).text


def boom_word(boom: Boom) -> str:
    """Where the boom is."""
    tr = QCoreApplication.translate
    return {
        Boom.UP: tr("Desk", "Boom is up"),
        Boom.DOWN: tr("Desk", "Boom is down"),
        Boom.MOVING: tr("Desk", "Boom is moving"),
        Boom.UNKNOWN: tr("Desk", "Boom: not measured"),
    }[boom]


def _state_line(view: LaneView) -> str:
    tr = QCoreApplication.translate
    # Where no loop feels them cars are looked for without end.
    looks = view.state is LaneState.READING and not view.vehicle_present
    return {
        LaneState.EMPTY: tr("Desk", "Ready. No car here."),
        LaneState.READING: tr("Desk", "Reading the plate …"),
        LaneState.WAITING: tr("Desk", "A car waits."),
        LaneState.OPENING: tr("Desk", "Waiting for the car to drive through."),
        LaneState.HELD: tr("Desk", "Opened, but no crossing was seen."),
        LaneState.CROSSING: tr("Desk", "Driving through."),
    }[LaneState.EMPTY if looks else view.state]


def loop_word(name: str, occupied: bool | None) -> str:
    """Whether a vehicle stands on the loop of that name."""
    tr = QCoreApplication.translate
    if occupied is None:
        return tr("Desk", "{loop}: not measured").format(loop=name)
    text = tr("Desk", "{loop}: car") if occupied else tr("Desk", "{loop}: free")
    return text.format(loop=name)
