"""After the lot is open: the cars that are inside already."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.first_run.draft import LotDraft
from console.screens.first_run.page import Page
from console.screens.inside.import_panel import ImportPanel


class InsidePage(Page):
    """May be skipped, and done at any time later."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = ImportPanel(ctx)
        self._panel.taken_in.connect(self._on_taken_in)
        self._panel.changed.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)

    def title(self) -> str:
        return self.tr("Cars already inside")

    def lead(self) -> str:
        return self.tr(
            "The lot is open. Write down who is inside, so that they can pay and leave; "
            "or go to the desk and do it later under Inside."
        )

    def show_draft(self, draft: LotDraft) -> None:
        """Nothing of the draft is asked here."""

    def draft(self, before: LotDraft) -> LotDraft:
        return before

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written down that was not taken in."""
        return self._panel.is_empty

    def take_focus(self) -> None:
        self._panel.take_focus()

    def _on_taken_in(self, _count: int) -> None:
        self.edited.emit()
