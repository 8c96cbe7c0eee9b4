"""The report of a shift: X while it runs, Z when it is closed, and the one of a relief that hands back.

A Z is sealed: it is frozen as plain values in the journal, carries the number and the code of its own and the
code of the one before it, and can be made again from the chains whose stretches it names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from core.domain.check_codes import check_code
from core.domain.gate_arithmetic import LaneGates
from core.domain.journal import from_micros, to_micros


class ReportKind(StrEnum):
    """Which of the three it is."""

    X = "x"
    Z = "z"
    RELIEF = "relief"


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something was, and the sum of its amounts in minor units; ``name`` is a code."""

    name: str
    count: int
    amount_minor: int = 0


@dataclass(frozen=True, slots=True)
class RateTally:
    """What was paid by one version of a rate plan in one class of vehicles."""

    plan_id: str
    version: int
    vehicle_class: str
    count: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class ReliefTally:
    """A relief on the drawer: whose, from when to when, what was paid in it and what it moved in cash."""

    shift_id: str
    person_id: str
    began_at: datetime
    ended_at: datetime
    payments: int
    received_minor: int
    moved_minor: int


@dataclass(frozen=True, slots=True)
class DrawerCount:
    """The drawer's arithmetic in minor units: ``float`` + in − out = ``expected``, against what was counted.

    ``taken`` is cash for stays, debts and articles, ``returned`` what went back to drivers. ``float_due`` is
    what had to be there by the last sealed close, None where that is not known. ``counted`` and ``left`` are
    None as long as nobody counted; what is not left there was taken out at the close.
    """

    float_minor: int
    taken_minor: int = 0
    returned_minor: int = 0
    paid_in_minor: int = 0
    paid_out_minor: int = 0
    dropped_minor: int = 0
    float_due_minor: int | None = None
    counted_minor: int | None = None
    left_minor: int | None = None

    @property
    def expected_minor(self) -> int:
        """What must lie there."""
        came_in = self.float_minor + self.taken_minor + self.paid_in_minor
        return came_in - self.returned_minor - self.paid_out_minor - self.dropped_minor

    @property
    def difference_minor(self) -> int | None:
        """Counted less expected."""
        return None if self.counted_minor is None else self.counted_minor - self.expected_minor

    @property
    def float_difference_minor(self) -> int | None:
        """What was found at the beginning less what had to be there."""
        return None if self.float_due_minor is None else self.float_minor - self.float_due_minor

    @property
    def removed_minor(self) -> int | None:
        """What was taken out at the close."""
        if self.counted_minor is None or self.left_minor is None:
            return None
        return self.counted_minor - self.left_minor


