"""Whether the internet can be reached at all: a plain connection, nothing is sent over it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import replace

from core.services.ports import Clock
from core.services.sharing import LinkState, LinkView

INTERNET = "internet"
EVERY_SECONDS = 15.0
ANSWER_SECONDS = 3.0
JOIN_SECONDS = ANSWER_SECONDS + 1


class InternetProbe:
    """Tries to connect to ``address`` (``host:port``) every 15 seconds; an empty one is not tried."""

    def __init__(self, address: str, clock: Clock, changed: Callable[[], None]) -> None:
        self._address = address
        self._clock = clock
        self._changed = changed
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        state = LinkState.UNKNOWN if address else LinkState.NOT_USED
        self._view = LinkView(INTERNET, state)

    @property
    def view(self) -> LinkView:
        """The internet as it was found last."""
        return self._view

    def start(self) -> None:
        """Begin, where there is something to try."""
        if self._address:
            self._thread = threading.Thread(target=self._run, name="internet-probe", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End; may be called twice."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def look(self) -> bool:
        """Try once, now; whether it answered."""
        host, _, port = self._address.rpartition(":")
        try:
            with socket.create_connection((host, int(port)), timeout=ANSWER_SECONDS):
                answered = True
        except (OSError, ValueError, UnicodeError):
            answered = False
        state, now = (LinkState.OK if answered else LinkState.LOST), self._clock.now()
        same = state is self._view.state
        self._view = replace(
            self._view,
            state=state,
            since=self._view.since if same else now,
            cause="" if answered else "link.no_internet",
            last_ok=now if answered else self._view.last_ok,
        )
        if not same:
            self._changed()
        return answered

    def _run(self) -> None:
        while not self._stop.is_set():
            self.look()
            self._stop.wait(EVERY_SECONDS)
