"""Every kind of login against every table and view of the shared database, asked of a real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from psycopg import errors, sql

from core.domain.people import RIGHTS, Right, Role
from core.store.shared.logins import Login, May
from core.store.sharing_tables import consoles
from tests.core.store.shared.lots_server import SharedDatabase
from tests.far_sides.postgresql import postgresql_server

MARKET, HARBOUR = "market-street", "harbour"
JOURNAL = ("journal", "journal_keys", "journal_personal", "journal_subjects")
FOLLOWS = (
    *("availability", "bookings", "charges", "consoles", "daily_reports", "debts", "lots", "merchants"),
    *("occupancy", "orders", "payments", "people", "projected_marks", "proposals", "rate_plans", "refunds"),
    *("sales", "shifts", "sightings", "space_leases", "space_slots", "stays"),
)

# S: read, I: add, U: change, D: delete. What is not named here nobody but the owner may touch.
CONSOLE = {
    **{f"public.{table}": "I" for table in JOURNAL},
    "public.alembic_version": "S",
    "public.shared_settings": "S",
    **{f"own_lot.{table}": "SI" for table in JOURNAL},
    "own_lot.anchors": "SI",
    "own_lot.console_reports": "SIU",
    "own_lot.projected_marks": "S",
}
HUB = CONSOLE | {
    **{f"own_lot.{table}": "SIUD" for table in FOLLOWS},
    "own_lot.booking_requests": "SU",
    "own_lot.rate_plan_requests": "SU",
    # Personal fields are forgotten there when they are purged; the entries themselves nobody changes.
    "own_lot.journal_personal": "SIUD",
}
READER = {
    f"shared.{view}": "S" for view in ("availability", "daily_reports", "payments", "rate_plans", "stays")
}
PARTNER = {
    **{f"shared.{view}": "S" for view in ("availability", "bookable_spaces", "booked_slots", "bookings")},
    **{f"shared.{view}": "S" for view in ("daily_reports", "rate_plans")},
    "shared.booking_requests": "SI",
    "shared.rate_plan_requests": "SI",
}
LANDLORD = READER | {
    **{f"shared.{view}": "S" for view in ("audit", "debts", "inside", "refunds", "shifts", "staff")},
    "shared.rate_plan_requests": "SI",
}
EXPECTED = {"console": CONSOLE, "hub": HUB, "partner": PARTNER, "reader": READER, "landlord": LANDLORD}

# A view of several tables refuses what it cannot do before it asks who wants it.
REFUSED = (errors.InsufficientPrivilege, errors.WrongObjectType, errors.ObjectNotInPrerequisiteState)

# What a landlord's login sees, and by which right the same person sees it at a console.
SEEN_BY_RIGHT = {
    "availability": Right.SEE_INSIDE,
    "inside": Right.SEE_INSIDE,
    "stays": Right.SEARCH_STAYS,
    "audit": Right.SEE_AUDIT,
    "staff": Right.SEE_AUDIT,
    "shifts": Right.SEE_TOTALS,
    "payments": Right.SEE_TOTALS,
    "refunds": Right.SEE_TOTALS,
    "debts": Right.SEE_TOTALS,
    "daily_reports": Right.SEE_REPORTS,
    "rate_plans": Right.SET_RATES,
    "rate_plan_requests": Right.SET_RATES,
}


@pytest.fixture(scope="module")
def city() -> Iterator[SharedDatabase]:
    with postgresql_server() as running:
        yield SharedDatabase(running)


@pytest.fixture(scope="module")
def logins(city: SharedDatabase) -> dict[str, Login]:
    return {
        "console": city.console(MARKET),
        "hub": city.console(MARKET, "hub", may_be_hub=True),
        "partner": city.partner("bookings", [MARKET], May.BOOK, May.SET_RATES),
        "reader": city.partner("figures", [MARKET], May.READ),
        "landlord": city.landlord("chen", [MARKET]),
    }


def relations(city: SharedDatabase) -> list[str]:
    with city.as_administrator() as session:
        rows = session.execute(
            "SELECT nspname || '.' || relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
            " WHERE nspname IN ('public', 'own_lot', 'shared') AND relkind IN ('r', 'p', 'v')"
            " AND NOT relispartition ORDER BY 1"
        ).fetchall()
    return [str(name) for (name,) in rows]


@pytest.mark.parametrize("kind", EXPECTED)
def test_a_login_may_do_with_each_table_what_it_is_for_and_no_more(
    kind: str, city: SharedDatabase, logins: dict[str, Login]
) -> None:
    names = relations(city)
    assert {f"public.{table}" for table in consoles.metadata.tables} <= set(names)
    assert set(EXPECTED[kind]) <= set(names)
    with city.signed_on(logins[kind]) as session:
        found = {}
        for name in names:
            [row] = session.execute(
                "SELECT CASE WHEN has_schema_privilege(split_part(%(name)s, '.', 1), 'USAGE') THEN concat("
                " CASE WHEN has_any_column_privilege(%(name)s, 'SELECT') THEN 'S' END,"
                " CASE WHEN has_any_column_privilege(%(name)s, 'INSERT') THEN 'I' END,"
                " CASE WHEN has_any_column_privilege(%(name)s, 'UPDATE') THEN 'U' END,"
                " CASE WHEN has_table_privilege(%(name)s, 'DELETE') THEN 'D' END,"
                " CASE WHEN has_table_privilege(%(name)s, 'TRUNCATE') THEN 'T' END,"
                " CASE WHEN has_table_privilege(%(name)s, 'TRIGGER') THEN 'G' END) ELSE '' END",
                {"name": name},
            ).fetchall()
            if row[0]:
                found[name] = row[0]
    assert found == EXPECTED[kind]


@pytest.mark.parametrize("kind", EXPECTED)
def test_what_a_login_may_not_is_refused_when_it_tries(
    kind: str, city: SharedDatabase, logins: dict[str, Login]
) -> None:
    with city.signed_on(logins[kind]) as session:
        for name in relations(city):
            table = sql.Identifier(*name.split("."))
            allowed = EXPECTED[kind].get(name, "")
            for letter, statement in (
                ("S", sql.SQL("SELECT * FROM {} LIMIT 1")),
                ("D", sql.SQL("DELETE FROM {}")),
                ("T", sql.SQL("TRUNCATE {}")),
            ):
                if letter in allowed:
                    session.execute(statement.format(table))
                else:
                    with pytest.raises(REFUSED):
                        session.execute(statement.format(table))


def test_a_landlords_login_sees_what_the_role_may_see_at_a_console() -> None:
    seen = {name.removeprefix("shared.") for name in LANDLORD}
    assert seen == set(SEEN_BY_RIGHT)
    assert set(SEEN_BY_RIGHT.values()) <= RIGHTS[Role.LANDLORD]
    assert not {Right.PURGE, Right.MANAGE_CLIENTS, Right.REFUND} & RIGHTS[Role.LANDLORD]


def test_a_landlord_sees_their_own_lots_alone(city: SharedDatabase, logins: dict[str, Login]) -> None:
    with city.as_administrator() as session:
        for lot in (MARKET, HARBOUR):
            for person, name, role in (("p1", f"Ada of {lot}", "administrator"), ("p2", "Wu", "client")):
                session.execute(
                    "INSERT INTO people (lot_id, person_id, name, role, active)"
                    " VALUES (%s, %s, %s, %s, true)",
                    (lot, person, name, role),
                )
            session.execute(
                "INSERT INTO journal (lot_id, month, console_id, seq, entry_id, hlc, at, kind, version,"
                " payload, who, subjects, link)"
                " VALUES (%s, 202611, 'c1', 1, %s, 1, 1, 'note', 1, '{}', 'p1', '[]', '\\x00')",
                (lot, f"e-{lot}"),
            )
            session.execute(
                "INSERT INTO debts VALUES (%s, 'd1', 's1', 'pay1', 'iou', 100, 0, 'TWD', 'open', 1)", (lot,)
            )
    with city.signed_on(logins["landlord"]) as session:
        assert session.execute("SELECT name FROM staff").fetchall() == [(f"Ada of {MARKET}",)]
        assert session.execute("SELECT entry_id, link FROM audit").fetchall() == [(f"e-{MARKET}", "00")]
        assert session.execute("SELECT lot_id FROM debts").fetchall() == [(MARKET,)]
        for view in ("stays", "payments", "inside", "shifts", "refunds", "daily_reports"):
            assert (
                session.execute(f"SELECT * FROM {view} WHERE lot_id <> '{MARKET}'".encode()).fetchall() == []
            )
        session.execute(
            "INSERT INTO rate_plan_requests (lot_id, document, effective_at) VALUES (%s, '', 1)", (MARKET,)
        )
        with pytest.raises(errors.WithCheckOptionViolation):
            session.execute(
                "INSERT INTO rate_plan_requests (lot_id, document, effective_at) VALUES (%s, '', 1)",
                (HARBOUR,),
            )
        for statement in (
            "SET ROLE lotkeeper_hub",
            "SET ROLE lotkeeper_owner",
            "SELECT * FROM public.people",
        ):
            with pytest.raises(errors.InsufficientPrivilege):
                session.execute(statement.encode())


def test_a_lot_that_was_taken_from_a_landlord_is_seen_no_more(city: SharedDatabase) -> None:
    city.landlord("lee", [MARKET, HARBOUR])
    login = city.landlord("lee", [HARBOUR])
    with city.signed_on(login) as session:
        assert session.execute("SELECT DISTINCT lot_id FROM staff").fetchall() in ([], [(HARBOUR,)])


def test_a_landlord_who_becomes_a_program_loses_what_landlords_see(city: SharedDatabase) -> None:
    city.landlord("wu", [MARKET])
    login = city.partner("wu", [MARKET], May.READ)
    with city.signed_on(login) as session, pytest.raises(errors.InsufficientPrivilege):
        session.execute("SELECT * FROM audit")
