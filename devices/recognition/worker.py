"""The recogniser's process: ``python -m devices.recognition.worker``.

It takes its settings and then requests from standard input, and answers on standard output. It ends when
standard input does, so it never outlives the console, however that one ended.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import IO, NoReturn

import numpy as np

from core.config.plate_formats import load_formats
from core.domain.errors import ConfigError, DeviceError
from core.domain.reads import Box, Read
from core.services.ports import ReadAnswer
from devices.cameras.ring import RingFrame
from devices.child_process import leave
from devices.recognition.lane_views import LaneViews, SeenPicture
from devices.recognition.messages import Notice, Request, Settings, Views, order_of, pack
from devices.recognition.pictures_of_rings import RingPictures
from devices.recognition.readers.plate_reader import PlateReader
from devices.recognition.readers.registry import files_of, open_reader
from devices.recognition.readers.stub import STUB, StubReader
from devices.recognition.shapes import Shapes
from devices.recognition.waiting import Turn, WaitingRequests
from devices.stills import encode_still

NICENESS = 5
# After so long the harder passes are left out: the lane would rather have the next picture.
READ_LIMIT_MS = 700.0
# A plate seen a moment ago is looked for there first; not for long, another vehicle may have come.
HINT_LIMIT_NS = 1_000_000_000
HINTED_IN_A_ROW = 3


class Worker:
    """Reads the newest picture of whichever camera is next, as far as the camera's view goes.

    ``failure`` is what went wrong with the reader itself, so that another process had better go on.
    """

    def __init__(self, reader: PlateReader, pictures: RingPictures, views: LaneViews | None = None) -> None:
        self._reader = reader
        self._pictures = pictures
        self._views = views if views is not None else LaneViews({})
        self._hints: dict[str, _Hint] = {}
        self.failure: DeviceError | None = None

    def answer(self, turn: Turn) -> ReadAnswer:
        """The answer to the request; a picture that cannot be had is named as its cause."""
        started_s = time.perf_counter()
        request = turn.request
        if not turn.in_time:
            return _without_picture(request, "camera.no_picture", started_s)
        try:
            frame = self._pictures.newest(request.camera_id)
            still = encode_still(frame.image, sequence=frame.sequence, captured_ns=frame.captured_ns)
        except DeviceError as error:
            return _without_picture(request, error.cause, started_s)
        reads, cause = self._try_to_read(request, frame)
        return ReadAnswer(
            token=request.token,
            camera_id=request.camera_id,
            sequence=frame.sequence,
            captured_ns=frame.captured_ns,
            reads=tuple(reads),
            still=still,
            cause=cause,
            elapsed_ms=_ms(started_s),
        )

    def _try_to_read(self, request: Request, frame: RingFrame) -> tuple[list[Read], str]:
        """The plates; none with a cause where the reader failed, which must not cost the lane its picture."""
        try:
            return self._read(request, frame), ""
        except DeviceError as error:
            if not error.cause.startswith("camera."):
                self.failure = error
            return [], error.cause

    def _read(self, request: Request, frame: RingFrame) -> list[Read]:
        if request.view is not None:
            # A trial of a view that is being drawn leaves no trace for the vehicles that come.
            return self._read_seen(self._views.seen(request.camera_id, frame.image, request.view), None)
        camera_id = request.camera_id
        hint = self._hints.get(camera_id, _NO_HINT)
        box = hint.box_at(frame.captured_ns)
        reads = self._read_seen(self._views.seen(camera_id, frame.image), box)
        seen = reads[0].box if reads else None
        self._hints[camera_id] = _Hint(seen, frame.captured_ns, hint.used + 1 if box is not None else 0)
        return reads

    def _read_seen(self, seen: SeenPicture, hint: Box | None) -> list[Read]:
        reads = self._reader.read(seen.image, deadline_ms=READ_LIMIT_MS, hint=seen.into(hint))
        return seen.out_of(reads)


class _Hint:
    def __init__(self, box: Box | None, captured_ns: int, used: int) -> None:
        self._box = box
        self._captured_ns = captured_ns
        self.used = used

    def box_at(self, captured_ns: int) -> Box | None:
        fresh = 0 <= captured_ns - self._captured_ns <= HINT_LIMIT_NS
        return self._box if fresh and self.used < HINTED_IN_A_ROW else None


_NO_HINT = _Hint(None, 0, 0)


def main() -> None:
    """Serve until the parent is gone."""
    os.nice(NICENESS)
    # Whatever a library prints must not get between our messages.
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    settings = Settings.from_json(sys.stdin.readline())
    pictures, views = RingPictures(settings.rings), LaneViews(settings.views)
    waiting = WaitingRequests(
        lambda request: pictures.has_newer(request.camera_id, request.not_before_sequence)
    )
    # From here on, also while the models load, the parent's end is this process's end.
    threading.Thread(target=_take_requests, args=(waiting, views), name="requests", daemon=True).start()
    try:
        worker = Worker(_reader(settings), pictures, views)
    except (DeviceError, ConfigError) as error:
        _fail(answers, settings, error)
    _send(answers, pack(Notice("ready")))
    while True:
        _send(answers, pack(worker.answer(waiting.next())))
        if worker.failure is not None:
            _fail(answers, settings, worker.failure)


def _reader(settings: Settings) -> PlateReader:
    if settings.reader.startswith(STUB):
        return StubReader(settings.reader, settings.stub_reads)
    formats = load_formats(settings.formats, named_in=settings.formats_named_in)
    reader = open_reader(
        settings.reader,
        threads=settings.threads,
        shapes=Shapes(formats),
        model_folder=settings.model_folder,
    )
    # The first run of a model plans its memory: better now than under the first car.
    reader.read(np.zeros((720, 1280, 3), dtype=np.uint8), deadline_ms=0.0)
    return reader


def _fail(answers: IO[bytes], settings: Settings, error: DeviceError | ConfigError) -> NoReturn:
    """Say why, and on which files it rests, and leave; when those change, a successor may do better."""
    if isinstance(error, ConfigError):
        notice = Notice("failed", "recogniser.formats", str(error), (str(error.file),))
    else:
        files = files_of(settings.reader, model_folder=settings.model_folder)
        notice = Notice("failed", error.cause, error.detail, tuple(str(path) for path in files))
    _send(answers, pack(notice))
    leave()


def _take_requests(waiting: WaitingRequests, views: LaneViews) -> None:
    for line in sys.stdin:
        order = order_of(line)
        if isinstance(order, Views):
            views.change(order.views)
        else:
            waiting.add(order)
    leave()


def _send(pipe: IO[bytes], message: bytes) -> None:
    try:
        view = memoryview(message)
        while view:
            view = view[pipe.write(view) :]
    except OSError:
        leave()


def _without_picture(request: Request, cause: str, started_s: float) -> ReadAnswer:
    return ReadAnswer(request.token, request.camera_id, 0, 0, (), None, cause, _ms(started_s))


def _ms(started_s: float) -> float:
    return round((time.perf_counter() - started_s) * 1000, 1)


if __name__ == "__main__":
    main()
