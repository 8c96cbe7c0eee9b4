"""A console joins a lot over HTTPS with a code, and holds everything afterwards."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.errors import BadInput, LinkError, LotkeeperError, Refused
from core.domain.invitations import code_of
from core.domain.people import Actor, Role
from core.services.announce_console import OwnConsole, current_hub
from core.services.appoint_hub import appoint_hub
from core.services.badge import give_badge, sign_on_by_badge
from core.services.invite_console import invite_console
from core.services.join_lot import Joined, join_lot
from core.services.let_join import Applicant
from core.services.manage_clients import add_client, change_client, forget_client
from core.services.manage_people import add_person, set_pin
from core.services.membership import HubContact
from core.services.revoke_console import revoke_console
from core.store.membership import StoreMembership
from core.store.replica import StoreReplica
from core.store.store import Store
from core.store.verify import verify_file
from core.sync.exchange import Exchange
from core.sync.hub_client import HubLink
from core.sync.hub_door import HubDoor
from core.sync.hub_knock import knock
from core.sync.hub_server import HubServer
from core.sync.identity import Identity, load_hub_certificate, load_identity, verify
from tests.core.store.lot import SetClock, a_day, drive_in, drive_out, opened, set_up
from tests.core.sync.hub_lot import LOCALHOST, free_port

SECRET = b"0123456789"


class OneConsole:
    """A data folder with its store and its key."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        self.folder = folder
        self.opened = opened(folder, clock)
        self.store: Store = self.opened.__enter__()  # type: ignore[attr-defined]
        self.replica = StoreReplica(self.store)
        self.membership = StoreMembership(self.store)
        self.identity: Identity = load_identity(folder)
        self.links: list[HubLink] = []

    def as_applicant(self, name: str = "PC-7") -> Applicant:
        return Applicant(self.store.console_id, name, self.identity.public_key, entry_lanes=False)

    def join(self, hub: Hub, code: str) -> Joined:
        return join_lot(self.membership, knock, address=hub.address, code=code, applicant=self.as_applicant())

    def link(self, hub: Hub, joined: Joined) -> HubLink:
        link = HubLink(
            (LOCALHOST, hub.port),
            lot_id=joined.lot_id,
            console_id=self.store.console_id,
            hub_id=joined.hub_id,
            hub_key=joined.hub_key,
            signer=self.identity,
            verify=verify,
            shelf=self.membership,
        )
        self.links.append(link)
        return link

    def close(self) -> None:
        for link in self.links:
            link.close()
        self.store.close()
        assert verify_file(self.folder / "lotkeeper.db").is_sound


