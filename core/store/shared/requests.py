"""What other programs ask of a lot, in the shared database: ``core.services.requests.RequestBook``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from psycopg import errors

from core.domain.bookings import BookingRequest
from core.domain.journal import from_micros, to_micros
from core.services.requests import Answer, RatePlanRequest
from core.store.shared.address import connection_parameters
from core.store.shared.line import Session
from core.store.shared.wire import Wire

ACCEPTED, REFUSED = "accepted", "refused"
_EARLIEST = to_micros(datetime(1970, 1, 1, tzinfo=UTC))
_LATEST = to_micros(datetime(9000, 1, 1, tzinfo=UTC))

_BOOKINGS = """
SELECT request_id, external_id, action, plate, space_id, from_at, until_at, paid_minor, requested_by
FROM booking_requests WHERE lot_id = %(lot)s AND state = 'waiting'
ORDER BY requested_at, request_id LIMIT %(most)s
"""
_PLANS = """
SELECT request_id, document, effective_at, requested_by
FROM rate_plan_requests WHERE lot_id = %(lot)s AND state = 'waiting'
ORDER BY requested_at, request_id LIMIT %(most)s
"""
_HELD = "SELECT space_id FROM space_slots WHERE lot_id = %(lot)s AND booking_id = %(booking)s LIMIT 1"
_CLAIM = """
INSERT INTO space_slots (lot_id, space_id, slot_start, booking_id)
SELECT %(lot)s, %(space)s, slot, %(booking)s FROM generate_series(%(first)s::int, %(last)s::int) AS slot
"""
_RELEASE = "DELETE FROM space_slots WHERE lot_id = %(lot)s AND booking_id = %(booking)s"
_ANSWER_BOOKING = """
UPDATE booking_requests
SET state = %(state)s, reason = %(reason)s, decided_at = %(at)s, booking_id = %(booking)s,
    code = %(code)s
WHERE lot_id = %(lot)s AND request_id = %(request)s AND state = 'waiting'
"""
_ANSWER_PLAN = """
UPDATE rate_plan_requests
SET state = %(state)s, reason = %(reason)s, decided_at = %(at)s, plan_id = %(plan)s, version = %(version)s
WHERE lot_id = %(lot)s AND request_id = %(request)s AND state = 'waiting'
"""


class DatabaseRequests:
    """The requests of one lot; calls may come from any thread and take turns."""

    def __init__(self, url: str, *, lot_id: str, console_id: str, ca_file: str = "") -> None:
        self._lot_id = lot_id
        self._wire = Wire(connection_parameters(url, console_id=console_id, ca_file=ca_file))

    def waiting_bookings(self, most: int) -> Sequence[BookingRequest]:
        """Bookings asked for and not yet answered, the oldest first."""
        rows = self._rows(_BOOKINGS, most=most)
        return [
            BookingRequest(
                request_id=request_id,
                external_id=external_id,
                action=action,
                plate=plate,
                space_id=space_id,
                from_at=_instant(from_at),
                until_at=_instant(until_at),
                paid_minor=paid_minor,
                requested_by=requested_by,
            )
            for (
                request_id,
                external_id,
                action,
                plate,
                space_id,
                from_at,
                until_at,
                paid_minor,
                requested_by,
            ) in rows
        ]

    def claim(self, booking_id: str, spaces: Sequence[str], slots: range) -> str | None:
        """Hold all slots of the first of the spaces that has them free, and say which."""
        return self._wire.call(lambda session: self._claim(session, booking_id, spaces, slots))

    def release(self, booking_id: str) -> None:
        """Let go of the slots that the booking holds."""
        self._change(_RELEASE, booking=booking_id)

    def answer_booking(self, answer: Answer) -> None:
        """Write the answer, unless one stands there already."""
        self._change(_ANSWER_BOOKING, **_said(answer), booking=answer.outcome or None, code=answer.code)

    def waiting_plans(self, most: int) -> Sequence[RatePlanRequest]:
        """Rate plans asked for and not yet answered, the oldest first."""
        return [
            RatePlanRequest(request_id, document, _instant(effective_at), requested_by)
            for request_id, document, effective_at, requested_by in self._rows(_PLANS, most=most)
        ]

    def answer_plan(self, answer: Answer) -> None:
        """Write the answer, unless one stands there already."""
        plan, _, version = answer.outcome.rpartition("/")
        self._change(_ANSWER_PLAN, **_said(answer), plan=plan or None, version=int(version) if plan else None)

    def close(self) -> None:
        """Let go; also ends a call that another thread is in."""
        self._wire.close()

    def _claim(self, session: Session, booking_id: str, spaces: Sequence[str], slots: range) -> str | None:
        booking = {"lot": self._lot_id, "booking": booking_id}
        for space_id in spaces:
            held = session.execute(_HELD, booking).fetchone()
            if held is not None:
                return str(held[0])
            wanted = {**booking, "space": space_id, "first": slots.start, "last": slots.stop - 1}
            try:
                with session.transaction():
                    session.execute(_CLAIM, wanted)
            except errors.UniqueViolation:
                continue
            return space_id
        held = session.execute(_HELD, booking).fetchone()
        return None if held is None else str(held[0])

    def _rows(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        said = {"lot": self._lot_id, **values}
        return self._wire.call(lambda session: session.execute(statement.encode(), said).fetchall())

    def _change(self, statement: str, **values: Any) -> None:
        said = {"lot": self._lot_id, **values}
        self._wire.call(lambda session: session.execute(statement.encode(), said))


def _said(answer: Answer) -> dict[str, Any]:
    return {
        "request": answer.request_id,
        "state": ACCEPTED if answer.accepted else REFUSED,
        "reason": answer.reason,
        "at": to_micros(answer.at),
    }


def _instant(micros: int) -> datetime:
    """The instant; the farthest there is for a number that no calendar holds: anybody may write one there."""
    return from_micros(min(max(micros, _EARLIEST), _LATEST))
