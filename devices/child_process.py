"""A process of our own that works for this one: started, told, ended; with all that it started itself.

Cameras and the recogniser work in such processes. Each ends by itself when its standard input does, so it
never outlives the console, however that one ended; ``leave`` is how it does that.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import IO, NoReturn

from core.domain.errors import DeviceError
from devices.child_environment import child_environment

_END_LIMIT_S = 0.7


class ChildProcess:
    """A running ``python -m module``, with its standard input and output as pipes."""

    def __init__(
        self,
        module: str,
        arguments: Sequence[str] = (),
        *,
        not_started: str,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start it; raises DeviceError with the cause ``not_started`` where the system will not have it.

        ``environment`` is added to this process's own.
        """
        try:
            self._process = subprocess.Popen(  # noqa: S603 -- our own module, nothing of the user's in it
                [sys.executable, "-P", "-m", module, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=child_environment() | dict(environment or {}),
                # A group of its own: what it starts can be ended with it, and Ctrl+C at a shell ends the
                # console, which then ends its children in order.
                process_group=0,
            )
        except OSError as error:
            raise DeviceError(not_started, detail=str(error)) from error

    @property
    def process_id(self) -> int:
        """Its number in the system."""
        return self._process.pid

    @property
    def output(self) -> IO[bytes]:
        """What it says."""
        if self._process.stdout is None:
            raise ValueError("the process was started without a pipe")
        return self._process.stdout

    def exit_code(self) -> int | None:
        """None while it runs."""
        return self._process.poll()

    def tell(self, line: str) -> None:
        """Write a line to it; that it died in this moment shows elsewhere: its output ends."""
        stdin = self._process.stdin
        if stdin is None or stdin.closed:
            return
        try:
            # Never blocks: what may be outstanding at once is far less than a pipe holds.
            stdin.write(line.encode() + b"\n")
            stdin.flush()
        except OSError:
            return

    def end(self) -> None:
        """End it, by force if need be, within 1.5 s; may be called twice."""
        # Its end of input is its signal to leave.
        self._close_input()
        if not self._gone_within(_END_LIMIT_S):
            self.kill()

    def kill(self) -> None:
        """End it and what it started at once, however stuck; within 0.7 s."""
        if self._process.returncode is None:
            _kill_group(self._process)
        self._gone_within(_END_LIMIT_S)
        self._close_input()

    def _gone_within(self, limit_s: float) -> bool:
        try:
            self._process.wait(timeout=limit_s)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _close_input(self) -> None:
        if self._process.stdin is None:
            return
        try:
            self._process.stdin.close()
        except OSError:
            return


def leave() -> NoReturn:
    """End this child process from any of its threads, with all that it started itself."""
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    # Not reaped yet, so that its number cannot have become another process's.
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except OSError:
            process.kill()
    else:
        process.kill()
