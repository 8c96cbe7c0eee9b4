"""What waits for a person, ranked: lanes that ask or refuse, incidents, held cars, money, late receipts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.formats import NOTHING
from console.screens.desk.charge_words import tender_name
from console.screens.desk.hold_words import hold_code, hold_facts
from console.screens.desk.waiting import Rank, Waiting
from console.screens.desk.waiting_devices import device_rows, gate_failed, receipt_rows
from console.screens.desk.waiting_money import NO_CHARGES, ChargesWaiting, code_of, read_charges
from core.domain.admission import Action
from core.domain.gate_holds import HoldState
from core.domain.orders import Charge, Order
from core.domain.payments import Payment
from core.domain.stays import Stay, StayState
from core.services.device_views import DeviceView
from core.services.lane_view import LaneView
from core.services.paid_but_shut import PaidButShut
from core.services.print_receipt import waiting_for_printer
from core.store.queries.incidents import Incident, recent_incidents
from core.store.queries.paid_but_shut import cars_paid_but_shut
from core.store.queries.refunds import RefundView, refunds_waiting
from core.store.queries.stays import inside_list, own_payments, stays_by_id
from core.store.unit_of_work import SqlUnitOfWork

INCIDENTS_FOR = timedelta(hours=2)
PAYMENTS_FOR = timedelta(hours=12)
MOST_PAYMENTS = 8
MOST_HELD = 20
MOST_REFUNDS = 12
GATE_FAILED = frozenset({"gate.failed", "gate.unknown"})
# What happens again while nothing was mended; a vehicle or a receipt each is one of its own.
SAID_ONCE = GATE_FAILED | {
    "gate.hold_failed",
    "gate.hold_unknown",
    "gate.hold_too_late",
    "drawer.not_opened",
    "drawer.unknown",
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """The part of the list that the store knows."""

    held: tuple[Stay, ...] = ()
    incidents: tuple[Incident, ...] = ()
    payments: tuple[tuple[Payment, str], ...] = ()
    refunds: tuple[RefundView, ...] = ()
    charges: ChargesWaiting = NO_CHARGES
    shut: tuple[PaidButShut, ...] = ()
    receipts: tuple[datetime, ...] = ()


def read_recorded(view: SqlUnitOfWork) -> Recorded:
    """Held stays, recent incidents, money due back, receipts that wait, recent payments with their plates."""
    held = inside_list(view, states=(StayState.HELD,), most=MOST_HELD).stays
    payments = [
        payment
        for payment in own_payments(view, most=MOST_PAYMENTS)
        if view.now - payment.paid_at < PAYMENTS_FOR
    ]
    plates = {stay.stay_id: stay.plate for stay in stays_by_id(view, [one.stay_id for one in payments])}
    return Recorded(
        held=held,
        incidents=tuple(recent_incidents(view, since=view.now - INCIDENTS_FOR)),
        payments=tuple((payment, plates.get(payment.stay_id, "")) for payment in payments),
        refunds=tuple(refunds_waiting(view, most=MOST_REFUNDS)),
        charges=read_charges(view),
        shut=tuple(cars_paid_but_shut(view)),
        receipts=tuple(one.created_at for one in waiting_for_printer(view)),
    )


def rank_waiting(
    lanes: Iterable[LaneView],
    recorded: Recorded,
    seen: frozenset[str],
    failed: Iterable[DeviceView] = (),
) -> list[Waiting]:
    """The rows, most urgent first, then the longest waiting; ``seen`` incidents are left out."""
    views, broken = tuple(lanes), tuple(failed)
    # Who paid and is not let out is told with the way out, in place of what the gate itself says.
    shut_lanes = {f"gate:{one.lane_id}" for one in recorded.shut}
    at_lanes = [row for view in views for row in _at_lane(view) if row.key not in shut_lanes]
    standing = {row.stay_id for row in at_lanes if row.stay_id}
    waiting = [
        *at_lanes,
        *map(_shut, recorded.shut),
        *(_charged(charge, recorded.charges.plates) for charge in recorded.charges.charges),
        *(_part_paid(order, recorded.charges.plates) for order in recorded.charges.parts),
        *(_incident(one) for one in _told_once(recorded.incidents, seen) if not _is_at_gate(one, views)),
        *(_held(stay) for stay in recorded.held if stay.stay_id not in standing),
        *device_rows(views, broken),
        *(_due_back(shown) for shown in recorded.refunds),
        *receipt_rows(recorded.receipts, broken),
    ]
    waiting.sort(key=lambda row: (row.rank, row.at.timestamp() if row.at is not None else 0.0))
    return waiting + [_paid(payment, plate) for payment, plate in recorded.payments]


def _at_lane(view: LaneView) -> list[Waiting]:
    lane = view.lane.lane_id
    rows = []
    if gate_failed(view):
        rows.append(Waiting(f"gate:{lane}", Rank.GATE, view.gate_cause, view.decided_at, lane_id=lane))
    if view.trouble:
        rows.append(Waiting(f"trouble:{lane}", Rank.GATE, view.trouble, view.decided_at, lane_id=lane))
    rows += _standing_open(view)
    if view.waiting:
        rows.append(
            Waiting(
                f"lane:{lane}",
                Rank.ASKS if view.action is Action.ASK else Rank.REFUSES,
                view.reason,
                view.decided_at,
                facts={"due_minor": view.due_minor},
                lane_id=lane,
                stay_id=view.stay_id or view.known_stay_id or "",
                plate=view.plate,
                photo=view.photo,
            )
        )
    return rows


def _is_at_gate(one: Incident, lanes: tuple[LaneView, ...]) -> bool:
    """Whether it is the failed opening for the car that stands there still: the lane's own row tells it."""
    return one.kind in GATE_FAILED and any(
        gate_failed(view)
        and view.lane.lane_id == one.lane_id
        and view.decided_at is not None
        and one.at >= view.decided_at
        for view in lanes
    )


