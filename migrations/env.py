"""Alembic's entry: runs the history on the connection it was given, or on the URL of the configuration."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from core.store.engine import make_engine
from core.store.tables import metadata


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def _online() -> None:
    given = context.config.attributes.get("connection")
    if given is not None:
        _run(given)
        return
    engine = make_engine(context.config.get_main_option("sqlalchemy.url") or "sqlite://", writer=True)
    with engine.connect() as connection:
        _run(connection)
    engine.dispose()


_online()
