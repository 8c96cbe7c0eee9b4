"""Whether the gate can have been open for a vehicle, by what became of its command and of the boom."""

from __future__ import annotations


class GateBelief:
    """The last command to open; what nobody saw is possible."""

    def __init__(self) -> None:
        self.commanded_ns = 0
        self._has_failed = False
        self._boom_seen = False
        self._boom_rose = False

    @property
    def may_have_been_open(self) -> bool:
        """False only where the command surely failed, or the boom was seen and never rose."""
        return not self._has_failed and (self._boom_rose or not self._boom_seen)

    def commanded(self, now_ns: int) -> None:
        """A new command: what became of the one before says nothing of it."""
        self.commanded_ns = now_ns
        self._has_failed = self._boom_seen = self._boom_rose = False

    def failed(self) -> None:
        """The barrier surely did not take it."""
        self._has_failed = True

    def boom_is(self, up: bool | None) -> None:
        """Whether the boom is seen up, or on its way; None where nobody can see it."""
        self._boom_seen = self._boom_seen or up is not None
        self._boom_rose = self._boom_rose or up is True

    def waited_ms(self, now_ns: int) -> float:
        """How long ago the command was."""
        return (now_ns - self.commanded_ns) / 1e6
