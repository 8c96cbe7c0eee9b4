"""Consoles are invited, let in, renamed and revoked, and one of them is the hub."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.consoles import LotConsole
from core.domain.errors import BadInput, LotkeeperError, NotAllowed, OperatorError, Refused
from core.domain.invitations import MOST_OPEN, MOST_WRONG_TRIES, Invitation, key_of
from core.domain.journal import Subject
from core.domain.people import Actor, Role
from core.services.announce_console import OwnConsole, announce_console, current_hub
from core.services.appoint_hub import appoint_hub
from core.services.invite_console import invite_console, withdraw_invitations
from core.services.let_join import Applicant, JoinOutcome, let_join
from core.services.rename_console import rename_console
from core.services.revoke_console import revoke_console
from core.services.unit_of_work import UnitOfWork
from core.store.store import Store
from core.store.verify import verify_file
from tests.core.store.lot import SetClock, opened, set_up

OWN = OwnConsole("Booth", "aa" * 32, entry_lanes=True, address="10.0.0.2:8461")
SECRET = b"0123456789"
ATTENDANT = Actor("ben", "Ben", Role.ATTENDANT)
EXIT = Applicant("01900000-0000-7000-8000-00000000000a", "PC-7", "bb" * 32, entry_lanes=False)
OTHER = Applicant("01900000-0000-7000-8000-00000000000b", "PC-8", "cc" * 32, entry_lanes=True)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with opened(tmp_path, clock) as fresh:
        yield fresh
    assert verify_file(tmp_path / "lotkeeper.db").is_sound


@pytest.fixture
def boss(store: Store) -> Actor:
    return set_up(store)


def invite(store: Store, boss: Actor, name: str = "Exit", secret: bytes = SECRET) -> Invitation:
    return store.write(lambda unit: invite_console(unit, actor=boss, name=name, secret=secret, own=OWN))


def join(store: Store, applicant: Applicant = EXIT, secret: bytes = SECRET) -> JoinOutcome:
    return store.write(lambda unit: let_join(unit, applicant, knows=lambda key: key == key_of(secret)))


def consoles(store: Store) -> list[LotConsole]:
    return store.read(lambda unit: unit.lot_consoles())


def code_of(error: type[LotkeeperError], store: Store, work: Callable[[Any], object]) -> str:
    with pytest.raises(error) as caught:
        store.write(work)
    assert isinstance(caught.value, OperatorError)
    return caught.value.code


def test_the_first_invitation_makes_its_console_the_hub(store: Store, boss: Actor) -> None:
    invite(store, boss)
    own = consoles(store)[0]
    assert (own.console_id, own.number, own.name) == (store.console_id, 1, "Booth")
    hub = store.read(current_hub)
    assert (hub.console_id, hub.term, hub.address) == (store.console_id, 1, "10.0.0.2:8461")


def test_a_second_invitation_writes_the_hub_down_no_second_time(store: Store, boss: Actor) -> None:
    invite(store, boss)
    invite(store, boss, name="Kiosk", secret=b"another 10")
    assert len(consoles(store)) == 1
    assert store.read(current_hub).term == 1


def test_who_knows_the_code_joins_under_the_invited_name(store: Store, boss: Actor) -> None:
    invite(store, boss)
    outcome = join(store)
    assert outcome.console is not None
    assert (outcome.console.number, outcome.console.name) == (2, "Exit")
    joined = consoles(store)[1]
    assert (joined.console_id, joined.public_key, joined.entry_lanes) == (EXIT.console_id, "bb" * 32, False)


def test_a_code_is_good_once(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)
    assert join(store, OTHER).cause == "join.no_invitation"
    assert len(consoles(store)) == 2


def test_a_console_whose_answer_was_lost_may_ask_again(store: Store, boss: Actor) -> None:
    invite(store, boss)
    first, again = join(store), join(store)
    assert again.console == first.console
    assert len(consoles(store)) == 2


def test_a_copy_of_the_hubs_own_folder_does_not_become_the_hub_for_the_others(
    store: Store, boss: Actor
) -> None:
    invite(store, boss)
    copy = Applicant(store.console_id, "Copy", "dd" * 32, entry_lanes=True)
    assert join(store, copy).cause == "join.has_history"
    assert consoles(store)[0].public_key == OWN.public_key
    assert join(store).console is not None


def test_the_code_opens_nothing_after_a_quarter_of_an_hour(
    store: Store, boss: Actor, clock: SetClock
) -> None:
    invite(store, boss)
    clock.pass_time(15)
    assert join(store).cause == "join.no_invitation"


def test_five_wrong_tries_end_an_invitation_and_are_kept(store: Store, boss: Actor) -> None:
    invite(store, boss)
    causes = [join(store, secret=b"wrong code").cause for _ in range(MOST_WRONG_TRIES + 1)]
    assert causes == ["join.wrong_code"] * 4 + ["join.too_many_tries", "join.no_invitation"]
    assert join(store).cause == "join.no_invitation"


def test_nobody_is_let_in_where_nobody_was_invited(store: Store, boss: Actor) -> None:
    store.write(lambda unit: announce_console(unit, OWN, who=boss.person_id))
    assert join(store).cause == "join.no_invitation"


def test_an_invitation_that_somebody_saw_is_withdrawn(store: Store, boss: Actor) -> None:
    invite(store, boss)
    assert store.write(lambda unit: withdraw_invitations(unit, actor=boss)) == 1
    assert join(store).cause == "join.no_invitation"


def test_only_so_many_invitations_are_open_at_once(store: Store, boss: Actor) -> None:
    for number in range(MOST_OPEN):
        invite(store, boss, name=f"Lane {number}", secret=f"secret {number:03}".encode())
    with pytest.raises(Refused) as caught:
        invite(store, boss, name="One more")
    assert caught.value.code == "join.too_many"


def test_two_consoles_have_different_names(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)
    with pytest.raises(Refused) as caught:
        invite(store, boss, name=" exit ")
    assert caught.value.code == "console.name_taken"


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\x07"])
def test_a_console_needs_a_name(store: Store, boss: Actor, name: str) -> None:
    with pytest.raises(BadInput):
        invite(store, boss, name=name)


def test_who_may_not_manage_consoles_does_none_of_it(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)
    own, other = store.console_id, EXIT.console_id
    for work in (
        lambda unit: invite_console(unit, actor=ATTENDANT, name="Kiosk", secret=SECRET, own=OWN),
        lambda unit: withdraw_invitations(unit, actor=ATTENDANT),
        lambda unit: revoke_console(unit, actor=ATTENDANT, console_id=other, reason="gone"),
        lambda unit: rename_console(unit, actor=ATTENDANT, console_id=own, name="Kiosk"),
        lambda unit: appoint_hub(unit, actor=ATTENDANT, console_id=other, address="a:1"),
    ):
        assert code_of(NotAllowed, store, work) == "right.missing"


def test_a_revoked_console_stays_in_the_list_and_may_join_anew(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)
    revoke(store, boss, EXIT.console_id)
    assert consoles(store)[1].revoked_at is not None
    assert join(store).cause == "join.no_invitation"
    invite(store, boss, secret=b"again 1234")
    outcome = join(store, secret=b"again 1234")
    assert outcome.console is not None
    assert outcome.console.number == 2
    assert consoles(store)[1].revoked_at is None


def revoke(store: Store, boss: Actor, console_id: str, reason: str = "stolen") -> None:
    store.write(lambda unit: revoke_console(unit, actor=boss, console_id=console_id, reason=reason))


def test_the_hub_is_not_revoked_as_long_as_it_is_the_hub(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)
    with pytest.raises(Refused) as caught:
        revoke(store, boss, store.console_id)
    assert caught.value.code == "console.is_hub"


@pytest.mark.parametrize(
    ("console_id", "reason", "code"),
    [("nobody", "gone", "console.unknown"), (EXIT.console_id, " ", "console.reason_needed")],
)
def test_what_cannot_be_revoked(store: Store, boss: Actor, console_id: str, reason: str, code: str) -> None:
    invite(store, boss)
    join(store)
    with pytest.raises(OperatorError) as caught:
        revoke(store, boss, console_id, reason)
    assert caught.value.code == code


def test_nobody_is_revoked_twice(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)
    revoke(store, boss, EXIT.console_id)
    with pytest.raises(Refused) as caught:
        revoke(store, boss, EXIT.console_id)
    assert caught.value.code == "console.revoked_already"


def test_a_console_is_renamed(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)

    def rename(name: str) -> str:
        return store.write(
            lambda unit: rename_console(unit, actor=boss, console_id=EXIT.console_id, name=name)
        )

    assert rename("  Exit   south ") == "Exit south"
    assert consoles(store)[1].name == "Exit south"
    with pytest.raises(Refused):
        rename("booth")


def test_another_console_becomes_the_hub_and_then_invites(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)

    def appoint(address: str) -> None:
        store.write(lambda unit: appoint_hub(unit, actor=boss, console_id=EXIT.console_id, address=address))

    appoint("10.0.0.3:8461")
    hub = store.read(current_hub)
    assert (hub.console_id, hub.term, hub.address) == (EXIT.console_id, 2, "10.0.0.3:8461")
    with pytest.raises(Refused) as caught:
        appoint("10.0.0.3:8461")
    assert caught.value.code == "hub.is_already"
    with pytest.raises(Refused) as caught:
        invite(store, boss, name="Kiosk")
    assert caught.value.code == "hub.elsewhere"
    assert join(store, OTHER).cause == "hub.elsewhere"


def test_a_revoked_console_does_not_become_the_hub(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)
    revoke(store, boss, EXIT.console_id)

    def appoint(unit: UnitOfWork) -> None:
        appoint_hub(unit, actor=boss, console_id=EXIT.console_id, address="a:1")

    assert code_of(Refused, store, appoint) == "console.revoked_already"


def test_a_hub_whose_key_had_to_be_made_anew_says_so(store: Store, boss: Actor) -> None:
    invite(store, boss)
    new = OwnConsole("Booth", "dd" * 32, entry_lanes=True, address=OWN.address)
    store.write(lambda unit: announce_console(unit, new, who=boss.person_id))
    assert [each.public_key for each in consoles(store)] == ["dd" * 32]


def test_who_invited_is_who_the_joining_is_put_down_to(store: Store, boss: Actor) -> None:
    invite(store, boss)
    join(store)
    entries = store.read(lambda unit: unit.entries_about(Subject("console", EXIT.console_id)))
    assert [(entry.kind, entry.who) for entry in entries] == [("console.joined", boss.person_id)]


def test_no_code_lies_in_the_database(store: Store, boss: Actor, tmp_path: Path) -> None:
    invite(store, boss, secret=b"\x01\x02SECRET\x03\x04")
    store.close()
    content = b"".join(file.read_bytes() for file in tmp_path.glob("lotkeeper.db*"))
    assert b"SECRET" not in content


def test_a_hub_that_was_restored_becomes_the_hub_again_under_its_new_id(store: Store, boss: Actor) -> None:
    invite(store, boss)
    former = store.console_id
    restored = "01900000-0000-7000-8000-0000000000ff"
    store.console_id = restored

    def appoint(unit: UnitOfWork, own: OwnConsole | None) -> None:
        appoint_hub(unit, actor=boss, console_id=restored, address=OWN.address, own=own)

    assert code_of(Refused, store, lambda unit: appoint(unit, None)) == "console.unknown"
    store.write(lambda unit: appoint(unit, OWN))
    assert store.read(current_hub).console_id == restored
    assert [each.console_id for each in consoles(store)] == [former, restored]
