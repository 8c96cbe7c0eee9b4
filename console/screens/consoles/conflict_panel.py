"""Shows a conflict with both values, the proposed one and the one that holds, and asks which it shall be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_local_time
from console.screens.consoles.conflicts import Conflict, differences_of, title_of
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM, SMALL
from console.widgets.key_button import KeyButton

TAKE, KEEP = Qt.Key.Key_T, Qt.Key.Key_N


class ConflictPanel(Spoken):
    """``decided`` carries the proposal's id and whether it is taken; ``left`` goes back."""

    decided = Signal(str, bool)
    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._conflicts: tuple[Conflict, ...] = ()
        self._title, self._lead, self._told = line("title"), line("quiet", wraps=True), line(wraps=True)
        self._grid = QGridLayout()
        self._take, self._keep = KeyButton(key="Alt+T"), KeyButton(key="Alt+N")
        self._back = KeyButton(key="Esc")
        self._lay_out()
        self._take.clicked.connect(self._on_take)
        self._keep.clicked.connect(self._on_keep)
        self._back.clicked.connect(self.left)
        self.speak()

    @property
    def told(self) -> str:
        """Why it could not be decided."""
        return self._told.text()

    def texts(self) -> list[tuple[str, str, str]]:
        """The lines shown: what it is about, the proposed value, the one that holds."""
        conflict = self._first
        if conflict is None:
            return []
        lot, now = self._ctx.state.lot, self._ctx.console.clock.now()
        return [
            (each.label, each.proposed, each.current) for each in differences_of(conflict.proposal, lot, now)
        ]

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show the oldest of these; the others come after it."""
        self._conflicts = tuple(conflicts)
        self.tell("")
        self.speak()
        self._back.setFocus()

    def tell(self, words: str) -> None:
        """Say why it could not be decided."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def speak(self) -> None:
        self._take.setText(self.tr("Take what was proposed"))
        self._keep.setText(self.tr("Keep what holds"))
        self._back.setText(self.tr("Back"))
        conflict = self._first
        for button in (self._take, self._keep):
            button.setVisible(conflict is not None)
        self._clear()
        if conflict is None:
            self._title.setText(self.tr("Nothing waits for a decision."))
            self._lead.setText("")
            return
        title = title_of(conflict.proposal)
        if len(self._conflicts) > 1:
            title = self.tr("{title} (1 of {count})").format(title=title, count=len(self._conflicts))
        self._title.setText(title)
        self._lead.setText(self._said(conflict))
        self._fill()

    @property
    def _first(self) -> Conflict | None:
        return self._conflicts[0] if self._conflicts else None

    def _said(self, conflict: Conflict) -> str:
        lot, now = self._ctx.state.lot, self._ctx.console.clock.now()
        at = conflict.proposal.proposed_at
        time = format_local_time(at, lot.zone, now=now) if lot is not None else "…"
        return self.tr(
            "{person} proposed it at {time} on {console}; meanwhile it was changed elsewhere, too."
        ).format(person=conflict.person, time=time, console=conflict.console)

    def _fill(self) -> None:
        heads = ("", self.tr("Proposed"), self.tr("Holds now"))
        for column, words in enumerate(heads):
            head = line("quiet")
            head.setText(words)
            self._grid.addWidget(head, 0, column)
        for row, texts in enumerate(self.texts(), start=1):
            for column, words in enumerate(texts):
                value = line("quiet" if column == 0 else "strong", wraps=True)
                value.setText(words)
                self._grid.addWidget(value, row, column, Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(SMALL)
        for column, share in enumerate((1, 2, 2)):
            self._grid.setColumnStretch(column, share)
        page = QWidget()
        values = QVBoxLayout(page)
        values.setContentsMargins(0, 0, 0, 0)
        values.addLayout(self._grid)
        values.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(MEDIUM)
        for button in (self._take, self._keep, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(MEDIUM)
        for widget in (self._title, self._lead):
            column_of_all.addWidget(widget)
        column_of_all.addWidget(scrolled(page, across=False), 1)
        column_of_all.addWidget(self._told)
        column_of_all.addLayout(buttons)

    def _on_take(self) -> None:
        self._decide(take=True)

    def _on_keep(self) -> None:
        self._decide(take=False)

    def _decide(self, *, take: bool) -> None:
        if self._first is not None:
            self.decided.emit(self._first.proposal.proposal_id, take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in {TAKE, KEEP}:
            self._decide(take=event.key() == TAKE)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
