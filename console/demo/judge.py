"""Judges a demonstration: what the console wrote down beside what really happened in the simulated world.

Figures are defined alike for both sides. ``entered`` and ``left`` count vehicles with a record that
crossed; ``explained`` counts records that a person ended without a crossing; so
entered = left + inside + explained. Vehicles that left without ever having entered through the gate are
``no_record``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from core.domain.admission import Action
from core.domain.journal import Entry, from_micros
from core.domain.payments import Payment, Tender
from core.domain.people import LANE_ITSELF
from core.domain.plates import normalise
from core.domain.shift_report import ShiftReport
from core.store.queries.chain import cash_taken_minor, own_entries
from core.store.store import Store

READ_TOLERANCE = timedelta(seconds=60)
COMPARED = (
    "entered",
    "left",
    "inside",
    "explained",
    "backed_out",
    "refused_full",
    "unpaid_stopped",
    "no_record",
    "overstayed",
    "cash_minor",
    "card_minor",
    "platform_minor",
    "receipts",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure on which console and world differ, and the incidents that explain it, if any do."""

    figure: str
    console: int
    truth: int
    explained_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LaneRead:
    """What a lane made of one vehicle by itself, and what it really was."""

    lane: str
    at: str
    read: str
    truth: str
    action: str
    right: bool


@dataclass(slots=True)
class Summary:
    """The demonstration's figures as the console has them."""

    entered: int = 0
    left: int = 0
    inside: int = 0
    explained: int = 0
    backed_out: int = 0
    refused_full: int = 0
    unpaid_stopped: int = 0
    no_record: int = 0
    overstayed: int = 0
    cash_minor: int = 0
    card_minor: int = 0
    platform_minor: int = 0
    receipts: int = 0
    z_number: int = 0
    z_minor: int = 0
    z_difference_minor: int | None = None
    check_code: str = ""
    reads_correct: int = 0
    reads_total: int = 0
    admitted_right: int = 0
    admitted_wrong: int = 0
    asked: int = 0
    incidents: list[str] = field(default_factory=list)
    misreads: list[LaneRead] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def to_document(self) -> dict[str, Any]:
        """The summary as plain values."""
        return asdict(self)


def summarise(store: Store, truth: Mapping[str, Any]) -> Summary:
    """Count what the console wrote down, match its reads with the truth, and name every difference."""
    summary = Summary()
    reasons: dict[str, set[str]] = {}
    own_reads: dict[str, list[Entry]] = {}
    with store.reading() as view:
        for entry in own_entries(view):
            _count(summary, entry.kind, entry.payload)
            if entry.kind == "lane.sighted":
                sighting_id = entry.subjects[0].subject_id
                reasons.setdefault(entry.payload["reason"], set()).add(sighting_id)
                if entry.who == LANE_ITSELF.person_id:
                    own_reads.setdefault(sighting_id, []).append(entry)
        summary.inside = view.occupancy().inside
        summary.cash_minor = cash_taken_minor(view)
    summary.refused_full = len(reasons.get("entry.full", ()))
    summary.unpaid_stopped = len(reasons.get("exit.not_paid", ()))
    summary.overstayed = len(reasons.get("exit.overstayed", ()))
    summary.no_record = len(reasons.get("exit.no_record", ()))
    _judge_reads(summary, own_reads, truth["presences"])
    _compare(summary, truth)
    return summary


def truth_figures(truth: Mapping[str, Any]) -> dict[str, int]:
    """The world's figures, defined as the console's are."""
    cars = truth["vehicles"]
    figures = {name: int(truth.get(name, 0)) for name in COMPARED}
    figures["left"] = sum(1 for car in cars if car["left_at"] and car["entered_at"])
    figures["explained"] = 0
    return figures


def is_sound(summary: Summary) -> bool:
    """Whether nothing is left unexplained: the count adds up and every difference has its incident."""
    adds_up = summary.entered == summary.left + summary.inside + summary.explained
    return adds_up and all(difference.explained_by for difference in summary.differences)


