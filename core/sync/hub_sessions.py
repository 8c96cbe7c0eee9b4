"""Who is signed on at the hub: challenges that were given out, and the tokens of consoles that answered one.

Both live in memory alone: after the hub started anew every console signs on again by itself.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256

CHALLENGE_SECONDS = 60.0
MOST_CHALLENGES = 1_000
MOST_TOKENS_EACH = 8
MOST_TOKENS = 1_000
_BYTES = 32


class HubSessions:
    """Gives out challenges and tokens; safe from any thread. ``now_s`` is a monotonic clock in seconds."""

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._lock = threading.Lock()
        self._challenges: OrderedDict[str, float] = OrderedDict()
        # By hash, so that looking one up says nothing about how near a guess was.
        self._tokens: OrderedDict[bytes, str] = OrderedDict()

    def challenge(self) -> str:
        """Something to sign, good for a minute and for once."""
        challenge = secrets.token_hex(_BYTES)
        with self._lock:
            self._challenges[challenge] = self._now_s() + CHALLENGE_SECONDS
            while len(self._challenges) > MOST_CHALLENGES:
                self._challenges.popitem(last=False)
        return challenge

    def redeem(self, challenge: str) -> bool:
        """Whether it was given out and is still good; it is not any more afterwards."""
        with self._lock:
            good_until = self._challenges.pop(challenge, None)
        return good_until is not None and self._now_s() <= good_until

    def admit(self, console_id: str) -> str:
        """A token for the console; its oldest one goes where it has too many."""
        token = secrets.token_hex(_BYTES)
        with self._lock:
            own = [key for key, owner in self._tokens.items() if owner == console_id]
            for key in own[: max(0, len(own) - MOST_TOKENS_EACH + 1)]:
                del self._tokens[key]
            self._tokens[_key(token)] = console_id
            while len(self._tokens) > MOST_TOKENS:
                self._tokens.popitem(last=False)
        return token

    def owner(self, token: str) -> str | None:
        """Whose token it is; None for one that nobody has."""
        with self._lock:
            return self._tokens.get(_key(token))

    def forget(self, console_id: str) -> None:
        """Take all tokens of the console back."""
        with self._lock:
            for key in [key for key, owner in self._tokens.items() if owner == console_id]:
                del self._tokens[key]


def _key(token: str) -> bytes:
    return sha256(token.encode("utf-8", "replace")).digest()
