"""Watches what feeds this machine, writes down when it went and came, and for how long nobody was at work.

Nothing has to be saved when the battery runs low: whatever was acknowledged is on the disk already. So the
lanes work on until the machine goes down, by its own shutdown (which ends the console in order) or for want
of power; only the hourly copies of the database wait, since a copy cut off in the middle is none.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from console.life_signs import LifeSigns, boot_id
from core.domain.errors import StoreError
from core.domain.power_story import Heard, PowerStory
from core.services.ports import Clock, Power, PowerSupply
from core.services.tell_power_gap import LifeSign, gap_after, tell_gap, tell_power
from core.store.store import Store

log = logging.getLogger(__name__)

LOOK_SECONDS: Final = 1.0
SIGN_EVERY: Final = timedelta(seconds=10)
JOIN_SECONDS: Final = 3.0


class PowerWatch:
    """``pause_copies`` is told whether the copies of the database are to wait."""

    def __init__(
        self, store: Store, clock: Clock, signs: LifeSigns, pause_copies: Callable[[bool], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._signs = signs
        self._pause_copies = pause_copies
        self._story = PowerStory()
        self._boot_id = boot_id()
        self._signed_ns: int | None = None
        self._are_copies_paused = False
        self._lock = threading.Lock()
        self._supply: PowerSupply | None = None
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def supply(self) -> PowerSupply | None:
        """The supply that is watched, None where none is configured."""
        with self._lock:
            return self._supply

    def start(self) -> None:
        """Tell of the time when nobody was at work, then give signs of life."""
        gap = gap_after(self._signs.read(), boot_id=self._boot_id, now=self._clock.now())
        if gap is not None:
            log.warning("nobody was at work here from %s to %s: %s", gap.from_at, gap.until, gap.why.value)
            self._submit(partial(tell_gap, gap=gap))
        self._sign()
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, name="power-watch", daemon=True)
        self._thread.start()

    def follow(self, supply: PowerSupply | None) -> None:
        """Watch this supply from now on; the one before is let go."""
        with self._lock:
            before, self._supply = self._supply, supply
        if before is not None:
            before.stop()
        if supply is not None:
            supply.start(self._on_change)

    def stop(self) -> None:
        """Watch no more, and say that the console was ended in order; may be called twice."""
        was_at_work = self._thread is not None
        self._stopping.set()
        self._wake.set()
        self.follow(None)
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None
        if was_at_work:
            self._sign(has_ended=True)

    def _on_change(self, _power: Power) -> None:
        """On the supply's thread."""
        self._wake.set()

    def _run(self) -> None:
        """This thread's top."""
        while not self._stopping.is_set():
            try:
                self.look()
            except Exception:
                # Nobody above sees it: one fault must not end the signs of life.
                log.exception("a fault while the power was looked at")
            self._wake.wait(LOOK_SECONDS)
            self._wake.clear()

    def look(self) -> None:
        """Take up what the supply says now; done every second by this watch's own thread."""
        supply, now = self.supply, self._clock.now()
        power = Power() if supply is None else supply.power()
        for heard in self._story.hear(power.on_battery, is_low=power.is_low, now=now):
            self._tell(heard, power)
        # A supply that is not heard any more must not keep the copies waiting for ever.
        if power.is_low != self._are_copies_paused:
            self._are_copies_paused = power.is_low
            self._pause_copies(power.is_low)
        since_ns = self._clock.monotonic_ns() - (self._signed_ns or 0)
        if self._signed_ns is None or since_ns >= SIGN_EVERY.total_seconds() * 1e9:
            self._sign()

    def _tell(self, heard: Heard, power: Power) -> None:
        log.warning("%s since %s", heard.news.value, heard.since)
        self._submit(partial(tell_power, heard=heard, charge_percent=power.charge_percent))
        # The sign that the power may cut off next must say what was known of it.
        self._sign()

    def _submit(self, work: Callable[..., None]) -> None:
        try:
            self._store.submit(work).add_done_callback(_log_failure)
        except StoreError as error:
            log.warning("what happened to the power is not in the journal: %s", error)

    def _sign(self, *, has_ended: bool = False) -> None:
        self._signed_ns = self._clock.monotonic_ns()
        now: datetime = self._clock.now()
        self._signs.write(
            LifeSign(now, self._boot_id, on_battery=self._story.is_on_battery, has_ended=has_ended)
        )


def _log_failure(future: Future[None]) -> None:
    if not future.cancelled() and future.exception() is not None:
        log.warning("what happened to the power is not in the journal: %s", future.exception())
