"""A clerk with a pencil: adds a shift up beside the program, from what was done and not from the journal.

Knows nothing of entries, folds and reports: each act says what changed hands, and the clerk notes that. Used
as the second opinion on every Z.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Page:
    """One main shift on the clerk's pad."""

    float_minor: int
    in_by: Counter[str] = field(default_factory=Counter)
    times_in: Counter[str] = field(default_factory=Counter)
    back_by: Counter[str] = field(default_factory=Counter)
    payments: int = 0
    settled: int = 0
    drops: int = 0
    outs: int = 0
    ins: int = 0
    nil: int = 0
    iou: int = 0
    no_sales: int = 0
    relief_cash: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Clerk:
    """The pad; ``box`` is what lies in the drawer, counted as it is put in and taken out."""

    pages: list[Page] = field(default_factory=list)
    box: int = 0
    ever: int = 0
    relief: int | None = None

    @property
    def page(self) -> Page:
        """The page that is written on."""
        return self.pages[-1]

    def begin(self, float_minor: int) -> None:
        """A shift begins with so much in the box."""
        self.pages.append(Page(float_minor))
        self.box = float_minor

    def money_in(self, tender: str, minor: int) -> None:
        """Money came in by that tender."""
        self.page.in_by[tender] += minor
        self.page.times_in[tender] += 1
        self.ever += minor
        if tender == "cash":
            self._box(minor)

    def money_back(self, tender: str, minor: int) -> None:
        """Money went back."""
        self.page.back_by[tender] += minor
        if tender == "cash":
            self._box(-minor)

    def paid(self, minor: int) -> None:
        """A stay was settled at that price, in whatever way."""
        self.page.payments += 1
        self.page.settled += minor

    def dropped(self, minor: int) -> None:
        """Into the safe."""
        self.page.drops += minor
        self._box(-minor)

    def paid_out(self, minor: int) -> None:
        """Out for something."""
        self.page.outs += minor
        self._box(-minor)

    def put_in(self, minor: int) -> None:
        """In as change."""
        self.page.ins += minor
        self._box(minor)

    def relief_begins(self) -> None:
        """Somebody takes over."""
        self.relief = 0

    def relief_ends(self) -> int:
        """They hand back; what they changed in the box."""
        changed = self.relief or 0
        self.page.relief_cash.append(changed)
        self.relief = None
        return changed

    def _box(self, minor: int) -> None:
        self.box += minor
        if self.relief is not None:
            self.relief += minor
