"""Money that is due back, with the two payments that it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.domain.errors import Refused
from core.domain.journal import Entry
from core.domain.payments import Payment
from core.domain.refunds import PAID_TWICE, Refund
from core.domain.stays import Stay
from core.store.journal import entries_of_all
from core.store.queries.stays import stays_by_id
from core.store.refunds import refunds_due
from core.store.unit_of_work import SqlUnitOfWork


@dataclass(frozen=True, slots=True)
class Taken:
    """A payment, the console that took it and who did; a name that is not known here is empty."""

    payment: Payment
    console: str
    cashier: str


@dataclass(frozen=True, slots=True)
class RefundView:
    """A refund with its car and what was taken: the payment before, then the one that was too much.

    Where nothing was paid twice, ``taken`` is the payment that money goes back of, if any.
    Other consoles' entries come in any order: as long as some are missing, ``stay`` is None or ``taken``
    lacks one.
    """

    refund: Refund
    stay: Stay | None = None
    taken: tuple[Taken, ...] = ()

    @property
    def plate(self) -> str:
        """The car's plate, empty where it is not known, or no longer."""
        return self.stay.plate if self.stay is not None else ""

    @property
    def is_paid_twice(self) -> bool:
        """Whether two consoles took money for the same time; else one payment led to it, or none."""
        return self.refund.cause == PAID_TWICE

    @property
    def is_whole(self) -> bool:
        """Whether it was paid twice, and both payments are known here."""
        return self.is_paid_twice and len(self.taken) == 2


def refunds_waiting(view: SqlUnitOfWork, *, most: int) -> list[RefundView]:
    """The money that is due back, the oldest first; at most the newest so many."""
    return _with_payments(view, refunds_due(view.connection, view.lot_id, most=most))


def refund_shown(view: SqlUnitOfWork, refund_id: str) -> RefundView:
    """That refund; Refused ``refund.unknown``."""
    refund = view.refund(refund_id)
    if refund is None:
        raise Refused("refund.unknown")
    return _with_payments(view, [refund])[0]


def _with_payments(view: SqlUnitOfWork, found: Sequence[Refund]) -> list[RefundView]:
    if not found:
        return []
    stay_ids = list({refund.stay_id for refund in found})
    stays = {stay.stay_id: stay for stay in stays_by_id(view, stay_ids)}
    entries = entries_of_all(view.connection, view.lot_id, "stay", stay_ids)
    consoles = {console.console_id: console.name for console in view.lot_consoles()}
    people = {person.person_id: person.name for person in view.people()}
    return [
        RefundView(
            refund,
            stays.get(refund.stay_id),
            _led_to(refund, _taken(entries[refund.stay_id], consoles, people)),
        )
        for refund in found
    ]


def _taken(entries: Sequence[Entry], consoles: Mapping[str, str], people: Mapping[str, str]) -> list[Taken]:
    """What was taken for a stay, in the order in which it was."""
    taken = []
    for entry in entries:
        if entry.kind == "stay.paid":
            payment = Payment.from_document(entry.payload["payment"])
            console, cashier = consoles.get(entry.console_id, ""), people.get(payment.cashier_id, "")
            taken.append(Taken(payment, console, cashier))
    return sorted(taken, key=lambda one: (one.payment.paid_at, one.payment.payment_id))


def _led_to(refund: Refund, taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """The payment that it is of, after the one before where it was paid twice; as far as known."""
    ids = [one.payment.payment_id for one in taken]
    if refund.payment_id not in ids:
        return ()
    place = ids.index(refund.payment_id)
    first = max(place - 1, 0) if refund.cause == PAID_TWICE else place
    return tuple(taken[first : place + 1])
