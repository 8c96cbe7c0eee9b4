"""Keeps one far side in step: a thread for the rounds, one that listens for the doorbell."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from core.domain.errors import LinkError, StoreError
from core.services.ports import Clock
from core.services.sharing import LinkState, LinkView, Waiting
from core.sync.backoff import Backoff
from core.sync.exchange import Exchange

log = logging.getLogger(__name__)

POLL_SECONDS = 5.0
SILENT_SECONDS = 3.0
RING_SECONDS = 20.0
COUNT_SECONDS = 1.0
JOIN_SECONDS = 3.0


class LinkWorker:
    """Rounds after every commit here, every ring from there, and every few seconds in any case.

    ``changed`` is called, on the worker's thread, when the view has changed.
    """

    def __init__(self, exchange: Exchange, clock: Clock, changed: Callable[[], None]) -> None:
        self._exchange = exchange
        self._clock = clock
        self._changed = changed
        self._backoff = Backoff()
        self._view = LinkView(exchange.link.name, LinkState.UNKNOWN)
        self._condition = threading.Condition()
        # Rounds are numbered: who asks for one waits for the end of one that began after the asking.
        self._wanted = 0
        self._begun = 0
        self._done = 0
        self._brought = 0
        self._retry_at = 0.0
        self._round_at = 0.0
        self._uncounted = False
        self._count_at = 0.0
        self._stopping = False
        self._threads: list[threading.Thread] = []

    @property
    def view(self) -> LinkView:
        """The far side as it is now; from any thread, at once.

        One that does not say within 3 s what it holds is away, however long its call may still take.
        """
        view = self._view
        silent_s = time.monotonic() - self._round_at
        if view.state is not LinkState.OK or not self._exchange.is_asking or silent_s < SILENT_SECONDS:
            return view
        since = self._clock.now() - timedelta(seconds=silent_s)
        return replace(view, state=LinkState.LOST, since=since, cause="link.no_answer")

    def start(self) -> None:
        """Begin, with a round at once; nothing is waited for."""
        self.nudge()
        for name, target in (("rounds", self._run), ("doorbell", self._listen)):
            thread = threading.Thread(target=target, name=f"link-{self._view.name}-{name}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def stop(self) -> None:
        """End within a few seconds, also in the middle of a call; may be called twice."""
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
        self._exchange.link.close()
        for thread in self._threads:
            thread.join(JOIN_SECONDS)
        self._threads.clear()

    def nudge(self) -> None:
        """Something was committed here; from any thread, returns at once."""
        with self._condition:
            self._wanted = self._begun + 1
            self._uncounted = True
            self._condition.notify_all()

    def try_now(self) -> None:
        """Try again at once, whatever the back-off says: a person asks for it."""
        with self._condition:
            self._retry_at = 0.0
        self.nudge()

    def await_news(self, seconds: float) -> bool:
        """Wait until something comes from the far side; False where nothing did in time, or it is away."""
        if self.view.state is not LinkState.OK:
            return False
        with self._condition:
            brought = self._brought
            self._condition.wait_for(
                lambda: self._brought > brought or self._stopping or self._view.state is not LinkState.OK,
                timeout=seconds,
            )
            return self._brought > brought

    def refresh(self, seconds: float) -> bool:
        """Wait for a round that begins from now on; False where none ended in time or it brought nothing.

        A far side that is known to be away is not waited for.
        """
        if self.view.state is not LinkState.OK:
            return False
        with self._condition:
            number = self._wanted = self._begun + 1
            brought = self._brought
            self._condition.notify_all()
            ended = self._condition.wait_for(
                lambda: self._done >= number or self._stopping or self._view.state is not LinkState.OK,
                timeout=seconds,
            )
            return ended and self._brought > brought

    def _run(self) -> None:
        while not self._stopping:
            try:
                if self._wait_for_work():
                    self._round()
            except Exception:
                # The thread's top: sharing must come back by itself, whatever one round ran into.
                log.exception("a round with %s failed in the program", self._view.name)
                self._lost("program.fault", self._view.waiting)

    def _wait_for_work(self) -> bool:
        """Until a round is wanted and allowed; False when it is time to end."""
        deadline = time.monotonic() + POLL_SECONDS
        while not self._stopping:
            with self._condition:
                now = time.monotonic()
                if now >= self._retry_at and (self._wanted > self._begun or now >= deadline):
                    self._begun += 1
                    return True
                counts = self._uncounted and now >= self._count_at
                if not counts and not self._stopping:
                    self._condition.wait(max(0.001, self._idle_until(deadline) - now))
            if counts:
                self._count()
        return False

    def _idle_until(self, deadline: float) -> float:
        wanted = self._retry_at if self._wanted > self._begun else max(deadline, self._retry_at)
        return min(wanted, self._count_at) if self._uncounted else wanted

    def _count(self) -> None:
        """Count again what waits while the far side is away: money may have come to it meanwhile."""
        self._uncounted = False
        self._count_at = time.monotonic() + COUNT_SECONDS
        waiting = self._waiting()
        with self._condition:
            self._view = replace(self._view, waiting=waiting)
        self._changed()

    def _round(self) -> None:
        number = self._begun
        self._round_at = time.monotonic()
        self._uncounted = False
        try:
            done = self._exchange.round()
        except LinkError as error:
            self._lost(error.cause, self._waiting())
            return
        except StoreError as error:
            # It is we who cannot take it (a full disk); the far side is well.
            log.error("what came over %s could not be kept: %s", self._view.name, error)  # noqa: TRY400
            self._lost(error.cause, self._waiting())
            return
        self._backoff.reset()
        # Counted before the condition is held: the store's writer waits for that after each commit.
        waiting = self._waiting()
        with self._condition:
            self._brought += done.pulled
            self._done = number
            if done.more:
                self._wanted = max(self._wanted, self._begun + 1)
            cause = done.problems[0][1] if done.problems else ""
            self._show(LinkState.OK, cause, waiting)
            self._condition.notify_all()
        self._changed()

    def _lost(self, cause: str, waiting: Waiting) -> None:
        wait_s = self._backoff.failed()
        with self._condition:
            self._retry_at = time.monotonic() + wait_s
            self._wanted = max(self._wanted, self._begun + 1)
            if not self._stopping:
                self._show(LinkState.LOST, cause, waiting)
            self._condition.notify_all()
        self._changed()

    def _show(self, state: LinkState, cause: str, waiting: Waiting) -> None:
        now = self._clock.now()
        since = self._view.since if self._view.state is state and self._view.since is not None else now
        last_ok = now if state is LinkState.OK else self._view.last_ok
        self._view = replace(
            self._view,
            state=state,
            since=since,
            cause=cause,
            last_ok=last_ok,
            waiting=waiting,
        )

    def _waiting(self) -> Waiting:
        try:
            return self._exchange.replica.waiting(self._view.name)
        except StoreError:
            return self._view.waiting

    def _listen(self) -> None:
        """Wait at the doorbell as long as the far side is there."""
        while not self._stopping:
            if self._view.state is not LinkState.OK:
                self._pause()
                continue
            try:
                if self._exchange.link.wait(RING_SECONDS):
                    self.nudge()
            except LinkError:
                self._pause()
            except Exception:
                # The thread's top: without a doorbell there is still the poll.
                log.exception("the doorbell of %s failed in the program", self._view.name)
                self._pause()

    def _pause(self) -> None:
        with self._condition:
            if not self._stopping:
                self._condition.wait(1.0)
