"""Keeps the recogniser's process going: tells it, answers for it, kills it where it hangs, replaces it."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from core.domain.camera_views import CameraView
from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health, ReadAnswer
from devices.recognition.child import RecogniserChild
from devices.recognition.memory import LIMIT_BYTES, MemoryCare
from devices.recognition.messages import Notice, Request, Settings, Views
from devices.recognition.outstanding import OutstandingRequests
from devices.recognition.restart import NextStart

_LOG = logging.getLogger(__name__)

_LOOK_EVERY_S = 0.1
# Shorter than a request's 5 s, so that the request that waited in vain finds the process stuck.
_SILENCE_LIMIT_NS = 4_000_000_000
_START_LIMIT_NS = 30_000_000_000
_MOST_EVENTS = 1024
_STOP_LIMIT_S = 1.9

_Message = ReadAnswer | Notice | None


class Keeper:
    """One thread that owns the child: it alone tells it, answers for it, kills and replaces it."""

    def __init__(
        self,
        settings: Settings,
        on_answer: Callable[[ReadAnswer], None],
        *,
        memory_limit_bytes: int = LIMIT_BYTES,
    ) -> None:
        self._settings = settings
        self._on_answer = on_answer
        self._outstanding = OutstandingRequests()
        self._events: queue.Queue[Callable[[], None]] = queue.Queue(_MOST_EVENTS)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="recogniser", daemon=True)
        self._next_start = NextStart()
        self._memory = MemoryCare(memory_limit_bytes)
        self._child: RecogniserChild | None = None
        self._ready = False
        # Why there is no reader, as far as waiting would not help; empty while there is one, or may be soon.
        self._broken = ""
        # Told nothing new until what it has is answered, then replaced.
        self._outgrown = False
        # Since when the child owes us a word: its start, its last message, or the handing over of a request.
        self._waiting_since_ns = 0
        self.status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    @property
    def process_id(self) -> int | None:
        child = self._child
        return child.process_id if child is not None else None

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=_STOP_LIMIT_S)

    def request(self, request: Request) -> None:
        if request.camera_id not in self._settings.rings:
            self._post(lambda: self._refuse(request, "camera.unknown"))
        elif self._broken:
            cause = self._broken
            self._post(lambda: self._refuse(request, cause))
        elif self._outstanding.add(request, time.monotonic_ns()):
            self._post(self._tell)
        else:
            self._post(lambda: self._refuse(request, "recogniser.busy"))

    def set_views(self, views: Mapping[str, CameraView]) -> None:
        # A child that is started later finds them in its settings.
        self._settings = replace(self._settings, views=dict(views))
        self._post(lambda: self._tell_views(Views(dict(views))))

    def set_formats(self, formats: tuple[str, ...]) -> None:
        self._settings = replace(self._settings, formats=formats)
        self._post(self._begin_anew)

    def _begin_anew(self) -> None:
        self._next_start.at_once()
        if self._ready:
            # Replaced, like one that outgrew its memory, as soon as it has answered what it was told.
            self._outgrown = True
        elif self._child is not None:
            child, self._child = self._child, None
            child.end()

    def _tell_views(self, views: Views) -> None:
        if self._child is not None:
            self._child.tell(views)

    def _post(self, event: Callable[[], None]) -> None:
        try:
            self._events.put_nowait(event)
        except queue.Full as error:
            raise DeviceError("recogniser.busy") from error

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._look()
                self._events.get(timeout=_LOOK_EVERY_S)()
            except queue.Empty:
                continue
            except Exception:  # noqa: BLE001
                # The thread's top: without it nobody would answer, kill or replace the process any more.
                _LOG.exception("the plate reader is begun anew after a fault in the program")
                self._lose("recogniser.restarted", "a fault in the program")
        if self._child is not None:
            self._child.end()
        for request in self._outstanding.take_all():
            self._refuse(request, "recogniser.stopped")

    def _look(self) -> None:
        now_ns = time.monotonic_ns()
        for request in self._outstanding.take_overdue(now_ns):
            cause = self.status.cause if not self._ready and self.status.cause else "recogniser.no_answer"
            self._refuse(request, cause)
            self._kill_if_silent(now_ns)
        if self._child is None:
            if self._next_start.is_due(now_ns):
                self._start_child(now_ns)
        elif self._ready:
            self._care_for_memory(self._child, now_ns)
        elif now_ns - self._waiting_since_ns > _START_LIMIT_NS:
            self._lose("recogniser.no_answer", "the models did not load in time")

    def _care_for_memory(self, child: RecogniserChild, now_ns: int) -> None:
        self._memory.look(child.process_id, now_ns)
        if self.status.detail != self._memory.words:
            self.status = replace(self.status, detail=self._memory.words)
        if not self._outgrown and self._memory.is_too_much(now_ns):
            _LOG.warning("the reading process holds %s and is replaced", self._memory.words)
            self._outgrown = True
        if self._outgrown and not self._outstanding.any_told():
            self._memory.replaced(now_ns)
            self._child = None
            child.end()
            self._next_start.at_once()
            self._show(Health.STARTING)

    def _kill_if_silent(self, now_ns: int) -> None:
        # A long queue also makes requests overdue; only a process that says nothing at all is stuck.
        if self._child is not None and self._ready and now_ns - self._waiting_since_ns > _SILENCE_LIMIT_NS:
            self._lose("recogniser.no_answer", "the process hung")

    def _start_child(self, now_ns: int) -> None:
        self._ready = self._outgrown = False
        self._waiting_since_ns = now_ns
        try:
            self._child = RecogniserChild(self._settings, self._on_message)
        except DeviceError as error:
            self._next_start.failed(now_ns)
            self._broken = error.cause
            self._show(Health.FAILED, error.cause, error.detail)

    def _on_message(self, child: RecogniserChild, message: _Message) -> None:
        # On the child's thread. Blocking here, should the queue be full, only slows the child.
        while not self._stopping.is_set():
            try:
                self._events.put(lambda: self._take(child, message), timeout=_LOOK_EVERY_S)
            except queue.Full:
                continue
            return

    def _take(self, child: RecogniserChild, message: _Message) -> None:
        if child is not self._child:
            return
        self._waiting_since_ns = time.monotonic_ns()
        if message is None:
            self._lose("recogniser.restarted", "the process ended")
        elif isinstance(message, ReadAnswer):
            if not message.cause:
                self._next_start.proved()
            if self._outstanding.take(message.camera_id, message.token):
                self._hand_out(message)
        elif message.state == "ready":
            self._ready = True
            self._broken = ""
            self._show(Health.OK)
            self._tell()
        else:
            self._broken = message.cause
            self._lose(message.cause, message.detail, message.files)

    def _tell(self) -> None:
        if self._child is None or not self._ready or self._outgrown:
            return
        if not self._outstanding.any_told():
            self._waiting_since_ns = time.monotonic_ns()
        for request in self._outstanding.to_tell():
            self._child.tell(request)

    def _lose(self, cause: str, detail: str, files: Sequence[str] = ()) -> None:
        child, self._child = self._child, None
        self._ready = False
        self._show(Health.FAILED, cause, detail)
        self._next_start.failed(time.monotonic_ns(), files)
        if child is not None:
            child.kill()
        # Those that it has not been told of can wait for its successor, where that may do better.
        for request in self._outstanding.take_all(told_only=not self._broken):
            self._refuse(request, self._broken or "recogniser.restarted")

    def _refuse(self, request: Request, cause: str) -> None:
        self._hand_out(ReadAnswer(request.token, request.camera_id, 0, 0, (), None, cause, 0.0))

    def _hand_out(self, answer: ReadAnswer) -> None:
        try:
            self._on_answer(answer)
        except Exception:  # noqa: BLE001
            # The top of this thread for what the listener does: its bug must not cost the other lanes theirs.
            _LOG.exception("the listener failed on an answer for camera %s", answer.camera_id)

    def _show(self, health: Health, cause: str = "", detail: str = "") -> None:
        before = self.status
        if health is Health.FAILED and (cause, detail) != (before.cause, before.detail):
            # Told once, not at every attempt to begin again.
            _LOG.warning("the plate reader failed: %s %s", cause, detail)
        self.status = DeviceStatus(health, time.monotonic_ns(), cause, detail)