class Hub(OneConsole):
    """The lot's first console, with a day behind it, and its door open."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        super().__init__(folder, clock)
        self.boss: Actor = a_day(self.store, clock)
        self.port = free_port()
        self.address = f"{LOCALHOST}:{self.port}"
        self.server = HubServer(
            self.replica,
            members=self.membership,
            credentials=self.membership,
            door=HubDoor(self.store, self.identity, lot_id=self.store.lot_id, hub_id=self.store.console_id),
            signer=self.identity,
            verify=verify,
            certificate=load_hub_certificate(folder),
            clock=clock,
            host=LOCALHOST,
            port=self.port,
        )
        self.server.start()

    def invite(self, name: str = "Exit", secret: bytes = SECRET) -> str:
        own = OwnConsole("Booth", self.identity.public_key, entry_lanes=True, address=self.address)
        self.store.write(
            lambda unit: invite_console(unit, actor=self.boss, name=name, secret=secret, own=own)
        )
        return code_of(secret)

    def close(self) -> None:
        self.server.stop()
        super().close()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def hub(tmp_path: Path, clock: SetClock) -> Iterator[Hub]:
    made = Hub(tmp_path / "hub", clock)
    yield made
    made.close()


@pytest.fixture
def fresh(tmp_path: Path, clock: SetClock) -> Iterator[OneConsole]:
    made = OneConsole(tmp_path / "exit", clock)
    yield made
    made.close()


def fill(console: OneConsole, link: HubLink) -> None:
    """Rounds until there is nothing more to exchange."""
    exchange = Exchange(console.replica, link, relays=lambda: True)
    for _ in range(50):
        done = exchange.round()
        assert not done.problems
        if not (done.pushed or done.pulled or done.more):
            return
    pytest.fail("it never ends")


def refused(call: type[LotkeeperError], work: object) -> str:
    with pytest.raises(call) as caught:
        work()  # type: ignore[operator]
    return str(getattr(caught.value, "cause", "") or getattr(caught.value, "code", ""))


def test_a_fresh_console_joins_and_holds_everything(hub: Hub, fresh: OneConsole) -> None:
    joined = fresh.join(hub, hub.invite())
    assert (joined.number, joined.name) == (2, "Exit")
    assert fresh.store.lot_id == hub.store.lot_id
    link = fresh.link(hub, joined)
    fill(fresh, link)
    assert fresh.replica.marks() == hub.replica.marks()
    assert fresh.store.read(lambda unit: unit.lot()) == hub.store.read(lambda unit: unit.lot())
    assert fresh.store.read(lambda unit: unit.people()) == hub.store.read(lambda unit: unit.people())
    assert fresh.store.read(current_hub).address == hub.address
    assert [each.number for each in fresh.store.read(lambda unit: unit.lot_consoles())] == [1, 2]


def test_people_may_sign_on_at_the_new_console(hub: Hub, fresh: OneConsole) -> None:
    joined = fresh.join(hub, hub.invite())
    link = fresh.link(hub, joined)
    link.marks()
    boss = hub.boss.person_id
    assert fresh.membership.credentials() == hub.membership.credentials()
    assert fresh.store.read(lambda unit: unit.credential(boss)) is not None
    fill(fresh, link)
    # A new PIN that is set at one console is good at the other, whichever it was.
    fresh.store.write(lambda unit: set_pin(unit, actor=hub.boss, person_id=boss, pin_hash="new"))
    link.marks()
    assert hub.store.read(lambda unit: unit.credential(boss).pin_hash) == "new"
    hub.store.write(lambda unit: set_pin(unit, actor=hub.boss, person_id=boss, pin_hash="newer"))
    link.marks()
    assert fresh.store.read(lambda unit: unit.credential(boss).pin_hash) == "newer"


def test_badges_and_clients_are_known_at_the_new_console_too(hub: Hub, fresh: OneConsole) -> None:
    nia = hub.store.write(
        lambda unit: add_person(unit, actor=hub.boss, name="Nia", role=Role.ATTENDANT, pin_hash="x")
    )
    hub.store.write(lambda unit: give_badge(unit, actor=hub.boss, person_id=nia.person_id, code="04A224B1"))
    wu = hub.store.write(
        lambda unit: add_client(unit, actor=hub.boss, name="Wu", contact="0912", plates=("ABC-1234",))
    )
    joined = fresh.join(hub, hub.invite())
    link = fresh.link(hub, joined)
    fill(fresh, link)
    link.marks()
    scanned = fresh.store.write(lambda unit: sign_on_by_badge(unit, code="04A224B1", console="Exit"))
    assert scanned is not None
    assert scanned.name == "Nia"
    assert fresh.store.read(lambda unit: unit.person(wu.person_id)) == wu
    # A badge that is given out at the exit is good at the hub, and one that is taken away there is not.
    fresh.store.write(lambda unit: give_badge(unit, actor=hub.boss, person_id=nia.person_id, code="04C93E80"))
    link.marks()
    assert hub.store.write(lambda unit: sign_on_by_badge(unit, code="04C93E80", console="Hub")) is not None
    assert hub.store.write(lambda unit: sign_on_by_badge(unit, code="04A224B1", console="Hub")) is None


def test_a_client_who_is_forgotten_is_forgotten_at_every_console(hub: Hub, fresh: OneConsole) -> None:
    wu = hub.store.write(
        lambda unit: add_client(unit, actor=hub.boss, name="Wu", contact="0912", plates=("ABC-1234",))
    )
    joined = fresh.join(hub, hub.invite())
    link = fresh.link(hub, joined)
    fill(fresh, link)
    assert fresh.store.read(lambda unit: unit.person(wu.person_id)).contact == "0912"
    closed = replace(wu, active=False)
    hub.store.write(lambda unit: change_client(unit, actor=hub.boss, client=closed))
    hub.store.write(
        lambda unit: forget_client(unit, actor=hub.boss, person_id=wu.person_id, reason="asked_by_driver")
    )
    fill(fresh, link)
    kept = fresh.store.read(lambda unit: unit.person(wu.person_id))
    assert (kept.name, kept.contact, kept.plates) == ("", "", ())
    assert verify_file(fresh.folder / "lotkeeper.db").is_sound


def test_what_the_new_console_does_arrives_at_the_hub(hub: Hub, fresh: OneConsole) -> None:
    joined = fresh.join(hub, hub.invite())
    link = fresh.link(hub, joined)
    fill(fresh, link)
    stay_id = drive_in(hub.store, "JOI-0001")
    fill(fresh, link)
    drive_out(fresh.store, "JOI-0001", stay_id)
    fill(fresh, link)
    assert hub.store.read(lambda unit: unit.stay(stay_id)).exit_at is not None


def test_a_wrong_code_opens_nothing(hub: Hub, fresh: OneConsole) -> None:
    hub.invite()
    wrong = code_of(b"not this 1")
    causes = [refused(LinkError, lambda: fresh.join(hub, wrong)) for _ in range(6)]
    assert causes == ["join.wrong_code"] * 4 + ["join.too_many_tries", "join.no_invitation"]
    assert refused(LinkError, lambda: fresh.join(hub, code_of(SECRET))) == "join.no_invitation"
    assert fresh.store.lot_id != hub.store.lot_id


def test_what_is_no_code_is_not_sent(hub: Hub, fresh: OneConsole) -> None:
    hub.invite()
    assert refused(BadInput, lambda: fresh.join(hub, "LK-1234")) == "join.bad_code"


def test_a_console_that_was_used_in_another_lot_does_not_join(hub: Hub, fresh: OneConsole) -> None:
    set_up(fresh.store)
    code = hub.invite()
    assert refused(Refused, lambda: fresh.join(hub, code)) == "join.has_history"
    # Its code was not used up by that.
    assert [each.failures for each in hub.store.read(lambda unit: unit.invitations())] == [0]
    assert len(hub.store.read(lambda unit: unit.lot_consoles())) == 1


def test_the_power_went_after_the_hub_had_let_it_in(hub: Hub, fresh: OneConsole) -> None:
    code = hub.invite()
    knock(hub.address, code, fresh.as_applicant(), may_join=lambda _: None)
    joined = fresh.join(hub, code)
    assert joined.number == 2
    assert len(hub.store.read(lambda unit: unit.lot_consoles())) == 2


def test_nobody_at_the_address(fresh: OneConsole) -> None:
    nowhere = f"{LOCALHOST}:{free_port()}"
    assert cause_of_knock(nowhere, code_of(SECRET), fresh) == "link.no_answer"


def cause_of_knock(address: str, code: str, console: OneConsole) -> str:
    return refused(LinkError, lambda: knock(address, code, console.as_applicant(), may_join=lambda _: None))


def test_a_revoked_console_is_not_heard_and_learns_why(hub: Hub, fresh: OneConsole) -> None:
    joined = fresh.join(hub, hub.invite())
    link = fresh.link(hub, joined)
    fill(fresh, link)
    hub.store.write(
        lambda unit: revoke_console(unit, actor=hub.boss, console_id=fresh.store.console_id, reason="stolen")
    )
    assert refused(LinkError, link.marks) == "link.revoked"
    again = fresh.join(hub, hub.invite(secret=b"once more!"))
    link = fresh.link(hub, again)
    fill(fresh, link)
    assert fresh.replica.marks() == hub.replica.marks()


class Eavesdropper:
    """FAKE: stands between a new console and the hub with a certificate of its own, and passes all on."""

    def __init__(self, folder: Path, hub_port: int) -> None:
        certificate = load_hub_certificate(folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.certificate_file, certificate.key_file)
        self._listening = socket.create_server((LOCALHOST, 0))
        self.port = self._listening.getsockname()[1]
        self._hub_port = hub_port
        self._context = context
        self.heard = b""
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        onward = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        onward.check_hostname, onward.verify_mode = False, ssl.CERT_NONE
        raw, _ = self._listening.accept()
        with (
            self._context.wrap_socket(raw, server_side=True) as near,
            onward.wrap_socket(socket.create_connection((LOCALHOST, self._hub_port))) as far,
        ):
            for each in (near, far):
                each.settimeout(0.02)
            while self._pass_on(near, far) and self._pass_on(far, near):
                pass

    def _pass_on(self, one: ssl.SSLSocket, other: ssl.SSLSocket) -> bool:
        try:
            piece = one.recv(65_536)
            other.sendall(piece)
        except TimeoutError:
            return True
        except OSError:
            return False
        self.heard += piece
        return bool(piece)

    def close(self) -> None:
        self._listening.close()


def test_who_stands_between_the_console_and_the_hub_gains_nothing(
    hub: Hub, fresh: OneConsole, tmp_path: Path
) -> None:
    code = hub.invite()
    between = Eavesdropper(tmp_path / "between", hub.port)
    # The code was right, and yet it is a wrong one: it was proven over another certificate.
    assert cause_of_knock(f"{LOCALHOST}:{between.port}", code, fresh) == "join.wrong_code"
    assert code.replace("-", "").encode() not in between.heard.replace(b"-", b"")
    assert SECRET not in between.heard
    assert len(hub.store.read(lambda unit: unit.lot_consoles())) == 1
    between.close()


def test_a_hub_that_cannot_prove_the_code_is_not_believed(
    hub: Hub, fresh: OneConsole, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = hub.invite()
    monkeypatch.setattr("core.sync.hub_door.prove", lambda *_: "00" * 32)
    assert refused(LinkError, lambda: fresh.join(hub, code)) == "join.not_the_hub"
    assert fresh.store.lot_id != hub.store.lot_id


def test_a_clock_that_ran_ahead_keeps_no_old_pin_alive(hub: Hub, clock: SetClock) -> None:
    boss = hub.boss.person_id
    now = clock.instant
    clock.instant = datetime(2031, 1, 1, tzinfo=UTC)
    hub.store.write(lambda unit: set_pin(unit, actor=hub.boss, person_id=boss, pin_hash="of the future"))
    clock.instant = now
    before = hub.membership.credentials()
    hub.store.write(lambda unit: set_pin(unit, actor=hub.boss, person_id=boss, pin_hash="now"))
    hub.membership.take_credentials(before)
    assert hub.store.read(lambda unit: unit.credential(boss).pin_hash) == "now"


def test_a_console_knows_its_hub_before_it_has_a_journal(hub: Hub, fresh: OneConsole) -> None:
    joined = fresh.join(hub, hub.invite())
    known = fresh.membership.hubs()
    assert [(each.hub_id, each.public_key) for each in known] == [(joined.hub_id, joined.hub_key)]
    fill(fresh, fresh.link(hub, joined))
    assert fresh.membership.hubs() == [HubContact(joined.hub_id, joined.hub_key, hub.address)]
    assert hub.membership.hubs() == []


def test_what_was_told_at_joining_holds_no_longer_than_the_next_appointment(
    hub: Hub, fresh: OneConsole
) -> None:
    joined = fresh.join(hub, hub.invite())
    link = fresh.link(hub, joined)
    fill(fresh, link)
    third = Applicant("01900000-0000-7000-8000-00000000000c", "Kiosk", "ee" * 32, entry_lanes=False)
    knock(hub.address, hub.invite("Kiosk", b"third code"), third, may_join=lambda _: None)
    hub.store.write(
        lambda unit: appoint_hub(unit, actor=hub.boss, console_id=third.console_id, address="kiosk:8461")
    )
    fill(fresh, link)
    appointed, former = fresh.membership.hubs()
    assert appointed == HubContact(third.console_id, "ee" * 32, "kiosk:8461")
    # It may be appointed again while this one hears of nothing; at the address that was told it is not.
    assert (former.hub_id, former.address) == (joined.hub_id, "")


def test_whoever_of_the_lot_answers_as_its_hub_is_heard_unless_it_was_revoked(
    hub: Hub, fresh: OneConsole
) -> None:
    joined = fresh.join(hub, hub.invite())
    link = fresh.link(hub, joined)
    third = Applicant("01900000-0000-7000-8000-00000000000c", "Kiosk", "ee" * 32, entry_lanes=False)
    knock(hub.address, hub.invite("Kiosk", b"third code"), third, may_join=lambda _: None)
    fill(fresh, link)
    assert [each.hub_id for each in fresh.membership.hubs()] == [joined.hub_id, third.console_id]
    hub.store.write(
        lambda unit: revoke_console(unit, actor=hub.boss, console_id=third.console_id, reason="stolen")
    )
    fill(fresh, link)
    assert [each.hub_id for each in fresh.membership.hubs()] == [joined.hub_id]
