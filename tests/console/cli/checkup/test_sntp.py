"""The time that a time server tells."""

from __future__ import annotations

import socket
import struct
from contextlib import closing

import pytest

from console.cli.checkup import sntp
from console.cli.checkup.sntp import ask_time
from core.domain.errors import LinkError
from tests.far_sides.time_server import time_server

LOOPBACK = "127.0.0.1"


@pytest.mark.parametrize("ahead_s", [0.0, 45.5, -3600.0])
def test_the_offset_is_by_how_much_the_server_is_ahead(ahead_s: float) -> None:
    with time_server(ahead_s=ahead_s) as server:
        answer = ask_time(LOOPBACK, server.port)

    assert answer.offset_s == pytest.approx(ahead_s, abs=0.5)
    assert 0 <= answer.delay_s < 1


def test_the_question_is_a_clients_packet_of_version_four() -> None:
    with time_server() as server:
        ask_time(LOOPBACK, server.port)

    (packet,) = server.heard
    assert len(packet) == 48
    assert packet[0] == 0b00_100_011
    assert packet[1:40] == bytes(39)


def test_rubbish_before_the_answer_is_passed_over() -> None:
    with time_server(ahead_s=10, garbage=b"\x24" + bytes(47)) as server:
        assert ask_time(LOOPBACK, server.port).offset_s == pytest.approx(10, abs=0.5)


@pytest.mark.parametrize("how", [{"stratum": 0}, {"stratum": 16}, {"leap": 3}])
def test_a_server_that_does_not_know_the_time_itself_is_not_believed(how: dict[str, float]) -> None:
    with time_server(**how) as server, pytest.raises(LinkError) as caught:
        ask_time(LOOPBACK, server.port)
    assert caught.value.cause == "link.refused"


def test_a_server_that_is_silent_is_given_up() -> None:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as mute:
        mute.bind((LOOPBACK, 0))
        with pytest.raises(LinkError) as caught:
            ask_time(LOOPBACK, mute.getsockname()[1], timeout_s=0.2)
    assert caught.value.cause == "link.no_answer"


def test_a_port_on_which_nobody_listens_and_a_name_that_is_none_are_told() -> None:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as gone:
        gone.bind((LOOPBACK, 0))
        port = gone.getsockname()[1]
    for host in (LOOPBACK, "a" * 200):
        with pytest.raises(LinkError):
            ask_time(host, port, timeout_s=0.2)


def test_a_stamp_after_the_seconds_begin_again_is_understood() -> None:
    in_2040 = 2_208_988_800.0
    stamp = struct.pack(">II", (int(in_2040) + 2_208_988_800) % 2**32, 2**31)
    assert sntp._seconds(stamp, in_2040) == pytest.approx(in_2040 + 0.5)