@dataclass(frozen=True, slots=True)
class Stretch:
    """The piece of a console's chain that was counted: behind ``after_seq``, up to ``until_seq``."""

    console_id: str
    after_seq: int
    until_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftReport:
    """All figures of a shift; amounts in minor units, persons by their ids.

    ``tenders`` is what came in by each tender, ``refunds`` what went back by each; ``rates`` and ``rules``
    say what for, ``exceptions`` what was not as usual. ``unattended`` came in while no shift was open, or for
    one that was closed already. ``away_seconds`` is for how long the console was not at work.
    ``settled_minor`` is the price of the ``payments``, also where no money came in for it. ``grand_minor`` is
    all that ever came in on this drawer, over all its Z reports; it never goes back.
    """

    kind: ReportKind
    shift_id: str
    drawer: str
    console_id: str
    console_number: int
    person_id: str
    closed_by: str
    currency: str
    opened_at: datetime
    until: datetime
    drawer_count: DrawerCount
    payments: int = 0
    settled_minor: int = 0
    receipts_from: int = 0
    receipts_to: int = 0
    lost_tickets: int = 0
    gate_ups: int = 0
    away_count: int = 0
    away_seconds: int = 0
    tenders: tuple[Tally, ...] = ()
    refunds: tuple[Tally, ...] = ()
    rates: tuple[RateTally, ...] = ()
    rules: tuple[Tally, ...] = ()
    exceptions: tuple[Tally, ...] = ()
    unattended: Tally = Tally("unattended", 0)
    reliefs: tuple[ReliefTally, ...] = ()
    gates: tuple[LaneGates, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    z_number: int | None = None
    grand_minor: int = 0
    previous_code: str = ""
    check_code: str = ""

    @property
    def received_minor(self) -> int:
        """The money that came in, whatever the tender."""
        return sum(one.amount_minor for one in self.tenders)

    @property
    def returned_minor(self) -> int:
        """The money that went back."""
        return sum(one.amount_minor for one in self.refunds)

    @property
    def average_minor(self) -> int | None:
        """The price of a payment on the average, half up; None without any (B15)."""
        if self.payments == 0:
            return None
        return (2 * self.settled_minor + self.payments) // (2 * self.payments)

    @property
    def lost_ticket_share(self) -> float | None:
        """Which share of the payments was for a lost ticket, 0…1; None without any (B15)."""
        return None if self.payments == 0 else self.lost_tickets / self.payments

    @property
    def is_sealed(self) -> bool:
        """Whether it carries a code."""
        return bool(self.check_code)

    def to_document(self) -> dict[str, Any]:
        """The report as plain values."""
        document = asdict(self)
        document["kind"] = self.kind.value
        document["opened_at"], document["until"] = to_micros(self.opened_at), to_micros(self.until)
        document["reliefs"] = [relief_document(one) for one in self.reliefs]
        document["gates"] = [one.to_document() for one in self.gates]
        for name in _LISTS:
            document[name] = list(document[name])
        return document

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> ShiftReport:
        """The report from plain values; LookupError, TypeError or ValueError where they are none."""
        values = {part.name: document[part.name] for part in fields(cls) if part.name in document}
        values["kind"] = ReportKind(values["kind"])
        values["opened_at"], values["until"] = from_micros(values["opened_at"]), from_micros(values["until"])
        values["drawer_count"] = _made(DrawerCount, values["drawer_count"])
        for name, made_of in _LISTS.items():
            values[name] = tuple(_made(made_of, one) for one in values.get(name, ()))
        if "unattended" in values:
            values["unattended"] = _made(Tally, values["unattended"])
        values["reliefs"] = tuple(relief_of(one) for one in values.get("reliefs", ()))
        values["gates"] = tuple(LaneGates.from_document(one) for one in values.get("gates", ()))
        return cls(**values)


def sealed(report: ShiftReport) -> ShiftReport:
    """The report with the code that follows from all it says, the code before it included."""
    return replace(report, check_code=code_of(report.to_document()))


def code_of(document: Mapping[str, Any]) -> str:
    """The code that a report of these plain values must carry."""
    return check_code({name: value for name, value in document.items() if name != "check_code"})


def _made(kind: type[Any], document: Mapping[str, Any]) -> Any:
    """The value of those fields that it knows; what a newer program says besides is left out."""
    return kind(**{part.name: document[part.name] for part in fields(kind) if part.name in document})


def relief_document(relief: ReliefTally) -> dict[str, Any]:
    """A relief as plain values."""
    return asdict(relief) | {"began_at": to_micros(relief.began_at), "ended_at": to_micros(relief.ended_at)}


def relief_of(document: Mapping[str, Any]) -> ReliefTally:
    """A relief from plain values."""
    began_at, ended_at = from_micros(document["began_at"]), from_micros(document["ended_at"])
    made: ReliefTally = _made(ReliefTally, {**document, "began_at": began_at, "ended_at": ended_at})
    return made


_LISTS: Final[Mapping[str, type[Any]]] = {
    "tenders": Tally,
    "refunds": Tally,
    "rates": RateTally,
    "rules": Tally,
    "exceptions": Tally,
    "stretches": Stretch,
}
