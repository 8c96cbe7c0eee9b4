"""Changes of rates, lot and people from a console that is not the hub, and what the hub makes of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.errors import NotAllowed, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Person, Role
from core.domain.proposals import PROPOSED, Proposal, ProposalState, What
from core.domain.rates.plan import Plan
from core.services.decide_proposals import decide_next, settle_conflict
from core.services.manage_people import add_person, change_person, set_pin
from core.services.propose import MOST_WAITING, base_of, value_of
from core.services.publish_rates import ReadyPlan, publish_plan, withdraw_plan
from core.services.set_up_lot import change_lot
from core.services.unit_of_work import UnitOfWork
from tests.sharing_world.consoles import PLAN, Console, Lotful
from tests.sharing_world.transport import FAIR


@pytest.fixture
def lot(tmp_path: Path) -> Iterator[Lotful]:
    made = Lotful(tmp_path, consoles=2, capacity=6, weather=FAIR, seed=random.Random(1))
    yield made
    made.close()


def resize(console: Console, actor: Actor, capacity: int) -> bool:
    def work(unit: UnitOfWork) -> bool:
        return change_lot(unit, actor=actor, lot=replace(unit.lot(), capacity=capacity))

    return console.store.write(work)


def capacity(console: Console) -> int:
    return console.store.read(lambda unit: unit.lot()).capacity


def decided(lot: Lotful) -> Proposal:
    """The proposal that is decided about once everybody has heard of everything."""
    lot.calm()
    proposal = lot.hub.store.write(decide_next)
    assert proposal is not None
    lot.calm()
    for console in lot.consoles:
        assert console.store.read(lambda unit: unit.proposal(proposal.proposal_id)) == proposal
    return proposal


def publish(console: Console, actor: Actor, plan: Plan = PLAN, *, in_hours: float = 0) -> Plan | None:
    def work(unit: UnitOfWork) -> Plan | None:
        begins = unit.now + timedelta(hours=in_hours)
        return publish_plan(unit, actor=actor, ready=ReadyPlan(plan, begins))

    return console.store.write(work)


def versions(console: Console) -> list[int]:
    return [one.version for one in console.store.read(lambda unit: unit.published_versions())]


def test_a_change_at_the_hub_holds_at_once(lot: Lotful) -> None:
    assert resize(lot.hub, lot.boss, 9)
    assert capacity(lot.hub) == 9
    assert lot.hub.store.write(decide_next) is None


def test_a_change_elsewhere_holds_once_the_hub_has_agreed(lot: Lotful) -> None:
    west = lot.consoles[1]
    assert not resize(west, lot.boss, 9)
    assert capacity(west) == 6
    proposal = decided(lot)
    assert (proposal.state, proposal.what) == (ProposalState.ACCEPTED, What.LOT)
    assert [capacity(console) for console in lot.consoles] == [9, 9]
    assert lot.hub.store.write(decide_next) is None


def test_two_changes_of_the_same_are_a_conflict_with_both_values(lot: Lotful) -> None:
    west = lot.consoles[1]
    resize(west, lot.boss, 9)
    resize(lot.hub, lot.boss, 4)
    proposal = decided(lot)
    assert proposal.state is ProposalState.CONFLICT
    assert (proposal.document["capacity"], proposal.current["capacity"]) == (9, 4)
    assert [capacity(console) for console in lot.consoles] == [4, 4]


@pytest.mark.parametrize(("take", "after"), [(True, 9), (False, 4)])
def test_a_person_who_saw_both_values_chooses_one(lot: Lotful, take: bool, after: int) -> None:
    west, boss = lot.consoles[1], lot.boss
    resize(west, boss, 9)
    resize(lot.hub, boss, 4)
    proposal_id = decided(lot).proposal_id

    def settle(unit: UnitOfWork, actor: Actor = boss) -> Proposal:
        return settle_conflict(unit, actor=actor, proposal_id=proposal_id, take=take)

    with pytest.raises(Refused, match=r"reference\.hub_decides"):
        west.store.write(settle)
    with pytest.raises(NotAllowed):
        lot.hub.store.write(lambda unit: settle(unit, Actor("p", "Ben", Role.ATTENDANT)))
    lot.hub.store.write(settle)
    with pytest.raises(Refused, match=r"reference\.no_conflict"):
        lot.hub.store.write(settle)
    lot.calm()
    assert [capacity(console) for console in lot.consoles] == [after, after]


def test_a_plan_published_elsewhere_is_published_by_the_hub(lot: Lotful) -> None:
    west = lot.consoles[1]
    assert publish(west, lot.boss) is None
    assert versions(west) == [1]
    assert decided(lot).state is ProposalState.ACCEPTED
    assert [versions(console) for console in lot.consoles] == [[1, 2], [1, 2]]


def test_no_price_changes_for_the_time_that_was_over_when_the_hub_heard_of_it(lot: Lotful) -> None:
    west = lot.consoles[1]
    publish(west, lot.boss)
    lot.time.now += timedelta(hours=5)
    decided(lot)
    latest = lot.hub.store.read(lambda unit: unit.published_versions())[-1]
    assert latest.effective_at == lot.time.now


def test_of_two_plans_published_apart_neither_overwrites_the_other(lot: Lotful) -> None:
    west = lot.consoles[1]
    publish(west, lot.boss)
    publish(lot.hub, lot.boss)
    proposal = decided(lot)
    assert proposal.state is ProposalState.CONFLICT
    assert proposal.current == {"versions": [["standard", 1], ["standard", 2]]}
    assert [versions(console) for console in lot.consoles] == [[1, 2], [1, 2]]


def test_a_version_is_taken_back_through_the_hub(lot: Lotful) -> None:
    west = lot.consoles[1]
    publish(lot.hub, lot.boss, in_hours=4)
    lot.calm()
    boss = lot.boss
    done = west.store.write(lambda unit: withdraw_plan(unit, actor=boss, plan_id="standard", version=2))
    assert not done
    assert decided(lot).state is ProposalState.ACCEPTED
    latest = west.store.read(lambda unit: unit.published_versions())[-1]
    assert (latest.version, latest.withdrawn_at is None) == (2, False)


def test_what_the_hub_would_refuse_is_refused_with_its_reason(lot: Lotful) -> None:
    west, boss = lot.consoles[1], lot.boss
    publish(lot.hub, boss, in_hours=1)
    lot.calm()
    west.store.write(lambda unit: withdraw_plan(unit, actor=boss, plan_id="standard", version=2))
    lot.time.now += timedelta(hours=2)
    proposal = decided(lot)
    assert (proposal.state, proposal.reason) == (ProposalState.REFUSED, "rates.in_force")


def test_a_new_person_may_sign_on_everywhere_once_the_hub_has_agreed(lot: Lotful) -> None:
    west, boss = lot.consoles[1], lot.boss
    added = west.store.write(
        lambda unit: add_person(unit, actor=boss, name=" Cleo  Wu", role=Role.SUPERVISOR, pin_hash="hash")
    )
    with pytest.raises(Refused, match=r"person\.unknown"):
        west.store.read(lambda unit: unit.person(added.person_id))
    proposal = decided(lot)
    assert proposal.state is ProposalState.ACCEPTED
    for console in lot.consoles:
        assert console.store.read(lambda unit: unit.person(added.person_id)) == added
    credential = west.store.read(lambda unit: unit.credential(added.person_id))
    assert credential is not None
    entry = west.store.read(lambda unit: unit.entries_about(Subject("proposal", proposal.proposal_id)))[0]
    assert "Cleo" not in str(entry.payload)


def test_a_person_is_changed_through_the_hub_and_a_conflict_shows_both(lot: Lotful) -> None:
    west, boss = lot.consoles[1], lot.boss
    ben = west.person
    assert ben is not None
    person = west.store.read(lambda unit: unit.person(ben.person_id))

    def change(unit: UnitOfWork, to: Person) -> bool:
        return change_person(unit, actor=boss, person=to)

    assert not west.store.write(lambda unit: change(unit, replace(person, role=Role.SUPERVISOR)))
    assert decided(lot).state is ProposalState.ACCEPTED
    assert lot.hub.store.read(lambda unit: unit.person(ben.person_id)).role is Role.SUPERVISOR
    west.store.write(lambda unit: change(unit, replace(person, role=Role.ATTENDANT)))
    lot.hub.store.write(lambda unit: change(unit, replace(person, role=Role.SUPERVISOR, active=False)))
    proposal = decided(lot)
    assert proposal.state is ProposalState.CONFLICT
    assert (proposal.document["role"], proposal.current["active"]) == ("attendant", False)
    assert proposal.current["name"] == person.name


def test_who_was_dismissed_meanwhile_changes_nothing(lot: Lotful) -> None:
    west, boss = lot.consoles[1], lot.boss
    made = lot.hub.store.write(
        lambda unit: add_person(unit, actor=boss, name="Lee", role=Role.LANDLORD, pin_hash="x")
    )
    lot.calm()
    resize(west, Actor(made.person_id, made.name, made.role), 9)
    lot.hub.store.write(lambda unit: change_person(unit, actor=boss, person=replace(made, active=False)))
    proposal = decided(lot)
    assert (proposal.state, proposal.reason) == (ProposalState.REFUSED, "right.missing")
    assert capacity(lot.hub) == 6


def test_who_may_not_change_a_thing_may_not_propose_it_either(lot: Lotful) -> None:
    west = lot.consoles[1]
    assert west.person is not None
    with pytest.raises(NotAllowed):
        resize(west, west.person, 9)
    lot.calm()
    assert lot.hub.store.write(decide_next) is None


def test_a_new_pin_says_nothing_about_the_person(lot: Lotful) -> None:
    west, boss = lot.consoles[1], lot.boss
    ben = west.person
    assert ben is not None
    person = lot.hub.store.read(lambda unit: unit.person(ben.person_id))
    west.store.write(lambda unit: set_pin(unit, actor=ben, person_id=ben.person_id, pin_hash="new"))
    lot.hub.store.write(
        lambda unit: change_person(unit, actor=boss, person=replace(person, role=Role.SUPERVISOR))
    )
    west.store.write(lambda unit: set_pin(unit, actor=ben, person_id=ben.person_id, pin_hash="newer"))
    lot.calm()
    for console in lot.consoles:
        assert console.store.read(lambda unit: unit.person(ben.person_id)).role is Role.SUPERVISOR


@pytest.mark.parametrize(
    ("what", "document"),
    [
        ("lot", {}),
        ("lot", {"capacity": "many"}),
        ("rates", {"plan": {"format": 99}, "effective_at": 0}),
        ("rates", {"plan": None, "effective_at": "soon"}),
        ("new_person", {"name": "Eve", "role": "emperor"}),
        ("of_a_later_version", {"anything": 1}),
    ],
)
def test_what_nobody_can_make_sense_of_is_refused_and_holds_up_nothing_else(
    lot: Lotful, what: str, document: dict[str, object]
) -> None:
    west, boss = lot.consoles[1], lot.boss

    def damaged(unit: UnitOfWork) -> None:
        said = {"what": what, "target_id": "x", "base": base_of(what, value_of(unit, what, "x"))}
        subjects = [Subject("proposal", unit.new_id())]
        unit.record(PROPOSED, said | {"document": document}, who=boss.person_id, subjects=subjects)

    west.store.write(damaged)
    resize(west, boss, 9)
    assert decided(lot).state is ProposalState.REFUSED
    assert decided(lot).state is ProposalState.ACCEPTED
    assert capacity(lot.hub) == 9


def test_a_clock_that_was_set_back_lets_proposals_wait(lot: Lotful) -> None:
    west = lot.consoles[1]
    publish(west, lot.boss)
    lot.calm()
    lot.time.now += timedelta(hours=1)
    resize(lot.hub, lot.boss, 6)
    lot.time.now -= timedelta(hours=2)
    assert lot.hub.store.write(decide_next) is None
    assert len(lot.hub.store.read(lambda unit: unit.proposals(ProposalState.WAITING))) == 1


def test_a_console_that_is_cut_off_does_not_propose_without_end(lot: Lotful) -> None:
    west = lot.consoles[1]
    for number in range(MOST_WAITING):
        resize(west, lot.boss, 10 + number)
    with pytest.raises(Refused, match=r"reference\.too_many_waiting"):
        resize(west, lot.boss, 5)
