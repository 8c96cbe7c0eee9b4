"""The database's history as functions: where it stands, up, down, and a backup before each step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from core.domain.errors import StoreError
from core.store.backup import backup
from core.store.compatibility import may_use
from core.store.engine import check_is_database, make_engine, sqlite_url, store_errors
from core.store.money_tables import charges
from core.store.shared.views import drop_views
from core.store.sharing_tables import consoles
from core.store.tables import journal

HERE = Path(__file__).parent
# That of all tables: the modules named here add theirs to it.
TABLES = (consoles, charges, journal)
metadata = journal.metadata


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a database stands in the history: its revision (None: empty) and the newest there is.

    ``is_ahead``: a newer program upgraded it, and only added to what this one knows; it may be used as it is.
    """

    revision: str | None
    newest: str
    is_ahead: bool = False

    @property
    def is_current(self) -> bool:
        """Whether nothing is to be done."""
        return self.is_ahead or self.revision == self.newest


def newest() -> str:
    """The newest revision of this program."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise StoreError("store.no_history")
    return head


def standing(url: str) -> Standing:
    """Where the database stands; StoreError where it is too new for this program, or no database."""
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    engine = make_engine(url)
    try:
        with store_errors(), engine.connect() as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
            is_ahead = revision is not None and revision not in known
            if is_ahead and not may_use(connection):
                raise StoreError("store.newer_than_program", detail=str(revision))
    finally:
        engine.dispose()
    return Standing(revision, newest(), is_ahead)


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database up to the revision."""
    engine = make_engine(url, writer=True)
    try:
        with store_errors():
            _run(engine, command.upgrade, revision)
    finally:
        engine.dispose()


def upgrade_within(connection: Connection, revision: str = "head") -> None:
    """Bring the database up to the revision as part of the connection's own transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def downgrade(url: str, revision: str) -> None:
    """Take the database back to the revision (``"base"`` for nothing); views of it are made by an upgrade."""
    engine = make_engine(url, writer=True)
    try:
        with store_errors():
            if engine.dialect.name == "postgresql":
                with engine.begin() as connection:
                    drop_views(connection)
            _run(engine, command.downgrade, revision)
    finally:
        engine.dispose()


def upgrade_file(file: Path, backups: Path) -> Path | None:
    """Bring an SQLite file up to date, a backup first where it held something; returns the backup."""
    check_is_database(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    url = sqlite_url(file)
    now = standing(url)
    if now.is_current:
        return None
    copy = backup(file, backups, label=f"before-{now.newest}") if now.revision is not None else None
    upgrade(url)
    return copy


def differences(connection: Connection) -> list[object]:
    """What the database has otherwise than the mapped tables; empty when they agree."""
    context = MigrationContext.configure(connection, opts={"include_name": _is_no_partition})
    return list(compare_metadata(context, metadata))


def _is_no_partition(name: str | None, kind: str, _parents: object) -> bool:
    """Partitions of the journal are the server's affair, not tables of the program."""
    if kind != "table" or name is None or name in metadata.tables:
        return True
    return not name.startswith(f"{journal.name}_")


def _run(engine: Engine, step: object, revision: str) -> None:
    config = _config()
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        step(config, revision)  # type: ignore[operator]
        connection.commit()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    return config
