"""What the windows and the reports ask of sharing; a console that shares nothing has an answer, too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from core.services.sharing import SharingView


class DutyShown(Protocol):
    """One of the hub's duties, as far as it is shown."""

    @property
    def cause(self) -> str:
        """The reason code of why it cannot be done now; empty where it can."""


class SharedSide(Protocol):
    """Sharing, as far as it is shown; safe from any thread."""

    def view(self) -> SharingView:
        """How it is now; at once."""

    def reports(self) -> Mapping[str, Mapping[str, object]]:
        """By console id, what each console left last; asks the far sides, so not on the screen's thread."""

    def report(self, document: Mapping[str, object]) -> None:
        """Leave how this console is wherever it can be left; LinkError where that fails."""

    @property
    def duties(self) -> Mapping[str, DutyShown]:
        """What this console does for the lot as its hub, and how each is going."""

    def try_now(self) -> None:
        """Try every far side at once: a person asks for it."""


class NothingShared:
    """A lot of one console."""

    def view(self) -> SharingView:
        """Nothing is shared."""
        return SharingView(is_hub=True)

    def reports(self) -> Mapping[str, Mapping[str, object]]:
        """There is nobody else."""
        return {}

    def report(self, _document: Mapping[str, object]) -> None:
        """There is nobody to tell."""

    @property
    def duties(self) -> Mapping[str, DutyShown]:
        """There are none."""
        return {}

    def try_now(self) -> None:
        """There is nothing to try."""
