"""Verifies that every payment's amount is the price that its inputs and its plan give again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Text, cast, select, tuple_

from core.domain.back_entry import PAPER_BOOK
from core.domain.errors import OperatorError
from core.domain.journal import Entry, Subject
from core.domain.lots import Lot, OverstayRule
from core.domain.payments import Payment
from core.domain.rates.basis import Basis, PlanOf, Prices
from core.domain.rates.document import plan_from_document
from core.domain.rates.pricing import Pricing
from core.domain.recomputation import Recomputed, earlier_basis, recompute
from core.store.findings import Findings
from core.store.journal import entries_of
from core.store.tables import journal
from core.store.verify_chain import ROWS_AT_ONCE, mapping

_PAID, _PUBLISHED = "stay.paid", "rates.published"
_LOT_KINDS = ("lot.set_up", "lot.changed")
_KEY = (journal.c.lot_id, journal.c.hlc, journal.c.console_id, journal.c.seq)
_PLANS_KEPT = 64


def verify_prices(connection: Connection, findings: Findings) -> None:
    """Price every payment again; each that differs, or cannot be priced, is named."""
    prices = _Prices(connection)
    for row in _rows(connection, (_PAID,)):
        try:
            payment = Payment.from_document(mapping(row.payload)["payment"])
        except (ValueError, TypeError, LookupError):
            continue  # told when the chain was walked, or when its stay was folded
        _verify(prices, row, payment, findings)


def _verify(prices: _Prices, row: Row[Any], payment: Payment, findings: Findings) -> None:
    if payment.reason == PAPER_BOOK:
        return  # what the paper says was taken, whatever it should have been: its entry names both
    named = f"payment {payment.payment_id}, receipt {payment.receipt_number}"
    where = {"console_id": row.console_id, "seq": row.seq}
    try:
        basis = payment.basis or prices.earlier(row.lot_id, payment)
        again = _agreeing(prices, row.lot_id, payment, basis)
    except (OperatorError, ValueError, TypeError, LookupError) as error:
        findings.add("price.cannot_be_made", f"{named}: {error}", **where)
        return
    if not again.agrees:
        detail = f"{named}: {payment.amount_minor} taken, {again.quote.total_minor} by its inputs"
        findings.add("price.differs", detail, **where)


def _agreeing(prices: _Prices, lot_id: str, payment: Payment, basis: Basis | None) -> Recomputed:
    """The price made again; by the second publishing of a version where the first gives another.

    Consoles that were cut off may have published the same version twice, and each priced by its own.
    """
    made = (
        recompute(payment, prices.plans(lot_id, which), basis)
        for which in range(max(1, prices.most_published))
    )
    first = next(made)
    return first if first.agrees else next((again for again in made if again.agrees), first)


class _Prices:
    """Plans and rules as the journal has them, not as the tables that follow from it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._documents: dict[tuple[str, str, int], list[Mapping[str, Any]]] = defaultdict(list)
        self._rules: list[tuple[str, int, OverstayRule]] = []
        self._ready = lru_cache(_PLANS_KEPT)(self._make_ready)
        for row in _rows(connection, (_PUBLISHED,)):
            document = _read(row).get("plan", {})
            self._documents[row.lot_id, document.get("plan_id"), document.get("version")].append(document)
        for row in _rows(connection, _LOT_KINDS):
            rule = _rule(_read(row))
            if rule is not None:
                self._rules.append((row.lot_id, row.hlc, rule))

    @property
    def most_published(self) -> int:
        """How often one version was published at most: once, as a rule."""
        return max(map(len, self._documents.values()), default=0)

    def plan(self, lot_id: str, plan_id: str, version: int, which: int) -> Prices:
        """The plan as it was published, the last time if not so often; LookupError where it never was."""
        documents = self._documents.get((lot_id, plan_id, version), [])
        return self._ready(lot_id, plan_id, version, min(which, max(0, len(documents) - 1)))

    def plans(self, lot_id: str, which: int) -> PlanOf:
        """The plans of a lot as ``plan`` has them."""
        return lambda plan_id, version: self.plan(lot_id, plan_id, version, which)

    def earlier(self, lot_id: str, payment: Payment) -> Any:
        """The inputs of a payment that did not keep its own."""
        history = entries_of(self._connection, lot_id, Subject("stay", payment.stay_id))
        return earlier_basis(payment, history, self._rule_when(lot_id, history, payment))

    def _make_ready(self, lot_id: str, plan_id: str, version: int, which: int) -> Pricing:
        documents = self._documents.get((lot_id, plan_id, version))
        if not documents:
            raise LookupError(f"{plan_id} {version} was never published")
        return Pricing(plan_from_document(documents[which]))

    def _rule_when(self, lot_id: str, history: list[Entry], payment: Payment) -> OverstayRule:
        paid = next(
            entry.hlc
            for entry in history
            if entry.kind == _PAID and entry.payload["payment"]["payment_id"] == payment.payment_id
        )
        past = [rule for lot, hlc, rule in self._rules if lot == lot_id and hlc < paid]
        return past[-1] if past else OverstayRule.RESTART


def _rows(connection: Connection, kinds: tuple[str, ...]) -> Iterator[Row[Any]]:
    statement = (
        select(*_KEY, cast(journal.c.payload, Text).label("payload"))
        .where(journal.c.kind.in_(kinds))
        .order_by(*_KEY)
    )
    page = statement
    while True:
        rows = connection.execute(page.limit(ROWS_AT_ONCE)).all()
        yield from rows
        if len(rows) < ROWS_AT_ONCE:
            return
        last = rows[-1]
        page = statement.where(tuple_(*_KEY) > (last.lot_id, last.hlc, last.console_id, last.seq))


def _read(row: Row[Any]) -> Mapping[str, Any]:
    try:
        return mapping(row.payload)
    except (ValueError, TypeError):
        return {}  # told when the chain was walked


def _rule(payload: Mapping[str, Any]) -> OverstayRule | None:
    try:
        return Lot.from_document(payload["lot"]).overstay_rule
    except (ValueError, TypeError, LookupError, OperatorError):
        return None
