"""The lot's hub as a far side, over HTTPS as in a lot."""

from __future__ import annotations

import gc
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.errors import BadInput, LinkError
from core.domain.journal import to_micros
from core.services.membership import HubContact
from core.sync.hub_client import HubLink, hub_place
from core.sync.identity import load_identity
from tests.core.services.chains import chain
from tests.core.services.link_contract import ENTRY, EXIT, LinkContract, end_of
from tests.core.store.lot import SetClock
from tests.core.sync.hub_lot import LOCALHOST, HubLot, free_port


@pytest.fixture
def far_side(hub_lot: HubLot) -> HubLot:
    """The hub."""
    return hub_lot


class TestHubAsLink(LinkContract):
    """The hub keeps what every far side promises."""


def cause_of(call: Callable[[], object]) -> str:
    with pytest.raises(LinkError) as caught:
        call()
    return caught.value.cause


def test_a_console_that_the_lot_never_had_is_refused(hub_lot: HubLot, tmp_path: Path) -> None:
    link = hub_lot.link("stranger", signer=load_identity(tmp_path / "stranger"))
    del hub_lot.roll.known["stranger"]
    assert cause_of(link.marks) == "link.refused"


def test_who_has_another_key_is_not_that_console(hub_lot: HubLot, tmp_path: Path) -> None:
    thief = load_identity(tmp_path / "thief")
    assert cause_of(hub_lot.link(ENTRY, signer=thief).marks) == "link.refused"
    assert ENTRY not in hub_lot.replica.marks()


def test_a_console_that_was_revoked_is_not_heard_any_more(hub_lot: HubLot) -> None:
    link = hub_lot.link(ENTRY)
    link.push(chain(hub_lot.lot_id, ENTRY, 2))
    hub_lot.roll.revoke(ENTRY)
    assert cause_of(lambda: link.push(chain(hub_lot.lot_id, ENTRY, 3))) == "link.revoked"
    assert cause_of(hub_lot.link(ENTRY).marks) == "link.revoked"


def test_nobody_else_can_stand_in_for_the_hub(hub_lot: HubLot) -> None:
    impostor = hub_lot.new_server(name="impostor")
    impostor.start()
    try:
        link = hub_lot.link(ENTRY, port=impostor.port)
        assert cause_of(link.marks) == "link.other_hub"
    finally:
        impostor.stop()


def test_an_impostor_on_the_hubs_address_gets_no_token(hub_lot: HubLot) -> None:
    link = hub_lot.link(ENTRY)
    link.marks()
    port = hub_lot.server.port
    hub_lot.server.stop()
    impostor = hub_lot.new_server(port=port, name="impostor")
    impostor.start()
    try:
        causes = {cause_of(link.marks) for _ in range(3)}
        assert causes <= {"link.other_hub", "link.no_answer"}
        assert "link.other_hub" in causes
    finally:
        impostor.stop()


def test_the_hub_of_another_lot_is_told_apart(hub_lot: HubLot) -> None:
    assert cause_of(hub_lot.link(ENTRY, lot_id="another-lot").marks) == "link.other_lot"


def test_after_the_hub_started_anew_the_link_goes_on_by_itself(hub_lot: HubLot) -> None:
    link = hub_lot.link(ENTRY)
    rows = chain(hub_lot.lot_id, ENTRY, 6)
    link.push(rows[:3])
    port = hub_lot.server.port
    hub_lot.server.stop()
    assert cause_of(link.marks) == "link.no_answer"
    hub_lot.server = hub_lot.new_server(port=port)
    hub_lot.server.start()
    assert link.push(rows) == end_of(rows)


def test_a_connection_that_was_idle_for_long_is_made_anew(hub_lot: HubLot) -> None:
    link = hub_lot.link(ENTRY)
    link.marks()
    link._calls.cut()  # as the hub does with one that was idle for ten seconds
    assert link.marks() is not None


def test_a_whole_day_goes_over_in_pieces(hub_lot: HubLot) -> None:
    rows = chain(hub_lot.lot_id, ENTRY, 1200)
    link = hub_lot.link(ENTRY)
    assert link.push(rows) == end_of(rows)
    assert hub_lot.link(EXIT).pull(ENTRY, 0) == rows


def test_a_ring_wakes_everybody_but_the_ringer(hub_lot: HubLot) -> None:
    ringer, listener = hub_lot.link(ENTRY), hub_lot.link(EXIT)
    ringer.marks()
    listener.marks()
    ringer.ring()
    assert listener.wait(5)
    assert not ringer.wait(0.2)


def test_what_is_committed_at_the_hub_wakes_the_consoles(hub_lot: HubLot) -> None:
    link = hub_lot.link(ENTRY)
    link.marks()
    threading.Timer(0.1, hub_lot.server.ring).start()
    assert link.wait(5)


def test_the_hub_leaves_its_own_report_beside_the_others(hub_lot: HubLot) -> None:
    link = hub_lot.link(ENTRY)
    link.report({"version": "1.0"})
    hub_lot.server.report({"version": "2.0"})
    found = link.reports()
    assert found[hub_lot.replica.console_id]["version"] == "2.0"
    assert found.keys() == hub_lot.server.reports().keys() == {ENTRY, hub_lot.replica.console_id}


