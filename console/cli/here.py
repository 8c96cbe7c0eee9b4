"""This machine's console for a command at a shell: its folder held, its database open, a person signed on."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from console.runtime.clock import SystemClock
from core.config import Config, load_config
from core.domain.errors import NotAllowed, Refused
from core.domain.people import Actor, Person, Right
from core.domain.secrets import SIGNS_ON
from core.services.announce_console import OwnConsole
from core.services.follow_wiring import has_entry_lane
from core.services.sign_on import PinHasher, finish_sign_on, read_credential
from core.store.folder import DataFolder
from core.store.store import Store
from core.sync.identity import Identity, load_identity
from core.sync.own_address import own_address
from migrations.history import upgrade_file

PIN_VARIABLE = "LOTKEEPER_PIN"


@dataclass(frozen=True, slots=True)
class Here:
    """The console of a data folder, while no window of it is open."""

    folder: DataFolder
    config: Config
    store: Store
    identity: Identity
    clock: SystemClock

    @property
    def own(self) -> OwnConsole:
        """What this console says of itself."""
        wired = {lane.id for lane in self.config.lanes}
        return OwnConsole(
            name=self.config.console.name,
            public_key=self.identity.public_key,
            entry_lanes=self.store.read(lambda unit: has_entry_lane(unit, wired)),
            address=own_address(self.config.shared.hub_host, self.config.shared.hub_port),
        )


@contextmanager
def opened(path: Path) -> Iterator[Here]:
    """The console of the folder; StoreError ``store.in_use`` while its window is open."""
    folder = DataFolder(path)
    folder.hold()
    try:
        config = load_config(folder.config)
        upgrade_file(folder.database, folder.backups)
        clock = SystemClock()
        store = Store.open(folder.database, clock=clock)
        try:
            yield Here(folder, config, store, load_identity(folder.path), clock)
        finally:
            store.close()
    finally:
        folder.release()


def sign_on(here: Here, name: str | None, right: Right) -> Actor:
    """Who acts: the person of that name, or the only one who holds the right, once their secret was given.

    PIN or password is that of ``LOTKEEPER_PIN``, or asked for. Refused and NotAllowed as at the console.
    """
    person = _person(here, name, right)
    credential = here.store.read(lambda unit: read_credential(unit, person.person_id))
    matched = PinHasher().matches(credential, _pin(person.name))
    actor = here.store.write(
        lambda unit: finish_sign_on(
            unit, person_id=person.person_id, matched=matched, console=here.config.console.name
        )
    )
    if actor is None:
        raise Refused("sign_on.wrong_pin", name=person.name)
    # In a transaction, so that a refusal is written down.
    here.store.write(lambda _unit: actor.require(right))
    return actor


def _person(here: Here, name: str | None, right: Right) -> Person:
    people = [
        person
        for person in here.store.read(lambda unit: unit.people())
        if person.active and person.role in SIGNS_ON
    ]
    if name is not None:
        found = [person for person in people if person.name.casefold() == name.strip().casefold()]
    else:
        found = [person for person in people if Actor(person.person_id, "", person.role).may(right)]
    if not found:
        raise Refused("person.unknown")
    if len(found) > 1:
        raise Refused("person.which", names=", ".join(person.name for person in found))
    return found[0]


def _pin(name: str) -> str:
    given = os.environ.get(PIN_VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise NotAllowed("sign_on.no_pin")
    return getpass.getpass(f"PIN or password of {name}: ")
