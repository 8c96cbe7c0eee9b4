"""How long things take in the simulated lot, and how a thing moves from one place to another."""

from __future__ import annotations

from dataclasses import dataclass, replace

NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Timings:
    """Durations in seconds of the machine's own time, which cameras and readers cannot hurry."""

    approach_s: float = 2.0
    cross_s: float = 2.4
    reverse_s: float = 2.2
    boom_s: float = 1.0
    boom_holds_s: float = 8.0
    stand_at_least_s: float = 0.7
    entry_patience_s: float = 8.0
    exit_patience_s: float = 3.0

    def at_pace(self, pace: float) -> Timings:
        """The same with driving and the boom so many times as fast; people's patience stays.

        So does how long a vehicle stands at least: a camera takes several pictures of it at any pace.
        """
        return replace(
            self,
            approach_s=self.approach_s / pace,
            cross_s=self.cross_s / pace,
            reverse_s=self.reverse_s / pace,
            boom_s=self.boom_s / pace,
        )


@dataclass(frozen=True, slots=True)
class Motion:
    """A move along one line: places in metres, times on the monotonic clock.

    ``easing`` above 1 starts gently, below 1 ends gently.
    """

    begins_ns: int
    lasts_s: float
    from_m: float
    to_m: float
    easing: float

    def place_m(self, now_ns: int) -> float:
        """Where the thing is."""
        share = min(1.0, max(0.0, (now_ns - self.begins_ns) / (self.lasts_s * NS)))
        eased = pow(share, self.easing) if self.easing >= 1 else 1.0 - pow(1.0 - share, 1 / self.easing)
        return float(self.from_m + (self.to_m - self.from_m) * eased)

    def is_over(self, now_ns: int) -> bool:
        """Whether the thing has arrived."""
        return now_ns - self.begins_ns >= self.lasts_s * NS
