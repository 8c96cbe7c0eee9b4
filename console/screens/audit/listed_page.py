"""A page that is one table read from the store: what was refused, who looked at which picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.theme.space import MEDIUM
from console.widgets.quiet_table import QuietTable
from core.domain.errors import LotkeeperError
from core.store.unit_of_work import SqlUnitOfWork

Row = TypeVar("Row")


class ListedPage(Spoken, Generic[Row]):
    """``read`` gives the rows, ``lead`` the sentence above them, ``empty`` what stands there without any."""

    def __init__(
        self,
        ctx: Context,
        *,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], str],
        read: Callable[[SqlUnitOfWork], Sequence[Row]],
        lead: Callable[[], str],
        empty: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._columns = tuple(columns)
        self._read, self._lead_words, self._empty = read, lead, empty
        self._model = RowTable[Row](self._columns, key, self)
        self._lead = line("quiet", wraps=True)
        self.table = QuietTable(self)
        self.table.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._lead)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.speak()

    def texts(self) -> list[list[str]]:
        """What stands in the table."""
        return [[column.text(row) for column in self._columns] for row in self._model.rows]

    def speak(self) -> None:
        self._lead.setText(self._lead_words())
        self.table.setAccessibleName(self._lead_words())
        self.table.set_empty(self._empty())
        self._model.refresh()

    def reload(self) -> None:
        """Read the rows anew."""
        store, read = self._ctx.console.store, self._read
        if self._ctx.state.lot is not None:
            self._ctx.jobs.run(lambda: store.read(read), self._model.show_rows, self._on_failed)

    def _on_failed(self, error: LotkeeperError) -> None:
        self._lead.setText(sentence_of(error, self._ctx.state.lot))
