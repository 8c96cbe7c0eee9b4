"""The audit of a console over its life: its anchors, the verification of its journal, and purging. No Qt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from console.lot_duties import standing_of
from console.photo_forgetting import PhotoForgetter
from console.verification import VerificationView, Verifier
from core.domain.anchors import read_anchor
from core.domain.errors import LinkError
from core.services.anchoring import AnchorPlace
from core.services.tasks import TaskHandler
from core.store.anchor_keeper import AnchorKeeper
from core.store.purge_keeper import PurgeKeeper
from core.store.shared.address import with_password
from core.store.shared.anchors import DatabaseAnchors
from core.sync.anchor_files import AnchorFiles
from core.sync.far_photos import remove_photo
from core.sync.places import Place
from core.sync.secrets import secret

if TYPE_CHECKING:
    from console.compose import Console


class Audit:
    """What proves the journal, and what forgets in it; begun after everything else, and ended before."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.anchors = AnchorKeeper(console.store, self._places(), console.clock)
        self.verifier = Verifier(
            console.folder.database, self.anchors.known, console.clock, photos=console.folder.photos
        )
        self.purging = PurgeKeeper(
            console.store, console.clock, in_charge=self._is_in_charge, receipts=console.folder.receipts
        )
        console.store.listen(self.anchors.on_commit)

    @property
    def verification(self) -> VerificationView:
        """How the last verification went; from any thread, at once."""
        return self.verifier.view

    def verify_now(self, text: str = "") -> None:
        """Have the journal verified, also against an anchor as a Z report shows it; returns at once.

        What comes of it is in ``verification``. BadInput ``anchor.unreadable``.
        """
        self.verifier.ask([read_anchor(text)] if text.strip() else [])

    def start(self) -> None:
        """Begin; nothing is waited for."""
        self.anchors.start()
        self.verifier.start()
        self.purging.start()

    def stop(self) -> None:
        """End within a few seconds each; may be called twice."""
        self.verifier.stop()
        self.purging.stop()
        self.anchors.stop()

    def follow_configuration(self) -> None:
        """Write anchors to the places of the configuration as it is now."""
        self.anchors.use(self._places())

    def photo_handler(self) -> TaskHandler:
        """How the files of purged photos are deleted."""
        console = self._console
        forgetter = PhotoForgetter(console.store, console.photos, console.labels, self._remove_photo_there)
        return forgetter.handler()

    def _is_in_charge(self) -> bool:
        standing = self._console.store.read(standing_of)
        return standing.consoles <= 1 or standing.hub_id == self._console.store.console_id

    def _places(self) -> list[AnchorPlace]:
        """The second disk and the shared database, as far as they are configured and can be used."""
        console, shared = self._console, self._console.config.shared
        places: list[AnchorPlace] = []
        if shared.backups:
            password = partial(secret, "backups", console.folder.path)
            places.append(AnchorFiles(partial(Place, shared.backups, password=password)))
        if shared.database:
            try:
                url = with_password(shared.database, secret("database", console.folder.path))
                places.append(
                    DatabaseAnchors(url, console_id=console.store.console_id, ca_file=shared.database_ca)
                )
            except LinkError as error:
                console.listeners.trouble(error.cause)
        return places

    def _remove_photo_there(self, photo: str) -> None:
        """At the place of the configuration as it is now; nothing where there is none."""
        console = self._console
        address = console.config.shared.photos
        if address:
            place = Place(address, password=partial(secret, "photos", console.folder.path))
            remove_photo(place, console.store.lot_id, photo)
