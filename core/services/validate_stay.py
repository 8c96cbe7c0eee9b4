"""Takes a merchant's validation for a stay, or takes it back; both before it is paid (P8)."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from core.domain.errors import BadInput, Refused
from core.domain.journal import Entry, Subject
from core.domain.merchants import LONGEST_STAMP, Merchant
from core.domain.people import Actor, Right
from core.domain.permits import price_due
from core.domain.rates.facts import Validation
from core.domain.rates.span_document import validation_document
from core.domain.stays import Stay
from core.services.merchants import merchant_given
from core.services.open_order import give_up_idle_orders
from core.services.unit_of_work import UnitOfWork

VALIDATED: Final = "stay.validated"
REMOVED: Final = "stay.validation_removed"
_FEW: Final = 64


def validate_stay(
    unit: UnitOfWork,
    *,
    actor: Actor,
    stay_id: str,
    code: str = "",
    merchant_id: str = "",
    stamp: str = "",
) -> Stay:
    """Let the stay be validated by the merchant of that code or id; the stay as it stands then.

    BadInput ``merchant.unknown``, ``validation.stamp_needed``, ``validation.bad_stamp``, and what the stay's
    plan says of it (``rates.unknown_rate``); Refused ``merchant.not_active``, ``validation.used_already``,
    ``validation.given_already``, ``validation.limit_reached``, ``stay.ended``, ``stay.paid_already``, and as
    of cash where the price as it was is just being paid: the driver would pay it in full.
    """
    actor.require(Right.VALIDATE)
    stay = _unpaid(unit, stay_id)
    merchant, scanned = merchant_given(unit, code=code, merchant_id=merchant_id)
    number = _stamp(merchant, stamp or scanned)
    validation = merchant.validation(number)
    if any(one.validation_id == validation.validation_id for one in stay.facts.validations):
        raise Refused("validation.given_already", name=merchant.name)
    subjects = [Subject("stay", stay_id), Subject("merchant", merchant.merchant_id)]
    if number:
        used = Subject("stamp", stamp_id(merchant.merchant_id, number))
        _refuse_used(unit, used, merchant)
        subjects.append(used)
    _refuse_over_limit(unit, merchant)
    _refuse_without_price(unit, stay, validation)
    give_up_idle_orders(unit, stay_id=stay_id, who=actor.person_id)
    shift = unit.open_shift_of(actor.person_id)
    if shift is not None:
        subjects.append(Subject("shift", shift.shift_id))
    unit.record(
        VALIDATED,
        {
            "merchant_id": merchant.merchant_id,
            "merchant": merchant.name,
            "stamp": number,
            "validation": validation_document(validation),
        },
        who=actor.person_id,
        subjects=subjects,
    )
    return unit.stay(stay_id)


def take_validation_back(unit: UnitOfWork, *, actor: Actor, stay_id: str, validation_id: str) -> Stay:
    """Let the stay be without that validation: it was another car's, or a mistake. The stamp is good again.

    Refused ``validation.unknown``, ``stay.ended``, ``stay.paid_already``, and while it is being paid.
    """
    actor.require(Right.VALIDATE)
    stay = _unpaid(unit, stay_id)
    if all(one.validation_id != validation_id for one in stay.facts.validations):
        raise Refused("validation.unknown")
    give_up_idle_orders(unit, stay_id=stay_id, who=actor.person_id)
    merchant_id, _, stamp = validation_id.partition(":")
    subjects = [Subject("stay", stay_id), Subject("merchant", merchant_id)]
    if stamp:
        subjects.append(Subject("stamp", stamp_id(merchant_id, stamp)))
    unit.record(
        REMOVED,
        {"validation_id": validation_id, "merchant_id": merchant_id},
        who=actor.person_id,
        subjects=subjects,
    )
    return unit.stay(stay_id)


def stamp_id(merchant_id: str, stamp: str) -> str:
    """The id of a merchant's stamp, the same at every console."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"stamp:{merchant_id}:{stamp}"))


def _unpaid(unit: UnitOfWork, stay_id: str) -> Stay:
    stay = unit.stay(stay_id)
    if not stay.state.is_open:
        raise Refused("stay.ended", state=stay.state.value)
    if stay.payments:
        raise Refused("stay.paid_already")
    return stay


def _stamp(merchant: Merchant, said: str) -> str:
    """The stamp's number as it is compared: without spaces, in capitals."""
    number = "".join(said.split()).upper()
    if merchant.needs_stamp and not number:
        raise BadInput("validation.stamp_needed", name=merchant.name)
    if len(number) > LONGEST_STAMP or not number.isprintable():
        raise BadInput("validation.bad_stamp", longest=LONGEST_STAMP)
    return number


def _refuse_used(unit: UnitOfWork, used: Subject, merchant: Merchant) -> None:
    about = unit.entries_about(used)
    times = sum(entry.kind == VALIDATED for entry in about) - sum(entry.kind == REMOVED for entry in about)
    if times > 0:
        last = next(entry for entry in reversed(about) if entry.kind == VALIDATED)
        raise Refused("validation.used_already", name=merchant.name, at=last.at)


def _refuse_over_limit(unit: UnitOfWork, merchant: Merchant) -> None:
    if not merchant.daily_limit:
        return
    now = unit.now.astimezone(unit.lot().zone)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    today = _today(unit, merchant, midnight)
    given = sum(entry.kind == VALIDATED for entry in today)
    if given - sum(entry.kind == REMOVED for entry in today) >= merchant.daily_limit:
        raise Refused("validation.limit_reached", name=merchant.name, limit=merchant.daily_limit)


def _today(unit: UnitOfWork, merchant: Merchant, midnight: datetime) -> list[Entry]:
    """What was written about the merchant since midnight; years of it are not read for that."""
    most = _FEW
    while True:
        last = unit.latest_about(Subject("merchant", merchant.merchant_id), most=most)
        # Consoles' clocks differ: a little more than a day's end is looked at.
        if len(last) < most or last[-1].at < midnight - timedelta(hours=1):
            return [entry for entry in last if entry.at >= midnight]
        most *= 4


def _refuse_without_price(unit: UnitOfWork, stay: Stay, validation: Validation) -> None:
    """A validation that the stay's plan cannot price must not keep the car from being priced at all."""
    facts = replace(stay.facts, validations=(*stay.facts.validations, validation))
    as_validated = replace(stay, facts=facts)
    changes = unit.plan_changes(stay, unit.now)
    price_due(as_validated, unit.plan, unit.now, unit.lot().overstay_rule, changes)
