"""Debts, and the sales by which they are collected, in the store: their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from core.domain.debts import fold_debt
from core.domain.journal import Entry, to_micros
from core.domain.sales import fold_sale
from core.store.money_tables import debts, sales
from core.store.upserts import upsert


def project_debts(connection: Connection, lot_id: str, by_debt: Mapping[str, Sequence[Entry]]) -> None:
    """Fold the debts again and replace their rows; who owes stays in the journal, where it can be purged."""
    for entries in by_debt.values():
        debt = fold_debt(entries)
        if debt is not None:
            row = {
                "lot_id": lot_id,
                "debt_id": debt.debt_id,
                "stay_id": debt.stay_id,
                "payment_id": debt.payment_id,
                "kind": debt.kind.value,
                "amount_minor": debt.amount_minor,
                "paid_minor": debt.paid_minor,
                "currency": debt.currency,
                "state": debt.state.value,
                "made_at": to_micros(debt.made_at),
            }
            upsert(connection, debts, ("lot_id", "debt_id"), row)


def project_sales(connection: Connection, lot_id: str, by_sale: Mapping[str, Sequence[Entry]]) -> None:
    """Fold the sales again and replace their rows."""
    for entries in by_sale.values():
        sale = fold_sale(entries)
        if sale is not None:
            row = {
                "lot_id": lot_id,
                "sale_id": sale.sale_id,
                "kind": sale.kind.value,
                "of_id": sale.of_id,
                "stay_id": sale.stay_id,
                "shift_id": sale.shift_id,
                "tender": sale.tender.value,
                "amount_minor": sale.amount_minor,
                "currency": sale.currency,
                "sold_at": to_micros(sale.sold_at),
                "receipt_number": sale.receipt_number,
                "document": sale.to_document(),
            }
            upsert(connection, sales, ("lot_id", "sale_id"), row)
