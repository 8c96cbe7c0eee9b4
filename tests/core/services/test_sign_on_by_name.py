"""A typed name: whoever guesses names learns nothing of which there are."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from datetime import timedelta

from core.domain.errors import Refused
from core.domain.people import Role
from core.services.manage_clients import add_client
from core.services.manage_people import change_person, set_pin
from core.services.sign_on_by_name import MOST_STRANGERS, Named, finish_named, read_named
from core.store.queries.people import refused_attempts
from core.store.store import Store
from tests.booth import Booth
from tests.core.services.secrets import HASHER, PASSWORD, sign_on_as, someone

RATIO_AT_MOST = 1.2


def outcome(booth: Booth, name: str, secret: str) -> str:
    try:
        actor = sign_on_as(booth, name, secret)
    except Refused as error:
        return f"{error.code} until {error.facts['until']}"
    return "wrong" if actor is None else actor.name


def test_a_landlord_signs_on_by_name_however_it_is_typed(booth: Booth) -> None:
    lee = someone(booth, "Lee Chen", Role.LANDLORD, PASSWORD)
    assert sign_on_as(booth, "  lee   CHEN ", PASSWORD) == lee


def test_names_that_are_nobodys_are_answered_as_known_ones_are_try_by_try(booth: Booth) -> None:
    someone(booth, "Lee", Role.LANDLORD, PASSWORD)
    known, unknown = [], []
    for pause in (0, 0, 0, 0, 31, 0, 61, 0):
        booth.clock.pass_by(seconds=pause)
        known.append(outcome(booth, "Lee", "not it at all"))
        unknown.append(outcome(booth, "Nobody", "not it at all"))
    assert known == unknown
    assert known[:3] == ["wrong"] * 3
    assert known[3].startswith("sign_on.wait")


def test_who_has_no_password_or_signs_on_no_more_is_nobody(booth: Booth) -> None:
    gone = someone(booth, "Gone", Role.LANDLORD, PASSWORD)
    person = booth.store.read(lambda unit: unit.person(gone.person_id))
    booth.store.write(
        lambda unit: change_person(unit, actor=booth.boss, person=replace(person, active=False))
    )
    hashed = HASHER.hash_secret(PASSWORD, role=Role.CLIENT).hash
    booth.store.write(lambda unit: add_client(unit, actor=booth.ben, name="Client", password_hash=hashed))
    for name in ("Gone", "Client", "", "x" * 500, "'; --"):
        assert booth.store.read(lambda unit, name=name: read_named(unit, name)).credential is None
        assert outcome(booth, name, PASSWORD) == "wrong"


def test_a_restart_ends_the_wait_of_nobodys_name_no_more_than_that_of_a_known_one(booth: Booth) -> None:
    for _ in range(3):
        assert outcome(booth, "Nobody", "x") == "wrong"
    booth.store.close()
    booth.store = Store.open(booth.folder / "lotkeeper.db", clock=booth.clock)
    assert outcome(booth, "Nobody", "x").startswith("sign_on.wait")


def test_what_was_typed_as_a_name_is_kept_nowhere(booth: Booth) -> None:
    outcome(booth, "my secret password", "x")
    [attempt] = booth.store.read(lambda view: refused_attempts(view, booth.clock.now()))
    assert (attempt.who, attempt.cause) == ("", "sign_on.unknown_name")
    data = (booth.folder / "lotkeeper.db").read_bytes() + (booth.folder / "lotkeeper.db-wal").read_bytes()
    assert b"my secret password" not in data


def test_names_that_are_nobodys_fill_no_disk(booth: Booth) -> None:
    for number in range(MOST_STRANGERS + 20):
        stranger = Named(f"name {number}", None)
        booth.store.write(lambda unit, who=stranger: finish_named(unit, who, matched=False, console="Booth"))
        booth.clock.pass_by(seconds=6)
    kept = booth.store.read(lambda unit: unit.own_note("strangers"))
    assert kept is not None
    assert kept.count("[") == MOST_STRANGERS


def test_a_name_that_waits_is_not_forgotten_for_as_many_others_as_can_be_tried(booth: Booth) -> None:
    for pause in (0, 0, 0, 31, 61, 121, 241, 481, 961):
        booth.clock.pass_by(seconds=pause)
        assert outcome(booth, "Nobody", "x") == "wrong"
    for number in range(290):
        booth.clock.pass_by(seconds=6)
        stranger = Named(f"name {number}", None)
        booth.store.write(lambda unit, who=stranger: finish_named(unit, who, matched=False, console="Booth"))
    assert outcome(booth, "Nobody", "x").startswith("sign_on.wait")


def test_a_password_that_was_changed_meanwhile_signs_nobody_on(booth: Booth) -> None:
    lee = someone(booth, "Lee", Role.LANDLORD, PASSWORD)
    named = booth.store.read(lambda unit: read_named(unit, "Lee"))
    other = HASHER.hash_secret("another long one", role=Role.LANDLORD).hash
    booth.store.write(lambda unit: set_pin(unit, actor=booth.boss, person_id=lee.person_id, pin_hash=other))
    assert booth.store.write(lambda unit: finish_named(unit, named, matched=True, console="Booth")) is None


def cpu_seconds(booth: Booth, name: str, tries: int) -> list[float]:
    """What each try costs the processor, in all threads; the waits between tries are left out."""
    found = []
    for _ in range(tries):
        booth.clock.pass_by(hours=1)
        begun = time.process_time()
        assert sign_on_as(booth, name, "not it at all") is None
        found.append(time.process_time() - begun)
    return found


def test_a_known_name_costs_as_much_time_as_one_that_is_nobodys(booth: Booth) -> None:
    someone(booth, "Lee", Role.LANDLORD, PASSWORD)
    known: list[float] = []
    unknown: list[float] = []
    ratio = float("inf")
    # Other programs disturb the figures: where they do, more are taken before the answer counts.
    for _ in range(6):
        known += cpu_seconds(booth, "Lee", 15)
        unknown += cpu_seconds(booth, "Nobody", 15)
        medians = sorted((statistics.median(known), statistics.median(unknown)))
        ratio = medians[1] / medians[0]
        if ratio <= RATIO_AT_MOST:
            break
    assert ratio <= RATIO_AT_MOST
    assert timedelta(seconds=statistics.median(unknown)) > timedelta(milliseconds=5)
