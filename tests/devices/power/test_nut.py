from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from core.services.ports import Health, Power
from devices.power import nut
from devices.power.nut import NutSupply, power_of
from tests.devices.barriers.contract import eventually
from tests.far_sides.nut import NAME, USER, NutServer


@pytest.mark.parametrize(
    ("status", "on_battery", "is_low"),
    [
        ("OL", False, False),
        ("OL CHRG LB", False, False),
        ("OB DISCHRG", True, False),
        ("OB LB", True, True),
        ("FSD OB LB", True, True),
        ("FSD OL", False, True),
        ("BYPASS", None, False),
        ("", None, False),
    ],
)
def test_the_words_of_the_status_say_what_feeds_the_machine(status, on_battery, is_low):
    power = power_of({"ups.status": status})
    assert (power.on_battery, power.is_low) == (on_battery, is_low)


@pytest.mark.parametrize("figure", ["", "many", "-3", "1e99", "nan", "101"])
def test_a_charge_that_is_no_share_is_not_measured(figure):
    assert power_of({"ups.status": "OL", "battery.charge": figure}).charge_percent is None


def trouble_of(supply: NutSupply, told: list[Power] | None = None) -> str:
    heard = [] if told is None else told
    supply.start(heard.append)
    try:
        assert eventually(lambda: supply.status().health is Health.FAILED)
        return supply.status().cause
    finally:
        supply.stop()


def test_a_supply_the_server_does_not_know_is_named():
    with NutServer() as far:
        assert trouble_of(NutSupply("127.0.0.1", far.port, name="other")) == "power.unknown_supply"


@pytest.mark.parametrize("name", ["two words", "x\nLOGOUT", "", "n" * 61])
def test_a_name_that_would_be_another_command_is_never_sent(name):
    assert trouble_of(NutSupply("127.0.0.1", 9, name=name)) == "power.unknown_supply"


def test_a_password_with_quotes_and_line_ends_stays_one_word():
    with NutServer() as far:
        supply = NutSupply("127.0.0.1", far.port, name=NAME, user=USER, secret='x"\nLOGOUT\\')
        supply.start(lambda _power: None)
        assert eventually(lambda: supply.status().health is Health.OK)
        supply.stop()


@contextmanager
def talking(what: Callable[[socket.socket], None]) -> Iterator[int]:
    """Somebody on a port who says what they like."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    with connection, suppress(OSError):
                        what(connection)

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "power.not_understood"),
        (b"BEGIN LIST VAR other\n", "power.not_understood"),
        (b"ERR SOMETHING-NEW\n", "power.not_understood"),
        (b"\xff\xfe\x00\n", "power.not_understood"),
        (b"x" * 200_000, "power.not_understood"),
        (b"BEGIN LIST VAR ups\n" + b'VAR ups a "b"\n' * 20_000, "power.not_understood"),
        (b"ERR DATA-STALE\n", "power.supply_lost"),
        (b"ERR ACCESS-DENIED\n", "power.access_denied"),
        (b"", "power.no_answer"),
        (b'BEGIN LIST VAR ups\nVAR ups ups.status "OB LB', "power.no_answer"),
    ],
    ids=[
        "http",
        "other",
        "new-error",
        "bytes",
        "line",
        "list",
        "stale",
        "denied",
        "hangs-up",
        "cut",
    ],
)
def test_rubbish_is_a_trouble_and_never_a_loss_of_power(said, cause):
    told: list[Power] = []
    with talking(lambda connection: connection.sendall(said)) as port:
        assert trouble_of(NutSupply("127.0.0.1", port), told) == cause
    assert told == []


def test_a_server_that_says_nothing_is_given_up(monkeypatch):
    monkeypatch.setattr(nut, "ANSWER_LIMIT_S", 0.3)
    silence = threading.Event()
    with talking(lambda _connection: silence.wait(5) and None) as port:
        assert trouble_of(NutSupply("127.0.0.1", port)) == "power.no_answer"
    silence.set()


def test_what_was_heard_long_ago_is_not_known_any_more(monkeypatch):
    with NutServer() as far:
        supply = NutSupply("127.0.0.1", far.port, name=NAME)
        supply.start(lambda _power: None)
        assert eventually(lambda: supply.power().on_battery is False)
        far.stop()
        monkeypatch.setattr(nut, "FRESH_NS", 1)
        assert supply.power() == Power()
        supply.stop()
