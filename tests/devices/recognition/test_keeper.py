"""The thread that keeps the reading process going, where the program itself has a fault."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.domain.reads import Box, Read
from core.services.ports import ReadAnswer
from devices.recognition import keeper as module
from devices.recognition.child import RecogniserChild
from devices.recognition.keeper import Keeper
from devices.recognition.messages import Request, Settings
from tests.booth import wait_until

GENEROUS_S = 40.0


@pytest.fixture
def answers() -> queue.Queue[ReadAnswer]:
    return queue.Queue()


@pytest.fixture
def keeper(tmp_path: Path, answers: queue.Queue[ReadAnswer]) -> Iterator[Keeper]:
    settings = Settings(
        {"entry": tmp_path / "entry.ring"}, "stub", stub_reads=(Read("ABC1234", 0.9, Box(0, 0, 1, 1)),)
    )
    made = Keeper(settings, answers.put)
    yield made
    made.stop()


def test_after_a_fault_in_the_program_vehicles_are_answered_again(
    keeper: Keeper,
    answers: queue.Queue[ReadAnswer],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun: list[str] = []

    def child(settings: Settings, on_message: Callable[..., None]) -> RecogniserChild:
        begun.append("child")
        if len(begun) == 1:
            raise RuntimeError("can't start new thread")
        return RecogniserChild(settings, on_message)

    monkeypatch.setattr(module, "RecogniserChild", child)
    keeper.start()
    wait_until(lambda: len(begun) == 2, "it is begun once more")
    keeper.request(Request("entry", 1, 0))

    assert answers.get(timeout=GENEROUS_S).token == 1
    assert "can't start new thread" in caplog.text
