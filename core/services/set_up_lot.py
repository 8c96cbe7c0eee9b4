"""Sets the lot up at first run, and changes its settings and prices later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject, to_micros
from core.domain.lots import Lot
from core.domain.people import Actor, Person, Right, Role
from core.domain.rates.document import plan_to_document
from core.domain.rates.plan import Plan
from core.services.manage_people import enrol
from core.services.unit_of_work import UnitOfWork


def set_up_lot(unit: UnitOfWork, *, lot: Lot, plan: Plan, administrator: str, pin_hash: str) -> Person:
    """The first act of all: lot, price and first administrator in one transaction.

    Refused ``lot.set_up_already`` where it was done before: from then on rights are asked for.
    """
    if unit.people():
        raise Refused("lot.set_up_already")
    _check_currency(lot, plan)
    person = enrol(unit, name=administrator, role=Role.ADMINISTRATOR, pin_hash=pin_hash, who="system")
    _write_lot(unit, "lot.set_up", lot, who=person.person_id)
    _write_plan(unit, plan, unit.now, who=person.person_id)
    return person


def change_lot(unit: UnitOfWork, *, actor: Actor, lot: Lot) -> None:
    """Replace the lot's settings; the currency stays what it is."""
    actor.require(Right.SET_UP_LOT)
    before = unit.lot()
    if lot.currency != before.currency:
        raise BadInput("lot.currency_fixed", currency=before.currency)
    _write_lot(unit, "lot.changed", replace(lot, lot_id=before.lot_id), who=actor.person_id)


def publish_plan(unit: UnitOfWork, *, actor: Actor, plan: Plan, effective_at: datetime) -> Plan:
    """Put a new version of the plan in force for stays that begin at or after the instant (L1)."""
    actor.require(Right.SET_RATES)
    _check_currency(unit.lot(), plan)
    numbered = replace(plan, version=unit.latest_plan_version(plan.plan_id) + 1)
    _write_plan(unit, numbered, effective_at, who=actor.person_id)
    return numbered


def _check_currency(lot: Lot, plan: Plan) -> None:
    if plan.currency != lot.currency:
        raise BadInput("rates.other_currency", plan=plan.currency, lot=lot.currency)


def _write_lot(unit: UnitOfWork, kind: str, lot: Lot, *, who: str) -> None:
    unit.record(kind, {"lot": lot.to_document()}, who=who, subjects=[Subject("lot", lot.lot_id)])


def _write_plan(unit: UnitOfWork, plan: Plan, effective_at: datetime, *, who: str) -> None:
    unit.record(
        "rates.published",
        {"plan": plan_to_document(plan), "effective_at": to_micros(effective_at)},
        who=who,
        subjects=[Subject("plan", plan.plan_id)],
    )
