"""Puts together what hears payment services: the listener, and the bell that it rings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console.paying.notice_bell import NoticeBell
from console.paying.notices import Notices
from core.config import NoticesConfig, PayConfig
from core.services.ports import Clock
from core.store.store import Store


class Noticing:
    """The notices of a console's payment services: who listens, and the bell that is rung."""

    def __init__(
        self, config: NoticesConfig, accounts: Callable[[], Sequence[PayConfig]], store: Store, clock: Clock
    ) -> None:
        self._store = store
        self.bell = NoticeBell(store)
        self.notices = Notices(config, accounts, self.bell.ring, clock)

    def start(self) -> None:
        """Listen where a port is configured, and hear what other consoles pass on."""
        self._store.listen(self.bell.on_commit)
        self.bell.start()
        self.notices.start()

    def stop(self) -> None:
        """Listen no more."""
        self.notices.stop()
        self.bell.stop()
