"""One running recogniser process, seen from its parent: starting it, telling it, ending it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO

from core.domain.errors import DeviceError
from core.services.ports import ReadAnswer
from devices.child_environment import child_environment
from devices.recognition.messages import Notice, Request, Settings, unpack

_MODULE = "devices.recognition.worker"
_END_LIMIT_S = 0.7


class RecogniserChild:
    """A recogniser process. It ends by itself when this process does.

    ``on_message`` is called on a thread of the child, with None once nothing will come any more.
    """

    def __init__(
        self, settings: Settings, on_message: Callable[[RecogniserChild, ReadAnswer | Notice | None], None]
    ) -> None:
        """Start it; raises DeviceError ``recogniser.not_started`` where the system will not have it."""
        self._on_message = on_message
        try:
            self._process = subprocess.Popen(  # noqa: S603 -- our own module, nothing of the user's in it
                [sys.executable, "-P", "-m", _MODULE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=child_environment(),
            )
        except OSError as error:
            raise DeviceError("recogniser.not_started", detail=str(error)) from error
        self._write(settings.to_json())
        threading.Thread(
            target=self._listen, args=(self._process.stdout,), name="recogniser-answers", daemon=True
        ).start()

    @property
    def process_id(self) -> int:
        """Its number in the system."""
        return self._process.pid

    def tell(self, request: Request) -> None:
        """Hand a request over; a process that died in this moment shows in its last message."""
        self._write(request.to_json())

    def end(self) -> None:
        """End it, by force if need be, within 1.5 s; may be called twice."""
        self._close_input()
        if not self._gone_within(_END_LIMIT_S):
            self.kill()

    def kill(self) -> None:
        """End it at once, however stuck it is; within 0.7 s."""
        self._process.kill()
        self._gone_within(_END_LIMIT_S)
        self._close_input()

    def _gone_within(self, limit_s: float) -> bool:
        try:
            self._process.wait(timeout=limit_s)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _write(self, line: str) -> None:
        stdin = self._process.stdin
        if stdin is None or stdin.closed:
            return
        try:
            # Never blocks: what may be outstanding at once is far less than a pipe holds.
            stdin.write(line.encode() + b"\n")
            stdin.flush()
        except OSError:
            return

    def _close_input(self) -> None:
        stdin = self._process.stdin
        if stdin is None:
            return
        try:
            stdin.close()
        except OSError:
            return

    def _listen(self, stdout: IO[bytes]) -> None:
        with stdout:
            while True:
                try:
                    message = unpack(stdout)
                except (ValueError, KeyError, TypeError):
                    message = None
                self._on_message(self, message)
                if message is None:
                    return
