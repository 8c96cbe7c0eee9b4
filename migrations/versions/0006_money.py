"""The booth takes money: orders and charges, debts, refunds by a platform, relief shifts, badges."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:  # noqa: PLR0915 - a list of what is new
    """Go to this revision."""
    op.create_table(
        "anchors",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("anchor_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("link", sa.LargeBinary(length=32), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "anchor_id", name=op.f("pk_anchors")),
    )
    with op.batch_alter_table("anchors", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_anchors_lot_id_console_id_seq"), ["lot_id", "console_id", "seq"], unique=False
        )

    op.create_table(
        "charges",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("charge_id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("tender", sa.String(length=20), nullable=False),
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("refunded_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("reference", sa.String(length=200), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("cause", sa.String(length=60), nullable=False),
        sa.Column("intended_at", sa.BigInteger(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.Column("shift_id", sa.String(length=36), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("who", sa.String(length=36), nullable=False),
        sa.CheckConstraint(
            "state IN ('intent', 'confirmed', 'declined', 'unknown', 'refunded')",
            name=op.f("ck_charges_state"),
        ),
        sa.PrimaryKeyConstraint("lot_id", "charge_id", name=op.f("pk_charges")),
    )
    with op.batch_alter_table("charges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_charges_lot_id_key"), ["lot_id", "key"], unique=False)
        batch_op.create_index(batch_op.f("ix_charges_lot_id_order_id"), ["lot_id", "order_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_charges_lot_id_state"), ["lot_id", "state"], unique=False)

    op.create_table(
        "debts",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("debt_id", sa.String(length=36), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("payment_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("paid_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'collected', 'written_off')", name=op.f("ck_debts_state")),
        sa.PrimaryKeyConstraint("lot_id", "debt_id", name=op.f("pk_debts")),
    )
    with op.batch_alter_table("debts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_debts_lot_id_state"), ["lot_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_debts_lot_id_stay_id"), ["lot_id", "stay_id"], unique=False)

    op.create_table(
        "merchants",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("merchant_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("active", sa.Boolean(name="active"), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "merchant_id", name=op.f("pk_merchants")),
    )
    op.create_table(
        "orders",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("console_id", sa.String(length=36), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'paid', 'given_up')", name=op.f("ck_orders_state")),
        sa.PrimaryKeyConstraint("lot_id", "order_id", name=op.f("pk_orders")),
    )
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_orders_lot_id_state"), ["lot_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_orders_lot_id_stay_id"), ["lot_id", "stay_id"], unique=False)

    op.create_table(
        "photo_views",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("view_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.String(length=36), nullable=False),
        sa.Column("photo", sa.String(length=64), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("place", sa.String(length=20), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "view_id", name=op.f("pk_photo_views")),
    )
    with op.batch_alter_table("photo_views", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_photo_views_lot_id_at"), ["lot_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_views_lot_id_photo"), ["lot_id", "photo"], unique=False)

    op.create_table(
        "refused_attempts",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("attempt_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until_at", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("what", sa.String(length=60), nullable=False),
        sa.Column("cause", sa.String(length=60), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "attempt_id", name=op.f("pk_refused_attempts")),
    )
    with op.batch_alter_table("refused_attempts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refused_attempts_lot_id_at"), ["lot_id", "at"], unique=False)

    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=10), server_default="pin", nullable=False))
        batch_op.add_column(sa.Column("badge", sa.String(length=64), server_default="", nullable=False))
        batch_op.add_column(sa.Column("badge_set_at", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.create_index(batch_op.f("ix_credentials_lot_id_badge"), ["lot_id", "badge"], unique=False)

    op.create_table(
        "sales",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("sale_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("of_id", sa.String(length=36), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("shift_id", sa.String(length=36), nullable=False),
        sa.Column("tender", sa.String(length=20), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("sold_at", sa.BigInteger(), nullable=False),
        sa.Column("receipt_number", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "sale_id", name=op.f("pk_sales")),
    )
    with op.batch_alter_table("sales", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sales_lot_id_sold_at"), ["lot_id", "sold_at"], unique=False)

    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("received_minor", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("voided_at", sa.BigInteger(), nullable=True))
    # All that was taken until now was taken in cash.
    op.execute("UPDATE payments SET received_minor = amount_minor")

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact", sa.String(length=120), server_default="", nullable=False))
        batch_op.add_column(sa.Column("plates", sa.JSON(none_as_null=True), nullable=True))

    with op.batch_alter_table("refunds", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tender", sa.String(length=20), server_default="", nullable=False))
        batch_op.add_column(sa.Column("charge_id", sa.String(length=36), server_default="", nullable=False))
        batch_op.add_column(sa.Column("account", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("reference", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("order_id", sa.String(length=36), server_default="", nullable=False))
        batch_op.add_column(sa.Column("reason", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("asked_by", sa.String(length=36), server_default="", nullable=False))
        batch_op.add_column(sa.Column("approved_by", sa.String(length=36), server_default="", nullable=False))
        batch_op.add_column(sa.Column("trouble", sa.String(length=60), server_default="", nullable=False))

    with op.batch_alter_table("shifts", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("main_shift_id", sa.String(length=36), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("drops_minor", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("payouts_minor", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("payins_minor", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("relief_minor", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("left_minor", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("z_number", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("check_code", sa.String(length=20), server_default="", nullable=False))
        batch_op.add_column(sa.Column("report", sa.JSON(none_as_null=True), nullable=True))
    with op.batch_alter_table("refunds", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_refunds_state"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_refunds_state"),
            "state IN ('due', 'underway', 'unknown', 'paid_back', 'kept', 'failed')",
        )


def downgrade() -> None:  # noqa: PLR0915 - a list of what there was
    """Go back to the one before."""
    op.execute("UPDATE refunds SET state = 'due' WHERE state IN ('underway', 'unknown', 'failed')")
    with op.batch_alter_table("refunds", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_refunds_state"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_refunds_state"), "state IN ('due', 'paid_back', 'kept')"
        )

    with op.batch_alter_table("shifts", schema=None) as batch_op:
        batch_op.drop_column("report")
        batch_op.drop_column("check_code")
        batch_op.drop_column("z_number")
        batch_op.drop_column("left_minor")
        batch_op.drop_column("relief_minor")
        batch_op.drop_column("payins_minor")
        batch_op.drop_column("payouts_minor")
        batch_op.drop_column("drops_minor")
        batch_op.drop_column("main_shift_id")

    with op.batch_alter_table("refunds", schema=None) as batch_op:
        batch_op.drop_column("trouble")
        batch_op.drop_column("approved_by")
        batch_op.drop_column("asked_by")
        batch_op.drop_column("reason")
        batch_op.drop_column("order_id")
        batch_op.drop_column("reference")
        batch_op.drop_column("account")
        batch_op.drop_column("charge_id")
        batch_op.drop_column("tender")

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("plates")
        batch_op.drop_column("contact")

    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.drop_column("voided_at")
        batch_op.drop_column("received_minor")

    with op.batch_alter_table("sales", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sales_lot_id_sold_at"))

    op.drop_table("sales")

    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_credentials_lot_id_badge"))
        batch_op.drop_column("badge_set_at")
        batch_op.drop_column("badge")
        batch_op.drop_column("kind")

    with op.batch_alter_table("refused_attempts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_refused_attempts_lot_id_at"))

    op.drop_table("refused_attempts")
    with op.batch_alter_table("photo_views", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_photo_views_lot_id_photo"))
        batch_op.drop_index(batch_op.f("ix_photo_views_lot_id_at"))

    op.drop_table("photo_views")
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_orders_lot_id_stay_id"))
        batch_op.drop_index(batch_op.f("ix_orders_lot_id_state"))

    op.drop_table("orders")
    op.drop_table("merchants")
    with op.batch_alter_table("debts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_debts_lot_id_stay_id"))
        batch_op.drop_index(batch_op.f("ix_debts_lot_id_state"))

    op.drop_table("debts")
    with op.batch_alter_table("charges", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_charges_lot_id_state"))
        batch_op.drop_index(batch_op.f("ix_charges_lot_id_order_id"))
        batch_op.drop_index(batch_op.f("ix_charges_lot_id_key"))

    op.drop_table("charges")
    with op.batch_alter_table("anchors", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_anchors_lot_id_console_id_seq"))

    op.drop_table("anchors")
