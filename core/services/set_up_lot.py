"""Sets the lot up at first run, and changes its settings later."""

from __future__ import annotations

from dataclasses import replace

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.lots import Lot
from core.domain.people import Actor, Person, Right, Role
from core.domain.proposals import What
from core.domain.rates.plan import Plan
from core.domain.secrets import SecretKind
from core.services.manage_people import enrol
from core.services.propose import is_proposed, propose
from core.services.publish_rates import ReadyPlan, write_plan
from core.services.unit_of_work import UnitOfWork


def set_up_lot(
    unit: UnitOfWork,
    *,
    lot: Lot,
    plan: Plan,
    administrator: str,
    pin_hash: str,
    kind: SecretKind = SecretKind.PIN,
) -> Person:
    """The first act of all: lot, price and first administrator in one transaction.

    Refused ``lot.set_up_already`` where it was done before: from then on rights are asked for.
    """
    if unit.people():
        raise Refused("lot.set_up_already")
    if plan.currency != lot.currency:
        raise BadInput("rates.other_currency", plan=plan.currency, lot=lot.currency)
    person = enrol(
        unit, name=administrator, role=Role.ADMINISTRATOR, pin_hash=pin_hash, kind=kind, who="system"
    )
    _write_lot(unit, "lot.set_up", lot, who=person.person_id)
    write_plan(unit, ReadyPlan(plan, unit.now), who=person.person_id)
    return person


def change_lot(unit: UnitOfWork, *, actor: Actor, lot: Lot) -> bool:
    """Replace the lot's settings; the currency stays what it is. False where that is proposed to the hub."""
    actor.require(Right.SET_UP_LOT)
    before = unit.lot()
    if lot.currency != before.currency:
        raise BadInput("lot.currency_fixed", currency=before.currency)
    changed = replace(lot, lot_id=before.lot_id)
    if is_proposed(unit):
        propose(unit, actor=actor, what=What.LOT, target_id=changed.lot_id, document=changed.to_document())
        return False
    _write_lot(unit, "lot.changed", changed, who=actor.person_id)
    return True


def _write_lot(unit: UnitOfWork, kind: str, lot: Lot, *, who: str) -> None:
    unit.record(kind, {"lot": lot.to_document()}, who=who, subjects=[Subject("lot", lot.lot_id)])
