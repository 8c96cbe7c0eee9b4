"""A hub with a real journal behind real HTTPS on this machine, and consoles that know it."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from core.domain.errors import LinkError
from core.services.membership import Member, SharedCredential
from core.services.sharing import Replica
from core.sync.hub_client import HubLink
from core.sync.hub_server import HubServer
from core.sync.identity import Identity, load_hub_certificate, load_identity, verify
from tests.core.store.lot import MORNING, SetClock

LOCALHOST = "127.0.0.1"


class Roll:
    """FAKE: who belongs to the lot, in memory."""

    def __init__(self) -> None:
        self.known: dict[str, Member] = {}

    def add(self, console_id: str, public_key: str) -> None:
        self.known[console_id] = Member(console_id, len(self.known) + 1, console_id, public_key, MORNING)

    def revoke(self, console_id: str) -> None:
        revoked_at = MORNING + timedelta(hours=1)
        self.known[console_id] = replace(self.known[console_id], revoked_at=revoked_at)

    def member(self, console_id: str) -> Member | None:
        return self.known.get(console_id)


class Shelf:
    """FAKE: PIN hashes in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, SharedCredential] = {}

    def credentials(self) -> list[SharedCredential]:
        return list(self.kept.values())

    def take_credentials(self, credentials: Sequence[SharedCredential]) -> int:
        newer = [
            each
            for each in credentials
            if each.person_id not in self.kept or self.kept[each.person_id].set_at < each.set_at
        ]
        self.kept.update({each.person_id: each for each in newer})
        return len(newer)


class ClosedDoor:
    """FAKE: nobody may join."""

    def join(self, request: Mapping[str, Any], *, fingerprint: str) -> dict[str, Any]:
        raise LinkError("join.no_invitation")


class HubLot:
    """One hub, as many consoles as asked for, each with a key of its own."""

    def __init__(self, folder: Path, replica: Replica, clock: SetClock) -> None:
        self.folder = folder
        self.replica = replica
        self.clock = clock
        self.roll = Roll()
        self.shelf = Shelf()
        self.identity = load_identity(folder / "hub")
        # Chosen beforehand, as in a lot: a server given any port could not come back to it at once.
        self.server = self.new_server(port=free_port())
        self.server.start()
        self._links: list[HubLink] = []
        self._keys: dict[str, Identity] = {}

    @property
    def lot_id(self) -> str:
        return self.replica.lot_id

    def new_server(self, port: int = 0, name: str = "hub") -> HubServer:
        return HubServer(
            self.replica,
            members=self.roll,
            credentials=self.shelf,
            door=ClosedDoor(),
            signer=load_identity(self.folder / name),
            verify=verify,
            certificate=load_hub_certificate(self.folder / name),
            clock=self.clock,
            host=LOCALHOST,
            port=port,
        )

    def key(self, console_id: str) -> Identity:
        if console_id not in self._keys:
            self._keys[console_id] = load_identity(self.folder / console_id)
            self.roll.add(console_id, self._keys[console_id].public_key)
        return self._keys[console_id]

    def link(self, console_id: str, *, port: int = 0, **other: Any) -> HubLink:
        facts = {
            "lot_id": self.lot_id,
            "console_id": console_id,
            "hub_id": self.replica.console_id,
            "hub_key": self.identity.public_key,
            "signer": self.key(console_id),
            "verify": verify,
        }
        link = HubLink((LOCALHOST, port or self.server.port), **(facts | other))
        self._links.append(link)
        return link

    def close(self) -> None:
        for link in self._links:
            link.close()
        self.server.stop()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server((LOCALHOST, 0)) as listening:
        return int(listening.getsockname()[1])
