"""This console among the lot's others: it invites them, joins them, becomes their hub; no Qt."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from core.config import write_config
from core.domain.errors import StoreError
from core.domain.invitations import SECRET_BYTES, code_of
from core.domain.people import Actor
from core.services.announce_console import OwnConsole, check_console_name
from core.services.appoint_hub import appoint_hub
from core.services.follow_wiring import has_entry_lane
from core.services.invite_console import invite_console, withdraw_invitations
from core.services.join_lot import Joined, Knock, NewHome, join_lot
from core.services.let_join import Applicant
from core.services.rename_console import rename_console
from core.services.return_spaces import write_off_spaces
from core.services.revoke_console import revoke_console

if TYPE_CHECKING:
    from console.compose import Console


@dataclass(frozen=True, slots=True)
class Invited:
    """What is read out to the console that joins: the code, and where it knocks."""

    code: str
    address: str
    name: str
    expires_at: datetime


class Membership:
    """Every call writes or asks others, so none belongs on the screen's thread.

    ``address`` is where others reach this console. ``begin`` shares anew after this console joined,
    ``follow`` after the journal named another hub; both return when that is done.
    """

    def __init__(
        self,
        console: Console,
        *,
        knock: Knock,
        home: NewHome,
        address: Callable[[], str],
        begin: Callable[[], None],
        follow: Callable[[], None],
    ) -> None:
        self._console = console
        self._knock = knock
        self._home = home
        self._address = address
        self._begin = begin
        self._follow = follow

    def invite(self, actor: Actor, name: str) -> Invited:
        """A code for a new console; the first one makes this console the hub, whose door opens."""
        secret, own = secrets.token_bytes(SECRET_BYTES), self.own()
        invitation = self._console.store.write(
            lambda unit: invite_console(unit, actor=actor, name=name, secret=secret, own=own)
        )
        # A code is good only where somebody opens: the door of a new hub is open before it is shown.
        self._follow()
        return Invited(code_of(secret), own.address, invitation.name, invitation.expires_at)

    def withdraw(self, actor: Actor) -> int:
        """End every open code; how many those were."""
        return self._console.store.write(lambda unit: withdraw_invitations(unit, actor=actor))

    def join(self, *, address: str, code: str, name: str, entry_lanes: bool) -> Joined:
        """Join the lot of the hub at the address, keep where it is, and begin to share."""
        console = self._console
        applicant = Applicant(
            console.store.console_id, check_console_name(name), self._public_key(), entry_lanes
        )
        joined = join_lot(self._home, self._knock, address=address.strip(), code=code, applicant=applicant)
        shared = replace(console.config.shared, hub=address.strip())
        named = replace(console.config.console, name=joined.name)
        config = replace(console.config, shared=shared, console=named)
        write_config(console.folder.config, config)
        console.config = config
        self._begin()
        return joined

    def revoke(self, actor: Actor, console_id: str, reason: str) -> str:
        """Revoke a console; its name."""
        return self._console.store.write(
            lambda unit: revoke_console(unit, actor=actor, console_id=console_id, reason=reason)
        ).name

    def write_off(self, actor: Actor, console_id: str, reason: str) -> int:
        """Take back the spaces it holds; how many."""
        return self._console.store.write(
            lambda unit: write_off_spaces(unit, actor=actor, console_id=console_id, reason=reason)
        )

    def become_hub(self, actor: Actor) -> None:
        """Make this console the hub, and open its door."""
        own_id, own = self._console.store.console_id, self.own()
        self._console.store.write(
            lambda unit: appoint_hub(unit, actor=actor, console_id=own_id, address=own.address, own=own)
        )
        self._follow()

    def rename(self, actor: Actor, console_id: str, name: str) -> str:
        """Give a console another name; the name as it was kept."""
        return self._console.store.write(
            lambda unit: rename_console(unit, actor=actor, console_id=console_id, name=name)
        )

    def own(self) -> OwnConsole:
        """What this console says of itself; StoreError ``identity.not_kept`` where it has no key."""
        console = self._console
        wired = {lane.id for lane in console.config.lanes}
        return OwnConsole(
            name=console.config.console.name,
            public_key=self._public_key(),
            entry_lanes=console.store.read(lambda unit: has_entry_lane(unit, wired)),
            address=self._address(),
        )

    def _public_key(self) -> str:
        own = self._console.trust.own
        if own is None:
            raise StoreError("identity.not_kept")
        return own.public_key
