"""Keeps this console's report where the shell and the others find it, on a thread of its own; no Qt."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from console.reporting import own_report
from core.domain.errors import LotkeeperError
from core.services.console_report import ConsoleReport
from core.services.report_document import document_of
from core.services.sharing import HUB, LinkState

if TYPE_CHECKING:
    from console.compose import Console

log = logging.getLogger(__name__)

KEEP_EVERY_SECONDS = 5.0
TELL_EVERY_SECONDS = 30.0
JOIN_SECONDS = 3.0


class ReportKeeper:
    """Writes the report into the data folder, and leaves it with the far sides, as long as it runs."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.started_at = console.clock.now()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._told_of_hub = 0

    def start(self) -> None:
        """Begin; nothing is waited for."""
        self._thread = threading.Thread(target=self._run, name="report", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End within 3 s and take the file away, which speaks of a running console; may be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None
        with suppress(OSError):
            self._console.folder.status.unlink(missing_ok=True)

    def report(self) -> ConsoleReport:
        """The report of this moment; not on the screen's thread."""
        return own_report(self._console, started_at=self.started_at)

    def _run(self) -> None:
        turns, told = 0, frozenset[str]()
        while not self._stopping.is_set():
            try:
                within_reach = self._within_reach()
                # Whoever came within reach, or was just joined, need not wait to be told.
                due = turns % round(TELL_EVERY_SECONDS / KEEP_EVERY_SECONDS) == 0
                self._turn(tell=due or bool(within_reach - told))
                told = within_reach
            except LotkeeperError as error:
                log.info("how this console is could not be told: %s", error)
            except Exception:
                # The thread's top: what is wrong with one report must not keep the next from being made.
                log.exception("the report of this console failed")
            turns += 1
            self._stopping.wait(KEEP_EVERY_SECONDS)

    def _within_reach(self) -> frozenset[str]:
        """The far sides that answer now, by name."""
        links = self._console.sharing.view().links
        return frozenset(name for name, link in links.items() if link.state is LinkState.OK)

    def _turn(self, *, tell: bool) -> None:
        report = self.report()
        document, of_hub = document_of(report), self._held_of_hub(report)
        self._keep(document)
        if tell or of_hub != self._told_of_hub:
            self._console.sharing.report(document)
            self._told_of_hub = of_hub

    def _held_of_hub(self, report: ConsoleReport) -> int:
        """How much of the hub's chain the hub waits to hear is held here: nobody else holds it then."""
        view = self._console.sharing.view()
        is_home = [home.name for home in view.homes if home.state is LinkState.OK] == [HUB]
        return report.held.get(view.hub_id, 0) if is_home else self._told_of_hub

    def _keep(self, document: Mapping[str, object]) -> None:
        """Not forced to the disk: it is worth nothing any more when the power comes back."""
        file = self._console.folder.status
        part = file.with_suffix(".part")
        try:
            part.write_text(json.dumps(document), encoding="utf-8")
            part.replace(file)
        except OSError as error:
            log.info("how this console is could not be kept: %s", error)
