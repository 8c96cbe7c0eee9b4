from __future__ import annotations

from devices.recognition.messages import Request
from devices.recognition.waiting import WaitingRequests


def test_cameras_take_turns_however_much_one_asks() -> None:
    waiting = WaitingRequests(lambda request: True)
    for token in range(4):
        waiting.add(Request("entry", token, 0))
    waiting.add(Request("exit", 10, 0))
    waiting.add(Request("exit", 11, 0))

    served = [waiting.next().request for _ in range(6)]

    assert [request.camera_id for request in served[:4]] == ["entry", "exit", "entry", "exit"]
    assert [request.token for request in served if request.camera_id == "entry"] == [0, 1, 2, 3]


def test_a_camera_whose_picture_is_still_to_come_holds_nobody_up() -> None:
    waiting = WaitingRequests(lambda request: request.camera_id == "exit")
    waiting.add(Request("entry", 1, 50))
    waiting.add(Request("exit", 2, 0))

    first, second = waiting.next(), waiting.next()

    assert (first.request.camera_id, first.in_time) == ("exit", True)
    assert (second.request.camera_id, second.in_time) == ("entry", False)
