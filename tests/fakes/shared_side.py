"""FAKE: sharing as a test says that it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.errors import LinkError
from core.services.console_report import ConsoleReport
from core.services.report_document import document_of
from core.services.sharing import SharingView


@dataclass(frozen=True)
class FakeDuty:
    """A duty of the hub that fails for that cause."""

    cause: str


class FakeSharedSide:
    """Shows a view and other consoles' reports; counts what it is told."""

    def __init__(self, view: SharingView | None = None) -> None:
        self.shown = view or SharingView(is_hub=True)
        self.left: dict[str, ConsoleReport] = {}
        self.told: list[Mapping[str, object]] = []
        self.tries = 0
        self.is_away = False
        self.failing: dict[str, FakeDuty] = {}

    def view(self) -> SharingView:
        return self.shown

    def reports(self) -> Mapping[str, Mapping[str, object]]:
        if self.is_away:
            raise LinkError("link.no_answer")
        return {console_id: document_of(report) for console_id, report in self.left.items()}

    def report(self, document: Mapping[str, object]) -> None:
        if self.is_away:
            raise LinkError("link.no_answer")
        self.told.append(document)

    @property
    def duties(self) -> Mapping[str, FakeDuty]:
        return self.failing

    def try_now(self) -> None:
        self.tries += 1
