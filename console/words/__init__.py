"""The words for reason codes: a sentence and the next step, in the language of the moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.formats import format_local_time, format_money
from console.words.approvals import APPROVALS
from console.words.audit import AUDIT
from console.words.boards import BOARDS
from console.words.booth import BOOTH
from console.words.cash import CASH
from console.words.charges import CHARGES
from console.words.clients import CLIENTS
from console.words.copies import COPIES
from console.words.device_page import DEVICE_PAGE
from console.words.devices import DEVICES
from console.words.entry import Words
from console.words.fees import FEES
from console.words.gates import GATES
from console.words.gateways import GATEWAYS
from console.words.history import HISTORY
from console.words.holds import HOLDS
from console.words.joining import JOINING
from console.words.lanes import LANES
from console.words.learning import LEARNING
from console.words.lot import LOT
from console.words.malfunctions import MALFUNCTIONS
from console.words.network import NETWORK
from console.words.paying import PAYING
from console.words.people import PEOPLE
from console.words.permits import PERMITS
from console.words.printers import PRINTERS
from console.words.program import PROGRAM
from console.words.proposals import PROPOSALS
from console.words.rate_windows import days_words
from console.words.rates import RATES
from console.words.rates_apds import RATES_APDS
from console.words.rates_checks import RATES_CHECKS
from console.words.rates_screen import RATES_SCREEN
from console.words.reasons import REASONS
from console.words.refunds import REFUNDS
from console.words.requests import REQUESTS
from console.words.settled import SETTLED
from console.words.setup import SETUP
from console.words.sharing import SHARING
from console.words.sharing_settings import SHARING_SETTINGS
from console.words.shifts import SHIFTS
from console.words.signs import SIGNS
from console.words.stays import STAYS
from console.words.store import STORE
from console.words.views import VIEWS
from core.domain.lots import Lot
from core.domain.rates.document_times import days_of

__all__ = ["Words", "codes", "is_known", "say"]

_TABLE: Final[Mapping[str, Words]] = {
    **LANES, **CASH, **STAYS, **PEOPLE, **LOT, **DEVICES, **STORE, **PROGRAM, **HISTORY, **REASONS,
    **VIEWS,
    **CHARGES,
    **GATEWAYS,
    **SHIFTS,
    **APPROVALS,
    **BOOTH,
    **AUDIT,
    **CLIENTS,
    **DEVICE_PAGE,
    **HOLDS,
    **PERMITS,
    **PAYING,
    **PRINTERS,
    **COPIES,
    **SIGNS,
    **SHARING,
    **SHARING_SETTINGS,
    **REQUESTS,
    **PROPOSALS,
    **REFUNDS,
    **JOINING,
    **MALFUNCTIONS,
    **BOARDS,
    **NETWORK,
    **LEARNING,
    **FEES,
    **GATES,
    **SETTLED,
    **SETUP,
    **RATES,
    **RATES_APDS,
    **RATES_CHECKS,
    **RATES_SCREEN,
}  # fmt: skip


def codes() -> frozenset[str]:
    """All reason codes that there are words for."""
    return frozenset(_TABLE)


def is_known(code: str) -> bool:
    """Whether there are words for the code."""
    return code in _TABLE


def say(
    code: str,
    facts: Mapping[str, object] | None = None,
    lot: Lot | None = None,
    *,
    now: datetime | None = None,
) -> Words:
    """The sentence for a reason code and its next step, with the figures as this lot writes them.

    ``now`` is the instant that "today" is taken from. A code without words is shown as it is: better an
    odd word than silence.
    """
    row = _TABLE.get(code)
    if row is None:
        return Words(QCoreApplication.translate("Words", "Something happened: {code}").format(code=code))
    figures = _Figures({name: _figure(name, value, lot, now) for name, value in (facts or {}).items()})
    return Words(_translated(row.text).format_map(figures), _translated(row.step).format_map(figures))


class _Figures(dict[str, str]):
    """A figure that nobody gave shows as a gap, never as an error."""

    def __missing__(self, name: str) -> str:
        return "…"


def _translated(text: str) -> str:
    return QCoreApplication.translate("Words", text) if text else ""


def _figure(name: str, value: object, lot: Lot | None, now: datetime | None) -> str:
    if isinstance(value, datetime) and lot is not None:
        return format_local_time(value, lot.zone, now=now)
    if name == "days" and isinstance(value, str) and value:
        return days_words(days_of(value))
    if name == "end" and isinstance(value, str) and " " in value:  # a clock time of a later weekday
        day, _, clock = value.partition(" ")
        return f"{days_words(days_of(day))} {clock}"
    if name.endswith("_minor") and isinstance(value, int) and lot is not None:
        return format_money(value, lot.currency)
    return str(value)
