"""What is on a receipt: the values it is made from, and its content in words, free of any layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from core.domain.errors import BadInput
from core.domain.lots import Lot
from core.domain.payments import Payment, Tender
from core.domain.rates.line_groups import LineGroup, added_up, each_line
from core.domain.rates.line_parts import parts_of, percent_figure
from core.domain.rates.plan import Plan, Rounding
from core.domain.stays import Stay
from reports.phrases import LocalTimes, amount, line_in_words, printable
from reports.words import words_for

MOST_LINES: Final = 12


@dataclass(frozen=True, slots=True)
class PriceTerms:
    """What a plan says of the total: ``tax_points`` in hundredths of a per cent (None: not told), the unit
    that it is rounded to and how."""

    tax_points: Decimal | int | None = None
    round_to_minor: int = 1
    rounding: Rounding = Rounding.HALF_UP

    @classmethod
    def of(cls, plan: Plan) -> PriceTerms:
        """The terms of that plan."""
        return cls(plan.tax_points, plan.round_to_minor, plan.rounding)


NO_TERMS: Final = PriceTerms()
REFERENCE_TAIL: Final = 6
_UNPAID: Final = frozenset({Tender.NIL, Tender.IOU, Tender.TOWED})


@dataclass(frozen=True, slots=True)
class Receipt:
    """One printing of one payment's receipt; ``copy_number`` 0 is the original, 1, 2, … are reprints.

    ``merchants`` are the names of those who validated the stay. ``voided_at`` is when the payment was taken
    back, ``refunded_minor`` what went back of it since: only a copy can know of that.
    ValueError where the payment is not of this stay or its lines do not add up to what was taken: such
    a paper must never leave the printer.
    """

    lot: Lot
    stay: Stay
    payment: Payment
    cashier_name: str
    copy_number: int = 0
    terms: PriceTerms = NO_TERMS
    merchants: tuple[str, ...] = ()
    voided_at: datetime | None = None
    refunded_minor: int = 0

    def __post_init__(self) -> None:
        """Refuse what must not be printed."""
        if self.payment.stay_id != self.stay.stay_id:
            raise ValueError("the payment is not of this stay")
        if sum(line.amount_minor for line in self.payment.lines) != self.payment.amount_minor:
            raise ValueError("the lines do not add up to the payment")
        if self.copy_number < 0:
            raise ValueError("copies are counted from 0, the original")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure and what it is called."""

    label: str
    value: str


