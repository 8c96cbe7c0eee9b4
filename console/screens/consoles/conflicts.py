"""Changes that wait for a person, because something else was decided meanwhile: both values, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from console.formats import NOTHING, format_local_time
from console.screens.form.roles import role_in_words
from core.domain.errors import OperatorError
from core.domain.journal import from_micros
from core.domain.lots import Lot
from core.domain.people import Role
from core.domain.proposals import Proposal, ProposalState, What
from core.store.unit_of_work import SqlUnitOfWork

tr = QCoreApplication.translate
LONGEST_VALUE = 200


@dataclass(frozen=True, slots=True)
class Conflict:
    """A proposal with the name of whoever made it and of the console on which that was."""

    proposal: Proposal
    person: str
    console: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which both values differ; empty stands for nothing."""

    label: str
    proposed: str
    current: str


def read_conflicts(unit: SqlUnitOfWork) -> list[Conflict]:
    """The conflicts, the oldest first."""
    names = {console.console_id: console.name for console in unit.lot_consoles()}
    return [
        Conflict(each, _person(unit, each.proposed_by), names.get(each.console_id, each.console_id))
        for each in unit.proposals(ProposalState.CONFLICT)
    ]


def title_of(proposal: Proposal) -> str:
    """What is to be changed."""
    words = {
        What.RATES: tr("Conflicts", "Rates"),
        What.WITHDRAWAL: tr("Conflicts", "A version of the rates is taken back"),
        What.LOT: tr("Conflicts", "The lot"),
        What.NEW_PERSON: tr("Conflicts", "Someone new"),
        What.PERSON: tr("Conflicts", "A person"),
    }
    return words.get(What(proposal.what), proposal.what) if proposal.what in set(What) else proposal.what


def differences_of(proposal: Proposal, lot: Lot | None, now: datetime) -> list[Difference]:
    """In what the proposed value and the one that holds differ."""
    wanted, held = proposal.document, proposal.current
    if proposal.what == What.RATES:
        return _of_rates(wanted, held, lot, now)
    if proposal.what == What.WITHDRAWAL:
        version = tr("Conflicts", "{plan}, version {version}").format(
            plan=proposal.target_id, version=wanted.get("version", "…")
        )
        return [Difference(tr("Conflicts", "Taken back"), version, _versions(held))]
    names = dict.fromkeys((*wanted, *held))
    return [
        Difference(_label(name), _value(name, wanted.get(name)), _value(name, held.get(name)))
        for name in names
        if wanted.get(name) != held.get(name)
    ]


def _of_rates(
    wanted: Mapping[str, Any], held: Mapping[str, Any], lot: Lot | None, now: datetime
) -> list[Difference]:
    plan, micros = wanted.get("plan"), wanted.get("effective_at")
    name = str(plan.get("name") or plan.get("plan_id") or "") if isinstance(plan, Mapping) else ""
    found = [Difference(tr("Conflicts", "Rate plan"), name[:LONGEST_VALUE] or NOTHING, _versions(held))]
    if isinstance(micros, int) and lot is not None:
        when = format_local_time(from_micros(micros), lot.zone, now=now)
        found.append(Difference(tr("Conflicts", "Holds from"), when, NOTHING))
    return found


def _versions(held: Mapping[str, Any]) -> str:
    """The versions that hold now, the newest three."""
    listed = held.get("versions")
    rows = listed if isinstance(listed, list) else []
    known = [each for each in rows if isinstance(each, list) and len(each) == 2]
    texts = [
        tr("Conflicts", "{plan}, version {version}").format(plan=plan, version=version)
        for plan, version in known[-3:]
    ]
    return "; ".join(texts)[:LONGEST_VALUE] or NOTHING


def _label(name: str) -> str:
    words = {
        "name": tr("Conflicts", "Name"),
        "role": tr("Conflicts", "Role"),
        "active": tr("Conflicts", "May sign on"),
        "language": tr("Conflicts", "Language"),
        "capacity": tr("Conflicts", "Spaces"),
        "timezone": tr("Conflicts", "Time zone"),
        "lanes": tr("Conflicts", "Lanes"),
        "exit_window_minutes": tr("Conflicts", "Minutes to leave after paying"),
        "receipt_language": tr("Conflicts", "Language of receipts"),
        "bookable_spaces": tr("Conflicts", "Spaces that can be booked"),
    }
    return words.get(name, name.replace("_", " "))


def _value(name: str, value: object) -> str:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return tr("Conflicts", "yes") if value else tr("Conflicts", "no")
    if name == "role" and value in set(Role):
        return role_in_words(Role(str(value)))
    if isinstance(value, list | tuple):
        parts = [str(each.get("name", each)) if isinstance(each, Mapping) else str(each) for each in value]
        return ", ".join(parts)[:LONGEST_VALUE] or NOTHING
    return str(value)[:LONGEST_VALUE]


def _person(unit: SqlUnitOfWork, person_id: str) -> str:
    try:
        return unit.person(person_id).name
    except OperatorError:
        return person_id
