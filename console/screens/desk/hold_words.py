"""A gate that is held open, in words: on its tile, in the list of what waits, and before it is let go."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.words import say
from core.domain.gate_holds import HoldState
from core.domain.lots import Lot
from core.services.lane_view import HoldView

tr = QCoreApplication.translate


def is_held(hold: HoldView) -> bool:
    """Whether the gate stands open, or may, because a person wanted it so."""
    return bool(hold.state) and hold.state != HoldState.ASKED


def hold_facts(hold: HoldView) -> dict[str, object]:
    """The figures of the sentences about it; who says them knows the lot's time."""
    why = say(f"hold.{hold.reason}").text if hold.reason else "…"
    if hold.note:
        why = tr("Desk", "{reason} ({note})").format(reason=why, note=hold.note)
    cause = say(hold.cause).text if hold.cause else ""
    return {"since": hold.since or "…", "by": hold.by or "…", "why": why, "cause": cause}


def hold_code(hold: HoldView) -> str:
    """The reason code of the sentence about it; empty where the gate is not held."""
    if hold.state == HoldState.UNKNOWN:
        return "hold.perhaps_open"
    return "hold.still_open" if is_held(hold) else ""


def hold_line(hold: HoldView, lot: Lot, now: datetime) -> str:
    """One line for the lane's tile; empty where nothing is held."""
    if hold.state == HoldState.ASKED:
        return tr("Desk", "Asked to stay open …")
    if hold.state == HoldState.LETTING_GO and not hold.cause:
        return tr("Desk", "Letting go …")
    if hold.cause:
        return say("hold.act_failed", hold_facts(hold), lot, now=now).text
    code = hold_code(hold)
    return say(code, hold_facts(hold), lot, now=now).text if code else ""
