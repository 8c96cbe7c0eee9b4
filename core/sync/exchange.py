"""One round between this console's journal and a far side: each is given what it lacks of every chain.

No thread and no clock in here: whoever calls it decides when. A chain that cannot go on (a fork, a broken
link) is left alone until it changes; all others go on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from core.domain.chains import Mark, Marks
from core.domain.errors import LinkError
from core.services.sharing import MOST_ROWS, Link, Replica

log = logging.getLogger(__name__)

# What concerns one chain; anything else means that the far side itself is away.
_OF_A_CHAIN = frozenset({"chain.fork", "chain.broken", "chain.gap", "chain.unreadable", "chain.ahead"})


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did: rows pushed and pulled, and whether there is more to do at once.

    ``problems`` names the chains that cannot go on, with the reason code; ``was_set_back`` says that the far
    side holds less of some chain than it once acknowledged.
    """

    pushed: int = 0
    pulled: int = 0
    more: bool = False
    problems: tuple[tuple[str, str], ...] = ()
    was_set_back: bool = False


class Exchange:
    """Keeps one far side and this console's journal in step.

    ``relays`` says whether other consoles' chains are handed on to this far side, too.
    """

    def __init__(
        self, replica: Replica, link: Link, *, relays: Callable[[], bool], most_rows: int = MOST_ROWS
    ) -> None:
        self.replica = replica
        self.link = link
        self._relays = relays
        self._most_rows = most_rows
        # Whether the far side was asked what it holds, and has not answered yet.
        self.is_asking = False
        # Chains that cannot go on, with both ends as they were when that was seen.
        self._stuck: dict[str, tuple[Mark, Mark, str]] = {}
        self._told: dict[str, str] = {}
        # What the far side lacked of others' chains in the round before: their own console comes first.
        self._lacked: dict[str, Mark] = {}
        self._seen: dict[str, Mark] = {}

    def round(self) -> Round:
        """Push and pull one batch of each chain; LinkError where the far side is away."""
        far, near = self._ask(), self.replica.marks()
        set_back = self._note(far)
        pushed, push_more = self._push_all(near, far)
        pulled, pull_more = self._pull_all(near, far)
        if pushed:
            self.link.ring()
        problems = tuple((console_id, cause) for console_id, (_, _, cause) in self._stuck.items())
        return Round(pushed, pulled, push_more or pull_more, problems, set_back)

    def _ask(self) -> Marks:
        self.is_asking = True
        try:
            return self.link.marks()
        finally:
            self.is_asking = False

    def _note(self, far: Marks) -> bool:
        """Keep what the far side holds; whether it holds less than it did."""
        if not self._seen:
            self._seen = dict(self.replica.acknowledged(self.link.name))
        set_back = any(far.get(name, Mark()).seq < mark.seq for name, mark in self._seen.items())
        if set_back:
            log.warning("%s was set back: what it lacks is sent again", self.link.name)
        now = {name: far.get(name, Mark()) for name in {*far, *self._seen}}
        self._acknowledge({name: mark for name, mark in now.items() if self._seen.get(name) != mark})
        return set_back

    def _acknowledge(self, marks: Marks) -> None:
        if marks:
            self.replica.acknowledge(self.link.name, marks)
            self._seen.update(marks)

    def _push_all(self, near: Marks, far: Marks) -> tuple[int, bool]:
        own = self.replica.console_id
        pushed, more = 0, False
        lacking = {
            name: far.get(name, Mark())
            for name, mark in near.items()
            if far.get(name, Mark()).seq < mark.seq and not self._is_stuck(name, near, far)
        }
        for name, mark in lacking.items():
            if name != own and not (self._relays() and self._lacked.get(name) == mark):
                continue
            count = self._guarded(name, near, far, partial(self._push, name, mark))
            pushed += count
            more |= count == self._most_rows
        self._lacked = lacking
        more |= any(name != own for name in lacking) and self._relays() and pushed > 0
        return pushed, more

    def _push(self, console_id: str, far: Mark) -> int:
        # One row more than it lacks: whether its last row is ours is seen before anything is added.
        rows = self.replica.rows(console_id, max(0, far.seq - 1), self._most_rows + 1)
        if far.seq > 0:
            if not rows or rows[0].link != far.link:
                raise LinkError("chain.fork", detail=f"{console_id} {far.seq}")
            rows = rows[1:]
        rows = rows[: self._most_rows]
        if rows:
            self._acknowledge({console_id: self.link.push(rows)})
        return len(rows)

    def _pull_all(self, near: Marks, far: Marks) -> tuple[int, bool]:
        pulled, more = 0, False
        for name, mark in far.items():
            mine = near.get(name, Mark())
            if self._is_stuck(name, near, far):
                continue
            if name == self.replica.console_id:
                self._check_own(name, near, far)
            elif mark.seq > mine.seq:
                count = self._guarded(name, near, far, partial(self._pull, name, mine))
                pulled += count
                # A far side hands out fewer rows at once where they are large.
                more |= count > 0 and mine.seq + count < mark.seq
        return pulled, more

    def _pull(self, console_id: str, mine: Mark) -> int:
        rows = self.link.pull(console_id, mine.seq, self._most_rows)
        fresh = [row for row in rows if row.seq > mine.seq]
        if not fresh:
            return 0
        taken = self.replica.take(fresh)
        return max(0, taken.seq - mine.seq)

    def _check_own(self, console_id: str, near: Marks, far: Marks) -> None:
        """Nobody else writes this chain: where more of it is held, this console had another life."""
        mine, theirs = near.get(console_id, Mark()), far[console_id]
        if theirs.seq > mine.seq or (theirs.seq == mine.seq and theirs.link != mine.link):
            cause = "chain.ahead" if theirs.seq > mine.seq else "chain.fork"
            self._tell(console_id, cause, f"it holds {theirs.seq} entries, we {mine.seq}")
            self._stuck[console_id] = (mine, theirs, cause)

    def _guarded(self, name: str, near: Marks, far: Marks, step: Callable[[], int]) -> int:
        """Do the step; where this one chain cannot go on, leave it alone and go on with the others."""
        try:
            count = step()
        except LinkError as error:
            if error.cause not in _OF_A_CHAIN:
                raise
            self._tell(name, error.cause, error.detail)
            self._stuck[name] = (near.get(name, Mark()), far.get(name, Mark()), error.cause)
            return 0
        self._stuck.pop(name, None)
        self._told.pop(name, None)
        return count

    def _tell(self, name: str, cause: str, detail: str) -> None:
        """Into the log once, however often it is tried again."""
        if self._told.get(name) != cause:
            self._told[name] = cause
            log.error("chain %s over %s: %s (%s)", name, self.link.name, cause, detail)

    def _is_stuck(self, name: str, near: Marks, far: Marks) -> bool:
        """Whether it could not go on before and neither end has changed since."""
        stuck = self._stuck.get(name)
        if stuck is None:
            return False
        if stuck[:2] == (near.get(name, Mark()), far.get(name, Mark())):
            return True
        del self._stuck[name]
        return False
