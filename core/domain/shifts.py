"""A shift: one person answers for one drawer; its cash total follows from the journal.

    main     shift.opened ──► … ──► shift.closed (counted blind, its Z report sealed)
                 │ shift.relief_began                 ▲
    relief       └──► … ──► shift.relief_ended ───────┘  (its totals go into the main one's drawer)

While a relief runs, the main shift is paused: the drawer takes money for the relief alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from core.domain.journal import Entry, in_order
from core.domain.shift_cash import NO_FLOW, cash_flow

OPENED: Final = "shift.opened"
CLOSED: Final = "shift.closed"
RELIEF_BEGAN: Final = "shift.relief_began"
RELIEF_ENDED: Final = "shift.relief_ended"
FLOAT_DIFFERS: Final = "shift.float_differs"


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift on a drawer; amounts in minor units.

    ``cash_minor`` is cash taken less what was paid back, ``expected_minor`` what must lie in the drawer.
    ``float_minor`` is what lay there at its beginning; for a relief that nobody counted then, what had to.
    ``counted_minor`` is what was counted at its end, None while it is open or where nobody counted;
    ``left_minor`` what stayed there for the next one, None where that is not known. ``console_id`` is where
    it was opened, ``main_shift_id`` the shift that it relieves, empty for a main one. ``relief_minor`` is
    what its reliefs changed. ``report`` is the sealed report of its end, as plain values.
    """

    shift_id: str
    drawer: str
    person_id: str
    opened_at: datetime
    currency: str
    float_minor: int
    cash_minor: int = 0
    payments: int = 0
    closed_at: datetime | None = None
    counted_minor: int | None = None
    console_id: str = ""
    main_shift_id: str = ""
    drops_minor: int = 0
    payouts_minor: int = 0
    payins_minor: int = 0
    relief_minor: int = 0
    left_minor: int | None = None
    z_number: int | None = None
    check_code: str = ""
    report: Mapping[str, Any] | None = None

    @property
    def is_open(self) -> bool:
        """Whether the shift still takes money."""
        return self.closed_at is None

    @property
    def is_relief(self) -> bool:
        """Whether it relieves another one on the same drawer."""
        return bool(self.main_shift_id)

    @property
    def moved_minor(self) -> int:
        """What it changed in the drawer by itself."""
        return self.cash_minor + self.payins_minor - self.drops_minor - self.payouts_minor

    @property
    def expected_minor(self) -> int:
        """What must lie in the drawer."""
        return self.float_minor + self.moved_minor + self.relief_minor

    @property
    def difference_minor(self) -> int | None:
        """Counted less expected; None where nothing was counted."""
        return None if self.counted_minor is None else self.counted_minor - self.expected_minor


def fold_shift(entries: Iterable[Entry]) -> Shift | None:
    """The shift its entries describe, None where none of them opens one."""
    ordered = in_order(entries)
    opening = next((entry for entry in ordered if entry.kind in _OPENINGS), None)
    if opening is None:
        return None
    shift = _opened(opening)
    for entry in ordered:
        step = _STEPS.get(entry.kind)
        shift = step(shift, entry) if step is not None else _moved(shift, entry)
    return shift


def _opened(entry: Entry) -> Shift:
    payload = entry.payload
    return Shift(
        # A relief's own entry names its own shift first, then the main one.
        shift_id=next(subject.subject_id for subject in entry.subjects if subject.kind == "shift"),
        drawer=payload["drawer"],
        person_id=entry.who,
        opened_at=entry.at,
        currency=payload["currency"],
        float_minor=_float(payload),
        console_id=entry.console_id,
        main_shift_id=payload.get("main_shift_id", ""),
    )


def _float(payload: Mapping[str, Any]) -> int:
    """What a relief counted when it took over is its beginning: what was missing by then is not its own."""
    counted_minor = payload.get("counted_minor")
    return int(payload["float_minor"] if counted_minor is None else counted_minor)


def _moved(shift: Shift, entry: Entry) -> Shift:
    flow = cash_flow(entry)
    if flow is NO_FLOW:
        return shift
    return replace(
        shift,
        cash_minor=shift.cash_minor + flow.taken_minor,
        payments=shift.payments + flow.payments,
        drops_minor=shift.drops_minor + flow.dropped_minor,
        payouts_minor=shift.payouts_minor + flow.paid_out_minor,
        payins_minor=shift.payins_minor + flow.paid_in_minor,
    )


def _relief_ended(shift: Shift, entry: Entry) -> Shift:
    """The relief's own end, or for the main one what the relief changed in its drawer."""
    payload = entry.payload
    if payload["shift_id"] != shift.shift_id:
        return replace(shift, relief_minor=shift.relief_minor + payload["moved_minor"])
    return _closed(shift, entry)


def _closed(shift: Shift, entry: Entry) -> Shift:
    if not shift.is_open:
        return shift
    payload = entry.payload
    report: Mapping[str, Any] | None = payload.get("report")
    return replace(
        shift,
        closed_at=entry.at,
        counted_minor=payload["counted_minor"],
        left_minor=payload.get("left_minor"),
        z_number=None if report is None else report.get("z_number"),
        check_code="" if report is None else report.get("check_code", ""),
        report=report,
    )


_OPENINGS: Final = frozenset({OPENED, RELIEF_BEGAN})
_STEPS: Final[Mapping[str, Callable[[Shift, Entry], Shift]]] = {
    CLOSED: _closed,
    RELIEF_ENDED: _relief_ended,
}
