"""What the pages of the first run have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.screens.first_run.draft import LotDraft
from console.screens.form.spoken import Spoken
from core.domain.errors import OperatorError


class Page(Spoken):
    """One page: it shows a draft and gives back the draft with what was typed."""

    edited = Signal()

    def title(self) -> str:
        """What the page asks, in a few words."""
        raise NotImplementedError

    def lead(self) -> str:
        """One sentence on what it is for."""
        raise NotImplementedError

    def show_draft(self, draft: LotDraft) -> None:
        """Put the draft into the fields."""
        raise NotImplementedError

    def draft(self, before: LotDraft) -> LotDraft:
        """The draft with what stands in the fields; OperatorError where that cannot be used."""
        raise NotImplementedError

    def culprit(self, _error: OperatorError) -> QWidget | None:
        """The field that an error of ``draft`` is about, None where it is about no single one."""
        return None

    def take_focus(self) -> None:
        """Put the cursor where typing begins."""
        self.setFocus()
