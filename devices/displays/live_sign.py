"""A sign in use: one thread brings the newest text to it, turns its pages, and comes back after a loss.

What the far side is does not matter here: ``FarSign`` is all that differs between protocols.

    connect ─► write the page ─► again when the text or the page changes, and every 5 s ─┐
       ▲                                                                                 │ failed
       └──────────────────────── wait 0.5 → 3 s ◄────────────────────────────────────────┘
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from typing import Final, Protocol

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health, Measure, SignText
from devices.displays.layout import Page, pages_of
from devices.transports.backoff import Backoff

log = logging.getLogger(__name__)

PAGE_S: Final = 3.0
# A sign that lost its power comes back blank and says nothing: what it shows is written again and again.
REPEAT_S: Final = 5.0
JOIN_LIMIT_S: Final = 1.8
# A sign is to be right again soon after it is back, and trying costs next to nothing.
LONGEST_WAIT_S: Final = 3.0
CANNOT_ANSWER: Final = "sign.cannot_answer"
CRASHED: Final = "sign.crashed"


@dataclass(frozen=True, slots=True)
class SignShape:
    """How much text a sign shows at once, and in which characters."""

    columns: int = 20
    rows: int = 2
    encoding: str = "utf-8"


class FarSign(Protocol):
    """The sign as its protocol reaches it; each call ends within 4 s and raises DeviceError ``sign.…``."""

    @property
    def answers(self) -> bool:
        """Whether it says that it took a text."""

    def connect(self) -> None:
        """Reach it."""

    def write(self, page: Page) -> None:
        """Have it show this page and nothing else."""

    def close(self) -> None:
        """Let go of it; may be called twice, and from another thread."""


class LiveSign:
    """Fills ``ports.Sign``; after a text that is shown for some seconds the one before it comes back."""

    def __init__(self, name: str, far: FarSign, shape: SignShape) -> None:
        self._name = name
        self._far = far
        self._shape = shape
        self._changed = threading.Condition()
        self._stays: tuple[Page, ...] = ((),)
        self._passing: tuple[Page, ...] = ()
        self._passing_until_s = 0.0
        self._begun_s = 0.0
        self._written: Page | None = None
        self._stopping = False
        self._thread: threading.Thread | None = None
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def start(self) -> None:
        """Connect in the background; returns at once."""
        if self._thread is None:
            self._stopping = False
            self._thread = threading.Thread(target=self._run, name=f"sign {self._name}", daemon=True)
            self._thread.start()

    def show(self, text: SignText) -> None:
        """Show this from now on; returns at once, the newest wins, and is shown again after a loss."""
        shape = self._shape
        pages = pages_of(text.lines, columns=shape.columns, rows=shape.rows, encoding=shape.encoding)
        with self._changed:
            self._begun_s = time.monotonic()
            if text.seconds > 0:
                self._passing, self._passing_until_s = pages, self._begun_s + text.seconds
            else:
                self._stays, self._passing = pages, ()
            self._changed.notify_all()

    def stop(self) -> None:
        """Blank the sign and let go within 2 s; may be called twice.

        A sign that promises free spaces while nobody lets anyone in would be worse than a dark one.
        """
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(JOIN_LIMIT_S)
            self._thread = None

    def status(self) -> DeviceStatus:
        """How the connection is; UNKNOWN where a sign never answers, though what is sent goes out."""
        with self._changed:
            return self._status

    def measures(self) -> tuple[Measure, ...]:
        """The text that the sign was brought last, None before."""
        with self._changed:
            written = None if self._written is None else " / ".join(self._written)
        return (Measure("sign.text", written),)

    def _run(self) -> None:
        """This thread's top."""
        backoff = Backoff(longest_s=LONGEST_WAIT_S)
        try:
            while not self._is_stopping():
                try:
                    self._far.connect()
                    self._keep_showing(backoff)
                except DeviceError as trouble:
                    self._note(Health.FAILED, trouble.cause, trouble.detail)
                    self._far.close()
                    self._wait(backoff.wait_s())
        except Exception:
            # Nobody above sees it: a sign without its thread must not look well.
            log.exception("the driver of sign %s failed", self._name)
            self._note(Health.FAILED, CRASHED)
        finally:
            self._far.close()

    def _keep_showing(self, backoff: Backoff) -> None:
        while not self._is_stopping():
            page, due_s = self._page_now()
            self._far.write(page)
            with self._changed:
                self._written = page
            backoff.reset()
            self._note(*((Health.OK, "") if self._far.answers else (Health.UNKNOWN, CANNOT_ANSWER)))
            self._wait_for_another(page, due_s)
        self._far.write(())

    def _page_now(self) -> tuple[Page, float]:
        """The page to show, and how many seconds until that may be another one by itself."""
        now_s = time.monotonic()
        with self._changed:
            if self._passing and now_s >= self._passing_until_s:
                self._passing, self._begun_s = (), now_s
            pages = self._passing or self._stays
            turned, into_s = divmod(now_s - self._begun_s, PAGE_S)
            left = [REPEAT_S] + ([PAGE_S - into_s] if len(pages) > 1 else [])
            left += [self._passing_until_s - now_s] if self._passing else []
            return pages[int(turned) % len(pages)], max(0.01, min(left))

    def _wait_for_another(self, page: Page, due_s: float) -> None:
        until_s = time.monotonic() + due_s
        while (left_s := until_s - time.monotonic()) > 0 and not self._is_stopping():
            if self._page_now()[0] != page:
                return
            with self._changed:
                self._changed.wait(left_s)

    def _wait(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._stopping, seconds)

    def _is_stopping(self) -> bool:
        with self._changed:
            return self._stopping

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        with self._changed:
            if (health, cause) != (self._status.health, self._status.cause):
                self._status = DeviceStatus(health, time.monotonic_ns(), cause, detail)
