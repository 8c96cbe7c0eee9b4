"""Adds a shift up from the entries of its console's chain: per tender, per rate, per exception.

Pure, and the same whether the shift runs, is closed, or is made again years later from the same stretches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from core.domain.gate_arithmetic import GAPS
from core.domain.gate_arithmetic import KINDS as GATE_KINDS
from core.domain.journal import Entry
from core.domain.orders import CASH_RETURNED, CASH_TAKEN
from core.domain.payments import Payment, Tender
from core.domain.shift_cash import DROPPED, PAID_IN, PAID_OUT, CashFlow, cash_flow
from core.domain.shift_report import RateTally, ReliefTally, Tally, relief_of
from core.domain.shifts import RELIEF_ENDED

COUNTED_ALONE: Final[Mapping[str, str]] = {
    "stay.fee_confirmed": "fee_confirmed",
    "stay.written_off": "written_off",
    "stay.left_unpaid": "left_unpaid",
    "stay.plate_corrected": "plate_corrected",
    "stay.entry_corrected": "entry_corrected",
    "gate.held": "gate_held",
    "receipt.reprinted": "reprinted",
    "person.approved": "approved",
}
_BY_HAND: Final = "gate.by_hand"
LATE_CONFIRMATION: Final = "refund.late_confirmation"
_OF_A_SHIFT: Final = frozenset({"stay.paid", "debt.collected", "article.sold"})
_NO_MONEY: Final = frozenset({Tender.NIL, Tender.IOU, Tender.TOWED})
# Openings without money are told apart: a trial of the device opens the drawer as well as a key does.
_DRAWER_OPENED: Final = {"test": "drawer_tested"}

BelongsTo = Callable[[str], bool | None]
"""Of a shift's id: whether its money is this report's, None where it is nobody's (closed before)."""


@dataclass(slots=True)
class Sum:
    """How often, and how much in all."""

    count: int = 0
    minor: int = 0

    def add(self, minor: int) -> None:
        """Once more, with so much."""
        self.count += 1
        self.minor += minor


Sums = defaultdict[str, Sum]


def _sums() -> Sums:
    return defaultdict(Sum)


@dataclass(slots=True)
class ShiftTally:
    """What was added up so far; ``tallies`` makes values of its sums."""

    payments: int = 0
    settled_minor: int = 0
    lost_tickets: int = 0
    gate_ups: int = 0
    away_count: int = 0
    away_seconds: int = 0
    cash_in_minor: int = 0
    cash_back_minor: int = 0
    dropped_minor: int = 0
    paid_out_minor: int = 0
    paid_in_minor: int = 0
    receipts: list[int] = field(default_factory=list)
    reliefs: list[ReliefTally] = field(default_factory=list)
    unattended: Sum = field(default_factory=Sum)
    tenders: Sums = field(default_factory=_sums)
    refunds: Sums = field(default_factory=_sums)
    rules: Sums = field(default_factory=_sums)
    exceptions: Sums = field(default_factory=_sums)
    rates: dict[tuple[str, int, str], Sum] = field(default_factory=dict)
    open_charges: dict[str, int] = field(default_factory=dict)

    def hear_all(self, entries: Iterable[Entry], belongs: BelongsTo) -> None:
        """Add the entries of one stretch, in the order of its chain."""
        for entry in entries:
            money = _MONEY.get(entry.kind)
            if money is None:
                _hear_event(self, entry)
                continue
            is_ours = belongs(_shift_of(entry))
            if is_ours is False:
                continue
            received_minor = money(self, entry)
            if is_ours:
                # What came in for a shift that was closed by then lay in the drawer when this one began.
                self._move(cash_flow(entry))
            # What a platform gave back, or got too late, was never anybody's shift.
            if is_ours is None and entry.kind in _OF_A_SHIFT:
                self.unattended.add(received_minor)

    def _move(self, flow: CashFlow) -> None:
        self.cash_in_minor += max(0, flow.taken_minor)
        self.cash_back_minor += max(0, -flow.taken_minor)
        self.dropped_minor += flow.dropped_minor
        self.paid_out_minor += flow.paid_out_minor
        self.paid_in_minor += flow.paid_in_minor

    def rate_tallies(self) -> tuple[RateTally, ...]:
        """What was paid by each version of a plan and class of vehicle."""
        return tuple(RateTally(*key, one.count, one.minor) for key, one in sorted(self.rates.items()))

    def exception_tallies(self) -> tuple[Tally, ...]:
        """What was not as usual; charges that are not settled yet among it."""
        found = dict(self.exceptions)
        if self.open_charges:
            found["charge_open"] = Sum(len(self.open_charges), sum(self.open_charges.values()))
        return tallies(found)


def tallies(sums: Mapping[str, Sum]) -> tuple[Tally, ...]:
    """The sums as values, by name."""
    return tuple(Tally(name, one.count, one.minor) for name, one in sorted(sums.items()))


def _paid(tally: ShiftTally, entry: Entry) -> int:
    payment = Payment.from_document(entry.payload["payment"])
    tally.payments += 1
    tally.settled_minor += payment.amount_minor
    tally.receipts.append(payment.receipt_number)
    received_minor = 0
    for part in payment.shares:
        if part.tender is Tender.CASH and part.charge_id:
            continue  # it was added when it was taken
        where = tally.exceptions if part.tender in _NO_MONEY else tally.tenders
        where[part.tender.value].add(part.amount_minor)
        received_minor += part.amount_minor if part.tender.is_money else 0
    _price(tally, payment)
    if entry.payload.get("slip"):
        tally.exceptions["back_entered"].add(payment.amount_minor)
    return received_minor


