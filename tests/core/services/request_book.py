"""A request book in memory: the shared database's part in answering requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.domain.bookings import BookingRequest
from core.domain.errors import LinkError
from core.services.requests import Answer, RatePlanRequest


@dataclass
class MemoryBook:
    """Keeps what is asked and answered; ``failing`` names calls after which the far side is gone."""

    bookings: list[BookingRequest] = field(default_factory=list)
    plans: list[RatePlanRequest] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    slots: dict[tuple[str, int], str] = field(default_factory=dict)
    failing: set[str] = field(default_factory=set)

    def waiting_bookings(self, most: int) -> Sequence[BookingRequest]:
        return [each for each in self.bookings if each.request_id not in self.answers][:most]

    def claim(self, booking_id: str, spaces: Sequence[str], slots: range) -> str | None:
        self._fail("claim")
        held = next((space for (space, _), owner in self.slots.items() if owner == booking_id), None)
        for space in spaces if held is None else ():
            if not any((space, slot) in self.slots for slot in slots):
                self.slots |= {(space, slot): booking_id for slot in slots}
                return space
        return held

    def release(self, booking_id: str) -> None:
        self.slots = {place: owner for place, owner in self.slots.items() if owner != booking_id}

    def answer_booking(self, answer: Answer) -> None:
        self._fail("answer")
        self.answers.setdefault(answer.request_id, answer)

    def waiting_plans(self, most: int) -> Sequence[RatePlanRequest]:
        return [each for each in self.plans if each.request_id not in self.answers][:most]

    def answer_plan(self, answer: Answer) -> None:
        self.answer_booking(answer)

    def _fail(self, call: str) -> None:
        if call in self.failing:
            raise LinkError("link.no_answer")
