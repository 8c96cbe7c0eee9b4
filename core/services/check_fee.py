"""Looks at a fee before a driver hears it: is it above what cars pay here, and why might that be (Z4)?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject, hlc_time
from core.domain.people import Actor, Right
from core.domain.plates import WRONG_COST, distance
from core.domain.rates.absurd import (
    LEARN_FROM,
    MOST_PAYMENTS,
    Ceiling,
    Circumstances,
    UnusualFee,
    ceiling_of,
    likely_causes,
    still_confirmed,
)
from core.domain.rates.quote import Quote
from core.domain.stays import Stay
from core.services.shift_rules import note_of
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("stayed_that_long", "lost_ticket", "special_price", "other")
MOST_SIMILAR: Final = 3
# One wrong or missing character, or a few that look alike.
_EASILY_TAKEN_FOR: Final = WRONG_COST
_CLOCK_TOLERANCE: Final = timedelta(minutes=2)


def fee_ceiling(unit: UnitOfWork) -> Ceiling | None:
    """Above what a fee is looked at in this lot now; None as long as that is not known."""
    paid = unit.amounts_paid_since(unit.now - LEARN_FROM, most=MOST_PAYMENTS)
    return ceiling_of(unit.lot().fee_ceiling_minor, paid)


def unusual_fee(unit: UnitOfWork, stay: Stay, quote: Quote) -> UnusualFee | None:
    """What is unusual about the fee; None where it is not, or a person said that it is right."""
    ceiling = _exceeded(unit, stay, quote)
    if ceiling is None:
        return None
    similar = _similar(unit, stay)
    known = Circumstances(
        entry_at=stay.entry_at,
        now=unit.now,
        entry_known=stay.entry_known,
        lost_ticket=stay.facts.lost_ticket,
        similar_plates=tuple(plate for _, plate in similar),
        clock_moved=_clock_moved(unit, stay),
        rates_since=_rates_since(unit),
        other_rates=_has_other_rates(unit, stay),
    )
    return UnusualFee(quote.total_minor, ceiling, likely_causes(known), tuple(similar))


def is_unusual(unit: UnitOfWork, stay: Stay, quote: Quote) -> bool:
    """Whether a person must look at the fee first; the quick question of a lane."""
    return _exceeded(unit, stay, quote) is not None


def confirm_fee(
    unit: UnitOfWork, *, actor: Actor, stay_id: str, fee: UnusualFee, reason: str, note: str = ""
) -> None:
    """Say that the fee, as it was shown, is right and is to be charged; "other" needs a note.

    It then holds for this stay until it has grown by more than a tenth.
    """
    actor.require(Right.CONFIRM_FEE)
    if reason not in REASONS:
        raise BadInput("fee.bad_reason", reason=reason)
    if reason == "other" and not note.strip():
        raise BadInput("gate.note_needed")
    stay = unit.stay(stay_id)
    if not stay.state.is_open:
        raise Refused("stay.ended", state=stay.state.value)
    unit.record(
        "stay.fee_confirmed",
        {
            "amount_minor": fee.amount_minor,
            "ceiling_minor": fee.ceiling.highest_minor,
            "ceiling_learned": fee.ceiling.is_learned,
            "causes": [cause.value for cause in fee.causes],
            "reason": reason,
        },
        who=actor.person_id,
        subjects=[Subject("stay", stay_id)],
        personal=note_of(note),
    )


def _exceeded(unit: UnitOfWork, stay: Stay, quote: Quote) -> Ceiling | None:
    if quote.total_minor <= 0:
        return None
    ceiling = fee_ceiling(unit)
    if ceiling is None or quote.total_minor <= ceiling.highest_minor:
        return None
    said = (
        entry.payload.get("amount_minor")
        for entry in unit.entries_about(Subject("stay", stay.stay_id))
        if entry.kind == "stay.fee_confirmed"
    )
    # Another console's entry may hold anything; it must not stop the exit.
    confirmed = max((amount for amount in said if isinstance(amount, int)), default=0)
    return None if still_confirmed(quote.total_minor, confirmed) else ceiling


def _similar(unit: UnitOfWork, stay: Stay) -> list[tuple[str, str]]:
    """Open stays whose plate is easily taken for this one's, nearest first."""
    if not stay.plate:
        return []
    near = [
        (distance(stay.plate, plate), stay_id, plate)
        for stay_id, plate in unit.open_plates()
        if stay_id != stay.stay_id and plate and abs(len(plate) - len(stay.plate)) <= 1
    ]
    return [(stay_id, plate) for far, stay_id, plate in sorted(near) if far <= _EASILY_TAKEN_FOR][
        :MOST_SIMILAR
    ]


def _clock_moved(unit: UnitOfWork, stay: Stay) -> bool:
    """Whether the console's clock stood before what it had written when the vehicle came."""
    entries = unit.entries_about(Subject("stay", stay.stay_id))
    return bool(entries) and hlc_time(entries[0].hlc) - entries[0].at > _CLOCK_TOLERANCE


def _rates_since(unit: UnitOfWork) -> datetime | None:
    """Since when the rates are others than before; None where there never were any others."""
    begun = [
        one.effective_at
        for one in unit.published_versions()
        if one.withdrawn_at is None and one.effective_at <= unit.now
    ]
    return begun[-1] if len(begun) > 1 else None


def _has_other_rates(unit: UnitOfWork, stay: Stay) -> bool:
    return unit.version_in_force(unit.now) != (stay.plan_id, stay.plan_version)
