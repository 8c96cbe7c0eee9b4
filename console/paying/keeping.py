"""Keeps the accounts that take money: checked, written into the machine's file, at work at once. No Qt.

Secrets stand in that file, which other people of the machine cannot read, or are named there as ``env:NAME``.
None of this belongs on the screen's thread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from core.config import PayConfig, write_config
from core.domain.errors import Refused
from core.domain.people import Actor, Right
from core.services.note_wiring import note_wiring
from core.store.queries.money import open_charges
from core.store.refunds import open_refunds
from core.store.unit_of_work import SqlUnitOfWork

if TYPE_CHECKING:
    from console.compose import Console

_BEGINS: Final = {
    "stripe_checkout": "stripe",
    "stripe_terminal": "terminal",
    "simulator": "terminal",
    "simulator_page": "platform",
}

MOST_LOOKED_AT: Final = 10_000


def new_account_id(kind: str, taken: Sequence[PayConfig]) -> str:
    """A name for a new account of that kind, which the journal knows it by for good."""
    begin = _BEGINS.get(kind, kind.replace("_", "-"))
    known = {pay.id for pay in taken}
    return next(name for number in range(1, len(known) + 2) if (name := f"{begin}-{number}") not in known)


def keep_accounts(console: Console, pays: Sequence[PayConfig], *, actor: Actor) -> None:
    """Run with these accounts, in this order: F10 and F11 offer them so.

    Refused ``account.charges_open`` where one is taken out that is still asked for money, or to give some
    back; ConfigError where the file refuses one, or cannot be written: nothing is changed then.
    """
    actor.require(Right.MANAGE_PAYMENTS)
    before = console.config
    _refuse_with_charges(console, before.pays, pays)
    config = replace(before, pays=tuple(pays))
    write_config(console.folder.config, config)
    console.config = config
    console.rewire_payments()
    was, now = _prints(before.pays), _prints(config.pays)
    changed = {name: now.get(name, "") for name in was.keys() | now.keys() if was.get(name) != now.get(name)}
    if changed:
        console.store.write(lambda unit: note_wiring(unit, actor=actor, wiring=changed))


def _refuse_with_charges(console: Console, before: Sequence[PayConfig], after: Sequence[PayConfig]) -> None:
    gone = {pay.id for pay in before} - {pay.id for pay in after}
    asked = console.store.read(_accounts_asked)
    if gone & asked:
        raise Refused("account.charges_open", account=", ".join(sorted(gone & asked)))


def _accounts_asked(view: SqlUnitOfWork) -> set[str]:
    """Those that money is asked for, or asked back, and nobody else could be asked what became of it."""
    charges = {charge.account for charge in open_charges(view, most=MOST_LOOKED_AT)}
    back = open_refunds(view.connection, view.lot_id, most=MOST_LOOKED_AT)
    return charges | {one.account for one in back if not one.state.may_be_paid_out}


def _prints(pays: Sequence[PayConfig]) -> dict[str, str]:
    """What changes with each account's configuration and tells nothing of its secrets."""
    return {f"pay/{pay.id}": hashlib.sha256(repr(pay).encode()).hexdigest()[:16] for pay in pays}
