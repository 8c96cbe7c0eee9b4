"""Who may do what in the shared database: six groups, and the privileges of each as a table.

    lotkeeper_owner     owns the tables; upgrades them; nobody works under it
    lotkeeper_console   a console: adds journal entries of its lot and reads them; changes none
    lotkeeper_hub       besides, replaces the rows that follow from the journal, answers requests, forgets
                        personal fields that were purged
    lotkeeper_partner   another program: asks for bookings and rate plans, reads what is published
    lotkeeper_reader    reports: reads what it was allowed to
    lotkeeper_landlord  a landlord: reads their own lots as at a console, and publishes rate plans there

A group cannot sign on; ``core.store.shared.logins`` makes the logins that are in them. Consoles work in the
schema ``own_lot`` and partners in ``shared`` (``core.store.shared.views``). Of the tables themselves a
console may only insert into the journal: COPY goes neither through views nor past row level security. So what
it may insert there is checked by the row: ``lot_id`` must be the lot in the login's own name.
"""

from __future__ import annotations

from sqlalchemy import Connection

from core.store.sharing_tables import consoles
from core.store.tables import journal

OWNER, CONSOLE, HUB = "lotkeeper_owner", "lotkeeper_console", "lotkeeper_hub"
PARTNER, READER = "lotkeeper_partner", "lotkeeper_reader"
LANDLORD = "lotkeeper_landlord"
GROUPS = (OWNER, CONSOLE, HUB, PARTNER, READER, LANDLORD)

LOGIN_PREFIX = "lk"
LOT_OF_LOGIN = "split_part(session_user::text, '_', 2)"
"""The lot in the name of a console's login, which is ``lk_LOT_NAME``."""

JOURNAL_TABLES = ("journal", "journal_keys", "journal_subjects", "journal_personal")
_FOLDED = (
    "stays",
    "payments",
    "occupancy",
    "shifts",
    "people",
    "lots",
    "rate_plans",
    "sightings",
    "consoles",
    "space_leases",
    "proposals",
    "bookings",
    "refunds",
    "debts",
    "sales",
    "merchants",
    "orders",
    "charges",
)
_WORKED_OUT = ("projected_marks", "space_slots", "availability", "daily_reports")
_ALL = "SELECT, INSERT, UPDATE, DELETE"
_ANSWER = "state, reason, decided_at"

OWN_LOT: dict[str, dict[str, str]] = {
    CONSOLE: {
        **dict.fromkeys(JOURNAL_TABLES, "SELECT, INSERT"),
        "console_reports": "SELECT, INSERT, UPDATE",
        # What was written there once must not be taken back by whoever holds the console.
        "anchors": "SELECT, INSERT",
        "projected_marks": "SELECT",
    },
    HUB: {
        **dict.fromkeys((*_FOLDED, *_WORKED_OUT), _ALL),
        # What was purged is forgotten here, too; the entries themselves nobody changes.
        "journal_personal": "UPDATE (fields), DELETE",
        "booking_requests": f"SELECT, UPDATE ({_ANSWER}, booking_id, code, plate)",
        "rate_plan_requests": f"SELECT, UPDATE ({_ANSWER}, plan_id, version)",
    },
}
"""By group, what it may do with its lot's rows of each table."""

_WHOLE: dict[str, dict[str, str]] = {
    CONSOLE: {
        **dict.fromkeys(JOURNAL_TABLES, "INSERT"),
        "shared_settings": "SELECT",
        "alembic_version": "SELECT",
    },
}
"""By group, what it may do with the tables themselves."""


def make_groups(connection: Connection) -> None:
    """Make the groups that are missing; they belong to the server and serve all its databases."""
    known = set(connection.exec_driver_sql("SELECT rolname FROM pg_roles").scalars())
    for group in GROUPS:
        if group not in known:
            connection.exec_driver_sql(f"CREATE ROLE {group} NOLOGIN")
    if HUB not in known:
        connection.exec_driver_sql(f"GRANT {CONSOLE} TO {HUB}")


def become_owner(connection: Connection) -> None:
    """Hand all tables over to the owner's group, and go on as it until the transaction ends."""
    is_member = connection.exec_driver_sql(f"SELECT pg_has_role('{OWNER}', 'MEMBER')").scalar()
    if not is_member:
        connection.exec_driver_sql(f"GRANT {OWNER} TO CURRENT_USER")
    database = quoted(connection, str(connection.engine.url.database))
    if not connection.exec_driver_sql(f"SELECT has_schema_privilege('{OWNER}', 'public', 'CREATE')").scalar():
        connection.exec_driver_sql(f"GRANT USAGE, CREATE ON SCHEMA public TO {OWNER}")
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA public TO {CONSOLE}, {PARTNER}, {READER}")
    connection.exec_driver_sql(f"GRANT CREATE ON DATABASE {database} TO {OWNER}")
    for table in _tables_of_others(connection):
        connection.exec_driver_sql(f"ALTER TABLE public.{quoted(connection, table)} OWNER TO {OWNER}")
    connection.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")


def guard_journal(connection: Connection) -> None:
    """Let a console's login insert rows of its own lot alone; other logins are the administrators'."""
    for table in JOURNAL_TABLES:
        name = f"ck_{table}_own_lot"
        there = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_constraint WHERE conname = %s AND conrelid = %s::regclass",
            (name, f"public.{table}"),
        ).scalar()
        if not there:
            connection.exec_driver_sql(
                f"ALTER TABLE public.{table} ADD CONSTRAINT {name} CHECK ("
                f"split_part(session_user::text, '_', 1) <> '{LOGIN_PREFIX}' OR lot_id = {LOT_OF_LOGIN})"
            )


def grant_tables(connection: Connection) -> None:
    """Give each group what it may do with the tables themselves, and nobody else anything."""
    connection.exec_driver_sql("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC")
    for group in GROUPS[1:]:
        connection.exec_driver_sql(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {group}")
    for group, privileges in _WHOLE.items():
        for table, allowed in privileges.items():
            connection.exec_driver_sql(f"GRANT {allowed} ON public.{table} TO {group}")


def quoted(connection: Connection, name: str) -> str:
    """The name as an identifier of SQL."""
    return connection.dialect.identifier_preparer.quote_identifier(name)


def _tables_of_others(connection: Connection) -> list[str]:
    """Our tables and their partitions that another role made."""
    known = [*consoles.metadata.tables, "alembic_version"]
    return list(
        connection.exec_driver_sql(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_get_userbyid(c.relowner) <> %s"
            " AND (c.relname = ANY(%s) OR (c.relispartition AND starts_with(c.relname::text, %s)))",
            (OWNER, known, f"{journal.name}_"),
        ).scalars()
    )
