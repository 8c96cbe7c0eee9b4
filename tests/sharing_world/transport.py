"""FAKE: a network between consoles that loses, repeats and delays what is said over it, as a seed decides."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from core.domain.chains import ChainRow, Mark, Marks
from core.domain.errors import LinkError
from core.services.sharing import MOST_ROWS, Link, Replica


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad the network is: the chances, from 0 to 1, of each thing that can happen to a call.

    ``request_lost`` and ``answer_lost`` end a call (the latter after it was done), ``repeated`` has it done
    twice, ``delayed`` has an earlier one come in again, ``stale`` answers with what was so a while ago.
    """

    request_lost: float = 0.0
    answer_lost: float = 0.0
    repeated: float = 0.0
    delayed: float = 0.0
    stale: float = 0.0


FAIR = Weather()
FOUL = Weather(request_lost=0.08, answer_lost=0.08, repeated=0.15, delayed=0.15, stale=0.03)


class ReplicaLink:
    """A console's journal as a far side: what a hub serves."""

    def __init__(self, name: str, replica: Replica) -> None:
        self.name = name
        self._replica = replica

    def marks(self) -> Marks:
        return self._replica.marks()

    def push(self, rows: Sequence[ChainRow]) -> Mark:
        return self._replica.take(rows)

    def pull(self, console_id: str, after_seq: int, limit: int = MOST_ROWS) -> list[ChainRow]:
        return self._replica.rows(console_id, after_seq, limit)

    def ring(self) -> None:
        pass

    def wait(self, seconds: float) -> bool:
        return False

    def report(self, document: Mapping[str, Any]) -> timedelta | None:
        return None

    def reports(self) -> dict[str, Mapping[str, Any]]:
        return {}

    def close(self) -> None:
        pass


class RoughLink:
    """A link in bad weather; ``cut`` as long as the cable is out."""

    def __init__(self, link: Link, weather: Weather, seed: random.Random) -> None:
        self.name = link.name
        self.weather = weather
        self.cut = False
        self._link = link
        self._random = seed
        self._sent: list[Sequence[ChainRow]] = []
        self._marks_before: Marks = {}

    def marks(self) -> Marks:
        self._leave()
        found = dict(self._link.marks())
        if self._marks_before and self._happens(self.weather.stale):
            found, self._marks_before = dict(self._marks_before), found
        else:
            self._marks_before = found
        self._arrive()
        return found

    def push(self, rows: Sequence[ChainRow]) -> Mark:
        self._leave()
        if self._sent and self._happens(self.weather.delayed):
            self._link.push(self._random.choice(self._sent))
        mark = self._link.push(rows)
        if self._happens(self.weather.repeated):
            mark = self._link.push(rows)
        self._sent = [*self._sent[-20:], rows]
        self._arrive()
        return mark

    def pull(self, console_id: str, after_seq: int, limit: int = MOST_ROWS) -> list[ChainRow]:
        self._leave()
        # A reply that comes again begins where an earlier one did.
        again = self._happens(self.weather.repeated)
        begin = max(0, after_seq - self._random.randint(1, 5)) if again else after_seq
        rows = self._link.pull(console_id, begin, limit)
        self._arrive()
        return rows

    def ring(self) -> None:
        if not self.cut:
            self._link.ring()

    def wait(self, seconds: float) -> bool:
        return self._link.wait(seconds)

    def report(self, document: Mapping[str, Any]) -> timedelta | None:
        self._leave()
        return self._link.report(document)

    def reports(self) -> dict[str, Mapping[str, Any]]:
        self._leave()
        return self._link.reports()

    def close(self) -> None:
        self._link.close()

    def _leave(self) -> None:
        if self.cut or self._happens(self.weather.request_lost):
            raise LinkError("link.no_answer")

    def _arrive(self) -> None:
        if self._happens(self.weather.answer_lost):
            raise LinkError("link.no_answer")

    def _happens(self, chance: float) -> bool:
        return chance > 0 and self._random.random() < chance
