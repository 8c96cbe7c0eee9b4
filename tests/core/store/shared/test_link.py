"""The shared database keeps the promises of a far side, and fails as one that may be asked again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.domain.chains import check_rows
from core.domain.errors import LinkError
from core.domain.journal import from_micros, to_micros
from core.services.sharing import Link
from core.store.shared.link import DatabaseLink
from tests.core.services.chains import chain
from tests.core.services.link_contract import ENTRY, EXIT, LinkContract, end_of, quiet
from tests.core.store.shared.city import City
from tests.core.store.shared.lots_server import SharedDatabase


@pytest.fixture
def far_side(city: City) -> City:
    return city


class TestDatabaseLink(LinkContract):
    """The contract, on a real server."""


class LoginsOfALot:
    """A far side to which each console signs on with a login of its own, which may no more than it must."""

    def __init__(self, city: City, database: SharedDatabase) -> None:
        self.lot_id = city.lot_id
        self._city = city
        self._database = database

    def link(self, console_id: str) -> DatabaseLink:
        name = console_id.removeprefix("console-")
        login = self._database.console(self.lot_id, name, may_be_hub=name == "hub")
        return self._city.link(console_id, url=self._database.url_of(login))


class TestDatabaseLinkOfAConsolesLogin(LinkContract):
    """The contract, for logins with the least privilege."""

    @pytest.fixture
    def far_side(self, city: City) -> LoginsOfALot:
        return LoginsOfALot(city, SharedDatabase(city.server))


def cause_of(work: Callable[[], object]) -> str:
    with pytest.raises(LinkError) as failed:
        work()
    return failed.value.cause


def test_rows_lie_in_all_tables_of_the_journal(city: City) -> None:
    rows = chain(city.lot_id, ENTRY, 12)
    city.link(ENTRY).push(rows)
    with city.session() as session:
        counts = [
            session.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()
            for table in ("journal", "journal_keys", "journal_subjects", "journal_personal")
        ]
    assert counts == [(12,), (12,), (12,), (8,)]


def test_what_comes_back_still_verifies(city: City) -> None:
    rows = chain(city.lot_id, ENTRY, 12)
    city.link(ENTRY).push(rows)
    before = end_of(rows[:4])
    assert [entry.seq for entry in check_rows(city.link(EXIT).pull(ENTRY, 4), before)] == list(range(5, 13))


def test_personal_fields_that_were_purged_leave_the_chain_whole(city: City) -> None:
    rows = chain(city.lot_id, ENTRY, 6)
    city.link(ENTRY).push(rows)
    with city.session() as session:
        session.execute("DELETE FROM journal_personal")
    assert city.link(EXIT).pull(ENTRY, 0) == [replace(row, salt=None, fields=None) for row in rows]


def test_a_database_that_was_set_back_takes_again_what_it_lost(city: City) -> None:
    rows = chain(city.lot_id, ENTRY, 12)
    link = city.link(ENTRY)
    link.push(rows)
    with city.session() as session:
        for table in ("journal", "journal_keys", "journal_subjects"):
            session.execute(f"DELETE FROM {table} WHERE seq > 5".encode())
        session.execute(
            "DELETE FROM journal_personal p WHERE NOT EXISTS"
            " (SELECT 1 FROM journal_keys k WHERE k.entry_id = p.entry_id)"
        )
    assert link.marks() == {ENTRY: end_of(rows[:5])}
    assert link.push(rows[10:]) == end_of(rows[:5])
    assert link.push(rows[3:]) == end_of(rows)
    assert link.pull(ENTRY, 0) == rows


def test_an_entry_id_of_another_chain_is_a_fork(city: City) -> None:
    """Two consoles that came from one copied folder."""
    link = city.link(ENTRY)
    theirs = chain(city.lot_id, EXIT, 2)
    link.push(theirs)
    mine = [replace(row, console_id=ENTRY) for row in theirs]
    assert cause_of(lambda: link.push(mine)) in {"chain.fork", "chain.broken"}


def test_a_database_without_our_tables_is_of_another_version(city: City) -> None:
    empty = city.server.new_database()
    link = city.link(ENTRY, url=empty)
    assert cause_of(link.marks) == "link.version"
    assert cause_of(lambda: link.push(chain(city.lot_id, ENTRY, 1))) == "link.version"


def test_a_wrong_password_is_refused(city: City) -> None:
    assert cause_of(city.link(ENTRY, url=city.tcp_url.replace(":lot@", ":other@")).marks) == "link.refused"


def test_a_login_that_was_taken_back_is_revoked(city: City) -> None:
    with city.session() as session:
        session.execute("CREATE ROLE booth NOLOGIN PASSWORD 'lot'")
    url = city.tcp_url.replace("postgres:lot@", "booth:lot@")
    assert cause_of(city.link(ENTRY, url=url).marks) == "link.revoked"


def test_a_login_without_the_right_is_refused(city: City) -> None:
    with city.session() as session:
        session.execute("CREATE ROLE stranger LOGIN PASSWORD 'lot'")
    url = city.tcp_url.replace("postgres:lot@", "stranger:lot@")
    assert cause_of(city.link(ENTRY, url=url).marks) == "link.refused"


def test_no_server_is_no_answer(city: City) -> None:
    assert cause_of(city.link(ENTRY, url="postgresql://lot@127.0.0.1:1/lot").marks) == "link.no_answer"


def test_a_server_on_another_machine_must_speak_tls(city: City) -> None:
    """The server of the tests has no certificate: reached as if from outside it is refused."""
    url = city.tcp_url.replace("127.0.0.1", "localhost.localdomain")
    assert cause_of(city.link(ENTRY, url=f"{url}?hostaddr=127.0.0.1").marks) == "link.refused"
    assert city.link(ENTRY, url=f"{url}?hostaddr=127.0.0.1&sslmode=disable").marks() == {}


def test_the_line_is_made_anew_after_the_server_came_back(city: City) -> None:
    link = city.link(ENTRY)
    rows = chain(city.lot_id, ENTRY, 4)
    link.push(rows[:2])
    city.server.stop()
    assert cause_of(link.marks) == "link.no_answer"
    city.server.start()
    assert link.push(rows) == end_of(rows)


def test_a_restart_between_two_calls_goes_unnoticed(city: City) -> None:
    link = city.link(ENTRY)
    assert link.marks() == {}
    city.server.restart()
    assert link.marks() == {}


def test_who_waits_hears_that_the_server_went_away(city: City) -> None:
    link = city.link(ENTRY)
    quiet(link)
    stopping = threading.Timer(0.3, city.server.stop)
    stopping.start()
    assert cause_of(lambda: link.wait(30)) == "link.no_answer"
    stopping.join()
    city.server.start()
    assert link.wait(5)  # somebody may have rung meanwhile


@pytest.fixture
def frozen(city: City) -> Iterator[City]:
    yield city
    city.server.thaw()


@pytest.mark.parametrize(
    "call",
    [
        lambda link: link.marks(),
        lambda link: link.push(chain("lot", ENTRY, 600)),
        lambda link: link.pull(ENTRY, 0),
        lambda link: link.ring(),
        lambda link: link.report({"version": "1"}),
        lambda link: link.reports(),
    ],
    ids=["marks", "push", "pull", "ring", "report", "reports"],
)
def test_a_frozen_server_keeps_nobody_longer_than_its_limit(
    frozen: City, monkeypatch: pytest.MonkeyPatch, call: Callable[[Link], object]
) -> None:
    link = frozen.link(ENTRY, lot_id="lot")
    link.marks()
    shorten(link, monkeypatch, seconds=1.0)
    frozen.server.freeze()
    begun = time.monotonic()
    assert cause_of(lambda: call(link)) == "link.no_answer"
    assert 0.5 < time.monotonic() - begun < 5
    frozen.server.thaw()
    assert link.marks() == {}


def test_a_frozen_server_lets_nobody_in_and_keeps_nobody(
    frozen: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = frozen.link(ENTRY, url=frozen.tcp_url)
    shorten(link, monkeypatch, seconds=1.0)
    frozen.server.freeze()
    begun = time.monotonic()
    assert cause_of(link.marks) == "link.no_answer"
    # The thread that still tries to connect is not waited for, and not joined by another one.
    assert cause_of(link.marks) == "link.no_answer"
    assert time.monotonic() - begun < 5


def test_closing_frees_who_waits_for_a_frozen_server(frozen: City) -> None:
    link = frozen.link(ENTRY)
    link.marks()
    frozen.server.freeze()
    closing = threading.Timer(0.3, link.close)
    begun = time.monotonic()
    closing.start()
    assert cause_of(link.marks) == "link.no_answer"
    assert time.monotonic() - begun < 3
    closing.join()


def test_a_push_that_was_cut_off_left_all_or_nothing(frozen: City, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = chain("lot", ENTRY, 3000)
    link = frozen.link(ENTRY, lot_id="lot")
    link.marks()
    shorten(link, monkeypatch, seconds=1.0)
    freezing = threading.Timer(0.02, frozen.server.freeze)
    freezing.start()
    with suppress(LinkError):
        link.push(rows)
    freezing.join()
    frozen.server.thaw()
    again = frozen.link(ENTRY, lot_id="lot")
    assert again.marks().get(ENTRY, end_of(rows)) == end_of(rows)
    assert again.push(rows) == end_of(rows)


@pytest.mark.parametrize(
    "url", ["", "lot.example", "sqlite:///lot.db", "mysql://lot@db/lot", "postgresql://"]
)
def test_what_is_no_url_of_postgresql_is_told_at_once(url: str, city: City) -> None:
    with pytest.raises(LinkError) as refused:
        DatabaseLink(url, lot_id="lot", console_id=ENTRY, clock=city.clock)
    assert refused.value.cause == "link.address"


@pytest.mark.parametrize("minutes", [-9, 0, 5])
def test_a_wrong_clock_is_found_out_by_the_servers(city: City, minutes: int) -> None:
    wrong = timedelta(minutes=minutes)
    city.clock.instant = datetime.now(UTC) + wrong
    link = city.link(ENTRY)
    link.marks()
    said_at = to_micros(city.clock.now())
    skew = link.report({"at": said_at})
    assert skew is not None
    assert abs(skew - wrong) < timedelta(seconds=20)
    left = city.link(EXIT).reports()[ENTRY]
    assert left["said_at"] == said_at
    assert abs(from_micros(left["at"]) - datetime.now(UTC)) < timedelta(seconds=20)


def test_a_report_that_is_none_keeps_nobody_from_the_others(city: City) -> None:
    city.link(ENTRY).report({"version": "1"})
    with city.session() as session:
        session.execute("INSERT INTO console_reports VALUES (%s, 'odd', 1, '[]')", (city.lot_id,))
    assert city.link(ENTRY).reports().keys() == {ENTRY}


def test_no_error_tells_the_password(city: City) -> None:
    secret = "tell-nobody"
    for url in (
        f"postgresql://lot:{secret}@127.0.0.1:1/lot",
        city.tcp_url.replace(":lot@", f":{secret}@"),
        f"postgresql://lot:{secret}@127.0.0.1:99999999/lot",
        f"postgresql://lot:{secret}@127.0.0.1/lot?nonsense=1",
    ):
        with pytest.raises(LinkError) as failed:
            city.link(ENTRY, url=url).marks()
        assert secret not in str(failed.value)


def shorten(link: DatabaseLink, monkeypatch: pytest.MonkeyPatch, *, seconds: float) -> None:
    """Let its calls end so early that a test can wait for it."""
    call = link._wire.call
    monkeypatch.setattr(link._wire, "call", lambda work: call(work, seconds=seconds))
