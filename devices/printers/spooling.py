"""A receipt printer on any line: one job at a time, looked after in between, never blocking for long."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from core.domain.errors import DeviceError
from core.domain.printers import Answers, PrinterProfile
from core.services.ports import DeviceStatus, Health, Measure
from devices.printers.condition import ASK_IN_TURN, Condition
from devices.printers.dialogue import Dialogue
from devices.printers.drawer import drawer_is_open, drawer_pulse, is_pulsed_at_once
from devices.printers.line import NO_ANSWER, Line
from devices.transports.backoff import Backoff

NO_DRAWER: Final = "printer.no_drawer"
CRASHED: Final = "printer.crashed"

# A job stays under the port's promise of 10 s: its turn, opening, looking, handing over, its confirmation.
TURN_LIMIT_S: Final = 2.0
JOB_LIMIT_S: Final = 5.5
DRAWER_TURN_LIMIT_S: Final = 3.0
DRAWER_LIMIT_S: Final = 1.0
ANSWER_LIMIT_S: Final = 0.5
POLL_S: Final = 2.0
# A printer that is back is found within these seconds.
LONGEST_WAIT_S: Final = 4.0
JOIN_LIMIT_S: Final = 1.5
KICKS_REMEMBERED: Final = 100
RESET_AND_CUT: Final = b"\x1b@\n\n\n\n\x1dV\x00"


class SpoolingPrinter:
    """Fills ``ports.ReceiptPrinter`` and ``Measures``; ``drawer_pin`` is 2 or 5, None where none hangs on it.

    Nothing is sent to a printer that says it cannot print. A job that was handed over is done once the
    printer has answered, in turn, the question behind it; where it stops before, its outcome is unknown.
    """

    def __init__(
        self,
        line: Line,
        profile: PrinterProfile,
        *,
        drawer_pin: int | None = None,
        poll_s: float = POLL_S,
        answer_limit_s: float = ANSWER_LIMIT_S,
        job_limit_s: float = JOB_LIMIT_S,
    ) -> None:
        self._line = line
        self._profile = profile
        self._drawer_pin = drawer_pin
        self._poll_s = poll_s
        self._job_limit_s = job_limit_s
        self._dialogue = Dialogue(profile, answer_limit_s=answer_limit_s)
        self._wire = threading.Lock()
        self._is_open = False
        # What the printer still expects of a job that broke off on a line that stayed.
        self._owed_bytes = 0
        self._kicked: deque[str] = deque(maxlen=KICKS_REMEMBERED)
        self._jobs = 0
        self._last_job_ms: float | None = None
        self._status = DeviceStatus(Health.UNKNOWN, time.monotonic_ns())
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Look after the printer from now on; may be called twice."""
        if self._thread is None:
            self._stop.clear()
            self._note(Health.STARTING)
            self._thread = threading.Thread(target=self._run, name="printer", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End within 2 s; a job under way ends as it can."""
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(JOIN_LIMIT_S)
        if self._wire.acquire(timeout=0.5):
            self._close()
            self._note(Health.UNKNOWN)
            self._wire.release()

    def print(self, escpos: bytes) -> None:
        """Hand over one receipt, within 10 s or what a slow serial line needs for it.

        DeviceError with nothing sent: ``printer.paper_out``, ``.cover_open``, ``.no_answer`` and so on; with
        ``unknown`` set once a part was sent.
        """
        with self._line_in_hand(TURN_LIMIT_S) as line:
            began_s = time.monotonic()
            self._look(line, must_print=True)
            self._hand_over(line, escpos, began_s + self._job_limit_s + line.seconds_for(len(escpos)))
            self._jobs += 1
            self._last_job_ms = (time.monotonic() - began_s) * 1000

    def kick_drawer(self, command_id: str) -> None:
        """Pulse the drawer's contact, within 5 s, and never again for this command.

        A pulse that waits in the printer's memory for paper would open the drawer while nobody looks: where
        it goes in turn, a printer that cannot print is not sent any (``printer.paper_out`` and so on).
        """
        if self._drawer_pin is None:
            raise DeviceError(NO_DRAWER)
        with self._line_in_hand(DRAWER_TURN_LIMIT_S) as line:
            if command_id in self._kicked:
                return
            if not is_pulsed_at_once(self._profile):
                self._look(line, must_print=True)
            self._kicked.append(command_id)
            until_s = time.monotonic() + DRAWER_LIMIT_S
            self._write(line, drawer_pulse(self._profile, self._drawer_pin), until_s, unknown=True)

    def status(self) -> DeviceStatus:
        """As last heard; OK with ``printer.paper_low`` where the paper runs low."""
        return self._status

    def measures(self) -> tuple[Measure, ...]:
        """Paper, cover, drawer, how fast it answers, and its jobs since the start."""
        now = self._dialogue.condition
        return (
            Measure("printer.paper", None if now is None else _paper(now)),
            Measure("printer.cover_open", None if now is None else now.is_cover_open),
            Measure("printer.online", None if now is None else not now.is_offline),
            Measure("printer.drawer_open", drawer_is_open(self._profile.drawer_sensor, now)),
            Measure("printer.answer_ms", None if now is None else self._dialogue.answer_ms),
            Measure("printer.jobs", self._jobs),
            Measure("printer.last_job_ms", self._last_job_ms),
        )

    def _run(self) -> None:
        stop, backoff = self._stop, Backoff()
        try:
            while not stop.is_set():
                wait_s = self._poll_s
                try:
                    with self._line_in_hand(TURN_LIMIT_S) as line:
                        self._look(line)
                    backoff.reset()
                except DeviceError:
                    # Noted where it was raised.
                    wait_s = min(LONGEST_WAIT_S, backoff.wait_s())
                stop.wait(wait_s)
        except Exception as problem:
            # The thread's top: nobody looks after the printer any more, and that must show.
            self._note(Health.FAILED, CRASHED, repr(problem))
            raise

    @contextmanager
    def _line_in_hand(self, turn_limit_s: float) -> Iterator[Line]:
        """The line, open and for one job alone; a failure is noted, and a dead line closed."""
        if not self._wire.acquire(timeout=turn_limit_s):
            raise DeviceError(NO_ANSWER, detail="another receipt is being printed")
        try:
            self._open()
            yield self._line
        except DeviceError as trouble:
            self._note(Health.FAILED, trouble.cause, trouble.detail)
            if trouble.cause == NO_ANSWER or not self._is_open:
                self._dialogue.condition = None
                self._close()
            raise
        finally:
            if not self._line.stays_open:
                self._close()
            self._wire.release()

    def _open(self) -> None:
        if not self._is_open:
            self._line.open()
            self._is_open = True
            self._settle_debt()

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            unsent = self._line.close()
            self._owed_bytes += unsent if self._owed_bytes else 0

    def _settle_debt(self) -> None:
        """Give the printer what it still expects of a broken job as white, then cut: nothing runs into it."""
        if self._owed_bytes:
            until_s = time.monotonic() + self._job_limit_s + self._line.seconds_for(self._owed_bytes)
            self._write(self._line, bytes(self._owed_bytes) + RESET_AND_CUT, until_s, unknown=False)
            self._owed_bytes = 0

    def _look(self, line: Line, *, must_print: bool = False) -> None:
        condition = self._dialogue.look(line)
        if condition is None:
            self._note(Health.UNKNOWN)
            return
        health = Health.FAILED if condition.trouble else Health.OK
        self._note(health, condition.trouble or condition.warning)
        if must_print and condition.trouble:
            raise DeviceError(condition.trouble)

    def _hand_over(self, line: Line, escpos: bytes, until_s: float) -> None:
        asks = self._profile.confirms is not Answers.NEVER
        job = escpos + ASK_IN_TURN if asks else escpos
        self._dialogue.begin_job()
        for begin in range(0, len(job), self._profile.chunk_bytes):
            self._owed_bytes = len(job) - begin if line.stays_open else 0
            self._write(line, job[begin : begin + self._profile.chunk_bytes], until_s, unknown=True)
        self._owed_bytes = 0
        if not asks:
            return
        try:
            self._dialogue.wait_until_printed(line, until_s)
        except DeviceError as trouble:
            raise DeviceError(trouble.cause, detail=trouble.detail, unknown=True) from trouble

    def _write(self, line: Line, data: bytes, until_s: float, *, unknown: bool) -> None:
        try:
            line.write(data, until_s=until_s)
        except DeviceError as trouble:
            raise DeviceError(NO_ANSWER, detail=trouble.detail, unknown=unknown) from trouble

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        if (health, cause) != (self._status.health, self._status.cause):
            self._status = DeviceStatus(health, time.monotonic_ns(), cause, detail)


def _paper(condition: Condition) -> str:
    if condition.is_paper_out:
        return "printer.paper_out"
    return "printer.paper_low" if condition.is_paper_low else "printer.paper_ok"
