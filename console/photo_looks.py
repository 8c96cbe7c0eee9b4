"""Has it written down which pictures of cars a person was shown (D8); the screen waits for nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Final

from console.screens.context import Context
from core.domain.errors import LotkeeperError
from core.domain.people import Right
from core.services.view_photo import view_photo

SAME_LOOK_NS = 60 * 10**9
"""A screen shows its picture again whenever its clock moves: within a minute that is no new look."""

_MOST_REMEMBERED: Final = 500


class PhotoLooks:
    """The pictures that one part of a screen shows; ``place`` names it in the audit."""

    def __init__(self, ctx: Context, place: str) -> None:
        self._ctx = ctx
        self._place = place
        self._last_ns: OrderedDict[tuple[str, str], int] = OrderedDict()

    def looked(self, photos: Mapping[str, str]) -> None:
        """These photos are shown now: by reference, each with the id of its stay."""
        actor = self._ctx.state.actor
        if actor is None or not actor.may(Right.SEARCH_STAYS):
            return
        now_ns = self._ctx.console.clock.monotonic_ns()
        fresh = {
            photo: stay_id
            for photo, stay_id in photos.items()
            if photo and self._is_new(actor.person_id, photo, now_ns)
        }
        if fresh:
            self._ctx.jobs.change(
                lambda unit: view_photo(unit, actor=actor, photos=fresh, place=self._place), _done, _failed
            )

    def _is_new(self, who: str, photo: str, now_ns: int) -> bool:
        last_ns = self._last_ns.get((who, photo))
        if last_ns is not None and now_ns - last_ns < SAME_LOOK_NS:
            return False
        self._last_ns[who, photo] = now_ns
        self._last_ns.move_to_end((who, photo))
        while len(self._last_ns) > _MOST_REMEMBERED:
            self._last_ns.popitem(last=False)
        return True


def _done(_nothing: None) -> None:
    """Nobody is told that a look was noted."""


def _failed(_error: LotkeeperError) -> None:
    """Of a full disk, or a right just taken away, other things tell; the picture is not in the way of it."""
