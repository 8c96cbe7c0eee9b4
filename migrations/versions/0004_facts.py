"""What is known of a stay beside its time: its class, its marks, a lost ticket."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    with op.batch_alter_table("stays", schema=None) as batch_op:
        batch_op.add_column(sa.Column("facts", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Go back to the one before."""
    with op.batch_alter_table("stays", schema=None) as batch_op:
        batch_op.drop_column("facts")
