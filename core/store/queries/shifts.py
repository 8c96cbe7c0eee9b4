"""Shifts as lists: those that are open anywhere in the lot, and those that were closed, by drawer or code."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import select

from core.domain.errors import Refused
from core.domain.shifts import Shift
from core.store.rows import shift_from_row
from core.store.tables import shifts
from core.store.unit_of_work import SqlUnitOfWork

MOST: Final = 200


def open_shifts(view: SqlUnitOfWork) -> list[Shift]:
    """All that are open, on whichever console, the oldest first; reliefs behind the shifts they relieve."""
    return _found(view, shifts.c.closed_at.is_(None), order=(shifts.c.opened_at, shifts.c.main_shift_id))


def past_shifts(view: SqlUnitOfWork, *, drawer: str = "", most: int = MOST) -> list[Shift]:
    """The shifts that were closed, the last one first; reliefs among them, of one drawer alone if named."""
    conditions: list[Any] = [shifts.c.closed_at.is_not(None)]
    if drawer:
        conditions.append(shifts.c.drawer == drawer)
    return _found(view, *conditions, order=(shifts.c.closed_at.desc(), shifts.c.shift_id.desc()), most=most)


def shift_with_code(view: SqlUnitOfWork, code: str) -> Shift:
    """The closed shift with that code, as ``read_code`` gives it; Refused ``shift.no_such_code``."""
    found = _found(view, shifts.c.check_code == code, order=(shifts.c.closed_at,), most=1)
    if not found:
        raise Refused("shift.no_such_code", check_code=code)
    return found[0]


def shift_before(view: SqlUnitOfWork, shift: Shift, code: str) -> Shift | None:
    """The shift whose report carries the code that this one's names as the one before it."""
    if not code:
        return None
    found = _found(
        view,
        shifts.c.check_code == code,
        shifts.c.shift_id != shift.shift_id,
        order=(shifts.c.closed_at,),
        most=1,
    )
    return found[0] if found else None


def _found(
    view: SqlUnitOfWork, *conditions: Any, order: tuple[Any, ...], most: int | None = None
) -> list[Shift]:
    rows = view.connection.execute(
        select(shifts).where(shifts.c.lot_id == view.lot_id, *conditions).order_by(*order).limit(most)
    )
    return [shift_from_row(row) for row in rows]
