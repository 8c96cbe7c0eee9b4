"""What went wrong, as one line of text for a form."""

from __future__ import annotations

from console.words import say
from core.domain.errors import ConfigError, DeviceError, LinkError, LotkeeperError, OperatorError, StoreError
from core.domain.lots import Lot

WIDE_STOPS = ("。", "！", "？")


def sentence_of(error: LotkeeperError, lot: Lot | None = None) -> str:
    """The sentence for an error, with its next step."""
    if isinstance(error, OperatorError):
        return sentence(error.code, dict(error.facts), lot)
    if isinstance(error, StoreError | DeviceError | LinkError):
        return sentence(error.cause, {"detail": error.detail}, lot)
    if isinstance(error, ConfigError):
        return sentence("program.config", {"problem": str(error), "detail": str(error)}, lot)
    return sentence("program.failed", {"detail": str(error)}, lot)


def sentence(code: str, facts: dict[str, object] | None = None, lot: Lot | None = None) -> str:
    """The words for a reason code and its next step, in one line."""
    words = say(code, facts, lot)
    return in_sequence(words.text, words.step)


def in_sequence(*sentences: str) -> str:
    """The sentences one after the other; a Chinese full stop has its space in it already."""
    said = ""
    for each in filter(None, sentences):
        said += f" {each}" if said and not said.endswith(WIDE_STOPS) else each
    return said
