"""What a stay went through, in words: when, what, who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.formats import format_local_time, format_money
from console.screens.inside.stay_words import lane_in_words
from console.words import say
from console.words.facts import class_name, membership_name
from core.domain.journal import Entry, from_micros
from core.domain.lots import Lot
from core.domain.payments import receipt_name
from core.domain.people import LANE_ITSELF
from core.domain.refunds import VOIDED
from core.store.queries.stays import history_of
from core.store.unit_of_work import SqlUnitOfWork


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a stay's history; ``who`` is empty where the lane did it by itself."""

    at: datetime
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class History:
    """The entries about a stay with the names of those who made them."""

    stay_id: str
    entries: tuple[Entry, ...]
    names: Mapping[str, str]


def read_history(unit: SqlUnitOfWork, stay_id: str) -> History:
    """The stay's journal entries, in order."""
    names = {person.person_id: person.name for person in unit.people()}
    return History(stay_id, tuple(history_of(unit, stay_id)), names)


def happenings(history: History, lot: Lot) -> list[Happening]:
    """The history in the language of the moment; what the machine did unasked is left to the journal."""
    told = []
    for entry in history.entries:
        if entry.kind == "gate.commanded" and not entry.payload.get("reason"):
            continue
        extra = _EXTRAS.get(entry.kind, _nothing)(entry, lot)
        what = f"{say(_code(entry)).text} {extra}".strip()
        who = "" if entry.who == LANE_ITSELF.person_id else history.names.get(entry.who, "")
        told.append(Happening(entry.at, what, who))
    return told


def _code(entry: Entry) -> str:
    """The code of the words: a price that was settled without money has words of its own."""
    if entry.kind == "stay.paid" and entry.payload["payment"]["tender"] in _UNPAID:
        return f"stay.settled_{entry.payload['payment']['tender']}"
    return entry.kind


def _nothing(_entry: Entry, _lot: Lot) -> str:
    return ""


def _lane(entry: Entry, lot: Lot) -> str:
    lane_id = str(entry.payload.get("lane_id", ""))
    return f"{lane_in_words(lot, lane_id)}." if lane_id else ""


def _paid(entry: Entry, lot: Lot) -> str:
    payment = entry.payload["payment"]
    number = receipt_name(payment.get("console_number", 0), payment["receipt_number"])
    said = QCoreApplication.translate("History", "{amount}, receipt {number}.").format(
        amount=format_money(payment["amount_minor"], lot.currency), number=number
    )
    return f"{said} {_why('waive', payment['reason'], entry)}" if payment["tender"] == "nil" else said


def _amount(entry: Entry, lot: Lot) -> str:
    return f"{format_money(entry.payload['amount_minor'], lot.currency)}."


def _charge_refunded(entry: Entry, lot: Lot) -> str:
    return f"{format_money(entry.payload['refunded_minor'], lot.currency)}."


def _refund(entry: Entry, lot: Lot) -> str:
    """How much, and why where a person gave it back."""
    reason = entry.payload.get("reason", "")
    family = "void" if entry.payload["cause"] == VOIDED else "give_back"
    return f"{_amount(entry, lot)} {_why(family, reason, entry)}".strip() if reason else _amount(entry, lot)


def _voided(entry: Entry, lot: Lot) -> str:
    return f"{_amount(entry, lot)} {_reason('void', entry)}"


def _validated(entry: Entry, _lot: Lot) -> str:
    """Which merchant, and the stamp's number where there is one."""
    name, stamp = str(entry.payload["merchant"]), str(entry.payload.get("stamp", ""))
    return f"{name} ({stamp})." if stamp else f"{name}."


def _sold(entry: Entry, lot: Lot) -> str:
    """What was sold and the number of its receipt."""
    sale = entry.payload["sale"]
    return QCoreApplication.translate("History", "{name}, {amount}, receipt {number}.").format(
        name=sale["name"],
        amount=format_money(sale["amount_minor"], lot.currency),
        number=receipt_name(sale.get("console_number", 0), sale["receipt_number"]),
    )


def _merchant(entry: Entry, _lot: Lot) -> str:
    return f"{entry.payload['merchant']['name']}."


def _debt_given_up(entry: Entry, lot: Lot) -> str:
    return f"{_amount(entry, lot)} {_reason('debt_reason', entry)}"


