"""Puts together what the page shows: the lot's consoles, what each said last, what is wrong; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from console.compose import Console
from console.reporting import own_report
from core.domain.errors import LinkError
from core.services.console_report import ConsoleReport
from core.services.malfunctions import Malfunction, Scene, malfunctions_of
from core.services.report_document import report_of
from core.store.queries.sharing import ListedConsole, members


@dataclass(frozen=True, slots=True)
class ConsoleRow:
    """One console of the lot: what the journal says of it, what it said itself last, and what is wrong."""

    console_id: str
    number: int
    name: str
    is_own: bool
    is_hub: bool
    is_revoked: bool
    report: ConsoleReport | None
    behind: int
    balance: int
    malfunctions: tuple[Malfunction, ...]

    @property
    def heard_at(self) -> datetime | None:
        """When it said something last."""
        return None if self.report is None else self.report.at

    @property
    def has_alarm(self) -> bool:
        """Whether something wants a person now."""
        return any(each.is_alarm for each in self.malfunctions)


def gather(console: Console) -> list[ConsoleRow]:
    """The rows of the page, by number; asks the far sides, so not on the screen's thread.

    A far side that does not answer leaves what it said out; the rest is shown all the same.
    """
    own = own_report(console)
    listed = console.store.read(members) or [_alone(own)]
    try:
        documents: Mapping[str, Mapping[str, object]] = console.sharing.reports()
    except LinkError:
        documents = {}
    reports = {console_id: report_of(console_id, document) for console_id, document in documents.items()}
    reports[own.console_id] = own
    listening_since = None if console.reporter is None else console.reporter.started_at
    return rows_of(
        listed,
        reports,
        own_id=own.console_id,
        now=console.clock.now(),
        listening_since=listening_since,
    )


def rows_of(
    listed: Sequence[ListedConsole],
    reports: Mapping[str, ConsoleReport],
    *,
    own_id: str,
    now: datetime,
    listening_since: datetime | None = None,
) -> list[ConsoleRow]:
    """The rows for these consoles and reports; a report of nobody's console is left out."""
    own = reports.get(own_id)
    scene = Scene(
        now,
        own_version=own.version if own is not None else "",
        others=tuple(reports.values()),
        names={each.console_id: each.name for each in listed},
        expected_since=listening_since,
    )
    return [_row(each, reports, own_id, scene) for each in listed]


def _row(each: ListedConsole, reports: Mapping[str, ConsoleReport], own_id: str, scene: Scene) -> ConsoleRow:
    report = reports.get(each.console_id)
    if report is not None:
        # Who is the hub is the journal's to say; a report may be older than the appointment.
        report = replace(report, is_hub=each.is_hub)
    revoked = each.revoked_at is not None
    is_own = each.console_id == own_id
    judged = replace(
        scene,
        is_own=is_own,
        is_revoked=revoked,
        balance=each.balance,
        expected_since=max(each.joined_at, scene.expected_since or each.joined_at),
    )
    return ConsoleRow(
        console_id=each.console_id,
        number=each.number,
        name=each.name,
        is_own=is_own,
        is_hub=each.is_hub,
        is_revoked=revoked,
        report=report,
        behind=0 if report is None or revoked else report.behind(scene.others),
        balance=each.balance,
        malfunctions=tuple(malfunctions_of(report, judged)),
    )


def _alone(own: ConsoleReport) -> ListedConsole:
    """A lot of one console has nobody who joined: this console stands for itself."""
    return ListedConsole(own.console_id, own.number or 1, own.name, own.at, None, is_hub=True)