def test_a_wrong_clock_is_found_out_by_the_hubs(hub_lot: HubLot) -> None:
    ahead = SetClock(hub_lot.clock.now() + timedelta(minutes=7))
    link = hub_lot.link(ENTRY, clock=ahead)
    assert link.report({"at": to_micros(ahead.now())}) == timedelta(minutes=7)
    left = hub_lot.link(EXIT).reports()[ENTRY]
    assert (left["said_at"], left["at"]) == (to_micros(ahead.now()), to_micros(hub_lot.clock.now()))
    assert hub_lot.link(ENTRY).report({}) is None, "without a clock of its own there is nothing to compare"


def test_a_report_of_any_size_is_not_kept(hub_lot: HubLot) -> None:
    assert cause_of(lambda: hub_lot.link(ENTRY).report({"text": "x" * 400_000})) == "link.too_large"


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of somebody who accepts and says nothing."""
    with socket.create_server((LOCALHOST, 0)) as listening:
        yield listening.getsockname()[1]


def test_a_hub_that_says_nothing_keeps_nobody_waiting_for_long(
    hub_lot: HubLot, silent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.sync.hub_protocol.CALL_SECONDS", 1.0)
    link = hub_lot.link(ENTRY, port=silent)
    begun = time.monotonic()
    assert cause_of(lambda: link._ask("/v1/marks", {}, seconds=1.0)) == "link.no_answer"
    assert time.monotonic() - begun < 5


def test_closing_ends_a_call_to_a_hub_that_says_nothing(hub_lot: HubLot, silent: int) -> None:
    link = hub_lot.link(ENTRY, port=silent)
    causes: list[str] = []
    calling = threading.Thread(target=lambda: causes.append(cause_of(link.marks)))
    calling.start()
    time.sleep(0.3)
    begun = time.monotonic()
    link.close()
    calling.join(8)
    assert causes == ["link.no_answer"]
    assert time.monotonic() - begun < 3


def test_closing_at_any_instant_leaves_nothing_open(hub_lot: HubLot) -> None:
    for number in range(40):
        link = hub_lot.link(ENTRY)
        callers = [
            threading.Thread(target=quietly, args=(link.marks,)),
            threading.Thread(target=quietly, args=(lambda link=link: link.wait(5),)),
        ]
        for caller in callers:
            caller.start()
        time.sleep(number / 2000)
        link.close()
        for caller in callers:
            caller.join(10)
            assert not caller.is_alive()
    # A socket that nobody closed is told of, and fails the test, once it is swept up.
    gc.collect()


def quietly(call: Callable[[], object]) -> None:
    with suppress(LinkError):
        call()


def test_nobody_at_the_address_is_no_answer(hub_lot: HubLot) -> None:
    assert cause_of(hub_lot.link(ENTRY, port=free_port()).marks) == "link.no_answer"


def test_a_name_that_nobody_has_is_no_answer(hub_lot: HubLot) -> None:
    link = HubLink(
        ("no-such-host.invalid", 8461),
        lot_id=hub_lot.lot_id,
        console_id=ENTRY,
        hub_id="h",
        hub_key=hub_lot.identity.public_key,
        signer=hub_lot.key(ENTRY),
        verify=lambda *_: True,
    )
    assert cause_of(link.marks) == "link.no_answer"
    link.close()


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("hub", ("hub", 8461)),
        ("10.0.0.7:9000", ("10.0.0.7", 9000)),
        (" booth.local:1 ", ("booth.local", 1)),
        ("[fe80::1]:9000", ("fe80::1", 9000)),
        ("fe80::1", ("fe80::1", 8461)),
        ("[fe80::1]", ("fe80::1", 8461)),
    ],
)
def test_the_address_of_a_hub(address: str, place: tuple[str, int]) -> None:
    assert hub_place(address) == place


@pytest.mark.parametrize(
    "address", ["", ":9000", "hub:", "hub:0", "hub:65536", "hub:x", "https://hub", "a b"]
)
def test_what_is_no_address_of_a_hub(address: str) -> None:
    with pytest.raises(BadInput):
        hub_place(address)


def test_the_hub_is_looked_for_at_every_place_that_is_known(hub_lot: HubLot) -> None:
    port = hub_lot.server.port
    link = hub_lot.link(ENTRY, port=free_port(), other_places=[(LOCALHOST, port)])
    assert link.marks() is not None


def test_where_another_hub_answers_the_next_place_is_tried(hub_lot: HubLot) -> None:
    impostor = hub_lot.new_server(name="impostor")
    impostor.start()
    try:
        link = hub_lot.link(ENTRY, port=impostor.port, other_places=[(LOCALHOST, hub_lot.server.port)])
        assert cause_of(link.marks) == "link.other_hub"
        assert link.marks() is not None
    finally:
        impostor.stop()


def test_a_hub_whose_key_was_made_anew_is_known_by_the_one_told_at_joining(hub_lot: HubLot) -> None:
    told = HubContact(hub_lot.replica.console_id, hub_lot.identity.public_key)
    link = hub_lot.link(ENTRY, hub_key="00" * 32, other_hubs=[told])
    assert link.marks() is not None
