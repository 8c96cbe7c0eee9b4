"""What can be chosen of a car, as its rates ask about it, in the order in which it is offered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from console.words.facts import class_name, membership_name
from core.domain.rates.asked import Asked
from core.domain.rates.description import Description


class ChoiceKind(StrEnum):
    """What a choice is about."""

    CLASS = "class"
    MEMBERSHIP = "membership"
    MARK = "mark"
    LOST_TICKET = "lost_ticket"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a car may be."""

    kind: ChoiceKind
    value: str = ""

    def holds(self, description: Description) -> bool:
        """Whether the car is described so."""
        match self.kind:
            case ChoiceKind.CLASS:
                return description.vehicle_class == self.value
            case ChoiceKind.MEMBERSHIP:
                return description.loyalty == self.value
            case ChoiceKind.MARK:
                return self.value in description.tags
            case ChoiceKind.LOST_TICKET:
                return description.lost_ticket

    def words(self) -> str:
        """What it is called, in the language of the moment."""
        match self.kind:
            case ChoiceKind.CLASS:
                return class_name(self.value)
            case ChoiceKind.MEMBERSHIP:
                return membership_name(self.value)
            case ChoiceKind.MARK:
                return self.value
            case ChoiceKind.LOST_TICKET:
                return QCoreApplication.translate("Desk", "Lost ticket")


def choices_of(asked: Asked, now: Description) -> tuple[Choice, ...]:
    """What the rates ask about, with what the car is already; one class alone is no choice."""
    classes = [*asked.classes, *({now.vehicle_class} - set(asked.classes))]
    memberships = [*asked.memberships, *({now.loyalty} - {"", *asked.memberships})]
    marks = [*asked.tags, *sorted(now.tags - set(asked.tags))]
    return (
        *(Choice(ChoiceKind.CLASS, one) for one in classes if len(classes) > 1),
        *(Choice(ChoiceKind.MEMBERSHIP, one) for one in memberships),
        *(Choice(ChoiceKind.MARK, one) for one in marks),
        Choice(ChoiceKind.LOST_TICKET),
    )


def with_choice(description: Description, choice: Choice) -> Description:
    """The description with this chosen; what is chosen already is taken back, but for the class."""
    match choice.kind:
        case ChoiceKind.CLASS:
            return replace(description, vehicle_class=choice.value)
        case ChoiceKind.MEMBERSHIP:
            return replace(description, loyalty="" if choice.holds(description) else choice.value)
        case ChoiceKind.MARK:
            return replace(description, tags=description.tags ^ {choice.value})
        case ChoiceKind.LOST_TICKET:
            return replace(description, lost_ticket=not description.lost_ticket)
