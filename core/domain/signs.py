"""What drivers are told at a lane: reason codes with their figures, and texts that a person wrote."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from core.domain.errors import BadInput

LONGEST_TEXT: Final = 160
MOST_READY_TEXTS: Final = 20


@dataclass(frozen=True, slots=True)
class Saying:
    """One line for a driver: a reason code and its figures; the words are in ``reports.sign_text``.

    ``text`` is shown as it is, where a person wrote it.
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    text: str = ""


def checked_text(typed: str) -> str:
    """A person's text for drivers on one line, without controls; BadInput ``sign.too_long``."""
    spaced = "".join(" " if one.isspace() else one for one in typed)
    text = " ".join("".join(one for one in spaced if unicodedata.category(one)[0] != "C").split())
    if len(text) > LONGEST_TEXT:
        raise BadInput("sign.too_long", longest=LONGEST_TEXT)
    return text


def checked_texts(typed: Iterable[str]) -> tuple[str, ...]:
    """A list of ready texts, each once, none empty; BadInput ``sign.too_long``, ``sign.too_many``."""
    texts = tuple(dict.fromkeys(text for text in map(checked_text, typed) if text))
    if len(texts) > MOST_READY_TEXTS:
        raise BadInput("sign.too_many", most=MOST_READY_TEXTS)
    return texts
