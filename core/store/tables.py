"""The mapped tables, the same on SQLite and PostgreSQL.

Instants are whole microseconds since 1970 UTC, money whole minor units, enumerations checked text.
``lot_id`` leads every shared key. The journal's key holds its month, so that it can be partitioned; its
duplicates are checked in ``journal_keys``, which is not.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    text,
)

from core.domain.people import Role
from core.domain.stays import StayState

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(36)
TASK_STATES = ("waiting", "done", "failed", "unknown", "expired")


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """The rule that the column holds one of these."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


journal = Table(
    "journal",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("month", Integer, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("entry_id", ID, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("who", ID, nullable=False),
    Column("subjects", JSON, nullable=False),
    Column("link", LargeBinary(32), nullable=False),
    PrimaryKeyConstraint("lot_id", "month", "console_id", "seq"),
    Index(None, "lot_id", "hlc"),
    Index(None, "lot_id", "kind", "hlc"),
    postgresql_partition_by="RANGE (month)",
)

journal_keys = Table(
    "journal_keys",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("entry_id", ID, nullable=False),
    Column("month", Integer, nullable=False),
    Column("link", LargeBinary(32), nullable=False),
    PrimaryKeyConstraint("lot_id", "console_id", "seq"),
    UniqueConstraint("lot_id", "entry_id"),
    # Which chains there are, without a look at all that is in them.
    Index(None, "lot_id", "console_id", postgresql_where=text("seq = 1"), sqlite_where=text("seq = 1")),
)

journal_subjects = Table(
    "journal_subjects",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("subject_id", ID, nullable=False),
    Column("console_id", ID, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("month", Integer, nullable=False),
    PrimaryKeyConstraint("lot_id", "kind", "subject_id", "console_id", "seq"),
)

journal_personal = Table(
    "journal_personal",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("entry_id", ID, nullable=False),
    Column("salt", LargeBinary(16), nullable=False),
    Column("fields", JSON, nullable=False),
    PrimaryKeyConstraint("lot_id", "entry_id"),
)

# How an entry belongs to what it is about, and its personal fields to it.
ENTRY_OF_SUBJECT = and_(
    journal.c.lot_id == journal_subjects.c.lot_id,
    journal.c.month == journal_subjects.c.month,
    journal.c.console_id == journal_subjects.c.console_id,
    journal.c.seq == journal_subjects.c.seq,
)
PERSONAL_OF_ENTRY = and_(
    journal_personal.c.lot_id == journal.c.lot_id,
    journal_personal.c.entry_id == journal.c.entry_id,
)

stays = Table(
    "stays",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("stay_id", ID, nullable=False),
    Column("state", String(12), nullable=False),
    Column("plate", String(64), nullable=False),
    Column("plate_fold", String(64), nullable=False),
    Column("raw_plate", String(128), nullable=False),
    Column("entry_at", BigInteger, nullable=False),
    Column("entry_lane", String(40), nullable=False),
    Column("entry_known", Boolean(name="entry_known"), nullable=False),
    Column("plan_id", String(40), nullable=False),
    Column("plan_version", Integer, nullable=False),
    Column("confidence", Float),
    Column("alternatives", JSON, nullable=False),
    Column("doubts", JSON(none_as_null=True)),
    Column("photo", String(64), nullable=False),
    Column("exit_at", BigInteger),
    Column("exit_lane", String(40), nullable=False),
    Column("exit_photo", String(64), nullable=False),
    Column("former_plates", JSON, nullable=False),
    Column("notes", JSON, nullable=False),
    Column("leaving", Boolean(name="leaving"), nullable=False),
    Column("paid_minor", BigInteger, nullable=False),
    Column("permit_until", BigInteger),
    Column("facts", JSON(none_as_null=True)),
    # Whose granted space it took, and who keeps the space that it freed; empty for neither.
    Column("leased_by", ID, nullable=False, server_default=""),
    Column("kept_by", ID, nullable=False, server_default=""),
    Column("due_back_minor", BigInteger, nullable=False, server_default="0"),
    PrimaryKeyConstraint("lot_id", "stay_id"),
    one_of("state", StayState),
    Index(None, "lot_id", "state", "entry_at"),
    Index(None, "lot_id", "plate_fold"),
    Index(None, "lot_id", "exit_at"),
)

payments = Table(
    "payments",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("payment_id", ID, nullable=False),
    Column("stay_id", ID, nullable=False),
    Column("shift_id", ID, nullable=False),
    Column("tender", String(20), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("paid_at", BigInteger, nullable=False),
    Column("receipt_number", BigInteger, nullable=False),
    Column("document", JSON, nullable=False),
    # What of the amount came in as money, whatever the tender; nothing of an IOU.
    Column("received_minor", BigInteger, nullable=False, server_default="0"),
    # When it was taken back: then it pays for nothing.
    Column("voided_at", BigInteger),
    PrimaryKeyConstraint("lot_id", "payment_id"),
    Index(None, "lot_id", "stay_id"),
    Index(None, "lot_id", "paid_at"),
)

occupancy = Table(
    "occupancy",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("inside", Integer, nullable=False),
    Column("pending", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    PrimaryKeyConstraint("lot_id"),
)

shifts = Table(
    "shifts",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("shift_id", ID, nullable=False),
    Column("drawer", String(40), nullable=False),
    Column("person_id", ID, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("float_minor", BigInteger, nullable=False),
    Column("cash_minor", BigInteger, nullable=False),
    Column("payments", Integer, nullable=False),
    Column("closed_at", BigInteger),
    Column("counted_minor", BigInteger),
    # Where it was opened: each console has a drawer of its own, whatever it is called.
    Column("console_id", ID, nullable=False, server_default=""),
    # The shift that it relieves on the same drawer; empty for a main one.
    Column("main_shift_id", ID, nullable=False, server_default=""),
    Column("drops_minor", BigInteger, nullable=False, server_default="0"),
    Column("payouts_minor", BigInteger, nullable=False, server_default="0"),
    Column("payins_minor", BigInteger, nullable=False, server_default="0"),
    # What its reliefs changed in the drawer.
    Column("relief_minor", BigInteger, nullable=False, server_default="0"),
    # What stayed in the drawer at the close: the next float.
    Column("left_minor", BigInteger),
    Column("z_number", Integer),
    Column("check_code", String(20), nullable=False, server_default=""),
    Column("report", JSON(none_as_null=True)),
    PrimaryKeyConstraint("lot_id", "shift_id"),
    # Not unique: two consoles that were cut off from each other may both have opened it, and both count.
    Index(None, "lot_id", "drawer", "closed_at"),
)

people = Table(
    "people",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("person_id", ID, nullable=False),
    Column("name", String(60), nullable=False),
    Column("role", String(20), nullable=False),
    Column("active", Boolean(name="active"), nullable=False),
    Column("language", String(10)),
    # Of a client: how to reach them, and their plates.
    Column("contact", String(120), nullable=False, server_default=""),
    Column("plates", JSON(none_as_null=True)),
    PrimaryKeyConstraint("lot_id", "person_id"),
    one_of("role", Role),
)

credentials = Table(
    "credentials",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("person_id", ID, nullable=False),
    Column("pin_hash", String(200), nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", BigInteger, nullable=False),
    # When the PIN was set: of two consoles' hashes the one that was set later holds.
    Column("set_at", BigInteger, nullable=False, server_default="0"),
    # What the hash is of: a PIN for the booth, or a password.
    Column("kind", String(10), nullable=False, server_default="pin"),
    # The keyed digest of a badge, by which its holder is found; empty for none.
    Column("badge", String(64), nullable=False, server_default=""),
    # When the badge was given or taken away, as ``set_at`` is for the hash.
    Column("badge_set_at", BigInteger, nullable=False, server_default="0"),
    PrimaryKeyConstraint("lot_id", "person_id"),
    Index(None, "lot_id", "badge"),
)

lots = Table(
    "lots",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("version", Integer, nullable=False),
    Column("document", JSON, nullable=False),
    PrimaryKeyConstraint("lot_id"),
)

rate_plans = Table(
    "rate_plans",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("plan_id", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("effective_at", BigInteger, nullable=False),
    Column("document", JSON, nullable=False),
    Column("withdrawn_at", BigInteger),
    PrimaryKeyConstraint("lot_id", "plan_id", "version"),
)

# Unfinished work of a landlord: no fact about the lot, so not in the journal either.
rate_drafts = Table(
    "rate_drafts",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("draft_id", ID, nullable=False),
    Column("name", String(80), nullable=False),
    Column("document", JSON, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
    Column("saved_by", ID, nullable=False),
    PrimaryKeyConstraint("lot_id", "draft_id"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("sighting_id", ID, nullable=False),
    Column("lane_id", String(40), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("plate", String(64), nullable=False),
    Column("raw_plate", String(128), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("frames", Integer, nullable=False),
    Column("photo", String(64), nullable=False),
    Column("action", String(10), nullable=False),
    Column("reason", String(40), nullable=False),
    Column("stay_id", ID),
    PrimaryKeyConstraint("lot_id", "sighting_id"),
    Index(None, "lot_id", "lane_id", "at"),
)

tasks = Table(
    "tasks",
    metadata,
    Column("lot_id", ID, nullable=False),
    Column("task_id", ID, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String(10), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("next_at", BigInteger, nullable=False),
    Column("deadline_at", BigInteger),
    Column("attempts", Integer, nullable=False),
    Column("cause", String(200), nullable=False),
    PrimaryKeyConstraint("lot_id", "task_id"),
    one_of("state", TASK_STATES),
    Index(None, "lot_id", "state", "next_at"),
)

local_state = Table(
    "local_state",
    metadata,
    Column("name", String(40), nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("name"),
)
