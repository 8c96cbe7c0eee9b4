from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.printers.network import ASK_OFFLINE_CAUSE, ASK_PAPER, NetworkPrinter

RECEIPT = b"\x1b@" + b"receipt " * 40 + b"\x1dV\x00"


@contextmanager
def printer_that(behaves: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port whose one connection is served like this."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)

        def serve() -> None:
            peer, _ = listener.accept()
            with peer:
                peer.settimeout(20)
                behaves(peer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(20)


def read_all(peer: socket.socket, into: bytearray) -> None:
    while chunk := peer.recv(4096):
        into += chunk


def answering(paper: int, offline_cause: int, into: bytearray) -> Callable[[socket.socket], None]:
    def behave(peer: socket.socket) -> None:
        answers = {ASK_PAPER: paper, ASK_OFFLINE_CAUSE: offline_cause}
        while chunk := peer.recv(4096):
            if chunk in answers:
                peer.sendall(bytes([answers[chunk]]))
            else:
                into.extend(chunk)

    return behave


def test_a_receipt_arrives_whole_and_unchanged() -> None:
    got = bytearray()
    with printer_that(lambda peer: read_all(peer, got)) as port:
        NetworkPrinter("127.0.0.1", port, asks_status=False).print(RECEIPT)
    assert bytes(got) == RECEIPT


def test_a_printer_that_answers_is_asked_for_paper_and_cover_first() -> None:
    got = bytearray()
    with printer_that(answering(0x12, 0x12, got)) as port:
        printer = NetworkPrinter("127.0.0.1", port)
        assert printer.status().health is Health.UNKNOWN
        printer.print(RECEIPT)
    assert bytes(got) == RECEIPT
    assert (printer.status().health, printer.status().cause) == (Health.OK, "")


@pytest.mark.parametrize(
    ("paper", "offline_cause", "cause"),
    [(0x12 | 0x60, 0x12, "printer.paper_out"), (0x12, 0x12 | 0x04, "printer.cover_open")],
)
def test_nothing_is_sent_to_a_printer_that_cannot_print(paper: int, offline_cause: int, cause: str) -> None:
    got = bytearray()
    with printer_that(answering(paper, offline_cause, got)) as port:
        printer = NetworkPrinter("127.0.0.1", port)
        with pytest.raises(DeviceError) as raised:
            printer.print(RECEIPT)
    assert (raised.value.cause, raised.value.unknown) == (cause, False)
    assert bytes(got) == b""
    assert printer.status().cause == cause


def test_paper_running_low_prints_and_is_shown() -> None:
    got = bytearray()
    with printer_that(answering(0x12 | 0x0C, 0x12, got)) as port:
        printer = NetworkPrinter("127.0.0.1", port)
        printer.print(RECEIPT)
    assert bytes(got) == RECEIPT
    assert (printer.status().health, printer.status().cause) == (Health.OK, "printer.paper_low")


def test_a_printer_that_never_answers_questions_is_printed_on_all_the_same() -> None:
    got = bytearray()
    with printer_that(lambda peer: read_all(peer, got)) as port:
        NetworkPrinter("127.0.0.1", port, answer_timeout_s=0.05).print(RECEIPT)
    assert bytes(got) == ASK_PAPER + RECEIPT


def test_a_refused_connection_has_printed_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    printer = NetworkPrinter("127.0.0.1", port)
    with pytest.raises(DeviceError) as raised:
        printer.print(RECEIPT)
    assert (raised.value.cause, raised.value.unknown) == ("printer.refused", False)
    assert printer.status().health is Health.FAILED


def test_a_printer_that_goes_away_in_the_middle_leaves_the_receipt_unknown() -> None:
    def leave(peer: socket.socket) -> None:
        peer.recv(100)
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with printer_that(leave) as port, pytest.raises(DeviceError) as raised:
        NetworkPrinter("127.0.0.1", port, asks_status=False).print(RECEIPT * 20_000)
    assert (raised.value.cause, raised.value.unknown) == ("printer.no_answer", True)


def test_a_printer_that_stops_taking_bytes_is_given_up_with_the_receipt_unknown() -> None:
    finished = threading.Event()
    with printer_that(lambda peer: void(finished.wait(20))) as port:
        with pytest.raises(DeviceError) as raised:
            NetworkPrinter("127.0.0.1", port, asks_status=False, send_timeout_s=0.3).print(RECEIPT * 60_000)
        finished.set()
    assert (raised.value.cause, raised.value.unknown) == ("printer.no_answer", True)


def void(_: object) -> None:
    """Drop a value where a function must return nothing."""
