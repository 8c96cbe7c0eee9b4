"""Many consoles of one lot, and many lots: who belongs to it, what was agreed, what waits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


# Up to here all payments of a console's database were its own; from now on others' come to lie beside them.
_COUNT_RECEIPTS = """
INSERT INTO local_state (name, value)
SELECT 'receipt_number', CAST(highest AS TEXT)
FROM (SELECT MAX(receipt_number) AS highest FROM payments) AS paid
WHERE highest IS NOT NULL
"""
_PLACE_SHIFTS = """
UPDATE shifts SET console_id = COALESCE((
    SELECT opened.console_id
    FROM journal_subjects AS about
    JOIN journal AS opened
        ON opened.lot_id = about.lot_id AND opened.month = about.month
        AND opened.console_id = about.console_id AND opened.seq = about.seq
    WHERE about.lot_id = shifts.lot_id AND about.kind = 'shift' AND about.subject_id = shifts.shift_id
        AND opened.kind = 'shift.opened'
    ORDER BY opened.hlc
    LIMIT 1
), '')
"""


def upgrade() -> None:
    """Go to this revision."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_COUNT_RECEIPTS)
    with op.batch_alter_table("journal_keys", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_journal_keys_lot_id_console_id"),
            ["lot_id", "console_id"],
            unique=False,
            sqlite_where=sa.text("seq = 1"),
            postgresql_where=sa.text("seq = 1"),
        )

    with op.batch_alter_table("shifts", schema=None) as batch_op:
        batch_op.drop_index("uq_shifts_open_drawer")
        batch_op.create_index(
            batch_op.f("ix_shifts_lot_id_drawer_closed_at"), ["lot_id", "drawer", "closed_at"], unique=False
        )
        batch_op.add_column(sa.Column("console_id", sa.String(length=36), server_default="", nullable=False))
    op.execute(_PLACE_SHIFTS)

    op.create_table(
        "availability",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("inside", sa.Integer(), nullable=False),
        sa.Column("free", sa.Integer(), nullable=False),
        sa.Column("bookable", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("reported_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", name=op.f("pk_availability")),
    )
    op.create_table(
        "booking_requests",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("external_id", sa.String(length=80), nullable=False),
        sa.Column("action", sa.String(length=10), server_default="book", nullable=False),
        sa.Column("plate", sa.String(length=64), server_default="", nullable=False),
        sa.Column("space_id", sa.String(length=40), server_default="", nullable=False),
        sa.Column("from_at", sa.BigInteger(), nullable=False),
        sa.Column("until_at", sa.BigInteger(), nullable=False),
        sa.Column("paid_minor", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("requested_at", sa.BigInteger(), nullable=False),
        sa.Column("requested_by", sa.String(length=63), nullable=False),
        sa.Column("state", sa.String(length=10), server_default="waiting", nullable=False),
        sa.Column("reason", sa.String(length=60), server_default="", nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("booking_id", sa.String(length=36), nullable=True),
        sa.Column("code", sa.String(length=400), server_default="", nullable=False),
        sa.CheckConstraint("action IN ('book', 'cancel')", name=op.f("ck_booking_requests_action")),
        sa.CheckConstraint(
            "state IN ('waiting', 'accepted', 'refused')", name=op.f("ck_booking_requests_state")
        ),
        sa.PrimaryKeyConstraint("lot_id", "request_id", name=op.f("pk_booking_requests")),
    )
    with op.batch_alter_table("booking_requests", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_booking_requests_lot_id_state"), ["lot_id", "state"], unique=False
        )

    op.create_table(
        "bookings",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("booking_id", sa.String(length=36), nullable=False),
        sa.Column("external_id", sa.String(length=80), nullable=False),
        sa.Column("plate", sa.String(length=64), nullable=False),
        sa.Column("plate_fold", sa.String(length=64), nullable=False),
        sa.Column("space_id", sa.String(length=40), nullable=False),
        sa.Column("from_at", sa.BigInteger(), nullable=False),
        sa.Column("until_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("paid_minor", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "state IN ('booked', 'cancelled', 'arrived', 'ended', 'no_show')", name=op.f("ck_bookings_state")
        ),
        sa.PrimaryKeyConstraint("lot_id", "booking_id", name=op.f("pk_bookings")),
    )
    with op.batch_alter_table("bookings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bookings_lot_id_from_at"), ["lot_id", "from_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_bookings_lot_id_plate_fold"), ["lot_id", "plate_fold"], unique=False
        )

    op.create_table(
        "console_logins",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("login", sa.String(length=63), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "login", name=op.f("pk_console_logins")),
    )
    op.create_table(
        "console_reports",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "console_id", name=op.f("pk_console_reports")),
    )
    op.create_table(
        "consoles",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("public_key", sa.String(length=64), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("is_hub", sa.Boolean(name="is_hub"), nullable=False),
        sa.Column("entry_lanes", sa.Boolean(name="entry_lanes"), server_default=sa.true(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "console_id", name=op.f("pk_consoles")),
    )
    op.create_table(
        "daily_reports",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("exits", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("inside_at_end", sa.Integer(), nullable=False),
        sa.Column("payments", sa.Integer(), nullable=False),
        sa.Column("revenue_minor", sa.BigInteger(), nullable=False),
        sa.Column("tax_minor", sa.BigInteger(), nullable=False),
        sa.Column("by_tender", sa.JSON(), nullable=False),
        sa.Column("overrides", sa.Integer(), nullable=False),
        sa.Column("exceptions", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "day", name=op.f("pk_daily_reports")),
    )
    op.create_table(
        "invitations",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("invitation_id", sa.String(length=36), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("used_by", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("lot_id", "invitation_id", name=op.f("pk_invitations")),
    )
    op.create_table(
        "partner_lots",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("login", sa.String(length=63), nullable=False),
        sa.Column("may_book", sa.Boolean(name="may_book"), nullable=False),
        sa.Column("may_set_rates", sa.Boolean(name="may_set_rates"), nullable=False),
        sa.Column("may_read", sa.Boolean(name="may_read"), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "login", name=op.f("pk_partner_lots")),
    )
    op.create_table(
        "projected_marks",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hub_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "console_id", name=op.f("pk_projected_marks")),
    )
    op.create_table(
        "proposals",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("proposal_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("target_id", sa.String(length=40), nullable=False),
        sa.Column("base", sa.String(length=64), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("current", sa.JSON(), nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("proposed_by", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'accepted', 'refused', 'conflict')", name=op.f("ck_proposals_state")
        ),
        sa.PrimaryKeyConstraint("lot_id", "proposal_id", name=op.f("pk_proposals")),
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposals_lot_id_state"), ["lot_id", "state"], unique=False)

    op.create_table(
        "rate_plan_requests",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("effective_at", sa.BigInteger(), nullable=False),
        sa.Column("requested_at", sa.BigInteger(), nullable=False),
        sa.Column("requested_by", sa.String(length=63), nullable=False),
        sa.Column("state", sa.String(length=10), server_default="waiting", nullable=False),
        sa.Column("reason", sa.String(length=200), server_default="", nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("plan_id", sa.String(length=40), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'accepted', 'refused')", name=op.f("ck_rate_plan_requests_state")
        ),
        sa.PrimaryKeyConstraint("lot_id", "request_id", name=op.f("pk_rate_plan_requests")),
    )
    with op.batch_alter_table("rate_plan_requests", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_rate_plan_requests_lot_id_state"), ["lot_id", "state"], unique=False
        )

    op.create_table(
        "refunds",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("refund_id", sa.String(length=36), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("payment_id", sa.String(length=36), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("cause", sa.String(length=40), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.CheckConstraint("state IN ('due', 'paid_back', 'kept')", name=op.f("ck_refunds_state")),
        sa.PrimaryKeyConstraint("lot_id", "refund_id", name=op.f("pk_refunds")),
    )
    op.create_table(
        "refused_rows",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("refusal_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("cause", sa.String(length=60), nullable=False),
        sa.Column("detail", sa.String(length=500), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("row", sa.JSON(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("lot_id", "refusal_id", name=op.f("pk_refused_rows")),
    )
    with op.batch_alter_table("refused_rows", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_refused_rows_lot_id_console_id_seq"), ["lot_id", "console_id", "seq"], unique=False
        )

    op.create_table(
        "shared_settings",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_shared_settings")),
    )
    op.create_table(
        "space_leases",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("granted", sa.Integer(), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.Column("kept", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "console_id", name=op.f("pk_space_leases")),
    )
    op.create_table(
        "space_slots",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("space_id", sa.String(length=40), nullable=False),
        sa.Column("slot_start", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "space_id", "slot_start", name=op.f("pk_space_slots")),
    )
    with op.batch_alter_table("space_slots", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_space_slots_lot_id_booking_id"), ["lot_id", "booking_id"], unique=False
        )

    op.create_table(
        "sync_marks",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("link", sa.String(length=20), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("link_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "link", "console_id", name=op.f("pk_sync_marks")),
    )
    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.add_column(sa.Column("set_at", sa.BigInteger(), server_default="0", nullable=False))

    with op.batch_alter_table("stays", schema=None) as batch_op:
        batch_op.add_column(sa.Column("leased_by", sa.String(length=36), server_default="", nullable=False))
        batch_op.add_column(sa.Column("kept_by", sa.String(length=36), server_default="", nullable=False))
        batch_op.add_column(sa.Column("due_back_minor", sa.BigInteger(), server_default="0", nullable=False))

    # The oldest revision whose program may still use these tables. A revision that only adds leaves it as it
    # is; one that takes something away raises it, once no console runs an older program any more.
    op.execute("INSERT INTO shared_settings (name, value) VALUES ('oldest_program', '0005')")


def downgrade() -> None:
    """Go back to the one before."""
    op.execute("DELETE FROM local_state WHERE name = 'receipt_number'")
    with op.batch_alter_table("journal_keys", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_keys_lot_id_console_id"))

    with op.batch_alter_table("shifts", schema=None) as batch_op:
        batch_op.drop_column("console_id")
        batch_op.drop_index(batch_op.f("ix_shifts_lot_id_drawer_closed_at"))
        batch_op.create_index(
            "uq_shifts_open_drawer",
            ["lot_id", "drawer"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    with op.batch_alter_table("stays", schema=None) as batch_op:
        batch_op.drop_column("due_back_minor")
        batch_op.drop_column("kept_by")
        batch_op.drop_column("leased_by")

    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.drop_column("set_at")

    op.drop_table("sync_marks")
    with op.batch_alter_table("space_slots", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_space_slots_lot_id_booking_id"))

    op.drop_table("space_slots")
    op.drop_table("space_leases")
    op.drop_table("shared_settings")
    with op.batch_alter_table("refused_rows", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_refused_rows_lot_id_console_id_seq"))

    op.drop_table("refused_rows")
    op.drop_table("refunds")
    with op.batch_alter_table("rate_plan_requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rate_plan_requests_lot_id_state"))

    op.drop_table("rate_plan_requests")
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposals_lot_id_state"))

    op.drop_table("proposals")
    op.drop_table("projected_marks")
    op.drop_table("partner_lots")
    op.drop_table("invitations")
    op.drop_table("daily_reports")
    op.drop_table("consoles")
    op.drop_table("console_reports")
    op.drop_table("console_logins")
    with op.batch_alter_table("bookings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bookings_lot_id_plate_fold"))
        batch_op.drop_index(batch_op.f("ix_bookings_lot_id_from_at"))

    op.drop_table("bookings")
    with op.batch_alter_table("booking_requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_booking_requests_lot_id_state"))

    op.drop_table("booking_requests")
    op.drop_table("availability")
