"""A stay: one vehicle in the lot, from the command that let it in to the crossing that let it out.

    pending ──► inside ──► paid ──► left          held: let in, but no crossing was seen
       │           └────────────────► left        backed_out: let in, reversed away
       └──► held, backed_out                      written_off: ended by a person, with a reason

``fold_stay`` makes the stay from its journal entries, in whatever order they arrived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.domain.doubts import NO_DOUBTS, Doubts
from core.domain.journal import Entry, from_micros, in_order
from core.domain.payments import Payment
from core.domain.rates.description import with_changes
from core.domain.rates.facts import NO_FACTS, Facts
from core.domain.rates.span_document import validation_from_document
from core.domain.refunds import due_back_minor
from core.domain.same_money import less_known_money


class StayState(StrEnum):
    """Where a stay is in its life."""

    PENDING = "pending"
    INSIDE = "inside"
    PAID = "paid"
    LEFT = "left"
    HELD = "held"
    BACKED_OUT = "backed_out"
    WRITTEN_OFF = "written_off"

    @property
    def is_open(self) -> bool:
        """Whether the vehicle is, or may be, in the lot: it takes a space and can be found and paid."""
        return self in OPEN_STATES


OPEN_STATES = frozenset({StayState.PENDING, StayState.INSIDE, StayState.PAID, StayState.HELD})


@dataclass(frozen=True, slots=True)
class Voided:
    """A payment that was taken back, and when: it pays for nothing any more."""

    payment: Payment
    at: datetime


@dataclass(frozen=True, slots=True)
class Stay:
    """One vehicle in the lot.

    ``plate`` is normalised (empty once purged), ``raw_plate`` the reader's own text; ``confidence`` in
    0…1 (None: typed by a person); ``photo`` and ``exit_photo`` name pictures by their SHA-256;
    ``entry_known`` is false where the entry time was set by rule at go-live; ``former_plates`` are texts
    that a correction replaced; ``notes`` are reason codes worth a look (``open_stay_existed``); ``doubts``
    are what the read of ``plate`` left open, none once a person typed it; ``facts`` are what its price
    depends on beside its time. ``leased_by`` is the console that spent one of its granted spaces on it,
    ``kept_by`` the one that keeps the space it freed; empty where neither was so. ``due_back_minor`` is what
    was taken twice and is due back, or was paid back: it pays for nothing. ``voided`` are payments that were
    taken back.
    """

    stay_id: str
    state: StayState
    plate: str
    raw_plate: str
    entry_at: datetime
    entry_lane: str
    plan_id: str
    plan_version: int
    confidence: float | None = None
    alternatives: tuple[str, ...] = ()
    photo: str = ""
    entry_known: bool = True
    payments: tuple[Payment, ...] = ()
    exit_at: datetime | None = None
    exit_lane: str = ""
    exit_photo: str = ""
    former_plates: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    leaving: bool = False
    doubts: Doubts = NO_DOUBTS
    facts: Facts = NO_FACTS
    leased_by: str = ""
    kept_by: str = ""
    due_back_minor: int = 0
    voided: tuple[Voided, ...] = ()

    @property
    def permit_until(self) -> datetime | None:
        """Until when the vehicle may leave without paying more; None as long as nothing was paid.

        The longest right that was bought: of two consoles' payments the later one may end sooner.
        """
        return max((payment.permit_until for payment in self.payments), default=None)

    @property
    def paid_minor(self) -> int:
        """All that was taken for this stay."""
        return sum(payment.amount_minor for payment in self.payments)


def fold_stay(entries: Iterable[Entry]) -> Stay | None:
    """The stay its entries describe, None where none of them begins one."""
    ordered = in_order(entries)
    stay = next((_begin(entry) for entry in ordered if entry.kind in _BEGINNINGS), None)
    if stay is None:
        return None
    for entry in ordered:
        step = _STEPS.get(entry.kind)
        if step is not None:
            stay = step(stay, entry)
    known = {payment.payment_id for payment in stay.payments}
    return replace(stay, due_back_minor=due_back_minor(ordered, known))


def _begin(entry: Entry) -> Stay:
    payload, personal = entry.payload, entry.personal or {}
    inside = entry.kind == "stay.imported"
    return Stay(
        stay_id=_stay_id(entry),
        state=StayState.INSIDE if inside else StayState.PENDING,
        plate=personal.get("plate", ""),
        raw_plate=personal.get("raw_plate", ""),
        entry_at=from_micros(payload["entry_at"]),
        entry_lane=payload.get("lane_id", ""),
        plan_id=payload["plan_id"],
        plan_version=payload["plan_version"],
        confidence=payload.get("confidence"),
        alternatives=tuple(personal.get("alternatives", ())),
        photo=personal.get("photo", ""),
        entry_known=payload.get("entry_known", True),
        notes=tuple(payload.get("notes", ())),
        doubts=_doubts(personal.get("doubts")),
        leased_by=entry.console_id if payload.get("leased") else "",
    )


def _doubts(plain: object) -> Doubts:
    """They help to find a stay; damaged ones must not lose it."""
    try:
        return Doubts.from_plain(plain)
    except ValueError:
        return NO_DOUBTS


def _stay_id(entry: Entry) -> str:
    return next(subject.subject_id for subject in entry.subjects if subject.kind == "stay")


def _entered(stay: Stay, _entry: Entry) -> Stay:
    if stay.state in {StayState.PENDING, StayState.HELD, StayState.BACKED_OUT}:
        state = StayState.PAID if stay.payments else StayState.INSIDE
        return replace(stay, state=state, exit_at=None, kept_by="")
    return stay


def _held(stay: Stay, _entry: Entry) -> Stay:
    return replace(stay, state=StayState.HELD) if stay.state is StayState.PENDING else stay


def _backed_out(stay: Stay, entry: Entry) -> Stay:
    if stay.state in {StayState.PENDING, StayState.HELD}:
        kept_by = entry.console_id if entry.payload.get("kept") else ""
        return replace(stay, state=StayState.BACKED_OUT, leaving=False, exit_at=entry.at, kept_by=kept_by)
    return stay


def _paid(stay: Stay, entry: Entry) -> Stay:
    before = (*stay.payments, *(one.payment for one in stay.voided))
    payment = less_known_money(Payment.from_document(entry.payload["payment"]), before)
    if payment is None:
        return stay
    state = StayState.PAID if stay.state.is_open else stay.state
    return replace(stay, payments=(*stay.payments, payment), state=state)


def _payment_voided(stay: Stay, entry: Entry) -> Stay:
    """Two consoles may void the same payment: the first holds."""
    payment = _payment_of(stay, entry.payload["payment_id"], entry.payload.get("charged", ()))
    if payment is None:
        return stay
    left = tuple(one for one in stay.payments if one is not payment)
    state = StayState.INSIDE if stay.state is StayState.PAID and not left else stay.state
    return replace(stay, payments=left, state=state, voided=(*stay.voided, Voided(payment, entry.at)))


def _payment_of(stay: Stay, payment_id: str, charged: Iterable[Sequence[str]]) -> Payment | None:
    """The payment of that id, or the one as which the very same money was told first."""
    if any(one.payment.payment_id == payment_id for one in stay.voided):
        return None
    known = {tuple(one) for one in charged}
    named = (one for one in stay.payments if one.payment_id == payment_id)
    same = (
        one
        for one in stay.payments
        if any((part.account, part.reference) in known for part in one.shares if part.reference)
    )
    return next(named, None) or next(same, None)


def _validated(stay: Stay, entry: Entry) -> Stay:
    """Two consoles may take the same stamp for the stay: it is worth something once."""
    given = validation_from_document(entry.payload["validation"])
    before = stay.facts.validations
    if any(one.validation_id == given.validation_id for one in before):
        return stay
    return replace(stay, facts=replace(stay.facts, validations=(*before, given)))


def _validation_removed(stay: Stay, entry: Entry) -> Stay:
    removed = entry.payload["validation_id"]
    left = tuple(one for one in stay.facts.validations if one.validation_id != removed)
    return replace(stay, facts=replace(stay.facts, validations=left))


def _corrected(stay: Stay, entry: Entry) -> Stay:
    personal = entry.personal or {}
    former = (*stay.former_plates, stay.plate) if stay.plate else stay.former_plates
    return replace(stay, plate=personal.get("plate", ""), former_plates=former, doubts=NO_DOUBTS)


def _entry_corrected(stay: Stay, entry: Entry) -> Stay:
    payload = entry.payload
    return replace(
        stay,
        entry_at=from_micros(payload["entry_at"]),
        entry_known=True,
        plan_id=payload["plan_id"],
        plan_version=payload["plan_version"],
    )


def _described(stay: Stay, entry: Entry) -> Stay:
    return replace(stay, facts=with_changes(stay.facts, entry.payload["after"]))


def _released(stay: Stay, entry: Entry) -> Stay:
    personal = entry.personal or {}
    return replace(
        stay,
        leaving=stay.state.is_open,
        exit_lane=entry.payload["lane_id"],
        exit_photo=personal.get("photo", stay.exit_photo),
    )


def _stayed(stay: Stay, _entry: Entry) -> Stay:
    return replace(stay, leaving=False)


def _left(stay: Stay, entry: Entry) -> Stay:
    if stay.state is StayState.WRITTEN_OFF:
        return stay
    return replace(
        stay,
        state=StayState.LEFT,
        leaving=False,
        exit_at=from_micros(entry.payload["exit_at"]),
        exit_lane=entry.payload["lane_id"],
        kept_by=entry.console_id if entry.payload.get("kept") else stay.kept_by,
    )


def _written_off(stay: Stay, entry: Entry) -> Stay:
    if stay.state is StayState.LEFT:
        return stay
    return replace(stay, state=StayState.WRITTEN_OFF, leaving=False, exit_at=entry.at)


_BEGINNINGS = frozenset({"stay.admitted", "stay.imported"})
_STEPS: dict[str, Callable[[Stay, Entry], Stay]] = {
    "stay.entered": _entered,
    "stay.held": _held,
    "stay.backed_out": _backed_out,
    "stay.paid": _paid,
    "payment.voided": _payment_voided,
    "stay.validated": _validated,
    "stay.validation_removed": _validation_removed,
    "stay.plate_corrected": _corrected,
    "stay.entry_corrected": _entry_corrected,
    "stay.described": _described,
    "stay.released": _released,
    "stay.exit_held": _stayed,
    "stay.exit_reversed": _stayed,
    "stay.left": _left,
    "stay.written_off": _written_off,
}
