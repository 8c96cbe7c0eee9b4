"""A printer of the system: each receipt is a page, handed to the system's printing service. No Qt here."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from typing import Final

from console.printing.answers import HANDING_OVER, PageAnswer
from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health, Measure

PAGE_PROCESS: Final = (sys.executable, "-m", "console.printing.page_process")
TURN_LIMIT_S: Final = 1.0
PAGE_LIMIT_S: Final = 8.5

_CAUSES: Final[Mapping[int, str]] = {
    PageAnswer.NO_QUEUE: "printer.no_queue",
    PageAnswer.REFUSED: "printer.refused",
    PageAnswer.NOT_A_PICTURE: "printer.refused",
}


class SystemPrinter:
    """Fills ``ports.ReceiptPrinter`` with pictures (PNG) instead of ESC/POS; ``queue`` "" is the usual one.

    A receipt is done once the system has taken it: whether paper came out is the system's own affair, so
    the status of one that works is UNKNOWN.
    """

    def __init__(
        self, queue: str, *, page_process: Sequence[str] = PAGE_PROCESS, limit_s: float = PAGE_LIMIT_S
    ) -> None:
        self._queue = queue
        self._page_process = tuple(page_process)
        self._limit_s = limit_s
        self._job = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._jobs = 0
        self._status = DeviceStatus(Health.UNKNOWN, time.monotonic_ns())

    def start(self) -> None:
        """Nothing to look after: the system tells when a receipt comes."""

    def stop(self) -> None:
        """End a page that is still being handed over."""
        process = self._process
        if process is not None:
            process.kill()

    def print(self, escpos: bytes) -> None:
        """Hand over one picture, within 10 s; ``unknown`` set where the system had it and did not answer."""
        if not self._job.acquire(timeout=TURN_LIMIT_S):
            raise DeviceError("printer.no_answer", detail="another receipt is being printed")
        try:
            self._print(escpos)
            self._jobs += 1
            self._note(Health.UNKNOWN)
        except DeviceError as trouble:
            self._note(Health.FAILED, trouble.cause, trouble.detail)
            raise
        finally:
            self._job.release()

    def kick_drawer(self, command_id: str) -> None:
        """A page opens no drawer: DeviceError ``printer.no_drawer``."""
        raise DeviceError("printer.no_drawer", detail=command_id)

    def status(self) -> DeviceStatus:
        """FAILED after a page that the system did not take, else UNKNOWN."""
        return self._status

    def measures(self) -> tuple[Measure, ...]:
        """How many pages the system has taken."""
        return (Measure("printer.jobs", self._jobs),)

    def _print(self, picture: bytes) -> None:
        try:
            self._process = process = subprocess.Popen(  # noqa: S603 - our own module
                [*self._page_process, self._queue],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as problem:
            raise DeviceError("printer.crashed", detail=str(problem)) from problem
        try:
            progress, said = process.communicate(picture, timeout=self._limit_s)
        except subprocess.TimeoutExpired as problem:
            process.kill()
            progress, said = process.communicate()
            raise DeviceError(
                "printer.no_answer",
                detail="the system's printing service is silent",
                unknown=HANDING_OVER.encode() in progress,
            ) from problem
        finally:
            self._process = None
        if process.returncode == PageAnswer.HANDED_OVER:
            return
        cause = _CAUSES.get(process.returncode, "printer.crashed")
        is_unknown = cause == "printer.crashed" and HANDING_OVER.encode() in progress
        raise DeviceError(cause, detail=said.decode("utf-8", "replace").strip()[-300:], unknown=is_unknown)

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        if (health, cause) != (self._status.health, self._status.cause):
            self._status = DeviceStatus(health, time.monotonic_ns(), cause, detail)
