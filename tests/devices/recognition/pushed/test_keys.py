from __future__ import annotations

import json
import queue
import time
from collections.abc import Iterator

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health, ReadAnswer
from devices.recognition.pushed.camera_reads import CameraReads
from devices.recognition.pushed.keys import CameraKeys
from tests.devices.recognition.pushed.sending import SECRET, post

ENTRY_KEY = "the key of the entry"
GENEROUS_S = 20.0


@pytest.fixture
def answers() -> queue.Queue[ReadAnswer]:
    return queue.Queue()


@pytest.fixture
def reads(answers: queue.Queue[ReadAnswer]) -> Iterator[CameraReads]:
    stills = {"entry": lambda: None, "exit": lambda: None}
    reads = CameraReads(
        stills, host="127.0.0.1", port=0, secret=SECRET, keys={"entry": ENTRY_KEY}, wait_limit_ms=20_000
    )
    reads.start(answers.put)
    yield reads
    reads.stop()


def send(reads: CameraReads, camera: str, key: str) -> int:
    body = json.dumps({"plate": "ABC-1234", "confidence": 0.9}).encode()
    return post(reads.port, body, path=f"/cameras/{camera}", key=key)[0]


def refused(reads: CameraReads) -> object:
    return reads.measures()[0].value


def test_a_camera_is_heard_with_its_own_key_and_one_without_with_the_shared_secret(
    reads: CameraReads, answers: queue.Queue[ReadAnswer]
) -> None:
    reads.request("entry", 1)
    reads.request("exit", 2)
    assert send(reads, "entry", ENTRY_KEY) == 200
    assert send(reads, "exit", SECRET) == 200
    assert {answers.get(timeout=GENEROUS_S).camera_id for _ in range(2)} == {"entry", "exit"}
    assert refused(reads) == 0


def test_no_key_speaks_for_another_camera_and_who_tries_is_counted_and_told(
    reads: CameraReads, answers: queue.Queue[ReadAnswer]
) -> None:
    reads.request("entry", 1)
    assert send(reads, "entry", SECRET) == 401
    assert send(reads, "exit", ENTRY_KEY) == 401
    assert refused(reads) == 2
    assert (reads.status().health, reads.status().cause) == (Health.STALE, "listener.key_refused")
    assert reads.status().detail == "exit"
    time.sleep(0.3)
    assert answers.empty()


def test_a_good_read_ends_the_trouble(reads: CameraReads) -> None:
    send(reads, "entry", "some other key")
    assert send(reads, "entry", ENTRY_KEY) == 200
    assert reads.status().health is Health.OK
    assert refused(reads) == 1


def test_names_that_nobody_has_are_counted_but_make_no_trouble(reads: CameraReads) -> None:
    assert send(reads, "garage", "some other key") == 401
    assert refused(reads) == 1
    assert reads.status().health is Health.OK


def test_a_camera_without_any_key_is_not_heard_and_the_others_are(answers: queue.Queue[ReadAnswer]) -> None:
    stills = {"entry": lambda: None, "exit": lambda: None}
    reads = CameraReads(stills, host="127.0.0.1", port=0, secret="", keys={"entry": ENTRY_KEY})
    reads.start(answers.put)
    assert (reads.status().health, reads.status().cause) == (Health.STALE, "listener.no_secret")
    assert reads.status().detail == "exit"
    assert send(reads, "exit", "") == 401
    assert send(reads, "entry", ENTRY_KEY) == 200
    reads.request("exit", 3)
    assert answers.get(timeout=GENEROUS_S).cause == "listener.no_secret"
    reads.stop()


@pytest.mark.parametrize(("shared", "own"), [("", {}), ("short", {}), ("", {"entry": "short"})])
def test_where_nobody_could_be_heard_it_says_so(shared: str, own: dict[str, str]) -> None:
    with pytest.raises(DeviceError) as raised:
        CameraKeys(shared, own).check()
    assert raised.value.cause == "listener.no_secret"


@pytest.mark.parametrize(
    "given", ["", "short", "the key of the entr", "the key of the entry ", "\udc80", "鑰匙"]
)
def test_only_the_very_key_is_admitted(given: str) -> None:
    keys = CameraKeys("", {"entry": ENTRY_KEY, "exit": "short"})
    assert not keys.admits("entry", given)
    assert not keys.admits("exit", given)
    assert keys.admits("entry", ENTRY_KEY)
    assert keys.refused == 2
