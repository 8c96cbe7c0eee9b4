"""What a console says about itself, for the administrator's page and the shell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.services.ports import Health
from core.services.sharing import LinkView, RefusedItem

MOST_LISTED = 20
"""How many refused items and ended tasks a report names; their counts are whole."""


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """A device at a lane: its kind (``camera``, …), how it is, and the reason code of its trouble."""

    lane_id: str
    lane_name: str
    kind: str
    health: Health
    cause: str = ""


@dataclass(frozen=True, slots=True)
class EndedTask:
    """A task that ended badly: failed, or nobody knows what became of it."""

    task_id: str
    kind: str
    state: str
    cause: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TaskReport:
    """The tasks of a console: how many wait and since when, and which ended badly in the last week."""

    waiting: int = 0
    oldest_at: datetime | None = None
    failed: int = 0
    listed: tuple[EndedTask, ...] = ()


@dataclass(frozen=True, slots=True)
class BackupReport:
    """The newest copy of the database here and at the second place; ``cause`` says why that one failed."""

    here_at: datetime | None = None
    second_at: datetime | None = None
    second_used: bool = False
    cause: str = ""

    @property
    def newest_at(self) -> datetime | None:
        """The newest copy, wherever it lies."""
        return max((each for each in (self.here_at, self.second_at) if each is not None), default=None)


@dataclass(frozen=True, slots=True)
class PhotoReport:
    """Photos on their way to the lot's common place: records whose small and whose whole pictures wait.

    ``used`` says whether there is such a place at all; ``cause`` why it takes none now.
    """

    used: bool = False
    small: int = 0
    large: int = 0
    cause: str = ""
    last_ok: datetime | None = None


@dataclass(frozen=True, slots=True)
class ConsoleReport:
    """One console as it was at ``at``.

    ``held`` is how far it holds each chain of the lot; bytes are None where the disk could not be asked.
    ``skew`` is how far its clock is ahead of the one where it left this; None where that is not known.
    ``charges_unknown`` counts its charges of which nobody knows whether they were paid.
    ``journal_problems`` is what the last verification of its journal found, ``journal_cause`` why there was
    none. ``notices_cause`` is why what payment services tell by themselves is not heard. ``duties`` names
    what the hub does for the lot and cannot do now, with the reason code.
    """

    console_id: str
    at: datetime
    name: str = ""
    number: int = 0
    version: str = ""
    is_hub: bool = False
    is_shared: bool = False
    started_at: datetime | None = None
    links: tuple[LinkView, ...] = ()
    held: Mapping[str, int] = field(default_factory=dict)
    refused: int = 0
    refused_items: tuple[RefusedItem, ...] = ()
    tasks: TaskReport = TaskReport()
    devices: tuple[DeviceReport, ...] = ()
    disk_free_bytes: int | None = None
    disk_bytes: int | None = None
    backup: BackupReport = BackupReport()
    photos: PhotoReport = PhotoReport()
    clock_behind: bool = False
    skew: timedelta | None = None
    conflicts: int = 0
    charges_unknown: int = 0
    duties: Mapping[str, str] = field(default_factory=dict)
    journal_problems: int = 0
    journal_cause: str = ""
    notices_cause: str = ""

    def link(self, name: str) -> LinkView | None:
        """The far side of that name, None where the report does not know it."""
        return next((each for each in self.links if each.name == name), None)

    def behind(self, others: Iterable[ConsoleReport]) -> int:
        """How many entries that some console was seen to hold this one does not hold yet."""
        furthest: dict[str, int] = {}
        for other in others:
            for console_id, seq in other.held.items():
                furthest[console_id] = max(seq, furthest.get(console_id, 0))
        return sum(max(0, seq - self.held.get(console_id, 0)) for console_id, seq in furthest.items())
