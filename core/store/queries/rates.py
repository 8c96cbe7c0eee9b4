"""The rate plans of a lot as a history: who published what, from when it holds, and what holds now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from core.domain.journal import Entry, Subject, in_order
from core.domain.rates.comparing import Change
from core.domain.rates.document import PlanError
from core.services.publish_rates import change_from_document
from core.services.unit_of_work import PublishedVersion
from core.store.journal import entries_of
from core.store.unit_of_work import SqlUnitOfWork

MOST_VERSIONS: Final = 200


class Standing(StrEnum):
    """What a version is at this instant."""

    IN_FORCE = "in_force"
    FUTURE = "future"
    PAST = "past"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A version as it was published; ``changes`` are those from the version that it replaced.

    ``published_by`` and ``withdrawn_by`` are people's ids ("system" for the console itself), with their
    names; empty where nobody did.
    """

    plan_id: str
    version: int
    document: Mapping[str, Any]
    effective_at: datetime
    standing: Standing
    published_at: datetime
    published_by: str
    published_by_name: str
    changes: tuple[Change, ...] = ()
    from_calendar: tuple[str, ...] = ()
    withdrawn_at: datetime | None = None
    withdrawn_by_name: str = ""

    @property
    def to_edit(self) -> Mapping[str, Any]:
        """The document as the landlord wrote it: without the dates that its calendar added."""
        own = [day for day in self.document.get("holidays", ()) if day not in self.from_calendar]
        rest = {key: value for key, value in self.document.items() if key not in {"holidays", "effective"}}
        return {**rest, "holidays": own} if own else rest


@dataclass(frozen=True, slots=True)
class RatesHistory:
    """All versions, the one that takes effect last first; ``in_force`` now, and ``next`` to come."""

    versions: tuple[PlanVersion, ...]
    in_force: PlanVersion | None
    next: PlanVersion | None


def rates_history(view: SqlUnitOfWork, *, most: int = MOST_VERSIONS) -> RatesHistory:
    """The history of the lot's prices at this instant; the newest versions where there are very many."""
    published = view.published_versions()[-most:]
    names = {person.person_id: person.name for person in view.people()}
    entries = _entries(view, {one.plan_id for one in published})
    now_id = _in_force(published, view.now)
    versions = [
        _version(one, _document(view, one), entries, names, _standing(one, now_id, view.now))
        for one in published
    ]
    coming = [one for one in versions if one.standing is Standing.FUTURE]
    return RatesHistory(
        tuple(reversed(versions)),
        next((one for one in versions if one.standing is Standing.IN_FORCE), None),
        min(coming, key=lambda one: (one.effective_at, -one.version), default=None),
    )


def _in_force(versions: Sequence[PublishedVersion], now: datetime) -> tuple[str, int] | None:
    """As ``plan_in_force`` chooses: before the first has begun, that first one."""
    standing = [one for one in versions if one.withdrawn_at is None]
    begun = [one for one in standing if one.effective_at <= now]
    if not begun:
        return (standing[0].plan_id, standing[0].version) if standing else None
    latest = max(begun, key=lambda one: (one.effective_at, one.version))
    return latest.plan_id, latest.version


def _standing(one: PublishedVersion, now_id: tuple[str, int] | None, now: datetime) -> Standing:
    if one.withdrawn_at is not None:
        return Standing.WITHDRAWN
    if (one.plan_id, one.version) == now_id:
        return Standing.IN_FORCE
    return Standing.FUTURE if one.effective_at > now else Standing.PAST


_Key = tuple[str, str, int]


def _entries(view: SqlUnitOfWork, plan_ids: set[str]) -> dict[_Key, Entry]:
    """The entry of each publication and withdrawal, by kind, plan and version."""
    found: dict[_Key, Entry] = {}
    for plan_id in plan_ids:
        for entry in in_order(entries_of(view.connection, view.lot_id, Subject("plan", plan_id))):
            payload = entry.payload
            version = payload["plan"]["version"] if entry.kind == "rates.published" else payload["version"]
            found[entry.kind, plan_id, version] = entry
    return found


def _document(view: SqlUnitOfWork, one: PublishedVersion) -> Mapping[str, Any]:
    """The version's document, empty where it is damaged: the others must be seen all the same."""
    try:
        return view.plan_document(one.plan_id, one.version)
    except PlanError:
        return {}


def _version(
    one: PublishedVersion,
    document: Mapping[str, Any],
    entries: Mapping[_Key, Entry],
    names: Mapping[str, str],
    standing: Standing,
) -> PlanVersion:
    published = entries["rates.published", one.plan_id, one.version]
    withdrawn = entries.get(("rates.withdrawn", one.plan_id, one.version))
    return PlanVersion(
        plan_id=one.plan_id,
        version=one.version,
        document=document,
        effective_at=one.effective_at,
        standing=standing,
        published_at=published.at,
        published_by=published.who,
        published_by_name=names.get(published.who, ""),
        changes=tuple(change_from_document(change) for change in published.payload.get("changes", ())),
        from_calendar=tuple(published.payload.get("from_calendar", ())),
        withdrawn_at=one.withdrawn_at,
        withdrawn_by_name="" if withdrawn is None else names.get(withdrawn.who, ""),
    )