def _price(tally: ShiftTally, payment: Payment) -> None:
    vehicle_class = ""
    if payment.basis is not None and payment.basis.parts:
        facts = payment.basis.parts[-1].span.facts
        vehicle_class = facts.vehicle_class
        if facts.lost_ticket:
            tally.lost_tickets += 1
            tally.exceptions["lost_ticket"].add(payment.amount_minor)
    key = (payment.plan_id, payment.plan_version, vehicle_class)
    tally.rates.setdefault(key, Sum()).add(payment.amount_minor)
    for line in payment.lines:
        tally.rules[line.rule].add(line.amount_minor)


def _collected(tally: ShiftTally, entry: Entry) -> int:
    minor: int = entry.payload["amount_minor"]
    tally.tenders[entry.payload.get("tender") or Tender.CASH.value].add(minor)
    tally.exceptions[entry.kind.replace(".", "_")].add(minor)
    tally.receipts.append(entry.payload["sale"]["receipt_number"])
    return minor


def _cash_taken(tally: ShiftTally, entry: Entry) -> int:
    minor: int = entry.payload["amount_minor"]
    tally.tenders[Tender.CASH.value].add(minor)
    return minor


def _cash_returned(tally: ShiftTally, entry: Entry) -> int:
    """An order was given up with cash in it: nothing was paid, and all of it went back."""
    minor: int = entry.payload["amount_minor"]
    tally.refunds[Tender.CASH.value].add(minor)
    tally.exceptions["order_given_up"].add(minor)
    return -minor


def _due(tally: ShiftTally, entry: Entry) -> int:
    """Money that came in when nobody waited for it any more is in no payment; it goes back."""
    if entry.payload["cause"] != LATE_CONFIRMATION:
        return 0
    minor: int = entry.payload["amount_minor"]
    tally.tenders[entry.payload.get("tender") or Tender.CASH.value].add(minor)
    tally.exceptions["late_confirmation"].add(minor)
    return minor


def _settled(tally: ShiftTally, entry: Entry) -> int:
    if entry.payload["outcome"] != "paid_back":
        return 0
    minor: int = entry.payload["amount_minor"]
    tally.refunds[entry.payload.get("tender") or Tender.CASH.value].add(minor)
    tally.exceptions["refund"].add(minor)
    return -minor


def _moved(_tally: ShiftTally, _entry: Entry) -> int:
    """No money of a driver: only the drawer's own arithmetic counts it."""
    return 0


def _hear_event(tally: ShiftTally, entry: Entry) -> None:
    if entry.kind in COUNTED_ALONE:
        tally.exceptions[COUNTED_ALONE[entry.kind]].add(0)
    event = _EVENTS.get(entry.kind)
    if event is not None:
        event(tally, entry)


def _commanded(tally: ShiftTally, entry: Entry) -> None:
    tally.gate_ups += 1
    if entry.payload["why"] == _BY_HAND:
        tally.exceptions["opened_by_hand"].add(0)


def _drawer_opened(tally: ShiftTally, entry: Entry) -> None:
    reason = entry.payload["reason"]
    if reason != "money":
        tally.exceptions[_DRAWER_OPENED.get(reason, "no_sale")].add(0)


def _away(tally: ShiftTally, entry: Entry) -> None:
    tally.away_count += 1
    tally.away_seconds += max(0, entry.payload["until"] - entry.payload["from_at"]) // 1_000_000


def _validated(tally: ShiftTally, entry: Entry) -> None:
    tally.exceptions[f"validated:{entry.payload.get('merchant_id', '')}"].add(0)


def _back_entered(tally: ShiftTally, entry: Entry) -> None:
    """What the book says was taken stands; where the rate says more, the landlord hears of it."""
    less_minor = entry.payload.get("less_minor", 0)
    if less_minor:
        tally.exceptions["book_less"].add(less_minor)


def _voided(tally: ShiftTally, entry: Entry) -> None:
    tally.exceptions["void"].add(entry.payload.get("amount_minor", 0))


def _relief_ended(tally: ShiftTally, entry: Entry) -> None:
    tally.reliefs.append(relief_of(entry.payload["relief"]))


def _charge_asked(tally: ShiftTally, entry: Entry) -> None:
    tally.open_charges[entry.payload["charge_id"]] = entry.payload["amount_minor"]


def _charge_settled(tally: ShiftTally, entry: Entry) -> None:
    tally.open_charges.pop(entry.payload["charge_id"], None)


def _shift_of(entry: Entry) -> str:
    return next((subject.subject_id for subject in entry.subjects if subject.kind == "shift"), "")


_MONEY: Final[Mapping[str, Callable[[ShiftTally, Entry], int]]] = {
    "stay.paid": _paid,
    "debt.collected": _collected,
    "article.sold": _collected,
    "refund.due": _due,
    "refund.settled": _settled,
    CASH_TAKEN: _cash_taken,
    CASH_RETURNED: _cash_returned,
    DROPPED: _moved,
    PAID_OUT: _moved,
    PAID_IN: _moved,
}
_EVENTS: Final[Mapping[str, Callable[[ShiftTally, Entry], None]]] = {
    "gate.commanded": _commanded,
    "drawer.opened": _drawer_opened,
    "stay.validated": _validated,
    "payment.voided": _voided,
    "stay.back_entered": _back_entered,
    RELIEF_ENDED: _relief_ended,
    "charge.intended": _charge_asked,
    "charge.confirmed": _charge_settled,
    "charge.declined": _charge_settled,
    "charge.refunded": _charge_settled,
} | dict.fromkeys(GAPS, _away)

KINDS: Final = GATE_KINDS | COUNTED_ALONE.keys() | _MONEY.keys() | _EVENTS.keys()
"""All kinds of entries that a report counts; no others need to be read for it."""
