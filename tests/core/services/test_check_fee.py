"""A fee above what cars pay here is seen by a person before it is charged, told or refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.admission import Action
from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Role
from core.domain.rates.absurd import Cause, UnusualFee
from core.services import check_fee
from core.services.check_fee import confirm_fee, fee_ceiling
from core.services.correct_entry import correct_entry
from core.services.quote_stay import StayQuote, quote_stay
from core.services.release import ExitDecision, decide_exit
from core.services.set_up_lot import change_lot
from core.store.store import Store
from core.store.verify import verify_file
from tests.core.store.lot import MORNING, POLICY, SetClock, drive_in, opened, pay, set_up, vote_for

SUPERVISOR = Actor("sue", "Sue", Role.SUPERVISOR)
ATTENDANT = Actor("ben", "Ben", Role.ATTENDANT)
LANDLORD = Actor("lea", "Lea", Role.LANDLORD)
DAYS = 24 * 60


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with opened(tmp_path, clock) as fresh:
        yield fresh


@pytest.fixture
def boss(store: Store) -> Actor:
    """A lot in which a fee above 20.00 is looked at; a day costs 15.00."""
    actor = set_up(store)
    set_ceiling(store, actor, 2000)
    return actor


def set_ceiling(store: Store, actor: Actor, ceiling_minor: int | None) -> None:
    lot = store.read(lambda view: view.lot())
    wanted = replace(lot, fee_ceiling_minor=ceiling_minor)
    store.write(lambda unit: change_lot(unit, actor=actor, lot=wanted))


def quoted(store: Store, actor: Actor, stay_id: str) -> StayQuote:
    return store.read(lambda view: quote_stay(view, actor=actor, stay_id=stay_id))


def unusual(store: Store, actor: Actor, stay_id: str) -> UnusualFee:
    fee = quoted(store, actor, stay_id).unusual
    assert fee is not None
    return fee


def at_the_exit(store: Store, plate: str) -> ExitDecision:
    return store.write(
        lambda unit: decide_exit(
            unit, lane_id="out", sighting_id=f"left-{plate}-{unit.now}"[:36], vote=vote_for(plate),
            photo="", policy=POLICY,
        )
    )  # fmt: skip


def confirm(
    store: Store, actor: Actor, stay_id: str, reason: str = "stayed_that_long", note: str = ""
) -> None:
    fee = unusual(store, actor, stay_id)
    store.write(
        lambda unit: confirm_fee(unit, actor=actor, stay_id=stay_id, fee=fee, reason=reason, note=note)
    )


def test_a_usual_fee_is_told_and_charged_at_once(store: Store, clock: SetClock, boss: Actor) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(DAYS)
    assert quoted(store, boss, stay_id).unusual is None
    assert at_the_exit(store, "AB1234").departure.reason == "exit.not_paid"
    assert pay(store, boss, stay_id) == 1500


def test_a_fee_above_the_ceiling_is_not_charged_before_somebody_confirmed_it(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    with pytest.raises(Refused) as refused:
        pay(store, boss, stay_id)
    assert refused.value.code == "payment.fee_unusual"
    assert refused.value.facts == {"due_minor": 9000, "ceiling_minor": 2000}
    confirm(store, boss, stay_id)
    assert quoted(store, boss, stay_id).unusual is None
    assert pay(store, boss, stay_id) == 9000


def test_the_exit_asks_a_person_instead_of_telling_the_driver_such_a_price(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    departure = at_the_exit(store, "AB1234").departure
    assert (departure.action, departure.reason, departure.due_minor) == (Action.ASK, "exit.fee_unusual", 0)
    assert departure.stay is not None
    assert departure.stay.stay_id == stay_id
    confirm(store, boss, stay_id)
    departure = at_the_exit(store, "AB1234").departure
    assert (departure.action, departure.reason, departure.due_minor) == (Action.REFUSE, "exit.not_paid", 9000)


def test_a_car_that_stood_for_days_has_probably_left_unseen(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    assert unusual(store, boss, stay_id).causes == (Cause.LEFT_UNSEEN,)


def test_another_car_inside_under_a_similar_plate_is_named(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    alike, _other = drive_in(store, "A81234"), drive_in(store, "XY9876")
    fee = unusual(store, boss, stay_id)
    assert fee.causes == (Cause.SIMILAR_PLATE, Cause.LEFT_UNSEEN)
    assert fee.similar == ((alike, "A81234"),)


def test_a_confirmed_fee_is_asked_about_again_when_it_has_grown(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    confirm(store, boss, stay_id)
    clock.pass_time(30)
    assert quoted(store, boss, stay_id).unusual is None
    clock.pass_time(2 * DAYS)
    assert unusual(store, boss, stay_id).amount_minor > 9000


def test_who_confirmed_it_and_why_is_on_record(
    store: Store, clock: SetClock, boss: Actor, tmp_path: Path
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    confirm(store, boss, stay_id, "other", "  was in hospital ")
    entry = store.read(lambda view: view.entries_about(Subject("stay", stay_id)))[-1]
    assert (entry.kind, entry.who) == ("stay.fee_confirmed", boss.person_id)
    assert entry.payload["amount_minor"] == 9000
    assert (entry.payload["reason"], entry.personal) == ("other", {"note": "was in hospital"})
    assert entry.payload["causes"] == ["left_unseen"]
    assert verify_file(tmp_path / "lotkeeper.db").is_sound


@pytest.mark.parametrize(("reason", "code"), [("because", "fee.bad_reason"), ("other", "gate.note_needed")])
def test_a_fee_is_not_confirmed_without_a_reason(
    store: Store, clock: SetClock, boss: Actor, reason: str, code: str
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    with pytest.raises(BadInput) as refused:
        confirm(store, boss, stay_id, reason)
    assert refused.value.code == code


def test_whoever_is_alone_at_night_may_confirm_it_but_no_landlord_at_a_distance(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    with pytest.raises(NotAllowed):
        confirm(store, LANDLORD, stay_id)
    confirm(store, ATTENDANT, stay_id)
    assert quoted(store, ATTENDANT, stay_id).unusual is None


def test_the_ceiling_is_learned_from_what_was_paid_of_late(
    store: Store, clock: SetClock, boss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_ceiling(store, boss, None)
    assert store.read(fee_ceiling) is None
    monkeypatch.setattr("core.domain.rates.absurd.LEAST_PAYMENTS", 3)
    for number in range(3):
        stay_id = drive_in(store, f"AB000{number}")
        clock.pass_time(45)
        pay(store, boss, stay_id)
    ceiling = store.read(fee_ceiling)
    assert ceiling is not None
    assert (ceiling.highest_minor, ceiling.is_learned, ceiling.usual_minor) == (400, True, 200)
    late = drive_in(store, "CD0001")
    clock.pass_time(5 * 60)
    assert unusual(store, boss, late).amount_minor == 1000
    clock.pass_time(61 * DAYS)
    assert store.read(fee_ceiling) is None


def test_only_so_many_payments_are_looked_at(
    store: Store, clock: SetClock, boss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_fee, "MOST_PAYMENTS", 2)
    for minutes in (45, 600, 45):
        stay_id = drive_in(store, f"AB{minutes:04}{clock.instant:%M}")
        clock.pass_time(minutes)
        pay(store, boss, stay_id)
    since = clock.instant - timedelta(days=60)
    assert store.read(lambda view: view.amounts_paid_since(since, most=2)) == [200, 1500]


def correct(
    store: Store, actor: Actor, stay_id: str, minutes: float, reason: str = "came_back_unseen"
) -> None:
    entry_at = MORNING + timedelta(minutes=minutes)
    store.write(
        lambda unit: correct_entry(unit, actor=actor, stay_id=stay_id, entry_at=entry_at, reason=reason)
    )


def test_a_car_that_came_back_unseen_pays_from_the_time_that_a_supervisor_corrects(
    store: Store, clock: SetClock, boss: Actor, tmp_path: Path
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    correct(store, SUPERVISOR, stay_id, 6 * DAYS - 45)
    due = quoted(store, boss, stay_id)
    assert (due.quote.total_minor, due.unusual) == (200, None)
    assert pay(store, boss, stay_id) == 200
    assert verify_file(tmp_path / "lotkeeper.db").is_sound


@pytest.mark.parametrize(
    ("minutes", "reason", "code"),
    [
        (6 * DAYS + 1, "came_back_unseen", "entry.in_the_future"),
        (-400 * DAYS, "came_back_unseen", "entry.too_long_ago"),
        (0, "came_back_unseen", "entry.unchanged"),
        (10, "because", "entry.bad_reason"),
        (10, "other", "gate.note_needed"),
    ],
)
def test_an_entry_time_that_cannot_be_is_refused(
    store: Store, clock: SetClock, boss: Actor, minutes: float, reason: str, code: str
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(6 * DAYS)
    with pytest.raises((BadInput, Refused)) as refused:
        correct(store, SUPERVISOR, stay_id, minutes, reason)
    assert refused.value.code == code


def test_an_attendant_corrects_no_entry_time_and_nobody_one_that_was_paid_for(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(45)
    with pytest.raises(NotAllowed):
        correct(store, ATTENDANT, stay_id, 10)
    pay(store, boss, stay_id)
    with pytest.raises(Refused, match=r"entry\.paid_already"):
        correct(store, SUPERVISOR, stay_id, 10)
