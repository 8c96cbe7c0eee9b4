"""Another program that reads plates: one line of JSON in, one line of JSON out, each within its time.

What passes between them is in docs/plug-in-readers.md.
"""

from __future__ import annotations

import json
import os
import queue
import select
import subprocess
import threading
import time
from collections.abc import Sequence
from typing import IO, Any

from core.domain.errors import DeviceError

START_LIMIT_S = 20.0
ANSWER_LIMIT_S = 2.5
LONGEST_ANSWER_BYTES = 262_144
_MOST_WAITING_LINES = 16
_END_LIMIT_S = 0.3
_LOOK_EVERY_S = 0.2


class ReadingProgram:
    """The running program; not for several threads at once. Its errors go where ours go."""

    def __init__(self, command: Sequence[str], *, start_limit_s: float = START_LIMIT_S) -> None:
        """Start it and wait until it says that it is ready.

        Raises DeviceError: ``reader.program_missing``, ``reader.program_ended``, ``reader.garbage``,
        ``reader.no_answer`` (after 20 s).
        """
        self._name = os.path.basename(command[0])  # noqa: PTH119 -- a command need not be a path
        try:
            self._process = subprocess.Popen(  # noqa: S603 -- the site's own choice, without a shell
                list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        except (OSError, ValueError) as error:
            raise DeviceError("reader.program_missing", detail=f"{self._name}: {error}") from error
        self._lines: queue.Queue[bytes] = queue.Queue(_MOST_WAITING_LINES)
        self._over = threading.Event()
        self._number = 0
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise ValueError("a program without pipes")
        self._stdin = stdin
        os.set_blocking(stdin.fileno(), False)
        threading.Thread(target=self._listen, args=(stdout,), name="reading-program", daemon=True).start()
        try:
            self._greet(start_limit_s)
        except DeviceError:
            self.kill()
            raise

    def ask(self, request: dict[str, Any], *, limit_s: float = ANSWER_LIMIT_S) -> dict[str, Any]:
        """Its answer to the request.

        Raises DeviceError: ``reader.no_answer``, ``reader.garbage``, ``reader.program_ended``,
        ``reader.refused`` where it says itself that it cannot; after each but the last it is of no use
        any more, and killed.
        """
        until_s = time.monotonic() + limit_s
        self._number += 1
        try:
            self._write(json.dumps({"id": self._number, **request}).encode() + b"\n", until_s)
            answer = self._next(until_s)
            # What it says to an earlier request, or to none, is not what we wait for.
            while answer.get("id") != self._number:
                answer = self._next(until_s)
        except DeviceError:
            self.kill()
            raise
        if "error" in answer:
            raise DeviceError("reader.refused", detail=f"{self._name}: {str(answer['error'])[:200]}")
        return answer

    def kill(self) -> None:
        """End it at once; may be called twice."""
        self._over.set()
        self._process.kill()
        try:
            self._process.wait(timeout=_END_LIMIT_S)
        except subprocess.TimeoutExpired:
            # Stuck in the system, where nothing reaches it; it goes when that lets go of it.
            return
        finally:
            self._stdin.close()

    def _greet(self, limit_s: float) -> None:
        if self._next(time.monotonic() + limit_s).get("ready") is not True:
            raise DeviceError("reader.garbage", detail=f"{self._name}: it did not say that it is ready")

    def _write(self, line: bytes, until_s: float) -> None:
        # A program that does not take its input would hold us for ever where the pipe blocks.
        view = memoryview(line)
        while view:
            left_s = until_s - time.monotonic()
            _, writable, _ = select.select([], [self._stdin], [], max(0.0, left_s))
            if not writable:
                raise DeviceError("reader.no_answer", detail=f"{self._name}: it takes no requests")
            try:
                view = view[os.write(self._stdin.fileno(), view) :]
            except BlockingIOError:
                continue
            except OSError as error:
                raise DeviceError("reader.program_ended", detail=self._name) from error

    def _next(self, until_s: float) -> dict[str, Any]:
        try:
            line = self._lines.get(timeout=max(0.0, until_s - time.monotonic()))
        except queue.Empty:
            raise DeviceError("reader.no_answer", detail=self._name) from None
        if not line:
            raise DeviceError("reader.program_ended", detail=self._name)
        try:
            answer = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise DeviceError("reader.garbage", detail=f"{self._name}: {line[:80]!r}") from error
        if not isinstance(answer, dict):
            raise DeviceError("reader.garbage", detail=f"{self._name}: {line[:80]!r}")
        return answer

    def _listen(self, stdout: IO[bytes]) -> None:
        """Lines into the queue, an empty one at the end; a line too long is cut, and so no JSON any more.

        A program that talks without being asked fills the queue and then its pipe, and waits.
        """
        with stdout:
            while not self._over.is_set() and (line := stdout.readline(LONGEST_ANSWER_BYTES)):
                self._hand_on(line)
        self._hand_on(b"")

    def _hand_on(self, line: bytes) -> None:
        while not self._over.is_set():
            try:
                self._lines.put(line, timeout=_LOOK_EVERY_S)
            except queue.Full:
                continue
            return
