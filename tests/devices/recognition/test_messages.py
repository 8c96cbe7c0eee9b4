from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from core.domain.camera_views import CameraView
from core.domain.lattices import Lattice
from core.domain.reads import Box, Read
from core.services.ports import ReadAnswer, Still
from devices.recognition.messages import Notice, Request, Settings, Views, order_of, pack, unpack

VIEW = CameraView(((0.1, 0.2), (0.9, 0.25), (0.5, 1.0)), (((0.0, 0.0), (0.3, 0.0), (0.3, 0.1)),))
LATTICE = Lattice(((("A", 0.9), ("4", 0.1)), (("", 1.0),), (("B", 0.6), ("8", 0.4))))
READ = Read(
    "ABC1234", 0.93, Box(1, 2, 30, 40), (("ABC1Z34", 0.02), ("A8C1234", 0.01)), LATTICE, 21.5, in_part=True
)
ANSWER = ReadAnswer(7, "entry", 12, 99, (READ,), Still(12, 99, 640, 480, b"\xff\xd8jpeg", b"small"), "", 81.5)


@pytest.mark.parametrize(
    "message",
    [
        ANSWER,
        ReadAnswer(8, "exit", 0, 0, (), None, "camera.no_picture", 0.1),
        Notice("ready"),
        Notice("failed", "recogniser.model_damaged", "a.onnx", ("models/a.onnx", "models")),
    ],
)
def test_a_message_comes_out_of_the_pipe_as_it_went_in(message: ReadAnswer | Notice) -> None:
    pipe = BytesIO(pack(message) + pack(Notice("ready")))

    assert unpack(pipe) == message
    assert unpack(pipe) == Notice("ready")
    assert unpack(pipe) is None


@pytest.mark.parametrize("length", [0, 3, 11, 12, 40, len(pack(ANSWER)) - 1])
def test_a_message_cut_short_by_a_dying_process_is_the_end(length: int) -> None:
    assert unpack(BytesIO(pack(ANSWER)[:length])) is None


def test_a_nonsensical_length_is_the_end_and_takes_no_memory() -> None:
    assert unpack(BytesIO(b"\xff" * 64)) is None


def test_settings_and_requests_survive_the_way_to_the_process() -> None:
    settings = Settings(
        {"entry": Path("a b/entry.ring")},
        "stub",
        2,
        Path("models"),
        (READ,),
        views={"entry": VIEW},
        formats=("tw", "./own.toml:0.5"),
        formats_named_in=Path("a b/lotkeeper.toml"),
    )
    request = Request("entry 1", 5, 17)

    assert Settings.from_json(settings.to_json()) == settings
    assert order_of(request.to_json()) == request
    assert "\n" not in settings.to_json() + request.to_json()


@pytest.mark.parametrize(
    "order",
    [
        Request("entry", -3, 0, VIEW),
        Request("entry", -3, 0, CameraView()),
        Views({"entry": VIEW, "exit": CameraView()}),
        Views({}),
    ],
)
def test_views_survive_the_way_to_the_process_in_one_line(order: Request | Views) -> None:
    assert order_of(order.to_json()) == order
    assert "\n" not in order.to_json()
