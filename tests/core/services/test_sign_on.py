"""Who guesses is slowed down, person by person and console by console, and a restart does not help."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest

from core.domain.errors import NotAllowed, Refused
from core.domain.people import LANE_ITSELF, Role
from core.domain.secrets import SecretKind
from core.services.manage_people import set_pin, unlock_person
from core.services.sign_on import FIRST_WAIT, LONGEST_WAIT, read_credential, sign_off, wait_after
from core.store.queries.people import people_rows, refused_attempts
from core.store.store import Store
from tests.booth import Booth
from tests.core.services.secrets import HASHER, PASSWORD, PIN, give_badge, sign_on, someone


def refusal(booth: Booth, who, secret: str = "0") -> Refused:
    with pytest.raises(Refused) as caught:
        sign_on(booth, who, secret)
    return caught.value


def test_an_attendant_signs_on_with_a_pin_and_a_landlord_with_a_password(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    lee = someone(booth, "Lee", Role.LANDLORD, PASSWORD)
    assert sign_on(booth, nia, PIN) == nia
    assert sign_on(booth, lee, PASSWORD) == lee
    kinds = [
        booth.store.read(lambda unit, who=who: unit.credential(who.person_id)).kind for who in (nia, lee)
    ]
    assert kinds == [SecretKind.PIN, SecretKind.PASSWORD]
    assert booth.kinds()[-2:] == ["person.signed_on"] * 2


def test_a_pin_that_was_set_before_there_were_passwords_keeps_working(booth: Booth) -> None:
    short = HASHER.hash("4711")
    booth.store.write(
        lambda unit: set_pin(unit, actor=booth.boss, person_id=booth.boss.person_id, pin_hash=short)
    )
    assert sign_on(booth, booth.boss, "4711") == booth.boss


def test_the_fourth_wrong_pin_waits_and_the_wait_doubles_up_to_half_an_hour(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    for _ in range(3):
        assert sign_on(booth, nia, "999") is None
    assert refusal(booth, nia, PIN).facts["until"] == booth.clock.now() + FIRST_WAIT
    booth.clock.pass_by(seconds=30)
    assert sign_on(booth, nia, "999") is None
    assert refusal(booth, nia, PIN).facts["until"] == booth.clock.now() + 2 * FIRST_WAIT
    assert wait_after(50) == LONGEST_WAIT


def test_the_right_pin_after_the_wait_forgets_the_wrong_ones(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    for _ in range(3):
        sign_on(booth, nia, "999")
    booth.clock.pass_by(seconds=31)
    assert sign_on(booth, nia, PIN) == nia
    assert booth.store.read(lambda unit: unit.credential(nia.person_id)).failures == 0


def test_who_was_locked_out_by_a_clock_that_ran_ahead_may_try_once_it_is_set_right(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    booth.clock.pass_by(days=400)
    for _ in range(3):
        sign_on(booth, nia, "999")
    booth.clock.pass_by(days=-400)
    [row] = [one for one in booth.store.read(people_rows) if one.person.name == "Nia"]
    assert row.locked_until is None
    assert sign_on(booth, nia, "999") is None
    assert refusal(booth, nia, PIN).facts["until"] == booth.clock.now() + 2 * FIRST_WAIT


def test_a_console_answers_at_most_ten_guesses_in_any_minute_whoever_is_guessed(booth: Booth) -> None:
    people = [someone(booth, f"Person {number}", Role.ATTENDANT, PIN) for number in range(8)]
    answered = []
    for step in range(300):
        who = people[step % len(people)]
        with suppress(Refused):
            sign_on(booth, who, "999")
            answered.append(booth.clock.now())
        booth.clock.pass_by(seconds=1)
    minute = timedelta(minutes=1)
    assert max(sum(start <= each < start + minute for each in answered) for start in answered) <= 10
    assert len(answered) > 10


def test_who_waits_for_the_console_is_told_until_when_even_with_the_right_pin(booth: Booth) -> None:
    people = [someone(booth, f"Person {number}", Role.ATTENDANT, PIN) for number in range(5)]
    for who in people:
        for _ in range(2):
            sign_on(booth, who, "999")
    refused = refusal(booth, people[0], PIN)
    assert (refused.code, refused.facts["until"]) == (
        "sign_on.console_waits",
        booth.clock.now() + timedelta(minutes=1),
    )
    booth.clock.pass_by(minutes=1)
    assert sign_on(booth, people[0], PIN) == people[0]


def test_people_who_know_their_pin_never_wait_for_each_other(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    for _ in range(25):
        assert sign_on(booth, nia, PIN) == nia


def test_a_restart_ends_neither_wait(booth: Booth) -> None:
    people = [someone(booth, f"Person {number}", Role.ATTENDANT, PIN) for number in range(4)]
    for who in people:
        for _ in range(3 if who is not people[3] else 1):
            sign_on(booth, who, "999")
    booth.store.close()
    booth.store = Store.open(booth.folder / "lotkeeper.db", clock=booth.clock)
    assert refusal(booth, people[0], PIN).code == "sign_on.wait"
    assert refusal(booth, people[3], PIN).code == "sign_on.console_waits"


def test_two_who_try_at_once_get_one_answer_more_than_is_left_never_two(booth: Booth) -> None:
    people = [someone(booth, f"Person {number}", Role.ATTENDANT, PIN) for number in range(5)]
    for number in range(9):
        sign_on(booth, people[number % 5], "999")
    for who in people[:2]:
        booth.store.read(lambda unit, who=who: read_credential(unit, who.person_id))
    assert sign_on(booth, people[0], "999") is None
    assert refusal(booth, people[1], PIN).code == "sign_on.console_waits"


@pytest.mark.parametrize("role", [Role.CLIENT, Role.KIOSK])
def test_who_does_not_work_here_cannot_be_added_to_those_who_do(booth: Booth, role: Role) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - which error says it is not the point
        someone(booth, "Cleo", role, PASSWORD)
    assert caught.value.code in {"person.not_staff", "person.no_secret"}


def test_an_administrator_lets_someone_try_again_at_once(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    for _ in range(3):
        sign_on(booth, nia, "999")
    with pytest.raises(NotAllowed):
        booth.store.write(lambda unit: unlock_person(unit, actor=booth.ben, person_id=nia.person_id))
    booth.store.write(lambda unit: unlock_person(unit, actor=booth.boss, person_id=nia.person_id))
    assert sign_on(booth, nia, PIN) == nia
    with pytest.raises(Refused, match=r"person\.not_locked"):
        booth.store.write(lambda unit: unlock_person(unit, actor=booth.boss, person_id=nia.person_id))


def test_a_new_pin_leaves_the_badge_where_it_is(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    give_badge(booth, nia, "04A224B1")
    before = booth.store.read(lambda unit: unit.credential(nia.person_id))
    fresh = HASHER.hash("880412")
    booth.store.write(lambda unit: set_pin(unit, actor=booth.boss, person_id=nia.person_id, pin_hash=fresh))
    after = booth.store.read(lambda unit: unit.credential(nia.person_id))
    assert (after.badge, after.pin_hash) == (before.badge, fresh)


def test_wrong_secrets_are_written_down_apart_from_the_journal(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    sign_on(booth, nia, "999")
    [attempt] = booth.store.read(lambda view: refused_attempts(view, booth.clock.now()))
    assert (attempt.source, attempt.who, attempt.what, attempt.cause) == (
        "pin",
        nia.person_id,
        "sign_on",
        "sign_on.wrong_pin",
    )


def test_the_lane_itself_never_signs_off(booth: Booth) -> None:
    with pytest.raises(NotAllowed):
        booth.store.write(lambda unit: sign_off(unit, actor=LANE_ITSELF, console="Booth"))
