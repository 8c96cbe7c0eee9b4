from __future__ import annotations

from devices.recognition.messages import Request
from devices.recognition.outstanding import LIMIT_NS, MOST_OUTSTANDING, OutstandingRequests


def test_each_request_is_struck_out_once() -> None:
    book = OutstandingRequests()
    book.add(Request("entry", 1, 0), 0)

    assert book.take("entry", 1)
    assert not book.take("entry", 1)
    assert book.take_overdue(LIMIT_NS * 2) == []


def test_the_same_camera_and_token_again_is_the_same_request() -> None:
    book = OutstandingRequests()

    assert book.add(Request("entry", 1, 0), 0)
    assert book.add(Request("entry", 1, 5), 0)

    assert book.take_all() == [Request("entry", 1, 0)]


def test_the_book_is_bounded() -> None:
    book = OutstandingRequests()

    taken = [book.add(Request("entry", token, 0), 0) for token in range(MOST_OUTSTANDING + 3)]

    assert taken.count(True) == MOST_OUTSTANDING


def test_a_request_is_told_once_and_is_overdue_after_five_seconds() -> None:
    book = OutstandingRequests()
    book.add(Request("entry", 1, 0), 0)
    book.add(Request("exit", 1, 0), LIMIT_NS)

    assert len(book.to_tell()) == 2
    assert book.to_tell() == []
    assert book.take_overdue(LIMIT_NS + 1) == [Request("entry", 1, 0)]
    assert book.any_told()


def test_what_the_dead_process_did_not_know_of_waits_for_the_next() -> None:
    book = OutstandingRequests()
    book.add(Request("entry", 1, 0), 0)
    book.to_tell()
    book.add(Request("entry", 2, 0), 0)

    assert book.take_all(told_only=True) == [Request("entry", 1, 0)]
    assert book.to_tell() == [Request("entry", 2, 0)]