NO_FACT: Final = Fact("", "")


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One price line in words: what for, from when to when, and the amount."""

    reason: str
    span: str
    amount: str


@dataclass(frozen=True, slots=True)
class LeaveBy:
    """The right to leave: label, time of day, the date where it is another day than today."""

    label: str
    time: str
    date: str
    afterwards: str


NO_LEAVE: Final = LeaveBy("", "", "", "")


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """Everything a paper says, in its order, in one language; ``copy_mark`` is empty on the original.

    ``state_mark`` stands beside it where the paper is no proof of payment. What a paper does not have is
    empty. ``parts`` are the tenders beside cash, ``remarks`` whole sentences, ``signature`` what somebody
    writes their name under. ``has_code`` where a square code lets the car out.
    """

    language: str
    copy_mark: str
    lot_name: str
    lot_address: str
    title: str
    number: Fact
    plate: Fact
    entry: Fact
    entry_lane: Fact
    entry_note: str
    paid_at: Fact
    prices: tuple[PriceRow, ...]
    total: Fact
    tax: Fact
    rounding: str
    tendered: Fact
    change: Fact
    leave_by: LeaveBy
    cashier: Fact
    help: Fact
    state_mark: str = ""
    parts: tuple[Fact, ...] = ()
    remarks: tuple[str, ...] = ()
    signature: str = ""
    has_code: bool = True

    def texts(self) -> tuple[str, ...]:
        """Every text that will be printed."""
        facts = (self.number, self.plate, self.entry, self.entry_lane, self.paid_at, self.total)
        more = (self.tax, *self.parts, self.tendered, self.change, self.cashier, self.help)
        return (
            *(self.state_mark, *self.remarks, self.signature),
            *(self.copy_mark, self.lot_name, self.lot_address, self.title, self.entry_note, self.rounding),
            *(text for fact in (*facts, *more) for text in (fact.label, fact.value)),
            *(text for row in self.prices for text in (row.reason, row.span, row.amount)),
            *(self.leave_by.label, self.leave_by.time, self.leave_by.date, self.leave_by.afterwards),
        )


def receipt_content(receipt: Receipt, language: str) -> ReceiptContent:
    """The receipt in words; BadInput ``language.unknown`` where there are none in that language."""
    table = words_for(language)
    lot, stay, payment = receipt.lot, receipt.stay, receipt.payment
    times = LocalTimes(lot.zone, language)
    phone = printable(lot.help_phone)
    is_unpaid = payment.tender in _UNPAID
    return ReceiptContent(
        language=language,
        copy_mark=table["receipt.copy"].format(number=receipt.copy_number) if receipt.copy_number else "",
        lot_name=printable(lot.name),
        lot_address=printable(lot.address),
        title=table["receipt.unpaid_title" if is_unpaid else "receipt.title"],
        number=Fact(table["receipt.number"], payment.receipt_name),
        plate=Fact(table["receipt.plate"], printable(stay.plate) or table["receipt.plate_purged"]),
        entry=Fact(table["receipt.entry"], times.date_and_time(stay.entry_at)),
        entry_lane=Fact(table["receipt.entry_lane"], _lane_name(lot, stay.entry_lane)),
        entry_note="" if stay.entry_known else table["receipt.entry_set_by_rule"],
        paid_at=Fact(
            table["receipt.settled_at" if is_unpaid else "receipt.paid_at"],
            times.date_and_time(payment.paid_at),
        ),
        prices=_price_rows(payment, times),
        total=Fact(table["receipt.total"], amount(payment.amount_minor, payment.currency)),
        tax=_tax(receipt, language),
        rounding=_rounding(receipt, language),
        tendered=tendered(payment.tendered_minor, payment.currency, language)
        if payment.cash_minor
        else NO_FACT,
        change=Fact(table["receipt.change"], amount(payment.change_minor, payment.currency))
        if payment.cash_minor
        else NO_FACT,
        leave_by=_leave_by(receipt, times) if _lets_out(receipt) else NO_LEAVE,
        cashier=Fact(table["receipt.cashier"], printable(receipt.cashier_name)),
        help=Fact(table["receipt.help"], phone) if phone else Fact(table["receipt.help_without_phone"], ""),
        state_mark=_state_mark(receipt, table),
        parts=_parts(payment, language),
        remarks=_remarks(receipt, times),
        signature=table["receipt.iou_signature"] if _is_owed(receipt) else "",
        has_code=_lets_out(receipt),
    )


def tendered(minor: int, currency: str, language: str) -> Fact:
    """The cash that was handed over."""
    return Fact(words_for(language)["tender.cash"], amount(minor, currency))


def part_name(tender: Tender, reference: str, language: str) -> str:
    """How a share was paid, with the end of what the far side calls it, by which it is found there."""
    table = words_for(language)
    name = table[f"part.{tender.value}"]
    tail = printable(reference)[-REFERENCE_TAIL:]
    return table["part.with_reference"].format(tender=name, tail=tail) if tail else name


def _parts(payment: Payment, language: str) -> tuple[Fact, ...]:
    """Each share with its tender; nothing where all was paid in cash at once."""
    shares = payment.shares
    if len(shares) == 1 and shares[0].tender is Tender.CASH:
        return ()
    return tuple(
        Fact(part_name(part.tender, part.reference, language), amount(part.amount_minor, payment.currency))
        for part in shares
    )


def _lets_out(receipt: Receipt) -> bool:
    return receipt.voided_at is None and receipt.payment.tender is not Tender.TOWED


def _is_owed(receipt: Receipt) -> bool:
    return receipt.payment.tender is Tender.IOU and receipt.voided_at is None


def _state_mark(receipt: Receipt, table: Mapping[str, str]) -> str:
    if receipt.voided_at is not None:
        return table["mark.voided"]
    tender = receipt.payment.tender
    return table[f"mark.{tender.value}"] if tender in _UNPAID else ""


def _remarks(receipt: Receipt, times: LocalTimes) -> tuple[str, ...]:
    """What else is to be said of the money: who paid a part of it, why nothing was paid, what went back."""
    table, payment = words_for(times.language), receipt.payment
    remarks = []
    if receipt.merchants:
        names = table["list"].join(printable(name) for name in receipt.merchants)
        remarks.append(table["receipt.validated_by"].format(names=names))
    if payment.tender is Tender.NIL:
        reason = table.get(f"nil.{payment.reason}", payment.reason)
        remarks.append(table["receipt.nil"].format(reason=printable(reason)))
    if _is_owed(receipt):
        owed = amount(payment.amount_minor, payment.currency)
        remarks.append(table["receipt.iou"].format(amount=owed))
    if receipt.voided_at is not None:
        remarks.append(table["receipt.voided"].format(at=times.date_and_time(receipt.voided_at)))
    elif receipt.refunded_minor:
        back = amount(receipt.refunded_minor, payment.currency)
        remarks.append(table["receipt.refunded"].format(amount=back))
    return tuple(remarks)


def _lane_name(lot: Lot, lane_id: str) -> str:
    """The lane's name, or its id where the lot no longer has such a lane."""
    try:
        return printable(lot.lane(lane_id).name)
    except BadInput:
        return printable(lane_id)


