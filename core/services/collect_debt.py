"""Collects what a driver owes, or gives it up."""

from __future__ import annotations

from typing import Final

from core.domain.debts import COLLECTED, WRITTEN_OFF, Debt, fold_debt
from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.payments import Tender
from core.domain.people import Actor, Right
from core.domain.sales import Sale, SaleKind
from core.services.given_reason import given_reason
from core.services.own_shift import own_shift
from core.services.take_sale import hand_out, sale_of
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("driver_not_found", "not_worth_it", "complaint", "insured", "other")


def collect_debt(
    unit: UnitOfWork,
    *,
    actor: Actor,
    debt_id: str,
    tendered_minor: int,
    drawer: str,
    opens_drawer: bool,
    amount_minor: int | None = None,
    tender: Tender = Tender.CASH,
    slip: str = "",
) -> Sale:
    """Take what is owed, or ``amount_minor`` of it, into the actor's own shift; with a receipt of its own.

    By card the separate terminal takes it: ``slip`` is the number on its paper. Refused
    ``debt.unknown``, ``debt.settled_already``, ``payment.too_little``; BadInput ``debt.bad_amount`` for
    more than is owed.
    """
    actor.require(Right.TAKE_CASH)
    shift = own_shift(unit, actor, drawer)
    debt = _open_debt(unit, debt_id)
    amount = debt.owed_minor if amount_minor is None else amount_minor
    if not 0 < amount <= debt.owed_minor:
        raise BadInput("debt.bad_amount", owed_minor=debt.owed_minor)
    sale = sale_of(
        unit,
        actor=actor,
        shift=shift,
        kind=SaleKind.DEBT,
        of_id=debt.debt_id,
        name="",
        unit_minor=amount,
        tender=tender,
        tendered_minor=tendered_minor,
        slip=slip,
        stay_id=debt.stay_id,
    )
    unit.record(
        COLLECTED,
        {
            "debt_id": debt_id,
            "amount_minor": amount,
            "tender": tender.value,
            "sale": sale.to_document(),
        },
        who=actor.person_id,
        subjects=[
            Subject("debt", debt_id),
            Subject("sale", sale.sale_id),
            Subject("stay", debt.stay_id),
            Subject("shift", shift.shift_id),
        ],
    )
    hand_out(unit, sale, drawer=drawer, opens_drawer=opens_drawer)
    return sale


def write_off_debt(unit: UnitOfWork, *, actor: Actor, debt_id: str, reason: str, note: str = "") -> Debt:
    """Give up what is still owed, with a reason; what was collected stays collected.

    BadInput ``debt.bad_reason``, ``gate.note_needed``; Refused as of collecting.
    """
    actor.require(Right.WRITE_OFF)
    personal = given_reason(reason, note, REASONS, code="debt.bad_reason")
    debt = _open_debt(unit, debt_id)
    let_go_of_debt(unit, debt, who=actor.person_id, reason=reason, personal=personal)
    return _debt(unit, debt_id)


def let_go_of_debt(
    unit: UnitOfWork, debt: Debt, *, who: str, reason: str, personal: dict[str, str] | None = None
) -> None:
    """Write down that what is still owed is owed no longer."""
    unit.record(
        WRITTEN_OFF,
        {"debt_id": debt.debt_id, "reason": reason, "amount_minor": debt.owed_minor},
        who=who,
        subjects=[Subject("debt", debt.debt_id), Subject("stay", debt.stay_id)],
        personal=personal or None,
    )


def debts_of_stay(unit: UnitOfWork, stay_id: str) -> list[Debt]:
    """What was owed for the stay, whatever became of it."""
    ids = {
        subject.subject_id: None
        for entry in unit.entries_about(Subject("stay", stay_id))
        for subject in entry.subjects
        if subject.kind == "debt"
    }
    found = (fold_debt(unit.entries_about(Subject("debt", debt_id))) for debt_id in ids)
    return [debt for debt in found if debt is not None]


def _open_debt(unit: UnitOfWork, debt_id: str) -> Debt:
    debt = _debt(unit, debt_id)
    if not debt.owed_minor:
        raise Refused("debt.settled_already", state=debt.state.value)
    return debt


def _debt(unit: UnitOfWork, debt_id: str) -> Debt:
    debt = fold_debt(unit.entries_about(Subject("debt", debt_id)))
    if debt is None:
        raise Refused("debt.unknown")
    return debt
