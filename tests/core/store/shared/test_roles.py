"""Who may do what in the shared database, asked of a real server under each kind of login."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import errors

from core.domain.errors import StoreError
from core.store.engine import make_engine
from core.store.shared.logins import May
from core.store.shared.roles import GROUPS, HUB, JOURNAL_TABLES, OWN_LOT, OWNER
from core.store.sharing_tables import consoles
from migrations.history import differences, downgrade, standing, upgrade
from migrations.shared import upgrade_shared
from tests.core.store.lot import MORNING
from tests.core.store.shared.lots_server import Session, SharedDatabase, begun
from tests.far_sides.postgresql import PostgresqlServer, database_of, postgresql_server

MARKET, HARBOUR = "market-street", "harbour"
JOURNAL_ROW = (MARKET, 202611, "c1", 1, "e1", 1, 1, "note", 1, "{}", "system", "[]", "\\x00")


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


@pytest.fixture(scope="module")
def city(server: PostgresqlServer) -> SharedDatabase:
    return SharedDatabase(server)


@pytest.fixture
def booth(city: SharedDatabase) -> Iterator[Session]:
    with city.signed_on(city.console(MARKET)) as session:
        yield session


@pytest.fixture
def hub(city: SharedDatabase) -> Iterator[Session]:
    with city.signed_on(city.console(MARKET, "hub", may_be_hub=True)) as session:
        yield session


@pytest.fixture(autouse=True)
def empty(city: SharedDatabase) -> Iterator[None]:
    yield
    with city.as_administrator() as session:
        for table in (*JOURNAL_TABLES, *OWN_LOT[HUB]):
            session.execute(f"DELETE FROM {table}".encode())


def copy_entry(session: Session, lot_id: str, seq: int = 1) -> None:
    with session.cursor() as cursor, cursor.copy("COPY public.journal FROM STDIN") as stream:
        stream.write_row((lot_id, *JOURNAL_ROW[1:3], seq, *JOURNAL_ROW[4:]))


def test_a_console_adds_entries_and_reads_them(booth: Session) -> None:
    copy_entry(booth, MARKET)
    assert booth.execute("SELECT seq FROM journal").fetchall() == [(1,)]


def test_a_console_never_changes_or_deletes_an_entry(booth: Session) -> None:
    copy_entry(booth, MARKET)
    for table in JOURNAL_TABLES:
        for name in (table, f"public.{table}"):
            for statement in (f"UPDATE {name} SET lot_id = lot_id", f"DELETE FROM {name}"):
                with pytest.raises(errors.InsufficientPrivilege):
                    booth.execute(statement.encode())
        with pytest.raises(errors.InsufficientPrivilege):
            booth.execute(f"TRUNCATE public.{table}".encode())
    assert booth.execute("SELECT count(*) FROM journal").fetchone() == (1,)


def test_nobody_but_the_owner_changes_an_entry_in_a_partition(booth: Session, hub: Session) -> None:
    for session in (booth, hub):
        with pytest.raises(errors.InsufficientPrivilege):
            session.execute("UPDATE public.journal_202611 SET kind = 'x'")
        with pytest.raises(errors.InsufficientPrivilege):
            session.execute("SELECT * FROM public.journal_202611")


def test_a_console_sees_its_lot_alone(city: SharedDatabase, booth: Session) -> None:
    with city.as_administrator() as other:
        copy_entry(other, HARBOUR)
    copy_entry(booth, MARKET)
    assert booth.execute("SELECT DISTINCT lot_id FROM journal").fetchall() == [(MARKET,)]
    with pytest.raises(errors.InsufficientPrivilege):
        booth.execute("SELECT * FROM public.journal")


def test_a_console_writes_for_its_lot_alone(booth: Session) -> None:
    with pytest.raises(errors.CheckViolation):
        copy_entry(booth, HARBOUR)
    with pytest.raises(errors.WithCheckOptionViolation):
        booth.execute(
            "INSERT INTO console_reports (lot_id, console_id, at, document) VALUES (%s, 'c1', 1, '{}')",
            (HARBOUR,),
        )
    booth.execute("INSERT INTO console_reports VALUES (%s, 'c1', 1, '{}')", (MARKET,))
    with pytest.raises(errors.WithCheckOptionViolation):
        booth.execute("UPDATE console_reports SET lot_id = %s", (HARBOUR,))


def test_a_console_pretends_in_vain_to_be_another(booth: Session) -> None:
    for statement in (f"SET ROLE {OWNER}", f"SET ROLE {HUB}", "SET SESSION AUTHORIZATION postgres"):
        with pytest.raises(errors.InsufficientPrivilege):
            booth.execute(statement.encode())
    booth.execute("SET search_path = public")
    with pytest.raises(errors.InsufficientPrivilege):
        booth.execute("SELECT * FROM stays")


@pytest.mark.parametrize("table", ["credentials", "tasks", "local_state", "invitations"])
def test_what_is_a_consoles_own_affair_is_nobodys_in_the_shared_database(table: str, hub: Session) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        hub.execute(f"SELECT * FROM public.{table}".encode())
    with pytest.raises(errors.UndefinedTable):
        hub.execute(f"SELECT * FROM own_lot.{table}".encode())


def test_a_console_that_is_no_hub_replaces_no_row_that_follows(booth: Session) -> None:
    for table in ("stays", "payments", "space_slots", "availability", "booking_requests"):
        with pytest.raises(errors.InsufficientPrivilege):
            booth.execute(f"SELECT * FROM own_lot.{table}".encode())


def test_a_hub_replaces_rows_of_its_lot(hub: Session) -> None:
    hub.execute("INSERT INTO occupancy VALUES (%s, 1, 0, 0) ON CONFLICT (lot_id) DO NOTHING", (MARKET,))
    assert hub.execute("UPDATE occupancy SET inside = inside + 1").rowcount == 1
    with pytest.raises(errors.WithCheckOptionViolation):
        hub.execute("INSERT INTO occupancy VALUES (%s, 1, 0, 0)", (HARBOUR,))
    assert hub.execute("DELETE FROM occupancy").rowcount == 1


def test_a_hub_answers_a_request_and_changes_nothing_else_of_it(city: SharedDatabase, hub: Session) -> None:
    with city.as_administrator() as session:
        session.execute(
            "INSERT INTO booking_requests (lot_id, request_id, external_id, from_at, until_at, requested_at,"
            " requested_by) VALUES (%s, 'r1', 'x', 1, 2, 1, 'them')",
            (MARKET,),
        )
    assert hub.execute("UPDATE booking_requests SET state = 'refused', reason = 'full'").rowcount == 1
    with pytest.raises(errors.InsufficientPrivilege):
        hub.execute("UPDATE booking_requests SET paid_minor = 0")
    with pytest.raises(errors.InsufficientPrivilege):
        hub.execute("DELETE FROM booking_requests")


def test_a_partner_asks_for_its_lots_in_its_own_name(city: SharedDatabase) -> None:
    request = "INSERT INTO booking_requests (lot_id, external_id, from_at, until_at) VALUES (%s, %s, 1, 2)"
    with city.signed_on(city.partner("bookings", [MARKET], May.BOOK)) as them:
        them.execute(request, (MARKET, "b-1"))
        asked = them.execute("SELECT external_id, state, requested_by FROM booking_requests").fetchall()
        assert asked == [("b-1", "waiting", "bookings")]
        with pytest.raises(errors.WithCheckOptionViolation):
            them.execute(request, (HARBOUR, "b-2"))
        with pytest.raises(errors.InsufficientPrivilege):
            them.execute(
                "INSERT INTO booking_requests (lot_id, external_id, from_at, until_at, requested_by)"
                " VALUES (%s, 'b-3', 1, 2, 'somebody')",
                (MARKET,),
            )
        with pytest.raises(errors.InsufficientPrivilege):
            them.execute("UPDATE booking_requests SET state = 'accepted'")
        with pytest.raises(errors.WithCheckOptionViolation):
            them.execute(
                "INSERT INTO rate_plan_requests (lot_id, document, effective_at) VALUES (%s, '', 1)",
                (MARKET,),
            )
    with city.signed_on(city.partner("others", [MARKET], May.BOOK)) as others:
        assert others.execute("SELECT * FROM booking_requests").fetchall() == []


def test_a_reader_sees_figures_of_its_lots_and_no_plates(city: SharedDatabase) -> None:
    with city.as_administrator() as session:
        for lot in (MARKET, HARBOUR):
            session.execute(
                "INSERT INTO daily_reports VALUES (%s, 20261121, 'Asia/Taipei', 'TWD', 9, 8, 1, 1, 7, 700,"
                " 33, '{}', 0, '{}', 1)",
                (lot,),
            )
    with city.signed_on(city.partner("landlord", [MARKET], May.READ)) as them:
        found = them.execute("SELECT lot_id, day::text, revenue_minor FROM daily_reports").fetchall()
        assert found == [(MARKET, "2026-11-21", 700)]
        columns = {column.name for column in them.execute("SELECT * FROM stays").description or ()}
        assert not columns & {"plate", "plate_fold", "raw_plate", "photo"}
        for statement in (
            "SELECT * FROM public.stays",
            "SELECT * FROM own_lot.stays",
            "DELETE FROM daily_reports",
        ):
            with pytest.raises(errors.InsufficientPrivilege):
                them.execute(statement.encode())


def test_groups_cannot_sign_on_and_are_no_superusers(city: SharedDatabase) -> None:
    with city.as_administrator() as session:
        rows = session.execute(
            "SELECT rolname, rolcanlogin, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = ANY(%s)",
            (list(GROUPS),),
        ).fetchall()
    assert sorted(rows) == [(group, False, False, False) for group in sorted(GROUPS)]


def test_all_tables_belong_to_the_owners_group(city: SharedDatabase) -> None:
    with city.as_administrator() as session:
        others = session.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind IN ('r', 'p') AND pg_get_userbyid(relowner) <> %s",
            (OWNER,),
        ).fetchall()
    assert others == []


def test_every_table_of_the_program_is_in_the_upgraded_database(city: SharedDatabase) -> None:
    engine = make_engine(city.url)
    try:
        with engine.connect() as connection:
            assert differences(connection) == []
            tables = set(connection.exec_driver_sql("SELECT tablename FROM pg_tables").scalars())
    finally:
        engine.dispose()
    assert set(consoles.metadata.tables) <= tables


def test_an_upgrade_may_be_done_again(city: SharedDatabase, booth: Session) -> None:
    copy_entry(booth, MARKET)
    upgrade_shared(city.url, now=MORNING)
    assert booth.execute("SELECT count(*) FROM journal").fetchone() == (1,)


def test_an_upgrade_that_a_console_stands_in_the_way_of_changes_nothing(
    city: SharedDatabase, booth: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("migrations.shared.LOCK_SECONDS", 1)
    with booth.transaction():
        booth.execute("SELECT count(*) FROM journal")
        with pytest.raises(StoreError, match=r"store\.locked"):
            upgrade_shared(city.url, now=MORNING)
        copy_entry(booth, MARKET)
    assert booth.execute("SELECT count(*) FROM journal").fetchone() == (1,)


def test_a_login_that_is_no_superuser_can_upgrade(server: PostgresqlServer) -> None:
    name = database_of(server.new_database())
    with psycopg.connect(server.url(name).replace("+psycopg", ""), autocommit=True) as session:
        session.execute("CREATE ROLE city LOGIN CREATEROLE")
        session.execute(f"ALTER DATABASE {name} OWNER TO city".encode())
    for _ in range(2):
        upgrade_shared(server.url(name, user="city"), now=MORNING)
    assert standing(server.url(name, user="city")).is_current


def test_a_database_that_had_no_roles_yet_gets_them(server: PostgresqlServer) -> None:
    url = server.new_database()
    upgrade(url, "0004")
    upgrade_shared(url, now=MORNING)
    assert standing(url).is_current
    with begun(url) as connection:
        owners = connection.exec_driver_sql(
            "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"
        ).scalars()
        assert list(owners) == [OWNER]


def test_the_way_down_takes_the_views_away_first(server: PostgresqlServer) -> None:
    url = server.new_database()
    upgrade_shared(url, now=MORNING)
    downgrade(url, "base")
    assert standing(url).revision is None
    upgrade_shared(url, now=MORNING)
    assert standing(url).is_current
