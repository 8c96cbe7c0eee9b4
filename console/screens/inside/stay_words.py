"""What is said about a stay in a list: its state with a sign, its time inside, what it owes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from console.formats import NOTHING, format_duration, format_local_time, format_money
from console.screens.form.sentences import sentence
from console.screens.inside.dues import Due
from core.domain.errors import BadInput
from core.domain.lots import Lot
from core.domain.permits import is_overstayed
from core.domain.stays import Stay, StayState


def state_in_words(stay: Stay, zone: ZoneInfo, now: datetime) -> str:
    """The state as a sign and a word, so that neither colour nor shape stands alone."""
    if stay.permit_until is not None and stay.state.is_open and not stay.leaving:
        return _paid_in_words(stay, stay.permit_until, zone, now)
    if stay.leaving:
        return QCoreApplication.translate("Stays", "→ driving out")
    words = {
        StayState.HELD: QCoreApplication.translate("Stays", "▲ held at the gate"),
        StayState.PENDING: QCoreApplication.translate("Stays", "○ driving in"),
        StayState.INSIDE: QCoreApplication.translate("Stays", "● inside"),
    }
    return words.get(stay.state, QCoreApplication.translate("Stays", "– gone"))


def _paid_in_words(stay: Stay, permit_until: datetime, zone: ZoneInfo, now: datetime) -> str:
    if is_overstayed(stay, now):
        return QCoreApplication.translate("Stays", "▲ paid, overstayed")
    return QCoreApplication.translate("Stays", "✓ paid until {time}").format(
        time=format_local_time(permit_until, zone, now=now)
    )


def entered_in_words(stay: Stay, zone: ZoneInfo, now: datetime) -> str:
    """When it came in, as far as that is known."""
    if stay.entry_known:
        return format_local_time(stay.entry_at, zone, now=now)
    return QCoreApplication.translate("Stays", "unknown")


def lane_in_words(lot: Lot, lane_id: str) -> str:
    """The name of the lane, a dash where the stay came through none."""
    if not lane_id:
        return NOTHING
    try:
        return lot.lane(lane_id).name
    except BadInput:
        return lane_id


def inside_for(stay: Stay, now: datetime) -> str:
    """How long it has been inside."""
    return format_duration(now - stay.entry_at)


def due_in_words(due: Due | None, lot: Lot) -> str:
    """What it owes, three dots while that is asked, and why not where it cannot be told."""
    if due is None:
        return "…"
    if due.code:
        return sentence(due.code, lot=lot)
    return format_money(due.amount_minor, due.currency)
