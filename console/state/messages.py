"""The sentence in the message bar: what happened, and the next step with its key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Weight(StrEnum):
    """How much a message wants a person: quiet is news, attention wants a look, alarm wants it now."""

    QUIET = "quiet"
    DONE = "done"
    ATTENTION = "attention"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Message:
    """A reason code with its figures; the words are in ``console.words``.

    ``command_id`` names the command that is the next step, if there is one.
    """

    weight: Weight
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    command_id: str = ""
