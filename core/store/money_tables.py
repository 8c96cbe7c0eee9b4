"""The tables of money and of the people who handle it: orders, charges, debts, merchants; refused attempts,
anchors, views of photos. The same on SQLite and PostgreSQL.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from core.domain.orders import ChargeState
from core.store.tables import ID, metadata, one_of

ORDER_STATES = ("open", "paid", "given_up")
DEBT_STATES = ("open", "collected", "written_off")

# Follow from the journal.

orders = Table(
    "orders",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("order_id", ID, nullable=False),
    Column("stay_id", ID, nullable=False),
    Column("state", String(10), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("document", JSON, nullable=False),
    PrimaryKeyConstraint("lot_id", "order_id"),
    one_of("state", ORDER_STATES),
    Index(None, "lot_id", "stay_id"),
    Index(None, "lot_id", "state"),
)

charges = Table(
    "charges",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("charge_id", ID, nullable=False),
    Column("order_id", ID, nullable=False),
    Column("stay_id", ID, nullable=False),
    Column("tender", String(20), nullable=False),
    Column("account", String(40), nullable=False),
    Column("key", String(100), nullable=False),
    Column("state", String(10), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("refunded_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("reference", String(200), nullable=False),
    Column("shown", Text, nullable=False),
    Column("cause", String(60), nullable=False),
    Column("intended_at", BigInteger, nullable=False),
    Column("settled_at", BigInteger),
    Column("shift_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("who", ID, nullable=False),
    PrimaryKeyConstraint("lot_id", "charge_id"),
    one_of("state", ChargeState),
    Index(None, "lot_id", "order_id"),
    Index(None, "lot_id", "state"),
    Index(None, "lot_id", "key"),
)

# What drivers were let out with and owe: an IOU, a car towed.
debts = Table(
    "debts",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("debt_id", ID, nullable=False),
    Column("stay_id", ID, nullable=False),
    Column("payment_id", ID, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("paid_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("state", String(12), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("lot_id", "debt_id"),
    one_of("state", DEBT_STATES),
    Index(None, "lot_id", "state"),
    Index(None, "lot_id", "stay_id"),
)

# Money that came in beside parking: articles, debts collected.
sales = Table(
    "sales",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("sale_id", ID, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("of_id", ID, nullable=False),
    Column("stay_id", ID, nullable=False),
    Column("shift_id", ID, nullable=False),
    Column("tender", String(20), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("sold_at", BigInteger, nullable=False),
    Column("receipt_number", BigInteger, nullable=False),
    Column("document", JSON, nullable=False),
    PrimaryKeyConstraint("lot_id", "sale_id"),
    Index(None, "lot_id", "sold_at"),
)

merchants = Table(
    "merchants",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("merchant_id", ID, nullable=False),
    Column("name", String(60), nullable=False),
    Column("active", Boolean(name="active"), nullable=False),
    Column("document", JSON, nullable=False),
    PrimaryKeyConstraint("lot_id", "merchant_id"),
)

# A console's own affairs.

# What somebody tried and may not (D3): apart from what happened, at most so many rows a minute and source.
refused_attempts = Table(
    "refused_attempts",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("attempt_id", ID, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("until_at", BigInteger, nullable=False),
    Column("source", String(60), nullable=False),
    Column("who", String(60), nullable=False),
    Column("what", String(60), nullable=False),
    Column("cause", String(60), nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("lot_id", "attempt_id"),
    Index(None, "lot_id", "at"),
)

# Where a chain stood when that was written somewhere else, too: on paper, a second disk, the shared database.
anchors = Table(
    "anchors",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("anchor_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("link", LargeBinary(32), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("place", String(20), nullable=False),
    PrimaryKeyConstraint("lot_id", "anchor_id"),
    Index(None, "lot_id", "console_id", "seq"),
)

# Who looked at which picture (D8).
photo_views = Table(
    "photo_views",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("view_id", ID, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("who", ID, nullable=False),
    Column("photo", String(64), nullable=False),
    Column("stay_id", ID, nullable=False),
    Column("place", String(20), nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("lot_id", "view_id"),
    Index(None, "lot_id", "at"),
    Index(None, "lot_id", "photo"),
)
