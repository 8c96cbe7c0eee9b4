"""The recogniser as the core sees it: plates are read in a process of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from core.domain.camera_views import CameraView
from core.domain.errors import DeviceError
from core.domain.reads import Read
from core.services.ports import DeviceStatus, Health, ReadAnswer
from devices.recognition.keeper import Keeper
from devices.recognition.memory import LIMIT_BYTES
from devices.recognition.messages import Request, Settings


class RecogniserProcess:
    """Fills ``core.services.ports.Recogniser``; all calls may come from any thread.

    ``rings`` says where each camera's ring of frames lies. ``reader`` is a text that ``readers.registry``
    knows; ``stub`` is for benches and tests only and answers ``stub_reads`` for every picture, without any
    model. Nothing is wrong with a text before the process tries it: the status then says so.
    """

    def __init__(
        self,
        rings: Mapping[str, Path],
        *,
        reader: str = "own",
        threads: int = 1,
        model_folder: Path | None = None,
        stub_reads: tuple[Read, ...] = (),
        views: Mapping[str, CameraView] | None = None,
        formats: tuple[str, ...] = (),
        formats_named_in: Path = Path(),
        memory_limit_bytes: int = LIMIT_BYTES,
    ) -> None:
        self._settings = Settings(
            dict(rings),
            reader,
            threads,
            model_folder,
            stub_reads,
            dict(views or {}),
            formats,
            formats_named_in,
        )
        self._memory_limit_bytes = memory_limit_bytes
        self._lock = threading.Lock()
        self._running: Keeper | None = None

    def start(self, on_answer: Callable[[ReadAnswer], None]) -> None:
        """Start the process; answers come on the recogniser's own thread. May be called twice."""
        with self._lock:
            if self._running is None:
                self._running = Keeper(self._settings, on_answer, memory_limit_bytes=self._memory_limit_bytes)
                self._running.start()

    def request(self, camera_id: str, token: int, *, not_before_sequence: int = 0) -> None:
        """Ask for the newest picture of the camera to be read, one newer than the sequence if given.

        Returns at once. Where it cannot be read, the answer's cause says why: ``camera.unknown``,
        ``camera.no_picture``, ``recogniser.no_answer`` (after 5 s), ``recogniser.restarted``,
        ``recogniser.busy`` (64 requests are waiting), ``recogniser.stopped``. Raises DeviceError
        ``recogniser.stopped`` where it was not started.
        """
        running = self._running
        if running is None:
            raise DeviceError("recogniser.stopped")
        running.request(Request(camera_id, token, not_before_sequence))

    def try_view(self, camera_id: str, token: int, view: CameraView) -> None:
        """Ask for the newest picture to be read as if that were the camera's view; answered like ``request``.

        Raises DeviceError as ``request`` does.
        """
        running = self._running
        if running is None:
            raise DeviceError("recogniser.stopped")
        running.request(Request(camera_id, token, 0, view))

    def set_views(self, views: Mapping[str, CameraView]) -> None:
        """Read these parts of the cameras' pictures from now on; a camera not named is read whole.

        Raises DeviceError ``recogniser.busy`` where the process cannot be told now; a later one will be.
        """
        with self._lock:
            self._settings = replace(self._settings, views=dict(views))
            running = self._running
        if running is not None:
            running.set_views(views)

    def set_formats(self, formats: tuple[str, ...]) -> None:
        """Read with these plate formats from now on: the process is replaced between two requests.

        Raises DeviceError ``recogniser.busy`` where that cannot be begun now; a later process will.
        """
        with self._lock:
            self._settings = replace(self._settings, formats=formats)
            running = self._running
        if running is not None:
            running.set_formats(formats)

    def stop(self) -> None:
        """Stop within 2 s, what is outstanding answered ``recogniser.stopped``; may be called twice."""
        with self._lock:
            running, self._running = self._running, None
        if running is not None:
            running.stop()

    def status(self) -> DeviceStatus:
        """STARTING while the models load, then OK; FAILED while a dead process is being replaced.

        The detail of OK is how much memory the process holds (``420 MB``); above 700 MB it is replaced
        between two requests, at most once a minute.
        """
        running = self._running
        return running.status if running is not None else DeviceStatus(Health.UNKNOWN, 0)

    @property
    def process_id(self) -> int | None:
        """The number of the reading process in the system, or None where none runs."""
        running = self._running
        return running.process_id if running is not None else None
