"""Does what the shift screen was asked for, through the services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from console.screens.context import Context
from console.screens.shift.drawer_view import Act
from console.state.messages import Message, Weight
from core.domain.errors import LotkeeperError
from core.domain.people import Actor
from core.domain.shifts import Shift
from core.services.move_cash import drop_cash, pay_in, pay_out
from core.services.open_drawer import open_drawer
from core.services.run_shift import close_abandoned, close_shift, end_relief, open_shift, start_relief
from core.services.unit_of_work import UnitOfWork

T = TypeVar("T")
Failed = Callable[[LotkeeperError], None]
_MOVES: Final[Mapping[Act, Callable[..., Shift]]] = {
    Act.DROP: drop_cash,
    Act.PAY_OUT: pay_out,
    Act.PAY_IN: pay_in,
}
_SAID: Final[Mapping[Act, str]] = {
    Act.DROP: "cash.dropped",
    Act.PAY_OUT: "cash.paid_out",
    Act.PAY_IN: "cash.paid_in",
}


class ShiftActs:
    """Each takes what follows when it is done, and what when it was refused.

    One at a time: Enter pressed twice moves no cash twice.
    """

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._is_busy = False

    def open(self, float_minor: int, note: str, then: Callable[[Shift], None], failed: Failed) -> None:
        """Open a shift on this drawer."""
        drawer = self._ctx.state.drawer
        self._do(
            lambda unit, actor: open_shift(
                unit, actor=actor, drawer=drawer, float_minor=float_minor, note=note
            ),
            then,
            failed,
        )

    def close(
        self, counted_minor: int, left_minor: int, then: Callable[[Shift], None], failed: Failed
    ) -> None:
        """Seal the count of this drawer."""
        drawer = self._ctx.state.drawer
        self._do(
            lambda unit, actor: close_shift(
                unit, actor=actor, drawer=drawer, counted_minor=counted_minor, left_minor=left_minor
            ),
            then,
            failed,
        )

    def close_abandoned(
        self, shift_id: str, counted_minor: int | None, then: Callable[[Shift], None], failed: Failed
    ) -> None:
        """Close a shift that its own person cannot close any more."""
        self._do(
            lambda unit, actor: close_abandoned(
                unit, actor=actor, shift_id=shift_id, counted_minor=counted_minor
            ),
            then,
            failed,
        )

    def relieve(self, then: Callable[[Shift], None], failed: Failed) -> None:
        """Take this drawer over."""
        drawer = self._ctx.state.drawer
        self._do(lambda unit, actor: start_relief(unit, actor=actor, drawer=drawer), then, failed)

    def hand_back(self, counted_minor: int | None, then: Callable[[Shift], None], failed: Failed) -> None:
        """Give this drawer back to the shift that was relieved."""
        drawer = self._ctx.state.drawer
        self._do(
            lambda unit, actor: end_relief(unit, actor=actor, drawer=drawer, counted_minor=counted_minor),
            then,
            failed,
        )

    def move(
        self,
        act: Act,
        amount_minor: int,
        reason: str,
        note: str,
        then: Callable[[], None],
        failed: Failed,
    ) -> None:
        """Move cash, or only open the drawer; it is told in the message bar."""
        drawer = self._ctx.state.drawer
        if act is Act.NO_SALE:
            self._do(
                lambda unit, actor: open_drawer(unit, actor=actor, drawer=drawer, reason=reason, note=note),
                lambda _command_id: self._told("drawer.opened", then),
                failed,
            )
            return
        has_drawer = self._ctx.console.config.printer.has_drawer
        self._do(
            lambda unit, actor: _MOVES[act](
                unit,
                actor=actor,
                drawer=drawer,
                amount_minor=amount_minor,
                reason=reason,
                note=note,
                opens_drawer=has_drawer,
            ),
            lambda _shift: self._told(_SAID[act], then),
            failed,
        )

    def _told(self, code: str, then: Callable[[], None]) -> None:
        self._ctx.state.post(Message(Weight.DONE, code))
        then()

    def _do(self, work: Callable[[UnitOfWork, Actor], T], then: Callable[[T], None], failed: Failed) -> None:
        actor = self._ctx.state.actor
        if actor is None or self._is_busy:
            return
        self._is_busy = True

        def done(result: T) -> None:
            self._is_busy = False
            then(result)

        def refused(error: LotkeeperError) -> None:
            self._is_busy = False
            failed(error)

        self._ctx.jobs.change(lambda unit: work(unit, actor), done, refused)
