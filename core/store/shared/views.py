"""The views through which consoles and other programs see the shared database.

``own_lot`` holds, for a console, the tables under their own names but with its lot's rows alone; they can be
written as the tables can. ``shared`` is what docs/shared-database.md tells other programs about. Both are
dropped before an upgrade of the tables and made anew after it, so that they have the columns there are.
"""

from __future__ import annotations

from string import Template

from sqlalchemy import Connection

from core.store.shared.landlord_views import LANDLORD_VIEWS
from core.store.shared.roles import CONSOLE, HUB, LANDLORD, LOT_OF_LOGIN, OWN_LOT, PARTNER, READER

OWN_LOT_SCHEMA, SHARED_SCHEMA = "own_lot", "shared"

# What an instant of ours, in microseconds, is in SQL's own type, and back.
_INSTANT = """
CREATE FUNCTION shared.instant(micros bigint) RETURNS timestamptz
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$SELECT timestamptz 'epoch' + micros * interval '1 microsecond'$$
"""
_MICROS = """
CREATE FUNCTION shared.micros(instant timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$SELECT (extract(epoch FROM instant) * 1000000)::bigint$$
"""


# What a login was given for the row's lot, and which requests are its own.
_CONDITIONS = {
    what: Template(
        "lot_id IN (SELECT given.lot_id FROM public.partner_lots given"
        " WHERE given.login = session_user AND given.$what)"
    ).substitute(what=what)
    for what in ("may_book", "may_set_rates", "may_read")
} | {"mine": "requested_by = session_user::text"}
_SHARED = {
    "availability": """
        SELECT lot_id, name, capacity, inside, free, bookable, shared.instant(changed_at) AS changed_at,
            shared.instant(reported_at) AS reported_at
        FROM public.availability
    """,
    "bookable_spaces": """
        SELECT lot_id, spaces.space_id
        FROM public.lots, json_array_elements_text(document -> 'bookable_spaces') AS spaces (space_id)
        WHERE $may_book
    """,
    "booked_slots": """
        SELECT lot_id, space_id, shared.instant(slot_start * 900000000::bigint) AS slot_start
        FROM public.space_slots WHERE $may_book
    """,
    "booking_requests": """
        SELECT * FROM public.booking_requests WHERE $mine AND $may_book WITH CASCADED CHECK OPTION
    """,
    "bookings": """
        SELECT lot_id, booking_id, external_id, plate, space_id, shared.instant(from_at) AS from_at,
            shared.instant(until_at) AS until_at, state, paid_minor
        FROM public.bookings booked
        WHERE EXISTS (
            SELECT 1 FROM public.booking_requests asked
            WHERE asked.lot_id = booked.lot_id AND asked.booking_id = booked.booking_id AND asked.$mine)
    """,
    "rate_plan_requests": """
        SELECT * FROM public.rate_plan_requests WHERE $mine AND $may_set_rates WITH CASCADED CHECK OPTION
    """,
    "rate_plans": """
        SELECT lot_id, plan_id, version, shared.instant(effective_at) AS effective_at, document,
            shared.instant(withdrawn_at) AS withdrawn_at
        FROM public.rate_plans WHERE $may_set_rates OR $may_read
    """,
    "daily_reports": """
        SELECT lot_id, to_date(day::text, 'YYYYMMDD') AS day, timezone, currency, entries, exits, refused,
            inside_at_end, payments, revenue_minor, tax_minor, by_tender, overrides, exceptions,
            shared.instant(made_at) AS made_at
        FROM public.daily_reports WHERE $may_read
    """,
    "payments": """
        SELECT lot_id, payment_id, stay_id, tender, amount_minor, received_minor, currency,
            shared.instant(paid_at) AS paid_at, receipt_number, shared.instant(voided_at) AS voided_at
        FROM public.payments WHERE $may_read
    """,
    "stays": """
        SELECT lot_id, stay_id, state, shared.instant(entry_at) AS entry_at, entry_lane,
            shared.instant(exit_at) AS exit_at, exit_lane, plan_id, plan_version, paid_minor
        FROM public.stays WHERE $may_read
    """,
}
"""What other programs see, and of which rows; a lot's availability is there for all who may sign on."""

_DEFAULTS = {
    "booking_requests": {
        "request_id": "gen_random_uuid()",
        "requested_by": "session_user",
        "requested_at": "shared.micros(clock_timestamp())",
    },
    "rate_plan_requests": {
        "request_id": "gen_random_uuid()",
        "requested_by": "session_user",
        "requested_at": "shared.micros(clock_timestamp())",
    },
}
"""What a request says by itself: nobody may speak for another."""

_RATE_PLAN = "SELECT, INSERT (lot_id, request_id, document, effective_at)"
_FOR_READERS = ("availability", "rate_plans", "daily_reports", "payments", "stays")
_FOR_LANDLORDS = (*_FOR_READERS, *LANDLORD_VIEWS)
_BOOKING = "lot_id, request_id, external_id, action, plate, space_id, from_at, until_at, paid_minor"
_PRIVILEGES = {
    PARTNER: {
        **dict.fromkeys(
            ("availability", "bookable_spaces", "booked_slots", "bookings", "rate_plans", "daily_reports"),
            "SELECT",
        ),
        "booking_requests": f"SELECT, INSERT ({_BOOKING})",
        "rate_plan_requests": _RATE_PLAN,
    },
    READER: dict.fromkeys(_FOR_READERS, "SELECT"),
    LANDLORD: {**dict.fromkeys(_FOR_LANDLORDS, "SELECT"), "rate_plan_requests": _RATE_PLAN},
}


def drop_views(connection: Connection) -> None:
    """Take the views away, as far as they are there: tables under views cannot be changed."""
    for schema in (OWN_LOT_SCHEMA, SHARED_SCHEMA):
        connection.exec_driver_sql(f"DROP SCHEMA IF EXISTS {schema} CASCADE")


def make_views(connection: Connection) -> None:
    """Make the views and say who may use them; to be done as the owner of the tables."""
    for schema in (OWN_LOT_SCHEMA, SHARED_SCHEMA):
        connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    connection.exec_driver_sql(_INSTANT)
    connection.exec_driver_sql(_MICROS)
    _make_own_lot(connection)
    _make_shared(connection)


def _make_own_lot(connection: Connection) -> None:
    for table in sorted({name for privileges in OWN_LOT.values() for name in privileges}):
        mine = f"FROM public.{table} WHERE lot_id = {LOT_OF_LOGIN} WITH CASCADED CHECK OPTION"
        connection.exec_driver_sql(f"CREATE VIEW own_lot.{table} WITH (security_barrier) AS SELECT * {mine}")
    for group in (CONSOLE, HUB):
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA own_lot TO {group}")
        for table, allowed in OWN_LOT[group].items():
            connection.exec_driver_sql(f"GRANT {allowed} ON own_lot.{table} TO {group}")


def _make_shared(connection: Connection) -> None:
    for view, select in (_SHARED | LANDLORD_VIEWS).items():
        rows = Template(select).substitute(_CONDITIONS)
        connection.exec_driver_sql(f"CREATE VIEW shared.{view} WITH (security_barrier) AS {rows}")
        for column, default in _DEFAULTS.get(view, {}).items():
            connection.exec_driver_sql(
                f"ALTER VIEW shared.{view} ALTER COLUMN {column} SET DEFAULT {default}"
            )
    for group in (PARTNER, READER, LANDLORD):
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA shared TO {group}")
        for view, allowed in _PRIVILEGES[group].items():
            connection.exec_driver_sql(f"GRANT {allowed} ON shared.{view} TO {group}")
