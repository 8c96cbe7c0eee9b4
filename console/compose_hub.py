"""Builds this console's side of the lot's hub: the door where it is the hub, else the link to it. No Qt."""

from __future__ import annotations

from core.config import SharedConfig
from core.domain.errors import BadInput, LinkError
from core.services.announce_console import current_hub
from core.services.ports import Clock
from core.services.signing import Signer
from core.store.folder import DataFolder
from core.store.membership import StoreMembership
from core.store.replica import StoreReplica
from core.store.store import Store
from core.sync.hub_client import HubLink, hub_place
from core.sync.hub_door import HubDoor
from core.sync.hub_server import HubServer
from core.sync.identity import load_hub_certificate, verify


def hub_link(
    store: Store, shared: SharedConfig, signer: Signer, clock: Clock | None = None
) -> HubLink | None:
    """The link to the lot's hub; None where this console is the hub, or none is known.

    It is looked for where the configuration says, and where it said itself when it was appointed.
    """
    membership = StoreMembership(store)
    hubs = membership.hubs()
    places = _places([shared.hub, *(hub.address for hub in hubs)])
    if not hubs or not places:
        return None
    return HubLink(
        places[0],
        lot_id=store.lot_id,
        console_id=store.console_id,
        hub_id=hubs[0].hub_id,
        hub_key=hubs[0].public_key,
        signer=signer,
        verify=verify,
        shelf=membership,
        other_hubs=hubs[1:],
        other_places=places[1:],
        clock=clock,
    )


def try_hub(store: Store, address: str, signer: Signer) -> int:
    """Sign on with the hub at this address and at no other; how many of the lot's records it holds.

    BadInput ``hub.bad_address``; LinkError ``trial.is_hub`` on the hub itself, ``trial.not_joined`` where
    this console knows of no hub, and why that one cannot be used.
    """
    place = hub_place(address)
    if store.read(current_hub).console_id == store.console_id:
        raise LinkError("trial.is_hub")
    hubs = StoreMembership(store).hubs()
    if not hubs:
        raise LinkError("trial.not_joined")
    link = HubLink(
        place,
        lot_id=store.lot_id,
        console_id=store.console_id,
        hub_id=hubs[0].hub_id,
        hub_key=hubs[0].public_key,
        signer=signer,
        verify=verify,
        other_hubs=hubs[1:],
    )
    try:
        return sum(mark.seq for mark in link.marks().values())
    finally:
        link.close()


def hub_server(
    store: Store, folder: DataFolder, shared: SharedConfig, signer: Signer, clock: Clock
) -> HubServer | None:
    """The hub's door for the others; None where this console was not appointed.

    StoreError ``identity.not_kept`` where it cannot keep a certificate.
    """
    if store.read(current_hub).console_id != store.console_id:
        return None
    membership = StoreMembership(store)
    return HubServer(
        StoreReplica(store),
        members=membership,
        credentials=membership,
        door=HubDoor(store, signer, lot_id=store.lot_id, hub_id=store.console_id),
        signer=signer,
        verify=verify,
        certificate=load_hub_certificate(folder.path),
        clock=clock,
        host=shared.hub_host,
        port=shared.hub_port,
    )


def _places(addresses: list[str]) -> list[tuple[str, int]]:
    """Where to look, each place once; what a mistaken entry says is left out."""
    found = []
    for address in dict.fromkeys(addresses):
        try:
            found.append(hub_place(address))
        except BadInput:
            continue
    return list(dict.fromkeys(found))
