"""What the desk says about a stay: since when it is here, what it may, what to know."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.formats import format_duration, format_local_time
from console.screens.desk.chosen import Chosen
from console.widgets.status import State
from console.words import say
from core.domain.lots import Lot
from core.domain.stays import Stay, StayState

REFUND_KEY: Final = "Ctrl+U"


def entered_line(stay: Stay, lot: Lot, now: datetime) -> str:
    """When and where it came in: ``entered 12:18 Entry 1``."""
    time = format_local_time(stay.entry_at, lot.zone, now=now)
    lane = next((lane.name for lane in lot.lanes if lane.lane_id == stay.entry_lane), "")
    return QCoreApplication.translate("Desk", "entered {time} {lane}").format(time=time, lane=lane).strip()


def inside_line(stay: Stay, now: datetime) -> str:
    """How long it has been here, or how the stay ended."""
    tr = QCoreApplication.translate
    if stay.state.is_open:
        return tr("Desk", "inside {duration}").format(duration=format_duration(now - stay.entry_at))
    return {
        StayState.LEFT: tr("Desk", "has left"),
        StayState.BACKED_OUT: tr("Desk", "reversed away at the entry"),
        StayState.WRITTEN_OFF: tr("Desk", "written off"),
    }.get(stay.state, "")


def card_state(stay: Stay, now: datetime) -> tuple[State, str]:
    """What is special about a stay, for its card: paid, run out, held."""
    tr = QCoreApplication.translate
    until = stay.permit_until
    if stay.state is StayState.HELD:
        return State.ATTENTION, tr("Desk", "held")
    if until is None:
        return State.QUIET, ""
    return (State.OK, tr("Desk", "paid")) if now <= until else (State.ATTENTION, tr("Desk", "run out"))


def permit_line(chosen: Chosen, lot: Lot, now: datetime) -> str:
    """What it may: ``paid, leave by 14:47``, or that nothing is due."""
    tr = QCoreApplication.translate
    until = chosen.stay.permit_until
    if not chosen.stay.state.is_open:
        return ""
    if until is not None and now <= until:
        return tr("Desk", "Paid. Leave by {time}.").format(time=format_local_time(until, lot.zone, now=now))
    if until is not None:
        return tr("Desk", "Paid, but the time to leave ran out at {time}.").format(
            time=format_local_time(until, lot.zone, now=now)
        )
    if chosen.due is not None and chosen.due.may_leave:
        return tr("Desk", "Nothing is due. It may leave.")
    return ""


def due_back_line(chosen: Chosen, lot: Lot) -> str:
    """What was paid twice and is due back, with the key that settles it; empty where nothing is."""
    if not chosen.due_back:
        return ""
    amount_minor = sum(refund.amount_minor for refund in chosen.due_back)
    said = say("refund.of_this_car", {"amount_minor": amount_minor, "key": REFUND_KEY}, lot)
    return f"{said.text} {said.step}"


def note_lines(stay: Stay) -> list[str]:
    """What a person should know about the stay."""
    lines = [say(f"note.{note}").text for note in stay.notes]
    if not stay.entry_known:
        lines.append(say("note.entry_by_rule").text)
    if stay.state is StayState.HELD:
        lines.append(say("note.held").text)
    if stay.leaving:
        lines.append(say("note.leaving").text)
    if stay.former_plates:
        former = ", ".join(dict.fromkeys(stay.former_plates))
        lines.append(QCoreApplication.translate("Desk", "Read before as {plates}").format(plates=former))
    return lines
