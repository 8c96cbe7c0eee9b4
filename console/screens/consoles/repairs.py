"""Does what a button of the page asks for; on a worker's thread, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from console.compose import Console
from console.state.messages import Message, Weight
from core.domain.people import Actor
from core.services.malfunctions import Malfunction, Repair
from core.services.mend_console import retry_task, settle_refused
from core.services.settle_clock import settle_clock

_Work = Callable[[Console, Actor, Malfunction], Message]


def mend(console: Console, actor: Actor, found: Malfunction) -> Message:
    """Do the repair at this console; raises what the service says where it cannot be done."""
    return _AT_ONCE[found.repair](console, actor, found)


def is_done_at_once(repair: Repair) -> bool:
    """Whether it is done without a question first."""
    return repair in _AT_ONCE


def _try_again(console: Console, _actor: Actor, _found: Malfunction) -> Message:
    console.sharing.try_now()
    return Message(Weight.DONE, "sharing.trying")


def _settle_refused(console: Console, actor: Actor, found: Malfunction) -> Message:
    console.store.write(lambda unit: settle_refused(unit, actor=actor, refusal_id=found.target))
    return Message(Weight.DONE, "sharing.settled")


def _retry_task(console: Console, actor: Actor, found: Malfunction) -> Message:
    console.store.write(lambda unit: retry_task(unit, actor=actor, task_id=found.target))
    return Message(Weight.DONE, "sharing.task_retried")


def _back_up(console: Console, _actor: Actor, _found: Malfunction) -> Message:
    return Message(Weight.DONE, "sharing.backed_up", {"file": console.copies.copy_now().here_name})


def _settle_clock(console: Console, actor: Actor, _found: Malfunction) -> Message:
    console.store.write(lambda unit: settle_clock(unit, actor=actor))
    return Message(Weight.DONE, "clock.settled")


def mend_as_asked(
    console: Console, actor: Actor, repair: Repair, *, console_id: str, name: str, reason: str
) -> Message:
    """Do what a person was asked about first; raises what the service says where it cannot be done."""
    member = console.membership
    if repair is Repair.REVOKE:
        member.revoke(actor, console_id, reason)
        return Message(Weight.DONE, "sharing.revoked", {"name": name})
    if repair is Repair.WRITE_OFF:
        count = member.write_off(actor, console_id, reason)
        return Message(Weight.DONE, "sharing.written_off", {"count": count, "name": name})
    member.become_hub(actor)
    return Message(Weight.DONE, "sharing.hub_appointed", {"name": name})


_AT_ONCE: Final[Mapping[Repair, _Work]] = {
    Repair.TRY_AGAIN: _try_again,
    Repair.SETTLE_REFUSED: _settle_refused,
    Repair.RETRY_TASK: _retry_task,
    Repair.BACK_UP: _back_up,
    Repair.SETTLE_CLOCK: _settle_clock,
}
