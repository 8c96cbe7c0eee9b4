"""Accounts of clients in the store: made again from the journal, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import delete, select, update

from core.domain.errors import Refused
from core.domain.people import Actor, Person
from core.services.manage_clients import add_client, change_client, forget_client
from core.services.unit_of_work import UnitOfWork
from core.store.queries.clients import find_clients
from core.store.queries.people import people_rows, refused_attempts
from core.store.rebuild import rebuild
from core.store.store import Store
from core.store.tables import journal_personal, people
from core.store.verify import verify_journal
from migrations.history import upgrade
from tests.core.store.lot import SetClock, opened, set_up
from tests.far_sides.postgresql import postgresql_server


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lot(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    clock = SetClock()
    if request.param == "sqlite":
        with opened(tmp_path_factory.mktemp("lot"), clock) as store:
            yield store
        return
    with postgresql_server() as server:
        url = server.new_database()
        upgrade(url)
        store = Store(url, clock=clock)
        yield store
        store.close()


@pytest.fixture(scope="module")
def boss(lot: Store) -> Actor:
    return set_up(lot)


@pytest.fixture(scope="module")
def wu(lot: Store, boss: Actor) -> Person:
    made = lot.write(
        lambda unit: add_client(unit, actor=boss, name="Wu Mei-ling", contact="0912", plates=("ABC-1234",))
    )
    return lot.write(
        lambda unit: change_client(unit, actor=boss, client=replace(made, plates=("ABC-1234", "KLM-8837")))
    )


def test_an_account_is_made_again_from_what_happened(lot: Store, wu: Person) -> None:
    lot.write(
        lambda unit: (
            unit.connection.execute(
                update(people)
                .values(contact="forged", plates=["ZZ9"])
                .where(people.c.person_id == wu.person_id)
            ).rowcount
        )
    )
    with lot.reading() as view:
        assert verify_journal(view.connection).problems
    lot.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
    assert lot.read(lambda view: view.person(wu.person_id)) == wu
    with lot.reading() as view:
        assert verify_journal(view.connection).problems == ()


def test_an_account_is_found_and_listed_there(lot: Store, wu: Person) -> None:
    for text in ("mei", "klm8837", "0912"):
        assert lot.read(lambda view, text=text: find_clients(view, text)) == [wu]
    assert {row.person.name for row in lot.read(people_rows)} == {"Ada", "Wu Mei-ling"}
    assert lot.read(lambda view: refused_attempts(view, view.now)) == []


def test_a_closed_account_is_forgotten_for_good_and_the_chain_still_verifies(lot: Store, boss: Actor) -> None:
    lin = lot.write(
        lambda unit: add_client(unit, actor=boss, name="Lin", contact="lin@example.org", plates=("XYZ-9999",))
    )

    def forget(unit: UnitOfWork) -> None:
        forget_client(unit, actor=boss, person_id=lin.person_id, reason="asked_by_driver")

    with pytest.raises(Refused, match=r"client\.still_open"):
        lot.write(forget)
    lot.write(lambda unit: change_client(unit, actor=boss, client=replace(lin, active=False)))
    lot.write(forget)
    kept = lot.read(lambda view: view.person(lin.person_id))
    assert (kept.name, kept.contact, kept.plates, kept.active) == ("", "", (), False)
    assert "Lin" not in {each.name for each in lot.read(find_clients)}
    with lot.reading() as view:
        fields = str(view.connection.execute(select(journal_personal.c.fields)).all())
        assert verify_journal(view.connection).problems == ()
    assert "lin@example.org" not in fields
    assert "XYZ9999" not in fields
    lot.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
    assert lot.read(lambda view: view.person(lin.person_id)) == kept
    # The plate is free for another account.
    lot.write(lambda unit: add_client(unit, actor=boss, name="Chang", plates=("XYZ-9999",)))


def test_an_account_whose_personal_fields_somebody_deleted_has_no_name_and_that_is_found(
    lot: Store, wu: Person
) -> None:
    lot.write(lambda unit: unit.connection.execute(delete(journal_personal)).rowcount)
    lot.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
    kept = lot.read(lambda view: view.person(wu.person_id))
    assert (kept.name, kept.contact, kept.plates, kept.role) == ("", "", (), wu.role)
    with lot.reading() as view:
        assert {problem.code for problem in verify_journal(view.connection).problems} == {
            "journal.not_purged"
        }
