"""The hub's doorbell: consoles wait until somebody else rings."""

from __future__ import annotations

import secrets
import threading
import time
from collections import Counter

MOST_WAITS_EACH = 4


class Doorbell:
    """Counts the rings, so that none is missed between two waits; safe from any thread.

    A place at the bell is a text: which run of the hub it is of, and how many rings of others were heard.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._run = secrets.token_hex(4)
        self._rings = 0
        self._rung_by: Counter[str] = Counter()
        self._waiting: dict[str, list[object]] = {}
        self._silenced = False

    def ring(self, by: str) -> None:
        """Wake everybody who waits but whoever rings."""
        with self._changed:
            self._rings += 1
            self._rung_by[by] += 1
            self._changed.notify_all()

    def place(self, console_id: str) -> str:
        """Where that console stands now: rings from here on are news to it."""
        with self._changed:
            return self._place(console_id)

    def wait(self, console_id: str, place: str, seconds: float) -> tuple[bool, str]:
        """Whether somebody else rang since ``place``, waiting at most so long; and the new place.

        A console that waits too often at once has its oldest wait ended.
        """
        deadline = time.monotonic() + seconds
        ticket = object()
        with self._changed:
            tickets = self._waiting.setdefault(console_id, [])
            tickets.append(ticket)
            if len(tickets) > MOST_WAITS_EACH:
                del tickets[0]
                self._changed.notify_all()
            while ticket in tickets and not self._silenced and self._place(console_id) == place:
                left = deadline - time.monotonic()
                if left <= 0:
                    break
                self._changed.wait(left)
            if ticket in tickets:
                tickets.remove(ticket)
            now = self._place(console_id)
            return now != place and not self._silenced, now

    def silence(self) -> None:
        """End all waits, now and from now on."""
        with self._changed:
            self._silenced = True
            self._changed.notify_all()

    def _place(self, console_id: str) -> str:
        return f"{self._run}.{self._rings - self._rung_by[console_id]}"
