"""Merchants in the store: their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from core.domain.journal import Entry
from core.domain.merchants import LONGEST_NAME, Merchant, fold_merchant
from core.store.money_tables import merchants
from core.store.upserts import upsert


def project_merchants(
    connection: Connection, lot_id: str, by_merchant: Mapping[str, Sequence[Entry]]
) -> None:
    """Fold the merchants again and replace their rows."""
    for entries in by_merchant.values():
        merchant = fold_merchant(entries)
        if merchant is not None:
            row = {
                "lot_id": lot_id,
                "merchant_id": merchant.merchant_id,
                "name": merchant.name[:LONGEST_NAME],
                "active": merchant.is_active,
                "document": merchant.to_document(),
            }
            upsert(connection, merchants, ("lot_id", "merchant_id"), row)


def load_merchants(connection: Connection, lot_id: str) -> list[Merchant]:
    """Every merchant that was ever set, by name."""
    rows = connection.execute(
        select(merchants.c.document)
        .where(merchants.c.lot_id == lot_id)
        .order_by(merchants.c.name, merchants.c.merchant_id)
    )
    return [Merchant.from_document(row.document) for row in rows]