def _price_rows(payment: Payment, times: LocalTimes) -> tuple[PriceRow, ...]:
    """Each line; those of the same kind added up where they would fill the paper. None is left out."""
    lines = payment.lines
    days = {times.day(instant) for line in lines for instant in (line.start, line.end)}
    has_days = days != {times.day(payment.paid_at)}
    groups = each_line(lines) if len(lines) <= MOST_LINES else added_up(lines)
    return tuple(
        PriceRow(
            printable(line_in_words(group.line, payment.currency, times.language)),
            _span(group, times, has_days=has_days),
            amount(group.line.amount_minor, payment.currency),
        )
        for group in groups
    )


def _span(group: LineGroup, times: LocalTimes, *, has_days: bool) -> str:
    if not parts_of(group.line).has_span:
        return ""
    span = times.span(group.line.start, group.line.end, has_days=has_days)
    if group.count == 1:
        return span
    return words_for(times.language)["span.parts"].format(span=span, count=group.count)


def _tax(receipt: Receipt, language: str) -> Fact:
    """The tax inside the total, with its rate; empty where the plan names none."""
    table, points, payment = words_for(language), receipt.terms.tax_points, receipt.payment
    if not payment.tax_minor and not points:
        return Fact("", "")
    label = table["receipt.tax_at"].format(percent=percent_figure(points)) if points else table["receipt.tax"]
    return Fact(label, amount(payment.tax_minor, payment.currency))


def _rounding(receipt: Receipt, language: str) -> str:
    """How the total was rounded; empty where that is to the smallest unit, the nearest."""
    table, terms = words_for(language), receipt.terms
    if terms.round_to_minor == 1 and terms.rounding is Rounding.HALF_UP and not terms.tax_points:
        return ""
    return table["receipt.rounding"].format(
        price=amount(terms.round_to_minor, receipt.payment.currency),
        mode=table[f"rounding.{terms.rounding.value}"],
    )


def _leave_by(receipt: Receipt, times: LocalTimes) -> LeaveBy:
    table = words_for(times.language)
    payment = receipt.payment
    until = times.time(payment.permit_until)
    is_other_day = times.day(payment.permit_until) != times.day(payment.paid_at)
    return LeaveBy(
        table["receipt.leave_by"],
        until,
        times.date_in_words(payment.permit_until) if is_other_day else "",
        table[f"afterwards.{receipt.lot.overstay_rule.value}"].format(until=until),
    )
