"""The SQL of docs/shared-database.md, run from top to bottom under the logins that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import insert

from core.config.rate_plans.calendars import with_holidays
from core.config.rate_plans.reading import read_plan
from core.domain.rates.checking import check
from core.services.answer_bookings import answer_bookings
from core.services.answer_rate_plans import PlanReading, answer_rate_plans
from core.services.set_up_lot import change_lot
from core.store.engine import make_engine, sqlite_url
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.shared.logins import Login, May
from core.store.shared.projector import Projector
from core.store.shared.requests import DatabaseRequests
from core.store.tables import local_state
from core.sync.exchange import Exchange
from core.sync.identity import load_identity
from migrations.history import upgrade_file
from tests.core.store.lot import SetClock, drive_in, drive_out, lot_of, opened, pay, set_up
from tests.core.store.shared.lots_server import SharedDatabase
from tests.far_sides.postgresql import postgresql_server

LOT = "01939f40-7b44-7cc4-98f1-000000000001"
PAGE = Path(__file__).parents[2] / "docs" / "shared-database.md"
EXAMPLE = re.compile(r"```sql\n-- signed on as ([a-z -]+)\n(.*?)```\n(?:\n((?:\|[^\n]*\n)+))?", re.DOTALL)
NOT_ALLOWED = "-- permission denied"


@dataclass(frozen=True)
class Example:
    """An example of the page: who runs it, what, and the table of answers that stands below it."""

    who: str
    statement: str
    answers: list[list[str]] | None

    @property
    def is_forbidden(self) -> bool:
        return NOT_ALLOWED in self.statement


def examples() -> list[Example]:
    return [
        Example(who, statement, None if table is None else rows_of(table))
        for who, statement, table in EXAMPLE.findall(PAGE.read_text())
    ]


def rows_of(table: str) -> list[list[str]] | None:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()]
    return [row for row in rows if not set("".join(row)) <= {"-", " "}] or None


class Lots:
    """A lot's hub beside the shared database, and those who sign on to it."""

    def __init__(self, database: SharedDatabase, folder: Path) -> None:
        self.database = database
        self.clock = SetClock(datetime.now(UTC))
        login = database.console(LOT, "office", may_be_hub=True)
        self.logins: dict[str, Login] = {
            "a console": login,
            "city-app": database.partner("city-app", [LOT], May.BOOK),
            "rates-office": database.partner("rates-office", [LOT], May.SET_RATES),
            "landlord": database.partner("landlord", [LOT], May.READ),
        }
        upgrade_file(folder / "lotkeeper.db", folder)
        engine = make_engine(sqlite_url(folder / "lotkeeper.db"), writer=True)
        with engine.begin() as connection:
            connection.execute(insert(local_state).values(name="lot_id", value=LOT))
        engine.dispose()
        self._url = database.url_of(login)
        self._folder = folder

    def have_a_day(self) -> None:
        with opened(self._folder, self.clock) as store:
            actor = set_up(store)
            lot = replace(lot_of(store), bookable_spaces=("A1", "A2"))
            store.write(lambda unit: change_lot(unit, actor=actor, lot=lot))
            self.clock.instant -= timedelta(minutes=95)
            store.write(lambda unit: unit.settle_clock())
            first = drive_in(store, "AB0001")
            drive_in(store, "AB0002")
            self.clock.pass_time(95)
            pay(store, actor, first)
            drive_out(store, "AB0001", first)
        self.do_the_hubs_work()

    def do_the_hubs_work(self) -> None:
        with opened(self._folder, self.clock) as store:
            mine = {"lot_id": LOT, "clock": self.clock}
            link = DatabaseLink(self._url, console_id=store.console_id, **mine)  # type: ignore[arg-type]
            requests = DatabaseRequests(self._url, lot_id=LOT, console_id=store.console_id)
            projector = Projector(self._url, hub_id=store.console_id, **mine)  # type: ignore[arg-type]
            try:
                answer_bookings(store, requests, load_identity(self._folder))
                answer_rate_plans(store, requests, PlanReading(read_plan, with_holidays, check))
                Exchange(StoreReplica(store), link, relays=lambda: True).round()
                projector.project()
            finally:
                for each in (link, requests, projector):
                    each.close()


@pytest.fixture(scope="module")
def lots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lots]:
    with postgresql_server() as server:
        made = Lots(SharedDatabase(server), tmp_path_factory.mktemp("hub"))
        made.have_a_day()
        yield made


def test_every_example_says_who_runs_it() -> None:
    assert len(examples()) == PAGE.read_text().count("```sql\n") > 10


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.statement.split("\n")[0][:50])
def test_an_example_does_what_the_page_says(lots: Lots, example: Example) -> None:
    with lots.database.signed_on(lots.logins[example.who]) as session:
        if example.is_forbidden:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                session.execute(example.statement.encode())
            return
        answer = session.execute(example.statement.encode())
        if example.answers is not None:
            names = [column.name for column in answer.description or ()]
            found = [["" if value is None else str(value) for value in row] for row in answer]
            assert [names, *found] == example.answers
    lots.do_the_hubs_work()


def test_every_reason_on_the_page_is_one_that_the_program_gives() -> None:
    given = set(re.findall(r'"(booking\.[a-z_]+)"', sources("core/domain", "core/services")))
    listed = set(re.findall(r"^\| `(booking\.[a-z_]+)` \|", PAGE.read_text(), re.MULTILINE))
    assert listed <= given
    asked = sources("core/domain/bookings.py", "core/services/answer_bookings.py")
    assert set(re.findall(r'Refused\("(booking\.[a-z_]+)"', asked)) == listed


def sources(*places: str) -> str:
    root = PAGE.parents[1]
    files = [file for place in places for file in [root / place, *(root / place).rglob("*.py")]]
    return "\n".join(file.read_text() for file in files if file.is_file())
