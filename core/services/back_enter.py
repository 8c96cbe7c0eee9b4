"""Enters a line of the paper book (B13): the car's stay is found or begun, its cash goes into the shift.

Everything is written as of the time on the paper, and says that it was entered afterwards. A line is entered
once, however often it is typed: its slip's number is used once in the lot.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.domain.back_entry import PAPER_BOOK, BackEntry, check_times, slip_number
from core.domain.errors import OperatorError, Refused
from core.domain.journal import Entry, Subject, to_micros
from core.domain.payments import Payment, Tender
from core.domain.people import Actor, Right
from core.domain.permits import basis_due, permit_end, price_due
from core.domain.rates.basis import Basis
from core.domain.rates.quote import Quote, QuoteLine
from core.domain.stays import Stay
from core.services.correct_plate import checked_plate
from core.services.shift_rules import check_amount, note_of, own_running_shift
from core.services.unit_of_work import UnitOfWork

SUBJECT = "paper_slip"
BACK_ENTERED = "stay.back_entered"
# A watch and a camera differ by less.
SAME_ENTRY = timedelta(minutes=15)


def back_enter(unit: UnitOfWork, *, actor: Actor, drawer: str, line: BackEntry) -> Stay:
    """Enter the line; the same one again changes nothing and returns its stay.

    Cash needs the actor's own running shift. BadInput as of ``check_times`` and ``slip_number``; Refused
    ``back_entry.slip_used`` for a number that another line has, ``back_entry.no_stay`` where no car of that
    plate is inside and the line does not say when it came, ``back_entry.came_later`` where the one that is
    inside came after all that the line says, ``back_entry.paid_already`` where the cash would count twice.
    """
    actor.require(Right.BACK_ENTER)
    line = replace(line, slip=slip_number(line.slip), plate=checked_plate(line.plate))
    check_times(line, unit.now)
    before = _entered_before(unit, line)
    if before is not None:
        return unit.stay(before)
    if line.amount_minor is not None:
        check_amount(line.amount_minor)
        own_running_shift(unit, actor, drawer)
    found = _found(unit, line)
    stay = found or _begun(unit, actor, line)
    due = _price_at(unit, stay, line.paid_at or line.exit_at)
    if line.amount_minor:
        _refuse_twice(stay, line.paid_at or unit.now)
    unit.record(
        BACK_ENTERED,
        {
            **line.to_document(),
            "was_inside": found is not None,
            "worked_out_minor": None if due is None else due[1].total_minor,
            "less_minor": 0 if due is None else _less(stay, line, due[1].total_minor),
        },
        who=actor.person_id,
        subjects=[Subject(SUBJECT, line.slip), Subject("stay", stay.stay_id)],
        personal={"plate": line.plate, **(note_of(line.note) or {})},
    )
    if line.amount_minor:
        _pay(unit, actor, drawer, stay, line, due)
    if line.exit_at is not None:
        _leave(unit, actor, stay, line, line.exit_at)
    return unit.stay(stay.stay_id)


def _entered_before(unit: UnitOfWork, line: BackEntry) -> str | None:
    """The stay of the very same line; Refused where the number is that of another one."""
    entries = [one for one in unit.entries_about(Subject(SUBJECT, line.slip)) if one.kind == BACK_ENTERED]
    if not entries:
        return None
    first = entries[0]
    if not _is_same(first, line):
        raise Refused("back_entry.slip_used", slip=line.slip)
    return next(subject.subject_id for subject in first.subjects if subject.kind == "stay")


def _is_same(entry: Entry, line: BackEntry) -> bool:
    said = line.to_document()
    plate = (entry.personal or {}).get("plate", line.plate)
    return all(entry.payload.get(name) == value for name, value in said.items()) and plate == line.plate


def _found(unit: UnitOfWork, line: BackEntry) -> Stay | None:
    """The stay that is open under the plate; a car is inside once."""
    stays = unit.open_stays_with_plate(line.plate)
    if not stays:
        return None
    stay = stays[0]
    last = max(at for at in (line.entry_at, line.paid_at, line.exit_at) if at is not None)
    if stay.entry_at <= last:
        return stay
    if line.exit_at is None:
        # It cannot have come before it came, and it has not left.
        raise Refused("back_entry.came_later", entry=stay.entry_at)
    return None


def _begun(unit: UnitOfWork, actor: Actor, line: BackEntry) -> Stay:
    if line.entry_at is None:
        raise Refused("back_entry.no_stay", plate=line.plate)
    plan_id, plan_version = unit.version_in_force(line.entry_at)
    stay_id = unit.new_id()
    unit.record(
        "stay.imported",
        {
            "entry_at": to_micros(line.entry_at),
            "entry_known": True,
            "rule": PAPER_BOOK,
            "slip": line.slip,
            "plan_id": plan_id,
            "plan_version": plan_version,
        },
        who=actor.person_id,
        subjects=[Subject("stay", stay_id)],
        personal={"plate": line.plate},
    )
    return unit.stay(stay_id)


def _price_at(unit: UnitOfWork, stay: Stay, at: datetime | None) -> tuple[Basis, Quote] | None:
    """What it owed at that time; None where that cannot be said: what was taken then was taken."""
    if at is None:
        return None
    try:
        rule, changes = unit.lot().overstay_rule, unit.plan_changes(stay, at)
        return basis_due(stay, at, rule, changes), price_due(stay, unit.plan, at, rule, changes)
    except OperatorError:
        return None


def _refuse_twice(stay: Stay, paid_at: datetime) -> None:
    """The console took the money before it died, and the book says so once more: it is in the drawer once."""
    money = (one for one in stay.payments if one.received_minor)
    paid = next((one for one in money if one.paid_at <= paid_at <= one.permit_until), None)
    if paid is not None:
        raise Refused("back_entry.paid_already", paid=paid.paid_at, amount_minor=paid.amount_minor)


def _less(stay: Stay, line: BackEntry, due_minor: int) -> int:
    """By how much the book took less than the rate says, where both speak of the same stay."""
    came_again = line.entry_at is not None and abs(line.entry_at - stay.entry_at) > SAME_ENTRY
    return 0 if came_again else max(0, due_minor - (line.amount_minor or 0))


def _pay(
    unit: UnitOfWork,
    actor: Actor,
    drawer: str,
    stay: Stay,
    line: BackEntry,
    due: tuple[Basis, Quote] | None,
) -> None:
    """Book what the book says was taken, whatever it should have been: the cash is there."""
    shift = own_running_shift(unit, actor, drawer)
    minor, paid_at = line.amount_minor or 0, line.paid_at or unit.now
    as_due = due is not None and due[1].total_minor == minor
    start = min(stay.entry_at, paid_at)
    lines = (QuoteLine(PAPER_BOOK, start, paid_at, minor),) if due is None or not as_due else due[1].lines
    payment = Payment(
        payment_id=unit.new_id(),
        stay_id=stay.stay_id,
        tender=Tender.CASH,
        amount_minor=minor,
        tendered_minor=minor,
        change_minor=0,
        currency=shift.currency,
        paid_at=paid_at,
        permit_until=permit_end(paid_at, unit.lot().exit_window_minutes),
        shift_id=shift.shift_id,
        cashier_id=actor.person_id,
        receipt_number=unit.next_receipt_number(),
        plan_id=stay.plan_id,
        plan_version=stay.plan_version,
        lines=lines,
        basis=None if due is None else due[0],
        tax_minor=due[1].tax_minor if due is not None and as_due else 0,
        console_number=unit.console_number(),
        reason=PAPER_BOOK,
    )
    unit.record(
        "stay.paid",
        {"payment": payment.to_document(), "slip": line.slip},
        who=actor.person_id,
        subjects=[Subject("stay", stay.stay_id), Subject("shift", shift.shift_id)],
    )


def _leave(unit: UnitOfWork, actor: Actor, stay: Stay, line: BackEntry, exit_at: datetime) -> None:
    unit.record(
        "stay.left",
        {"lane_id": "", "exit_at": to_micros(exit_at), "slip": line.slip},
        who=actor.person_id,
        subjects=[Subject("stay", stay.stay_id)],
    )
