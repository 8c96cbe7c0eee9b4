"""Rate plans that were withdrawn, drafts of them, and stays by the time they ended."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "rate_drafts",
        sa.Column("lot_id", sa.String(length=36), nullable=False),
        sa.Column("draft_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.Column("saved_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("lot_id", "draft_id", name=op.f("pk_rate_drafts")),
    )
    with op.batch_alter_table("rate_plans", schema=None) as batch_op:
        batch_op.add_column(sa.Column("withdrawn_at", sa.BigInteger(), nullable=True))
    op.create_index(op.f("ix_stays_lot_id_exit_at"), "stays", ["lot_id", "exit_at"])


def downgrade() -> None:
    """Go back to the one before."""
    op.drop_index(op.f("ix_stays_lot_id_exit_at"), table_name="stays")
    with op.batch_alter_table("rate_plans", schema=None) as batch_op:
        batch_op.drop_column("withdrawn_at")
    op.drop_table("rate_drafts")
