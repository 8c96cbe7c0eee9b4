"""Who works here, as the people screen lists them."""

from __future__ import annotations

from datetime import timedelta

from core.domain.people import Role
from core.domain.secrets import SecretKind
from core.services.manage_people import add_person
from core.services.sign_on import finish_sign_on
from core.store.queries.people import people_rows
from core.store.store import Store
from tests.core.store.lot import SetClock, set_up


def test_a_row_says_what_somebody_signs_on_with_and_when_they_did_last(store: Store, clock: SetClock) -> None:
    boss = set_up(store)
    store.write(lambda unit: finish_sign_on(unit, person_id=boss.person_id, matched=True, console="Booth"))
    [row] = store.read(people_rows)
    assert (row.kind, row.has_badge, row.locked_until) == (SecretKind.PIN, False, None)
    assert row.last_sign_on == clock.now()


def test_a_row_says_who_is_locked_out_and_until_when(store: Store, clock: SetClock) -> None:
    boss = set_up(store)
    for _ in range(3):
        store.write(
            lambda unit: finish_sign_on(unit, person_id=boss.person_id, matched=False, console="Booth")
        )
    [row] = store.read(people_rows)
    assert row.failures == 3
    assert row.locked_until == clock.now() + timedelta(seconds=30)
    clock.pass_time(1)
    [row] = store.read(people_rows)
    assert row.locked_until is None


def test_who_was_given_no_secret_has_none(store: Store) -> None:
    boss = set_up(store)
    store.write(lambda unit: add_person(unit, actor=boss, name="Ben", role=Role.ATTENDANT, pin_hash=""))
    rows = {row.person.name: row for row in store.read(people_rows)}
    assert rows["Ben"].kind is None
    assert rows["Ben"].last_sign_on is None
