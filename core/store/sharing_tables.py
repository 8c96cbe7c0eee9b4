"""The tables of sharing, beside those of one console: who belongs to the lot, what was agreed, what waits.

The same on SQLite and PostgreSQL. Which of them the shared database alone uses, and who may do what to
them there, is said in docs/shared-database.md.
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
    true,
)

from core.store.tables import ID, metadata, one_of

PROPOSAL_STATES = ("waiting", "accepted", "refused", "conflict")
REQUEST_STATES = ("waiting", "accepted", "refused")
BOOKING_STATES = ("booked", "cancelled", "arrived", "ended", "no_show")
REFUND_STATES = ("due", "underway", "unknown", "paid_back", "kept", "failed")

# Follow from the journal.

consoles = Table(
    "consoles",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("number", Integer, nullable=False),
    Column("name", String(60), nullable=False),
    Column("public_key", String(64), nullable=False),
    Column("joined_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("is_hub", Boolean(name="is_hub"), nullable=False),
    # Whether cars come in through it, so that the hub grants it spaces.
    Column("entry_lanes", Boolean(name="entry_lanes"), nullable=False, server_default=true()),
    PrimaryKeyConstraint("lot_id", "console_id"),
)

# What the hub granted to each console, less what it gave back; and how many spaces its own journal spent
# on cars it let in, and kept from cars it let out. Their balance is what it may still let in.
space_leases = Table(
    "space_leases",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("granted", Integer, nullable=False),
    Column("spent", Integer, nullable=False),
    Column("kept", Integer, nullable=False),
    PrimaryKeyConstraint("lot_id", "console_id"),
)

proposals = Table(
    "proposals",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("proposal_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("what", String(20), nullable=False),
    Column("target_id", String(40), nullable=False),
    Column("base", String(64), nullable=False),
    Column("document", JSON, nullable=False),
    # The other value that the hub found, where they are in conflict.
    Column("current", JSON, nullable=False),
    Column("proposed_at", BigInteger, nullable=False),
    Column("proposed_by", ID, nullable=False),
    Column("state", String(10), nullable=False),
    Column("reason", String(60), nullable=False),
    Column("decided_at", BigInteger),
    PrimaryKeyConstraint("lot_id", "proposal_id"),
    one_of("state", PROPOSAL_STATES),
    Index(None, "lot_id", "state"),
)

bookings = Table(
    "bookings",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("booking_id", ID, nullable=False),
    Column("external_id", String(80), nullable=False),
    Column("plate", String(64), nullable=False),
    Column("plate_fold", String(64), nullable=False),
    Column("space_id", String(40), nullable=False),
    Column("from_at", BigInteger, nullable=False),
    Column("until_at", BigInteger, nullable=False),
    Column("state", String(10), nullable=False),
    Column("paid_minor", BigInteger, nullable=False),
    PrimaryKeyConstraint("lot_id", "booking_id"),
    one_of("state", BOOKING_STATES),
    Index(None, "lot_id", "from_at"),
    Index(None, "lot_id", "plate_fold"),
)

# A booked space, quarter of an hour by quarter of an hour: its plain primary key is what keeps two
# bookings apart. ``slot_start`` in whole quarters since 1970 UTC.
space_slots = Table(
    "space_slots",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("space_id", String(40), nullable=False),
    Column("slot_start", Integer, nullable=False),
    Column("booking_id", ID, nullable=False),
    PrimaryKeyConstraint("lot_id", "space_id", "slot_start"),
    Index(None, "lot_id", "booking_id"),
)

refunds = Table(
    "refunds",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("refund_id", ID, nullable=False),
    Column("stay_id", ID, nullable=False),
    Column("payment_id", ID, nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("cause", String(40), nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("state", String(10), nullable=False),
    # How it goes back, of which charge, who asked for it and who approved.
    Column("tender", String(20), nullable=False, server_default=""),
    Column("charge_id", ID, nullable=False, server_default=""),
    Column("account", String(40), nullable=False, server_default=""),
    Column("reference", String(200), nullable=False, server_default=""),
    Column("order_id", ID, nullable=False, server_default=""),
    Column("reason", String(40), nullable=False, server_default=""),
    Column("asked_by", ID, nullable=False, server_default=""),
    Column("approved_by", ID, nullable=False, server_default=""),
    Column("trouble", String(60), nullable=False, server_default=""),
    PrimaryKeyConstraint("lot_id", "refund_id"),
    one_of("state", REFUND_STATES),
)

# A console's own affairs.

sync_marks = Table(
    "sync_marks",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("link", String(20), nullable=False),
    Column("console_id", ID, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("link_hash", LargeBinary(32), nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("lot_id", "link", "console_id"),
)

refused_rows = Table(
    "refused_rows",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("refusal_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("cause", String(60), nullable=False),
    Column("detail", String(500), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("row", JSON, nullable=False),
    Column("settled_at", BigInteger),
    PrimaryKeyConstraint("lot_id", "refusal_id"),
    Index(None, "lot_id", "console_id", "seq"),
)

# The hub's: who may still join.

invitations = Table(
    "invitations",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("invitation_id", ID, nullable=False),
    Column("secret_hash", String(64), nullable=False),
    Column("name", String(60), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("used_at", BigInteger),
    Column("used_by", ID),
    PrimaryKeyConstraint("lot_id", "invitation_id"),
)

# The shared database's.

projected_marks = Table(
    "projected_marks",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hub_id", ID, nullable=False),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("lot_id", "console_id"),
)

console_reports = Table(
    "console_reports",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("document", JSON, nullable=False),
    PrimaryKeyConstraint("lot_id", "console_id"),
)

# Which login of the database server is which console; the views of consoles see its lot alone.
console_logins = Table(
    "console_logins",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("login", String(63), nullable=False),
    Column("console_id", ID, nullable=False),
    PrimaryKeyConstraint("lot_id", "login"),
)

# For which lots another program's login may do what.
partner_lots = Table(
    "partner_lots",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("login", String(63), nullable=False),
    Column("may_book", Boolean(name="may_book"), nullable=False),
    Column("may_set_rates", Boolean(name="may_set_rates"), nullable=False),
    Column("may_read", Boolean(name="may_read"), nullable=False),
    PrimaryKeyConstraint("lot_id", "login"),
)

booking_requests = Table(
    "booking_requests",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("request_id", ID, nullable=False),
    Column("external_id", String(80), nullable=False),
    Column("action", String(10), nullable=False, server_default="book"),
    Column("plate", String(64), nullable=False, server_default=""),
    Column("space_id", String(40), nullable=False, server_default=""),
    Column("from_at", BigInteger, nullable=False),
    Column("until_at", BigInteger, nullable=False),
    Column("paid_minor", BigInteger, nullable=False, server_default="0"),
    Column("requested_at", BigInteger, nullable=False),
    Column("requested_by", String(63), nullable=False),
    Column("state", String(10), nullable=False, server_default="waiting"),
    Column("reason", String(60), nullable=False, server_default=""),
    Column("decided_at", BigInteger),
    Column("booking_id", ID),
    Column("code", String(400), nullable=False, server_default=""),
    PrimaryKeyConstraint("lot_id", "request_id"),
    one_of("state", REQUEST_STATES),
    one_of("action", ("book", "cancel")),
    Index(None, "lot_id", "state"),
)

rate_plan_requests = Table(
    "rate_plan_requests",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("request_id", ID, nullable=False),
    Column("document", Text, nullable=False),
    Column("effective_at", BigInteger, nullable=False),
    Column("requested_at", BigInteger, nullable=False),
    Column("requested_by", String(63), nullable=False),
    Column("state", String(10), nullable=False, server_default="waiting"),
    Column("reason", String(200), nullable=False, server_default=""),
    Column("decided_at", BigInteger),
    Column("plan_id", String(40)),
    Column("version", Integer),
    PrimaryKeyConstraint("lot_id", "request_id"),
    one_of("state", REQUEST_STATES),
    Index(None, "lot_id", "state"),
)

availability = Table(
    "availability",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("name", String(80), nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("inside", Integer, nullable=False),
    Column("free", Integer, nullable=False),
    Column("bookable", Integer, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("reported_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("lot_id"),
)

daily_reports = Table(
    "daily_reports",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("day", Integer, nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("entries", Integer, nullable=False),
    Column("exits", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("inside_at_end", Integer, nullable=False),
    Column("payments", Integer, nullable=False),
    Column("revenue_minor", BigInteger, nullable=False),
    Column("tax_minor", BigInteger, nullable=False),
    Column("by_tender", JSON, nullable=False),
    Column("overrides", Integer, nullable=False),
    Column("exceptions", JSON, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("lot_id", "day"),
)

# Facts about the database itself: the oldest program that may still use it.
shared_settings = Table(
    "shared_settings",
    metadata,
    Column("name", String(40), nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("name"),
)
