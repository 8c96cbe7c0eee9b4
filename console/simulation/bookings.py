"""Other programs that book spaces at a simulated lot, and sometimes ask for what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from console.simulation.city import CityLot
from console.simulation.plates import some_plate
from console.simulation.unit import Hub, act
from core.domain.bookings import BookingRequest
from core.services.answer_bookings import answer_bookings
from core.services.requests import Answer, RatePlanRequest

A_DAY = 4
_PROGRAM = "simulated-app"


class BookingDesk:
    """What is asked and answered, and the slots that are held: the shared database's part in it."""

    def __init__(self, of: CityLot) -> None:
        self._of = of
        self._lot = of.ledger
        self._waiting: list[BookingRequest] = []
        self._last: BookingRequest | None = None
        self._slots: dict[tuple[str, int], str] = {}

    def times(self, midnight: datetime) -> Iterator[datetime]:
        """When somebody asks on that day."""
        for _ in range(A_DAY):
            yield midnight + timedelta(minutes=self._lot.chance.uniform(0, 24 * 60))

    def ask(self) -> None:
        """Somebody asks for a space, asks the same again, or cancels; the hub answers."""
        chance, last = self._lot.chance, self._last
        if last is not None and chance.random() < 0.15:
            self._waiting.append(replace(last, request_id=self._lot.new_id(), action="cancel"))
        elif last is not None and chance.random() < 0.1:
            self._waiting.append(replace(last, request_id=self._lot.new_id()))
        else:
            self._last = self._request()
            self._waiting.append(self._last)
        answer_bookings(Hub(self._lot), self)

    def waiting_bookings(self, most: int) -> Sequence[BookingRequest]:
        """What was asked and not answered."""
        return self._waiting[:most]

    def claim(self, booking_id: str, spaces: Sequence[str], slots: range) -> str | None:
        """Hold the slots of the first space that has them free."""
        for space in spaces:
            if not any((space, slot) in self._slots for slot in slots):
                self._slots |= {(space, slot): booking_id for slot in slots}
                return space
        return None

    def release(self, booking_id: str) -> None:
        """Let go of them."""
        self._slots = {place: owner for place, owner in self._slots.items() if owner != booking_id}

    def answer_booking(self, answer: Answer) -> None:
        """It was answered."""
        self._waiting = [one for one in self._waiting if one.request_id != answer.request_id]

    def waiting_plans(self, _most: int) -> Sequence[RatePlanRequest]:
        """Nobody publishes rate plans here."""
        return ()

    def answer_plan(self, _answer: Answer) -> None:
        """Nor is one answered."""

    def _request(self) -> BookingRequest:
        chance = self._lot.chance
        spaces = act(self._lot, self._lot.hub_id, lambda unit: unit.lot()).bookable_spaces
        begin = self._lot.now + timedelta(hours=chance.uniform(1, 72))
        return BookingRequest(
            request_id=self._lot.new_id(),
            external_id=f"order-{self._lot.new_id()}",
            action="book",
            plate=some_plate(chance),
            space_id=chance.choice((*spaces, "")) if chance.random() > 0.03 else "roof",
            from_at=begin,
            until_at=begin + timedelta(hours=chance.choice((1, 2, 3, 4, 8, 24))),
            paid_minor=chance.randrange(100, 900, 50),
            requested_by=_PROGRAM,
        )