def _told_once(incidents: tuple[Incident, ...], seen: frozenset[str]) -> Iterator[Incident]:
    """Without those that were looked at; what failed again and again is one row, the newest."""
    told: set[tuple[str, str, str]] = set()
    for one in incidents:
        if one.kind in SAID_ONCE:
            same = (one.kind, one.lane_id, one.cause)
            if same in told:
                continue
            told.add(same)
        if one.entry_id not in seen:
            yield one


def _standing_open(view: LaneView) -> list[Waiting]:
    """A gate that has been held open for a while: said again each quarter of an hour, until it is let go."""
    hold, lane = view.hold, view.lane.lane_id
    if not hold.reminders and hold.state != HoldState.UNKNOWN:
        return []
    return [
        Waiting(
            f"hold:{lane}:{hold.reminders}",
            Rank.STANDS_OPEN,
            hold_code(hold),
            hold.since,
            facts=hold_facts(hold),
            lane_id=lane,
        )
    ]


def _incident(one: Incident) -> Waiting:
    return Waiting(
        one.entry_id,
        Rank.INCIDENT,
        one.kind,
        one.at,
        facts={"cause": one.cause, **one.times},
        lane_id=one.lane_id,
        payment_id=one.payment_id,
        photo=one.photo,
    )


def _held(stay: Stay) -> Waiting:
    return Waiting(
        f"held:{stay.stay_id}",
        Rank.HELD,
        "note.held",
        stay.entry_at,
        lane_id=stay.entry_lane,
        stay_id=stay.stay_id,
        plate=stay.plate,
        photo=stay.photo,
    )


def _due_back(shown: RefundView) -> Waiting:
    refund = shown.refund
    code = "refund.waits_for_payments" if shown.is_paid_twice else "refund.waits_otherwise"
    facts: dict[str, object] = {"amount_minor": refund.amount_minor}
    if shown.is_whole:
        code = "refund.waits"
        for name, taken in zip(("first", "second"), shown.taken, strict=True):
            facts |= {name: taken.console or NOTHING, f"{name}_at": taken.payment.paid_at}
    return Waiting(
        f"refund:{refund.refund_id}",
        Rank.REFUND,
        code,
        refund.due_at,
        facts=facts,
        stay_id=refund.stay_id,
        refund_id=refund.refund_id,
        plate=shown.plate,
    )


def _shut(alarm: PaidButShut) -> Waiting:
    """Money was taken, and the gate did not open (P16)."""
    return Waiting(
        f"shut:{alarm.stay_id}",
        Rank.GATE,
        alarm.code,
        alarm.since,
        facts={"amount_minor": alarm.amount_minor, "since": alarm.since},
        lane_id=alarm.lane_id,
        stay_id=alarm.stay_id,
        payment_id=alarm.payment_id,
        plate=alarm.plate,
        photo=alarm.photo,
    )


def _charged(charge: Charge, plates: Mapping[str, str]) -> Waiting:
    """A charge that is not settled: as long as it is not, its car is asked for nothing else."""
    return Waiting(
        f"charge:{charge.charge_id}",
        Rank.MONEY,
        code_of(charge),
        charge.intended_at,
        facts={"tender": tender_name(charge.tender), "amount_minor": charge.amount_minor},
        stay_id=charge.stay_id,
        plate=plates.get(charge.stay_id, ""),
    )


def _part_paid(order: Order, plates: Mapping[str, str]) -> Waiting:
    """A part came in, and nobody asks for the rest any more."""
    return Waiting(
        f"part:{order.order_id}",
        Rank.MONEY,
        "order.part_waits",
        order.opened_at,
        facts={"paid_minor": order.confirmed_minor, "missing_minor": order.missing_minor},
        stay_id=order.stay_id,
        plate=plates.get(order.stay_id, ""),
    )


def _paid(payment: Payment, plate: str) -> Waiting:
    return Waiting(
        f"payment:{payment.payment_id}",
        Rank.PAYMENT,
        "payment.receipt",
        payment.paid_at,
        facts={"amount_minor": payment.amount_minor, "number": payment.receipt_name},
        stay_id=payment.stay_id,
        payment_id=payment.payment_id,
        plate=plate,
    )
