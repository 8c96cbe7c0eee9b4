"""Badges: an attendant holds one to the reader and works; nobody becomes a supervisor by finding one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.people import Actor, Role
from core.services.badge import (
    BadgeReader,
    badge_reader,
    find_badge_holder,
    holder_of_badge,
    is_badge,
    make_badge_reader,
    set_badge,
    sign_on_by_badge,
)
from core.services.badge import give_badge as give_badge_read
from core.services.manage_people import change_person
from core.services.set_up_lot import change_lot
from core.services.sign_on import check_guesses
from core.store.queries.people import refused_attempts
from tests.booth import Booth
from tests.core.services.secrets import PASSWORD, PIN, give_badge, sign_on, someone

CODE = "04A224B1C93E80"


def scan(booth: Booth, code: str) -> Actor | None:
    return booth.store.write(lambda unit: sign_on_by_badge(unit, code=code, console="Booth"))


def test_an_attendant_signs_on_with_the_badge_alone(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    give_badge(booth, nia, CODE)
    assert scan(booth, f" {CODE}\r") == nia
    with booth.store.reading() as view:
        digest = badge_reader(view).digest(CODE)
        assert holder_of_badge(view, digest) == view.person(nia.person_id)
        assert holder_of_badge(view, "0" * 64) is None


@pytest.mark.parametrize(
    ("role", "secret"),
    [(Role.SUPERVISOR, PIN), (Role.ADMINISTRATOR, PIN), (Role.LANDLORD, PASSWORD)],
)
def test_everybody_else_types_their_secret_as_well(booth: Booth, role: Role, secret: str) -> None:
    who = someone(booth, "Sam", role, secret)
    give_badge(booth, who, CODE)
    with pytest.raises(Refused) as caught:
        scan(booth, CODE)
    assert caught.value.code == "sign_on.badge_and_secret"
    assert caught.value.facts["person_id"] == who.person_id
    assert sign_on(booth, who, secret) == who


def test_a_lot_may_ask_attendants_for_the_pin_too(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    give_badge(booth, nia, CODE)
    lot = booth.store.read(lambda unit: unit.lot())
    booth.store.write(lambda unit: change_lot(unit, actor=booth.boss, lot=replace(lot, badge_needs_pin=True)))
    with pytest.raises(Refused, match=r"sign_on\.badge_and_secret"):
        scan(booth, CODE)


def test_a_badge_opens_no_lock_that_wrong_pins_closed(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    give_badge(booth, nia, CODE)
    for _ in range(3):
        sign_on(booth, nia, "999")
    with pytest.raises(Refused, match=r"sign_on\.wait"):
        scan(booth, CODE)


def test_a_badge_that_nobody_has_counts_as_a_guess_and_its_code_is_kept_nowhere(booth: Booth) -> None:
    for number in range(10):
        assert scan(booth, f"BADBADGE{number}") is None
    with pytest.raises(Refused, match=r"sign_on\.console_waits"):
        scan(booth, CODE)
    attempts = booth.store.read(lambda view: refused_attempts(view, booth.clock.now()))
    assert {(each.source, each.who, each.cause) for each in attempts} == {
        ("badge", "", "sign_on.wrong_badge")
    }
    data = (booth.folder / "lotkeeper.db").read_bytes() + (booth.folder / "lotkeeper.db-wal").read_bytes()
    assert b"BADBADGE" not in data


def test_codes_tried_where_a_pin_is_typed_are_guesses_too(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    give_badge(booth, nia, CODE)
    tried = [f"04A224B1C93E{number:02}" for number in range(10)]
    assert not any(booth.store.write(lambda unit, code=code: is_badge(unit, code=code)) for code in tried)
    assert not booth.store.write(lambda unit: is_badge(unit, code=CODE))
    booth.clock.pass_by(minutes=1)
    assert booth.store.write(lambda unit: is_badge(unit, code=CODE))
    assert booth.store.read(lambda view: refused_attempts(view, booth.clock.now() - timedelta(days=1))) == []


def test_where_nobody_has_a_badge_a_pin_typed_at_once_is_no_guess(booth: Booth) -> None:
    for _ in range(20):
        assert not booth.store.write(lambda unit: is_badge(unit, code=PIN))
    booth.store.read(check_guesses)


def test_a_badge_has_one_holder(booth: Booth) -> None:
    nia, tom = (someone(booth, name, Role.ATTENDANT, PIN) for name in ("Nia", "Tom"))
    give_badge(booth, nia, CODE)
    give_badge(booth, nia, CODE)
    with pytest.raises(Refused) as caught:
        give_badge(booth, tom, CODE)
    assert (caught.value.code, caught.value.facts) == ("person.badge_taken", {"name": "Nia"})


def test_a_badge_that_was_taken_away_is_nobodys(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    give_badge(booth, nia, CODE)
    booth.store.write(
        lambda unit: set_badge(unit, actor=booth.boss, person_id=nia.person_id, badge_digest="")
    )
    assert scan(booth, CODE) is None
    assert sign_on(booth, nia, PIN) == nia


def test_who_works_here_no_more_has_no_badge_either(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    give_badge(booth, nia, CODE)
    person = booth.store.read(lambda unit: unit.person(nia.person_id))
    booth.store.write(
        lambda unit: change_person(unit, actor=booth.boss, person=replace(person, active=False))
    )
    assert scan(booth, CODE) is None


def test_a_badge_is_found_by_the_key_of_whichever_console_gave_it(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    give_badge(booth, nia, CODE)
    booth.clock.pass_by(minutes=1)
    booth.store.write(lambda unit: unit.add_badge_key(b"\x07" * 32))
    with booth.store.reading() as view:
        assert badge_reader(view).keys[0] == b"\x07" * 32
    assert scan(booth, CODE) == nia


def test_a_badge_that_another_consoles_key_keeps_has_its_holder_too(booth: Booth) -> None:
    nia, tom = (someone(booth, name, Role.ATTENDANT, PIN) for name in ("Nia", "Tom"))
    give_badge(booth, nia, CODE)
    booth.clock.pass_by(minutes=1)
    booth.store.write(lambda unit: unit.add_badge_key(b"\x07" * 32))
    with pytest.raises(Refused, match=r"person\.badge_taken"):
        booth.store.write(
            lambda unit: give_badge_read(unit, actor=booth.boss, person_id=tom.person_id, code=CODE)
        )
    booth.store.write(
        lambda unit: give_badge_read(unit, actor=booth.boss, person_id=nia.person_id, code=CODE)
    )
    assert scan(booth, CODE) == nia


def test_the_key_is_made_once_and_a_digest_without_it_says_nothing(booth: Booth) -> None:
    keys = {booth.store.write(lambda unit: make_badge_reader(unit).keys) for _ in range(3)}
    [(key,)] = keys
    assert len(key) == 32
    assert BadgeReader((key,)).digest(CODE) != BadgeReader((b"\x00" * 32,)).digest(CODE)


@pytest.mark.parametrize("code", ["", "12", "\x00" * 20, "9" * 5000])
def test_what_is_no_badge_is_told_and_is_no_guess(booth: Booth, code: str) -> None:
    with pytest.raises(BadInput, match=r"person\.bad_badge"):
        booth.store.write(lambda unit: find_badge_holder(unit, code=code))
    assert booth.store.read(lambda view: refused_attempts(view, booth.clock.now())) == []


def test_only_who_manages_people_gives_badges(booth: Booth) -> None:
    with pytest.raises(NotAllowed):
        booth.store.write(
            lambda unit: set_badge(
                unit, actor=booth.ben, person_id=booth.ben.person_id, badge_digest="ab" * 32
            )
        )