def _refund_settled(entry: Entry, lot: Lot) -> str:
    """What became of the money; of what is kept, why: older programs kept it without a reason."""
    settled = QCoreApplication.translate("History", "{amount}, {outcome}.").format(
        amount=format_money(entry.payload["amount_minor"], lot.currency),
        outcome=say(f"refund.{entry.payload['outcome']}").text,
    )
    family = "refund_reason" if entry.payload["outcome"] == "kept" else "resolve_refund"
    return f"{settled} {_reason(family, entry)}" if entry.payload.get("reason") else settled


def _corrected(entry: Entry, _lot: Lot) -> str:
    personal = entry.personal or {}
    return f"{personal.get('before') or '–'} → {personal.get('plate') or '–'}"


def _fee_confirmed(entry: Entry, lot: Lot) -> str:
    amount = format_money(entry.payload["amount_minor"], lot.currency)
    return f"{amount}. {_reason('fee_reason', entry)}"


def _entry_corrected(entry: Entry, lot: Lot) -> str:
    times = (from_micros(entry.payload[name]) for name in ("before", "entry_at"))
    before, after = (format_local_time(at, lot.zone, now=entry.at) for at in times)
    return f"{before} → {after}. {_reason('entry_reason', entry)}"


def _described(entry: Entry, _lot: Lot) -> str:
    """What changed from what to what, with the reason of a lost ticket."""
    before, after = entry.payload["before"], entry.payload["after"]
    said = [f"{_fact(name, before[name])} → {_fact(name, value)}" for name, value in after.items()]
    if entry.payload.get("reason"):
        said.append(_reason("lost_ticket", entry))
    return ", ".join(said)


def _fact(name: str, value: object) -> str:
    if name == "vehicle_class":
        return class_name(str(value))
    if name == "loyalty":
        return membership_name(str(value)) if value else QCoreApplication.translate("History", "no member")
    if name == "tags":
        tags = " · ".join(value) if isinstance(value, list) else ""
        return tags or QCoreApplication.translate("History", "no marks")
    if value:
        return QCoreApplication.translate("History", "ticket lost")
    return QCoreApplication.translate("History", "ticket there")


def _left_unpaid(entry: Entry, lot: Lot) -> str:
    """What it owed; nothing where no price could be made."""
    due = entry.payload.get("due_minor")
    return "" if due is None else format_money(due, lot.currency)


def _written_off(entry: Entry, _lot: Lot) -> str:
    return _reason("write_off", entry)


def _by_hand(entry: Entry, _lot: Lot) -> str:
    return _reason("override", entry)


def _reason(family: str, entry: Entry) -> str:
    return _why(family, entry.payload["reason"], entry)


def _why(family: str, code: str, entry: Entry) -> str:
    """The reason with its note, which is personal since notes may name people; older ones stand open."""
    note = str((entry.personal or {}).get("note") or entry.payload.get("note", "")).strip()
    if code == "other":
        return note
    reason = say(f"{family}.{code}").text
    return f"{reason}: {note}" if note else f"{reason}."


_UNPAID = frozenset({"nil", "iou", "towed"})
_EXTRAS: Mapping[str, Callable[[Entry, Lot], str]] = {
    "stay.admitted": _lane,
    "stay.entered": _lane,
    "stay.released": _lane,
    "stay.left": _lane,
    "stay.left_unpaid": _left_unpaid,
    "stay.paid": _paid,
    "stay.plate_corrected": _corrected,
    "stay.fee_confirmed": _fee_confirmed,
    "stay.entry_corrected": _entry_corrected,
    "stay.described": _described,
    "stay.written_off": _written_off,
    "gate.commanded": _by_hand,
    "payment.voided": _voided,
    "stay.validated": _validated,
    "debt.made": _amount,
    "debt.collected": _amount,
    "debt.written_off": _debt_given_up,
    "refund.due": _refund,
    "refund.settled": _refund_settled,
    "article.sold": _sold,
    "charge.refunded": _charge_refunded,
    "merchant.set": _merchant,
}

TOLD_IN_FULL: Final = frozenset({*_EXTRAS, "stay.imported"})
"""The kinds whose line says all that a reader asks first."""
