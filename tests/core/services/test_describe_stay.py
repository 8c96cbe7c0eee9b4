"""What an attendant says of a car decides its price, is written down, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.journal import Entry, Subject
from core.domain.people import Actor, Role
from core.domain.rates.description import USUAL, Description
from core.domain.rates.plan import Adjustment, Applies, Charge, Plan, Rate, Step
from core.services.describe_stay import describe_stay, price_described
from core.services.publish_rates import ReadyPlan, publish_plan
from core.services.quote_stay import quote_stay
from core.store.store import Store
from core.store.verify import verify_file
from tests.core.store.lot import PLAN, SetClock, drive_in, opened, pay, set_up

ATTENDANT = Actor("ben", "Ben", Role.ATTENDANT)
LANDLORD = Actor("lea", "Lea", Role.LANDLORD)
COACH = Description(vehicle_class="coach")
LOST = Description(lost_ticket=True)
OF_CLASSES = replace(
    PLAN,
    rates=(
        Rate("Lost ticket", (Charge("Day ticket", (Step(Decimal(1200)),)),), Applies(lost_ticket=True)),
        *PLAN.rates,
    ),
    classes=frozenset({"car", "coach"}),
    adjustments=(
        Adjustment("Coaches", Decimal(2), Applies(classes=frozenset({"coach"}))),
        Adjustment("Gold", Decimal("0.5"), Applies(loyalty=frozenset({"gold"}))),
        Adjustment("Electric", Decimal("0.9"), Applies(tags=frozenset({"ev"}))),
    ),
)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with opened(tmp_path, clock) as fresh:
        yield fresh


@pytest.fixture
def boss(store: Store, clock: SetClock) -> Actor:
    """A lot whose rates know coaches, gold members, electric cars and lost tickets."""
    actor = set_up(store)
    publish(store, actor, OF_CLASSES, clock)
    return actor


def publish(store: Store, actor: Actor, plan: Plan, clock: SetClock) -> None:
    begin = clock.now() + timedelta(minutes=1)
    store.write(lambda unit: publish_plan(unit, actor=actor, ready=ReadyPlan(plan, begin)))
    clock.pass_time(2)


def inside(store: Store, clock: SetClock, plate: str = "HH1234", *, minutes: int = 60) -> str:
    stay_id = drive_in(store, plate)
    clock.pass_time(minutes)
    return stay_id


def describe(store: Store, stay_id: str, description: Description, reason: str = "", note: str = "") -> None:
    store.write(
        lambda unit: describe_stay(
            unit, actor=ATTENDANT, stay_id=stay_id, description=description, reason=reason, note=note
        )
    )


def due(store: Store, stay_id: str) -> int:
    return store.read(lambda view: quote_stay(view, actor=ATTENDANT, stay_id=stay_id)).quote.total_minor


def last_entry(store: Store, stay_id: str) -> Entry:
    return store.read(lambda view: view.entries_about(Subject("stay", stay_id)))[-1]


def test_a_coach_pays_twice_and_a_car_again_once(store: Store, clock: SetClock, boss: Actor) -> None:
    stay_id = inside(store, clock)
    assert due(store, stay_id) == 200
    describe(store, stay_id, COACH)
    assert due(store, stay_id) == 400
    describe(store, stay_id, USUAL)
    assert due(store, stay_id) == 200


def test_who_changed_what_from_what_is_written_down(store: Store, clock: SetClock, boss: Actor) -> None:
    stay_id = inside(store, clock)
    describe(store, stay_id, replace(COACH, loyalty="gold"))
    describe(store, stay_id, replace(COACH, loyalty="gold", lost_ticket=True), "other", "fell in a gully")
    entry = last_entry(store, stay_id)
    assert (entry.kind, entry.who) == ("stay.described", ATTENDANT.person_id)
    assert {name: entry.payload[name] for name in ("before", "after", "reason")} == {
        "before": {"lost_ticket": False},
        "after": {"lost_ticket": True},
        "reason": "other",
    }
    assert "note" not in entry.payload
    assert entry.personal == {"note": "fell in a gully"}


def test_a_lost_ticket_is_priced_by_the_plans_own_rate_for_it(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = inside(store, clock)
    describe(store, stay_id, LOST, "not_found")
    quote = store.read(lambda view: quote_stay(view, actor=ATTENDANT, stay_id=stay_id)).quote
    assert (quote.rate, quote.total_minor) == ("Lost ticket", 1200)
    describe(store, stay_id, USUAL)
    assert due(store, stay_id) == 200


def test_a_lost_ticket_wants_a_reason_and_other_a_note(store: Store, clock: SetClock, boss: Actor) -> None:
    stay_id = inside(store, clock)
    for reason, note, code in (
        ("", "", "lost_ticket.bad_reason"),
        ("mislaid", "", "lost_ticket.bad_reason"),
        ("other", "  ", "gate.note_needed"),
    ):
        with pytest.raises(BadInput) as caught:
            describe(store, stay_id, LOST, reason, note)
        assert caught.value.code == code
    assert due(store, stay_id) == 200


@pytest.mark.parametrize(
    ("description", "code"),
    [
        (Description(vehicle_class="lorry"), "stay.unknown_class"),
        (Description(loyalty="platinum"), "stay.unknown_membership"),
        (Description(tags=frozenset({"ev", "pink"})), "stay.unknown_mark"),
    ],
)
def test_what_the_stays_rates_do_not_price_is_refused(
    store: Store, clock: SetClock, boss: Actor, description: Description, code: str
) -> None:
    stay_id = inside(store, clock)
    with pytest.raises(BadInput) as caught:
        describe(store, stay_id, description)
    assert caught.value.code == code
    assert last_entry(store, stay_id).kind != "stay.described"


def test_a_stay_from_before_the_rates_knew_coaches_cannot_be_one(store: Store, clock: SetClock) -> None:
    boss = set_up(store)
    stay_id = inside(store, clock)
    publish(store, boss, OF_CLASSES, clock)
    with pytest.raises(BadInput) as caught:
        describe(store, stay_id, COACH)
    assert caught.value.code == "stay.unknown_class"


def test_what_it_would_cost_is_told_before_anything_is_written(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = inside(store, clock)
    gold = Description(vehicle_class="coach", loyalty="gold", tags=frozenset({"ev"}))
    told = store.read(lambda view: price_described(view, actor=ATTENDANT, stay_id=stay_id, description=gold))
    assert told.total_minor == 180
    assert due(store, stay_id) == 200
    describe(store, stay_id, gold)
    assert due(store, stay_id) == 180


def test_nothing_new_is_not_written_down(store: Store, clock: SetClock, boss: Actor) -> None:
    stay_id = inside(store, clock)
    with pytest.raises(Refused) as caught:
        describe(store, stay_id, USUAL)
    assert caught.value.code == "stay.described_so"


def test_what_was_paid_was_paid_for_the_car_as_described(store: Store, clock: SetClock, boss: Actor) -> None:
    stay_id = inside(store, clock)
    pay(store, boss, stay_id)
    with pytest.raises(Refused) as caught:
        describe(store, stay_id, COACH)
    assert caught.value.code == "stay.paid_already"


def test_a_landlord_describes_no_cars(store: Store, clock: SetClock, boss: Actor) -> None:
    stay_id = inside(store, clock)
    with pytest.raises(NotAllowed):
        store.write(lambda unit: describe_stay(unit, actor=LANDLORD, stay_id=stay_id, description=COACH))
    with pytest.raises(NotAllowed):
        store.read(lambda view: price_described(view, actor=LANDLORD, stay_id=stay_id, description=COACH))


def test_a_payment_keeps_what_the_car_was_and_the_lot_still_verifies(
    store: Store, clock: SetClock, boss: Actor, tmp_path: Path
) -> None:
    stay_id = inside(store, clock)
    describe(store, stay_id, replace(COACH, tags=frozenset({"ev"})))
    assert pay(store, boss, stay_id) == 360
    stay = store.read(lambda view: view.stay(stay_id))
    assert stay.payments[0].basis is not None
    assert stay.payments[0].basis.parts[0].span.facts == stay.facts
    assert stay.facts.tags == {"ev"}
    assert verify_file(tmp_path / "lotkeeper.db").is_sound
