"""Accounts of clients, and what a client may see: their own and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.people import Actor, Person, Role
from core.services.import_stays import InsideRow, import_stays
from core.services.manage_clients import add_client, change_client, set_client_password
from core.services.manage_people import add_person, change_person
from core.store.queries.clients import client_of_plate, client_stays, find_clients
from core.store.tables import journal
from tests.booth import Booth

WU = ("Wu Mei-ling", "0912 345 678", ("ABC-1234", "KLM-8837"))


def client(booth: Booth, name: str, contact: str = "", plates: tuple[str, ...] = ()) -> Person:
    return booth.store.write(
        lambda unit: add_client(unit, actor=booth.ben, name=name, contact=contact, plates=plates)
    )


def found(booth: Booth, text: str) -> list[str]:
    return [each.name for each in booth.store.read(lambda view: find_clients(view, text))]


def inside(booth: Booth, *plates: str) -> None:
    rows = [InsideRow(plate, booth.clock.now() - timedelta(hours=1)) for plate in plates]
    booth.store.write(lambda unit: import_stays(unit, actor=booth.boss, rows=rows))


def test_a_client_is_known_by_name_contact_and_plates(booth: Booth) -> None:
    made = client(booth, *WU)
    kept = booth.store.read(lambda view: view.person(made.person_id))
    assert kept == made
    assert kept.plates == ("ABC1234", "KLM8837")
    client(booth, "Lin", "lin@example.org")
    assert found(booth, "") == ["Lin", "Wu Mei-ling"]
    for text in ("mei", "345", "m-88", "abc1234"):
        assert found(booth, text) == ["Wu Mei-ling"]
    assert found(booth, "%_'; --") == []


def test_name_contact_and_plates_are_no_part_of_the_chain(booth: Booth) -> None:
    client(booth, *WU)
    with booth.store.reading() as view:
        payloads = str(view.connection.execute(select(journal.c.payload)).all())
    for personal in ("Wu", "0912", "ABC1234"):
        assert personal not in payloads


def test_a_contact_that_was_taken_away_is_gone(booth: Booth) -> None:
    made = client(booth, *WU)
    booth.store.write(
        lambda unit: change_client(unit, actor=booth.ben, client=replace(made, contact="", plates=()))
    )
    kept = booth.store.read(lambda view: view.person(made.person_id))
    assert (kept.contact, kept.plates) == ("", ())


def test_a_plate_belongs_to_one_open_account(booth: Booth) -> None:
    wu = client(booth, *WU)
    with pytest.raises(Refused, match=r"client\.plate_taken"):
        client(booth, "Lin", "", ("abc 1234",))
    booth.store.write(lambda unit: change_client(unit, actor=booth.ben, client=replace(wu, active=False)))
    lin = client(booth, "Lin", "", ("abc 1234",))
    assert booth.store.read(lambda view: client_of_plate(view, "ABC-1234")) == lin
    with pytest.raises(Refused, match=r"client\.plate_taken"):
        booth.store.write(lambda unit: change_client(unit, actor=booth.ben, client=wu))


def test_what_makes_no_account_is_refused(booth: Booth) -> None:
    for name, contact, plates in (("", "", ()), ("Wu", "x" * 200, ()), ("Wu", "", ("!",))):
        with pytest.raises(BadInput):
            client(booth, name, contact, plates)
    assert found(booth, "") == []


def test_the_account_of_a_client_is_no_way_to_change_who_works_here(booth: Booth) -> None:
    ada = booth.store.read(lambda view: view.person(booth.boss.person_id))
    with pytest.raises(Refused, match=r"client\.unknown"):
        booth.store.write(lambda unit: change_client(unit, actor=booth.ben, client=ada))
    with pytest.raises(Refused, match=r"client\.unknown"):
        booth.store.write(
            lambda unit: set_client_password(
                unit, actor=booth.ben, person_id=ada.person_id, password_hash="forged"
            )
        )
    wu = client(booth, *WU)
    with pytest.raises(Refused, match=r"person\.not_staff"):
        booth.store.write(
            lambda unit: change_person(unit, actor=booth.boss, person=replace(wu, role=Role.ADMINISTRATOR))
        )


def test_a_client_sees_the_stays_and_payments_of_their_own_plates_alone(booth: Booth) -> None:
    wu, lin = client(booth, *WU), client(booth, "Lin", "", ("XYZ-9",))
    inside(booth, "ABC1234", "XYZ9", "QQQ777")
    [stay] = booth.store.read(
        lambda view: client_stays(view, actor=Actor(wu.person_id, wu.name, wu.role), person_id=wu.person_id)
    )
    assert stay.plate == "ABC1234"
    booth.pay(stay.stay_id)
    [stay] = booth.store.read(lambda view: client_stays(view, actor=booth.ben, person_id=wu.person_id))
    assert [payment.amount_minor for payment in stay.payments] == [30]
    with pytest.raises(NotAllowed):
        booth.store.read(
            lambda view: client_stays(
                view, actor=Actor(wu.person_id, wu.name, wu.role), person_id=lin.person_id
            )
        )


def test_a_client_may_be_called_as_somebody_is_who_works_here(booth: Booth) -> None:
    client(booth, "Cleo")
    cleo = booth.store.write(
        lambda unit: add_person(unit, actor=booth.boss, name="Cleo", role=Role.ATTENDANT, pin_hash="x")
    )
    assert cleo.name == "Cleo"
    with pytest.raises(Refused, match=r"person\.name_taken"):
        booth.store.write(
            lambda unit: add_person(unit, actor=booth.boss, name="cleo", role=Role.ATTENDANT, pin_hash="x")
        )


def test_a_landlord_sees_no_clients_stays(booth: Booth) -> None:
    wu = client(booth, *WU)
    with pytest.raises(NotAllowed):
        booth.store.read(
            lambda view: client_stays(view, actor=Actor("lee", "Lee", Role.LANDLORD), person_id=wu.person_id)
        )


def test_a_client_may_have_a_password_and_be_without_one_again(booth: Booth) -> None:
    wu = client(booth, *WU)
    for hashed in ("hash", ""):
        booth.store.write(
            lambda unit, hashed=hashed: set_client_password(
                unit, actor=booth.ben, person_id=wu.person_id, password_hash=hashed
            )
        )
        assert booth.store.read(lambda view: view.credential(wu.person_id)).pin_hash == hashed