def _count(summary: Summary, kind: str, payload: Mapping[str, Any]) -> None:
    counts = {
        "stay.entered": "entered",
        "stay.left": "left",
        "stay.backed_out": "backed_out",
        "stay.written_off": "explained",
    }
    if kind in counts:
        setattr(summary, counts[kind], getattr(summary, counts[kind]) + 1)
    elif kind == "stay.paid":
        _paid(summary, Payment.from_document(payload["payment"]))
    elif kind == "shift.closed":
        _closed(summary, ShiftReport.from_document(payload["report"]))
    elif kind == "receipt.printed" and payload["copy_number"] == 0:
        summary.receipts += 1
    elif kind in {"lane.unexplained_crossing", "gate.failed", "gate.unknown", "gate.too_late", "stay.held"}:
        summary.incidents.append(f"{kind} at {payload.get('lane_id', '')}")
    elif kind == "lane.crossed_without_stay":
        summary.incidents.append(f"left without record at {payload['lane_id']}, opened by hand")


def _paid(summary: Summary, payment: Payment) -> None:
    for part in payment.shares:
        if part.tender is Tender.CARD:
            summary.card_minor += part.amount_minor
        elif part.tender.is_charged:
            summary.platform_minor += part.amount_minor


def _closed(summary: Summary, report: ShiftReport) -> None:
    summary.z_number = report.z_number or 0
    summary.z_minor = report.received_minor
    summary.z_difference_minor = report.drawer_count.difference_minor
    summary.check_code = report.check_code


def _judge_reads(
    summary: Summary, own_reads: Mapping[str, list[Entry]], presences: Sequence[Mapping[str, Any]]
) -> None:
    for decisions in own_reads.values():
        first = decisions[0]
        at, lane = from_micros(first.payload["at"]), first.payload["lane_id"]
        presence = _presence_at(presences, lane, at)
        if presence is None:
            summary.incidents.append(f"a sighting at {lane} without a vehicle")
            continue
        settled = next((one for one in decisions if one.payload["action"] != Action.ASK.value), decisions[-1])
        action, reason = settled.payload["action"], settled.payload["reason"]
        read = normalise((settled.personal or {}).get("plate", ""))
        really = normalise(presence["plate"])
        judged = LaneRead(lane, at.isoformat(), read, really, action, read == really)
        summary.reads_total += 1
        summary.reads_correct += judged.right
        if not judged.right:
            summary.misreads.append(judged)
            summary.incidents.append(f"misread at {lane}: {judged.read or 'nothing'} for {judged.truth}")
        if reason == "entry.space_free":
            summary.admitted_right += judged.right
            summary.admitted_wrong += not judged.right
        elif reason in _ASKED_AT_ENTRY:
            summary.asked += 1


def _presence_at(presences: Sequence[Mapping[str, Any]], lane: str, at: datetime) -> Mapping[str, Any] | None:
    """The vehicle that stood in the lane at that instant, else the one nearest to it within the tolerance."""
    here = [presence for presence in presences if presence["lane"] == lane]
    if not here:
        return None
    nearest = min(here, key=lambda presence: _away(presence, at))
    return nearest if _away(nearest, at) <= READ_TOLERANCE else None


def _away(presence: Mapping[str, Any], at: datetime) -> timedelta:
    """How long before or after the presence the instant lies."""
    begin = datetime.fromisoformat(presence["from"])
    end = datetime.fromisoformat(presence["to"]) if presence["to"] is not None else max(at, begin)
    return max(begin - at, at - end, timedelta(0))


def _compare(summary: Summary, truth: Mapping[str, Any]) -> None:
    really = truth_figures(truth)
    for figure in COMPARED:
        counted = getattr(summary, figure)
        if counted != really[figure]:
            causes = tuple(summary.incidents) if figure in _FOLLOW_FROM_READS else ()
            summary.differences.append(Difference(figure, counted, really[figure], causes))


_ASKED_AT_ENTRY = frozenset({"entry.no_plate", "entry.unsure_plate", "entry.already_inside"})

# A misread or an asked plate can shift these from one reason to another; counts and cash never may.
_FOLLOW_FROM_READS = frozenset({"unpaid_stopped", "no_record", "overstayed"})
