"""Who somebody is, as screens check it: nothing slow on their thread, nothing said that helps to guess."""

import threading

import pytest

from console.screens.sign_on.checking import (
    check_approval,
    check_badge_of,
    check_password_of,
    check_pin_of,
    find_holder_of,
)
from core.domain.errors import NotAllowed, Refused
from core.domain.people import Right, Role
from core.services.badge import give_badge
from core.store.queries.people import refused_attempts
from tests.console.screens.booth import PIN


@pytest.fixture
def lot(booth):
    booth.set_up()
    booth.ben = booth.add("Ben")
    booth.sue = booth.add("Sue", Role.SUPERVISOR)
    return booth


def badge(lot, who, code):
    lot.store.write(lambda unit: give_badge(unit, actor=lot.ann, person_id=who.person_id, code=code))


def approve(lot, who, secret, actor=None):
    return check_approval(
        lot.console,
        actor=actor or lot.ben,
        person_id=who.person_id,
        secret=secret,
        right=Right.APPROVE_REFUND,
        purpose="Pay back NT$ 60",
    )


def test_an_attendant_signs_on_with_pin_or_badge(lot):
    badge(lot, lot.ben, "04A224B1")
    assert check_pin_of(lot.console, lot.ben.person_id, PIN) == lot.ben
    assert check_badge_of(lot.console, "04A224B1") == lot.ben


def test_a_supervisors_badge_names_them_and_signs_nobody_on(lot):
    badge(lot, lot.sue, "04A224B1")
    with pytest.raises(Refused) as caught:
        check_badge_of(lot.console, "04A224B1")
    assert caught.value.facts["person_id"] == lot.sue.person_id
    assert find_holder_of(lot.console, "04A224B1").name == "Sue"
    assert find_holder_of(lot.console, "04C93E80") is None


def test_a_typed_name_gets_the_same_answer_whether_or_not_it_is_somebodys(lot):
    assert check_password_of(lot.console, "Sue", PIN) == lot.sue
    for name in ("Sue", "Nobody"):
        assert check_password_of(lot.console, name, "not it at all") is None


def test_a_second_person_approves_and_a_wrong_pin_does_not(lot):
    assert approve(lot, lot.sue, "0") is None
    assert approve(lot, lot.sue, PIN).approver == lot.sue


def test_who_may_not_approve_is_refused_before_a_pin_is_looked_at(lot, monkeypatch):
    monkeypatch.setattr(
        lot.console.hasher, "matches", lambda *_args: pytest.fail("a PIN was looked at"), raising=True
    )
    tom = lot.add("Tom")
    with pytest.raises(NotAllowed):
        approve(lot, tom, PIN)
    with pytest.raises(NotAllowed, match=r"approval\.own"):
        approve(lot, lot.sue, PIN, actor=lot.sue)
    rows = lot.store.read(lambda view: refused_attempts(view, lot.clock.now()))
    assert [(row.who, row.cause) for row in rows] == [
        (lot.sue.person_id, "approval.own"),
        (tom.person_id, "right.missing"),
    ]


def test_secrets_are_hashed_off_the_thread_of_the_screen(lot, monkeypatch):
    threads = []
    matches = lot.console.hasher.matches

    def noted(*args):
        threads.append(threading.current_thread())
        return matches(*args)

    monkeypatch.setattr(lot.console.hasher, "matches", noted)
    done = []
    lot.jobs.run(lambda: check_pin_of(lot.console, lot.ben.person_id, PIN), done.append)
    lot.until(lambda: done, "it is checked")
    assert done == [lot.ben]
    assert threads
    assert threading.main_thread() not in threads


def test_a_flood_of_guesses_is_stopped_and_its_rows_are_few(lot):
    answered = 0
    for number in range(60):
        try:
            check_password_of(lot.console, f"name {number}", "guess")
        except Refused:
            continue
        answered += 1
    assert answered == 10
    rows = lot.store.read(lambda view: refused_attempts(view, lot.clock.now()))
    assert sum(row.count for row in rows) == 10
