"""The first stone: journal, its projections, tasks, people and rates of one lot."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "credentials",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("pin_hash", sa.String(length=200), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "person_id", name=op.f("pk_credentials")),
    )
    op.create_table(
        "journal",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("who", sa.String(length=36), nullable=False),
        sa.Column("subjects", sa.JSON(), nullable=False),
        sa.Column("link", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "month", "console_id", "seq", name=op.f("pk_journal")),
        postgresql_partition_by="RANGE (month)",
    )
    _default_partition()
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_lot_id_hlc"), ["lot_id", "hlc"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_journal_lot_id_kind_hlc"), ["lot_id", "kind", "hlc"], unique=False
        )

    op.create_table(
        "journal_keys",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("link", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "console_id", "seq", name=op.f("pk_journal_keys")),
        sa.UniqueConstraint("lot_id", "entry_id", name=op.f("uq_journal_keys_lot_id_entry_id")),
    )
    op.create_table(
        "journal_personal",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "entry_id", name=op.f("pk_journal_personal")),
    )
    op.create_table(
        "journal_subjects",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "lot_id", "kind", "subject_id", "console_id", "seq", name=op.f("pk_journal_subjects")
        ),
    )
    op.create_table(
        "local_state",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_local_state")),
    )
    op.create_table(
        "lots",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", name=op.f("pk_lots")),
    )
    op.create_table(
        "occupancy",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("inside", sa.Integer(), nullable=False),
        sa.Column("pending", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", name=op.f("pk_occupancy")),
    )
    op.create_table(
        "payments",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("payment_id", sa.String(length=36), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("shift_id", sa.String(length=36), nullable=False),
        sa.Column("tender", sa.String(length=20), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("paid_at", sa.BigInteger(), nullable=False),
        sa.Column("receipt_number", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "payment_id", name=op.f("pk_payments")),
    )
    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payments_lot_id_paid_at"), ["lot_id", "paid_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_payments_lot_id_stay_id"), ["lot_id", "stay_id"], unique=False)

    op.create_table(
        "people",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("active", sa.Boolean(name="active"), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=True),
        sa.CheckConstraint(
            "role IN ('client', 'attendant', 'kiosk', 'supervisor', 'landlord', 'administrator', 'system')",
            name=op.f("ck_people_role"),
        ),
        sa.PrimaryKeyConstraint("lot_id", "person_id", name=op.f("pk_people")),
    )
    op.create_table(
        "rate_plans",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("plan_id", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("effective_at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "plan_id", "version", name=op.f("pk_rate_plans")),
    )
    op.create_table(
        "shifts",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("shift_id", sa.String(length=36), nullable=False),
        sa.Column("drawer", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("float_minor", sa.BigInteger(), nullable=False),
        sa.Column("cash_minor", sa.BigInteger(), nullable=False),
        sa.Column("payments", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("counted_minor", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("lot_id", "shift_id", name=op.f("pk_shifts")),
    )
    with op.batch_alter_table("shifts", schema=None) as batch_op:
        batch_op.create_index(
            "uq_shifts_open_drawer",
            ["lot_id", "drawer"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "sightings",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("sighting_id", sa.String(length=36), nullable=False),
        sa.Column("lane_id", sa.String(length=40), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("plate", sa.String(length=64), nullable=False),
        sa.Column("raw_plate", sa.String(length=128), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("frames", sa.Integer(), nullable=False),
        sa.Column("photo", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("lot_id", "sighting_id", name=op.f("pk_sightings")),
    )
    with op.batch_alter_table("sightings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sightings_lot_id_lane_id_at"), ["lot_id", "lane_id", "at"], unique=False
        )

    op.create_table(
        "stays",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("plate", sa.String(length=64), nullable=False),
        sa.Column("plate_fold", sa.String(length=64), nullable=False),
        sa.Column("raw_plate", sa.String(length=128), nullable=False),
        sa.Column("entry_at", sa.BigInteger(), nullable=False),
        sa.Column("entry_lane", sa.String(length=40), nullable=False),
        sa.Column("entry_known", sa.Boolean(name="entry_known"), nullable=False),
        sa.Column("plan_id", sa.String(length=40), nullable=False),
        sa.Column("plan_version", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("alternatives", sa.JSON(), nullable=False),
        sa.Column("photo", sa.String(length=64), nullable=False),
        sa.Column("exit_at", sa.BigInteger(), nullable=True),
        sa.Column("exit_lane", sa.String(length=40), nullable=False),
        sa.Column("exit_photo", sa.String(length=64), nullable=False),
        sa.Column("former_plates", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("leaving", sa.Boolean(name="leaving"), nullable=False),
        sa.Column("paid_minor", sa.BigInteger(), nullable=False),
        sa.Column("permit_until", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "state IN ('pending', 'inside', 'paid', 'left', 'held', 'backed_out', 'written_off')",
            name=op.f("ck_stays_state"),
        ),
        sa.PrimaryKeyConstraint("lot_id", "stay_id", name=op.f("pk_stays")),
    )
    with op.batch_alter_table("stays", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_stays_lot_id_plate_fold"), ["lot_id", "plate_fold"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_stays_lot_id_state_entry_at"), ["lot_id", "state", "entry_at"], unique=False
        )

    op.create_table(
        "tasks",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("deadline_at", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'done', 'failed', 'unknown', 'expired')", name=op.f("ck_tasks_state")
        ),
        sa.PrimaryKeyConstraint("lot_id", "task_id", name=op.f("pk_tasks")),
    )
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_tasks_lot_id_state_next_at"), ["lot_id", "state", "next_at"], unique=False
        )


def downgrade() -> None:
    """Go back to the one before."""
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tasks_lot_id_state_next_at"))

    op.drop_table("tasks")
    with op.batch_alter_table("stays", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stays_lot_id_state_entry_at"))
        batch_op.drop_index(batch_op.f("ix_stays_lot_id_plate_fold"))

    op.drop_table("stays")
    with op.batch_alter_table("sightings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sightings_lot_id_lane_id_at"))

    op.drop_table("sightings")
    with op.batch_alter_table("shifts", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_shifts_open_drawer",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.drop_table("shifts")
    op.drop_table("rate_plans")
    op.drop_table("people")
    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payments_lot_id_stay_id"))
        batch_op.drop_index(batch_op.f("ix_payments_lot_id_paid_at"))

    op.drop_table("payments")
    op.drop_table("occupancy")
    op.drop_table("lots")
    op.drop_table("local_state")
    op.drop_table("journal_subjects")
    op.drop_table("journal_personal")
    op.drop_table("journal_keys")
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_lot_id_kind_hlc"))
        batch_op.drop_index(batch_op.f("ix_journal_lot_id_hlc"))

    op.drop_table("journal")
    op.drop_table("credentials")


def _default_partition() -> None:
    """On PostgreSQL the journal is partitioned by month; what has no partition of its own goes here."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE journal_default PARTITION OF journal DEFAULT")
